package originals

import (
	"image"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/app/packs"
	"yttra/app/reading"
	"yttra/i18n"
	"yttra/screens/parts"
)

// Options say what a pane may ask of the window.
type Options struct {
	Packs *packs.Packs
	// Read reads the file of a paper again, for its pages and its paragraphs, and calls
	// done on the window's thread.
	Read func(s *app.Source, done func(reading.Text, error))
	// Draw draws a page of a PDF; see parts.OriginalOptions.
	Draw  func(s *app.Source) func(page, width int, done func(image.Image, error))
	Quote func(text string, alone bool) // puts a quotation in the draft; nil: there is none to put it in
	Shut  func()                        // what the cross does; nil: there is no cross
}

// Pane shows a matter's original.
type Pane struct {
	h     parts.Host
	o     Options
	m     Model
	shown *app.Source // whose original stands in it
	at    int         // the claim to show when it has been read; -1: none
	want  bool        // the keyboard is to go there too
	file  app.FileState

	outer    *fyne.Container
	body     *fyne.Container
	told     *fyne.Container
	original *parts.Original
}

// NewPane makes one with nothing in it; see Show.
func NewPane(h parts.Host, o Options) *Pane {
	p := &Pane{h: h, o: o, at: -1, m: Model{packs: o.Packs}, body: parts.Stack(), told: parts.Column(0)}
	p.outer = parts.Dock(p.told, nil, p.body)
	return p
}

// Content is what is laid out.
func (p *Pane) Content() fyne.CanvasObject { return p.outer }

// Show takes the matter as it is now. Its original is read when it is another than the
// one that is shown.
func (p *Pane) Show(matter *app.Matter) {
	p.m.matter = matter
	src := p.m.source()
	switch {
	case src == nil:
		p.shown, p.original = nil, nil
		t := p.h.Words().T
		p.say("")
		p.put(parts.Fill(parts.Fog, parts.Dock(p.head(), nil, parts.Empty(parts.IconPaper, t("original.nothing"), t("original.nothing_text")))))
	case p.same(src):
		p.mark()
	case len(src.Data) == 0:
		p.shown = src
		p.take(reading.Plain(src.Text), nil)
	default:
		p.shown, p.original = src, nil
		p.say("")
		p.put(parts.Fill(parts.Fog, parts.Dock(p.head(), nil, parts.Centre(parts.Text(p.h.Words().T("original.reading"), parts.TextControl, parts.Muted, parts.Regular)))))
		p.o.Read(src, func(text reading.Text, err error) {
			if p.shown == src {
				p.take(text, err)
			}
		})
	}
}

// same tells whether the original of a state is the one that is shown: an edit makes a
// new matter of the same paper.
func (p *Pane) same(src *app.Source) bool {
	return p.shown != nil && p.shown.SHA256 == src.SHA256 && p.shown.Text == src.Text && len(p.shown.Data) == len(src.Data)
}

// take shows what was read of the file. What cannot be read is told, and the text that
// was kept is shown.
func (p *Pane) take(text reading.Text, err error) {
	src := p.shown
	if err != nil {
		text = reading.Plain(src.Text)
	}
	p.m.text = text
	o := parts.OriginalOptions{Words: p.h.Words(), Text: text, Acts: p.acts(), Why: err, Read: p.again}
	if src.Format == app.PDF && len(src.Data) > 0 && p.o.Draw != nil {
		o.Draw = p.o.Draw(src)
	}
	p.original = parts.NewOriginal(o)
	p.file = src.State()
	p.state()
	p.mark()
	p.put(p.original.Outer)
	if p.at >= 0 || p.want {
		p.ShowClaim(p.at, p.want)
	}
}

// again reads the file once more.
func (p *Pane) again() {
	p.shown = nil
	p.Show(p.m.matter)
}

// mark marks what the matter was drawn from.
func (p *Pane) mark() {
	if p.original != nil {
		p.original.Mark(p.m.Marks())
	}
}

// state says what has become of the file, when it is not the one that came in.
func (p *Pane) state() {
	t, name := p.h.Words().T, i18n.Vars{"Name": p.shown.Name}
	switch p.file {
	case app.FileAltered:
		p.say(t("original.altered", name))
	case app.FileGone:
		for _, r := range p.shown.Remarks {
			if r.Code == app.RemarkNotKept {
				p.say(t("original.not_kept", name))
				return
			}
		}
		p.say(t("original.gone", name))
	default:
		p.say("")
	}
}

// say tells something above the pages; empty takes it away.
func (p *Pane) say(sentence string) {
	p.told.Objects = nil
	if sentence != "" {
		p.told.Add(parts.Banner(parts.MarkSerious, sentence, nil))
	}
	p.told.Hidden = sentence == ""
	p.outer.Refresh()
}

func (p *Pane) put(o fyne.CanvasObject) {
	p.body.Objects = []fyne.CanvasObject{o}
	p.body.Refresh()
}

// acts stand at the right of the bar.
func (p *Pane) acts() []fyne.CanvasObject {
	var out []fyne.CanvasObject
	if p.o.Quote != nil {
		out = append(out, parts.NewButton(parts.ButtonOptions{Text: p.h.Words().T("original.quote"), Tap: p.quote}))
	}
	if p.o.Shut != nil {
		out = append(out, p.cross())
	}
	return out
}

func (p *Pane) cross() fyne.CanvasObject {
	return parts.NewButton(parts.ButtonOptions{Icon: parts.IconClose, Kind: parts.Quiet, Tap: p.o.Shut})
}

// head is what stands above while there is no bar: only the cross.
func (p *Pane) head() fyne.CanvasObject {
	if p.o.Shut == nil {
		return nil
	}
	return parts.Fill(parts.Panel, parts.Column(0, parts.Pad(6, 8, 6, 14, parts.Row(6, parts.Grow(), p.cross())), parts.HLine(parts.Line)))
}

// quote puts the marked words in the draft.
func (p *Pane) quote() {
	at := p.original.Picked()
	text, alone := p.m.Quote(at, p.original.PageOf(at))
	if text == "" {
		p.say(p.h.Words().T("original.pick_first"))
		return
	}
	p.state()
	p.o.Quote(text, alone)
}

// ShowClaim shows where a claim (-1: none) stands, at once or when the file has been read.
// keyboard: it goes to the pages.
func (p *Pane) ShowClaim(i int, keyboard bool) {
	if p.original == nil {
		p.at, p.want = i, keyboard
		return
	}
	p.at, p.want = -1, false
	if i >= 0 {
		s, ok := p.m.Claim(i)
		p.state()
		if !ok {
			p.say(p.h.Words().T("original.no_claim", i18n.Vars{"N": i + 1}))
		}
		p.original.Show(s)
	}
	if keyboard {
		p.Focus()
	}
}

// Focus puts the keyboard in the pages.
func (p *Pane) Focus() {
	if p.original != nil {
		p.original.Focus(p.h.Window().Canvas())
	}
}

// Enter puts the keyboard on what comes first; false: there is nothing.
func (p *Pane) Enter() bool {
	if p.original == nil {
		return false
	}
	p.original.FocusFirst(p.h.Window().Canvas())
	return true
}

// Search puts the keyboard in the search; false: there is nothing to search in.
func (p *Pane) Search() bool {
	if p.original == nil {
		return false
	}
	p.original.FocusSearch(p.h.Window().Canvas())
	return true
}
