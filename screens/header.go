package screens

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"yttra/app"
	"yttra/app/desk"
	"yttra/screens/parts"
)

// header tells what is open: title, case reference, document, Utkast, undo and
// Spara version, and then what the screen in front adds.
type header struct {
	w     *Window
	outer *fyne.Container
	last  headerFacts
	extra fyne.CanvasObject // of the screen in front
	whole fyne.CanvasObject // replaces everything, when the screen has its own
}

// headerFacts is what the header shows; it is drawn again only when it changes,
// so that focus stays in it.
type headerFacts struct {
	title, ref string
	documents  string
	doc        int
	final      bool
	undo       bool
	open       bool
}

func newHeader(w *Window) *header {
	return &header{w: w, outer: parts.Column(0)}
}

// front is told which screen came to front.
func (h *header) front(s parts.Screen) {
	h.extra, h.whole = nil, nil
	if a, ok := s.(parts.Actions); ok {
		h.extra = a.Actions()
	}
	if a, ok := s.(parts.Header); ok {
		h.whole = a.Header()
	}
	h.draw()
}

func (h *header) show(s desk.State) {
	if f := headerFactsOf(s); f != h.last {
		h.last = f
		if h.whole == nil {
			h.draw()
		}
	}
}

func headerFactsOf(s desk.State) headerFacts {
	f := headerFacts{doc: s.Doc, undo: s.CanUndo, open: s.Matter != nil}
	if s.Matter == nil {
		return f
	}
	f.title = s.Matter.Title
	if len(s.Matter.References) > 0 {
		f.ref = s.Matter.References[0]
	}
	if d := s.Document(); d != nil {
		f.final = d.Status == app.Final
	}
	for _, d := range s.Matter.Documents {
		f.documents += d.Kind + "\x00" + d.Title + "\x00" + d.Body + "\x00"
	}
	return f
}

func (h *header) draw() {
	inner := h.whole
	if inner == nil {
		inner = parts.Row(12, h.items()...)
	}
	h.outer.Objects = []fyne.CanvasObject{parts.Fill(parts.Panel, parts.Fixed(0, 51, parts.Pad(0, 16, 0, 20, parts.Middle(inner)))), parts.HLine(parts.Line)}
	h.outer.Refresh()
}

func (h *header) items() []fyne.CanvasObject {
	words := h.w.words
	title := parts.NewLabel(h.last.title, parts.TextTitle, parts.Ink, parts.Bold)
	wide := parts.Measure(h.last.title, parts.TextTitle, parts.Bold).Width + 1
	ref := parts.Text(h.last.ref, parts.TextControl, parts.Muted, parts.Regular)
	items := []fyne.CanvasObject{parts.Grow(container.New(titleLayout{wide}, title, ref))}
	if h.extra != nil {
		items = append(items, h.extra)
	}
	if names := documentNames(h.w); len(names) > 0 {
		items = append(items, parts.NewDropdown(parts.DropdownOptions{Options: names, Chosen: h.last.doc, Width: 208, Pick: h.w.pickDocument}))
		word := words.T("word.draft")
		if h.last.final {
			word = words.T("word.final")
		}
		items = append(items, parts.Tag(word, parts.Muted))
	}
	return append(items,
		parts.NewButton(parts.ButtonOptions{Icon: parts.IconUndo, Kind: parts.Quiet, Tap: h.w.undo, Disabled: !h.last.undo}),
		parts.NewButton(parts.ButtonOptions{Text: words.T("window.save_version"), Tap: h.w.saveVersion, Disabled: !h.last.open}))
}

// titleLayout sets the case reference after the title, which is cut when there is
// no room for both.
type titleLayout struct{ wide float32 }

func (l titleLayout) MinSize(o []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(80, o[0].MinSize().Height)
}

func (l titleLayout) Layout(o []fyne.CanvasObject, s fyne.Size) {
	const gap = 12
	ref := o[1].MinSize()
	if s.Width < 200+ref.Width { // too narrow: the reference gives way
		ref.Width = 0
	}
	if t, ok := o[1].(*canvas.Text); ok {
		t.Hidden = ref.Width == 0
	}
	title := min(l.wide, s.Width-ref.Width-gap)
	high := o[0].MinSize().Height
	o[0].Move(fyne.NewPos(0, float32(int((s.Height-high)/2))))
	o[0].Resize(fyne.NewSize(title, high))
	o[1].Move(fyne.NewPos(float32(int(title+gap)), float32(int((s.Height-ref.Height)/2))+1))
	o[1].Resize(ref)
}

// documentNames names the documents of the open matter by their kind and body.
func documentNames(w *Window) []string {
	s := w.o.Desk.State()
	if s.Matter == nil {
		return nil
	}
	var out []string
	for _, d := range s.Matter.Documents {
		out = append(out, kindName(w, d.Kind))
	}
	return out
}

// kindName is what a kind of document is called in the window's language.
func kindName(w *Window, id string) string {
	k, ok := w.o.Desk.Packs().Kind(id)
	if !ok {
		return id
	}
	if w.words.Lang() == "en" && k.EN.Name != "" {
		return k.EN.Name
	}
	return k.SV.Name
}

func (w *Window) pickDocument(i int) {
	w.leaveScreen()
	w.o.Desk.OpenDocument(i)
}
