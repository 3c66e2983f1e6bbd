package screens

import (
	"context"
	"image"

	"yttra/app"
	"yttra/app/desk"
	"yttra/app/reading"
	"yttra/screens/draft"
	"yttra/screens/originals"
	"yttra/screens/settings"
)

// readOriginal is the file that was read last: it is looked at in one place and then in
// another, and the window is built anew with every theme.
type readOriginal struct {
	sum  string
	text reading.Text
	err  error
}

// toggleOriginal shows the paper that came in beside the text, in the place of the page,
// or takes it away, and remembers it. In a narrow window it is a dialog.
func (w *Window) toggleOriginal() {
	if w.o.Desk.State().Matter == nil {
		return
	}
	if s, ok := w.screens["draft"].(*draft.Screen); ok && w.front == "draft" && !s.Roomy() {
		w.dialogOriginal(-1)
		return
	}
	w.stand(func(s *settings.Settings) { s.Original, s.Beside = !s.Original, false })
	if w.original != nil && w.original.Search() {
		return
	}
	w.screen().Focus()
}

// showClaim shows where a claim stands in the paper that came in.
func (w *Window) showClaim(claim int) {
	s, ok := w.screens["draft"].(*draft.Screen)
	if !ok || !s.Roomy() {
		w.dialogOriginal(claim)
		return
	}
	if w.original == nil {
		w.stand(func(s *settings.Settings) { s.Original, s.Beside = true, false })
	}
	if w.original != nil {
		w.original.ShowClaim(claim, true)
	}
}

// dialogOriginal shows the paper that came in, in a dialog.
func (w *Window) dialogOriginal(claim int) {
	matter := w.o.Desk.State().Matter
	if matter == nil {
		return
	}
	o := w.originalOptions()
	if w.front != "draft" || w.o.Desk.State().Document() == nil {
		o.Quote = nil // there is nothing to put it in
	}
	originals.Show(w, matter, claim, o, w.helpAt("original"))
}

func (w *Window) originalOptions() originals.Options {
	return originals.Options{Packs: w.o.Desk.Packs(), Read: w.readOriginal, Quote: w.quoteOriginal,
		Draw: func(s *app.Source) func(int, int, func(image.Image, error)) { return w.drawer(s.Data) }}
}

// newOriginal makes what stands beside the text.
func (w *Window) newOriginal() *originals.Pane {
	o := w.originalOptions()
	o.Shut = w.toggleOriginal
	p := originals.NewPane(w, o)
	p.Show(w.o.Desk.State().Matter)
	return p
}

// quoteOriginal puts a quotation in the draft.
func (w *Window) quoteOriginal(text string, alone bool) {
	if s, ok := w.screens["draft"].(*draft.Screen); ok && w.front == "draft" {
		s.Quote(text, alone)
	}
}

// readOriginal reads the file of a paper, away from the window's thread.
func (w *Window) readOriginal(s *app.Source, done func(reading.Text, error)) {
	if w.read.sum != "" && w.read.sum == s.SHA256 && w.read.err == nil {
		done(w.read.text, nil)
		return
	}
	var text reading.Text
	w.inQuiet(func(ctx context.Context) (err error) {
		text, err = w.reader.Text(ctx, s.Name, s.Data)
		return err
	}, func(err error) {
		w.read = readOriginal{s.SHA256, text, err}
		done(text, err)
	})
}

// warmOriginal starts what draws pages when a matter is opened that came as a PDF, so that
// they are there when somebody wants to see them.
func (w *Window) warmOriginal(s desk.State) {
	id := ""
	if s.Matter != nil {
		id = s.Matter.ID
	}
	if id == w.warmed {
		return
	}
	w.warmed = id
	if s.Matter != nil && s.Matter.Motion != nil && s.Matter.Motion.Format == app.PDF && len(s.Matter.Motion.Data) > 0 {
		w.reader.Warm()
	}
}
