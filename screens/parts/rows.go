package parts

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"

	"yttra/app"
	"yttra/i18n"
)

// Saving is what the status line says of the open matter.
type Saving int

const (
	SavedKept Saving = iota
	SavedSoon        // changed, to be saved
	SavedFailed
)

// SavedLine says how safe the open matter is: tick, clock or octagon, and words.
func SavedLine(w i18n.Words, s Saving, at time.Time) fyne.CanvasObject {
	switch {
	case s == SavedFailed:
		return Row(8, Mark(MarkBlocking, 17, Fog), Text(w.T("saved.failed"), TextSecond, Stop, Bold))
	case s == SavedSoon:
		return Row(8, Mark(MarkPending, 17, Fog), Text(w.T("saved.changed"), TextSecond, Ink, Regular))
	}
	return Row(8, Icon(IconCheck, 17, OK, Fog), Text(w.T("saved.saved", i18n.Vars{"Time": w.Clock(at)}), TextSecond, Ink, Regular))
}

// Action is one thing a row offers to do.
type Action struct {
	Text string
	Do   func()
}

// ShowProblem is the only place where a problem is shown: what happened, what is
// safe, and one thing to do, as a row. The first action is the primary one;
// closing it is always offered.
func ShowProblem(w i18n.Words, err error, closeIt func(), actions ...Action) fyne.CanvasObject {
	title, safe, do := ProblemWords(w, err)
	var buttons []fyne.CanvasObject
	for i, a := range actions {
		kind := Plain
		if i == 0 {
			kind = Primary
		}
		buttons = append(buttons, NewButton(ButtonOptions{Text: a.Text, Kind: kind, Tap: a.Do}))
	}
	buttons = append(buttons, NewButton(ButtonOptions{Text: w.T("word.close"), Kind: Quiet, Tap: closeIt}))
	text := Column(1, NewPara(title, TextControl, Ink, Bold), NewPara(safe+" "+do, TextSecond, Ink, Regular))
	row := append([]fyne.CanvasObject{Mark(MarkBlocking, 20, StopSoft), Grow(text)}, buttons...)
	return Fill(StopSoft, Columns(0, []float32{4, 0}, Rect(Stop, 4, 1, 0), Pad(8, 12, 9, 12, Row(10, row...))))
}

// ProblemWords are the words for an error: what happened, what is safe, what to
// do. An error without a code is our own fault.
func ProblemWords(w i18n.Words, err error) (title, safe, do string) {
	vars := i18n.Vars{"What": "", "Where": ""}
	if p := app.ProblemOf(err); p != nil {
		vars = i18n.Vars{"What": p.What, "Where": p.Where}
	}
	key := "error." + string(app.CodeOf(err))
	if !w.Has(key + ".title") {
		key = "error." + string(app.CodeInternal)
	}
	return w.T(key+".title", vars), w.T(key+".safe", vars), w.T(key+".do", vars)
}

// Progress is long work in one row: its name, how far it has come, and Avbryt.
type Progress struct {
	Outer fyne.CanvasObject
	done  *canvas.Rectangle // the filled part
	track *fyne.Container
	count *Label
}

// NewProgress makes the row.
func NewProgress(w i18n.Words, name string, cancel func()) *Progress {
	p := &Progress{done: Rect(Accent, 0, 8, 4), count: NewLabel("", TextSecond, Muted, Regular)}
	p.track = container.New(&share{}, Box(Page, Edge, 4, nil), p.done)
	p.Outer = Fill(NoteSoft, Pad(6, 12, 6, 16, Row(12, Mark(MarkPending, 18, NoteSoft), Text(name, TextControl, Ink, Bold),
		Grow(Middle(p.track)), Fixed(90, 0, p.count), NewButton(ButtonOptions{Text: w.T("word.cancel"), Tap: cancel}))))
	return p
}

// Set shows how much is done of a total; total 0 means nobody knows.
func (p *Progress) Set(w i18n.Words, done, total int) {
	if total > 0 {
		if s, ok := p.track.Layout.(*share); ok {
			s.of = min(1, max(0, float32(done)/float32(total)))
		}
		p.track.Refresh()
		p.count.Set(w.T("part.of", i18n.Vars{"N": w.Int(int64(done)), "Of": w.Int(int64(total))}), Muted)
	}
}

// share lays its second object over a share of the first, 8 px tall.
type share struct{ of float32 }

func (l *share) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(40, 8) }

func (l *share) Layout(o []fyne.CanvasObject, s fyne.Size) {
	place(o[0], 0, 0, s.Width, s.Height)
	place(o[1], 0, 0, round(s.Width*l.of), s.Height)
	o[1].(*canvas.Rectangle).Hidden = l.of == 0
}

// Banner is a row that tells of a state and offers one thing: a bad cell, what
// holds back a final paper.
func Banner(mark, text string, action *Action) fyne.CanvasObject {
	soft := MarkSoft(mark)
	row := []fyne.CanvasObject{Mark(mark, 17, soft), Grow(NewPara(text, TextSecond, Ink, Regular))}
	if action != nil {
		row = append(row, NewLink(action.Text, action.Do))
	}
	return Fill(soft, Pad(5, 14, 6, 14, Row(8, row...)))
}

// Empty is what stands where there is nothing: an icon, what is the case, what
// can be done about it.
func Empty(icon, title, text string, buttons ...fyne.CanvasObject) fyne.CanvasObject {
	return Centre(Column(10, Centre(Icon(icon, 36, Edge, Page)), Centre(Text(title, TextSection, Ink, Bold)),
		Centre(Text(text, TextControl, Muted, Regular)), Centre(Row(8, buttons...))))
}
