package parts

import (
	"strings"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/i18n"
)

// CardOptions make a finding card. Functions that are nil offer nothing.
type CardOptions struct {
	Words   i18n.Words
	Finding app.Finding
	Section string // heading of the section it speaks of; empty: the whole document
	Open    bool
	Tap     func()                    // on the head: open it
	Key     func(*fyne.KeyEvent) bool // on the head, before its own keys; true: taken
	Show    func()                    // Visa i texten
	Insert  func()                    // Infoga förslag
	Waive   func()                    // Godkänn med skäl …
	Unwaive func()                    // take a given reason back
	Other   *Action                   // another thing that mends it, in the place of Insert
	Mends   []Action                  // put other words in the place of the quoted ones, the best first
	More    []fyne.CanvasObject       // what else can be done, after Waive
}

// Card shows a finding: shape, title, severity and section; when open also why,
// the sentence, the law and what can be done. Head is the part that takes the
// focus.
func Card(o CardOptions) (outer fyne.CanvasObject, head *Press) {
	mark := SeverityMark(o.Finding.Severity)
	if o.Finding.Waived != "" {
		mark = MarkWaived
	}
	head = NewPress(PressOptions{Tap: o.Tap, Key: o.Key, Gap: -2, Draw: func(t Touch) fyne.CanvasObject { return drawCardHead(o, mark, t) }})
	if !o.Open {
		return Column(0, Columns(0, []float32{4, 0}, Rect(Clear, 4, 1, 0), head), HLine(Line)), head
	}
	body := Pad(0, 10, 10, 10, Column(8, cardBody(o, mark)...))
	return Stack(Framed(Page, Edge, 4, Pad(0, 0, 0, 3, Column(0, head, body))), Align(0, Stretch, Rect(MarkColor(mark), 4, 1, 0))), head
}

func drawCardHead(o CardOptions, mark string, t Touch) fyne.CanvasObject {
	ground, behind := Clear, Panel
	if o.Open {
		ground, behind = Page, Page
	}
	word := o.Words.T("severity." + string(o.Finding.Severity))
	if o.Finding.Waived != "" {
		word = o.Words.T("state.waived")
	}
	second := []fyne.CanvasObject{Text(word, TextHint, MarkWord(mark), Bold)}
	where := o.Section
	if n := o.Finding.Repeats; n > 0 {
		where = strings.TrimPrefix(where+" · "+o.Words.N("part.places", n+1), " · ")
	}
	if where != "" {
		second = append(second, Grow(NewLabel("· "+where, TextHint, Muted, Regular)))
	}
	return Box(t.Calm(ground), Clear, 3, Pad(8, 9, 8, 10, RowTop(8, Pad(2, 0, 0, 0, Mark(mark, 19, t.Calm(behind))),
		Grow(Column(1, NewPara(o.Finding.Title, TextControl, Ink, Bold), Row(5, second...))))))
}

func cardBody(o CardOptions, mark string) []fyne.CanvasObject {
	w, f := o.Words, o.Finding
	var out []fyne.CanvasObject
	label := func(s string, under fyne.CanvasObject) {
		out = append(out, Column(2, Text(s, TextHint, Muted, Bold), under))
	}
	if f.Why != "" {
		label(w.T("part.why"), NewPara(f.Why, TextSecond, Ink, Regular))
	}
	if f.Quote != "" {
		out = append(out, Box(MarkSoft(mark), Clear, 3, Pad(5, 8, 6, 8, Column(0, NewPara("”"+f.Quote+"”", TextSecond, Ink, SerifItalic)))))
	}
	if f.Waived != "" {
		label(w.T("part.reason"), NewPara(f.Waived, TextSecond, Ink, Regular))
	}
	if f.Source != "" {
		label(w.T("part.law"), NewPara(f.Source, TextSecond, Ink, Regular))
	}
	var main []fyne.CanvasObject
	kind := Primary
	for _, a := range o.Mends {
		main = append(main, NewButton(ButtonOptions{Text: a.Text, Kind: kind, Tap: a.Do}))
		kind = Plain
	}
	if o.Show != nil {
		main = append(main, NewButton(ButtonOptions{Text: w.T("part.show"), Icon: IconJump, Kind: kind, Tap: o.Show}))
	}
	switch {
	case o.Other != nil:
		main = append(main, NewButton(ButtonOptions{Text: o.Other.Text, Icon: IconPlus, Tap: o.Other.Do}))
	case o.Insert != nil && f.Wording != "":
		main = append(main, NewButton(ButtonOptions{Text: w.T("part.insert"), Icon: IconPlus, Tap: o.Insert}))
	}
	if len(main) > 0 {
		out = append(out, Flow(8, main...))
	}
	foot := []fyne.CanvasObject{}
	switch {
	case f.Waived != "" && o.Unwaive != nil:
		foot = append(foot, NewButton(ButtonOptions{Text: w.T("part.unwaive"), Kind: Quiet, Tap: o.Unwaive}))
	case f.Waived == "" && o.Waive != nil:
		foot = append(foot, NewButton(ButtonOptions{Text: w.T("part.waive"), Kind: Quiet, Tap: o.Waive}))
	}
	id := Hint(f.ID)
	if len(o.More) > 0 {
		return append(out, Flow(4, append(foot, o.More...)...), Row(8, Grow(), id))
	}
	if len(foot) == 0 {
		return append(out, Row(8, Grow(), id))
	}
	return append(out, GiveWay(8, foot[0], id))
}

// AskReason opens "Godkänn med skäl": the reason must have at least ten words,
// since it is printed in the record of the review.
func AskReason(win fyne.Window, w i18n.Words, title, start string, done func(reason string)) *Dialog {
	return Ask(win, w, AskOptions{Title: w.T("part.waive_title"), Text: title, Mark: MarkWaived, Label: w.T("part.waive_ask"), Hint: w.T("part.waive_hint"),
		Start: start, Lines: 3, Yes: w.T("part.waive_yes"), Done: done,
		Check: func(s string) string { return ReasonFault(w, s) }})
}

// AskReasonEverywhere is AskReason for words that stand in n places: the person
// chooses whether the reason holds for all of them.
func AskReasonEverywhere(win fyne.Window, w i18n.Words, title, words string, n int, done func(reason string, everywhere bool)) *Dialog {
	everywhere := false
	if r := []rune(words); len(r) > 40 {
		words = string(r[:39]) + "…"
	}
	all := w.N("part.waive_all", n, i18n.Vars{"Words": words})
	return Ask(win, w, AskOptions{Title: w.T("part.waive_title"), Text: title, Mark: MarkWaived, Label: w.T("part.waive_ask"), Hint: w.T("part.waive_hint"),
		Lines: 3, Below: Left(NewToggle(all, false, func(on bool) { everywhere = on })), Yes: w.T("part.waive_yes"), Done: func(reason string) { done(reason, everywhere) },
		Check: func(s string) string { return ReasonFault(w, s) }})
}

// ReasonFault says what is wrong with a reason; empty when it is one.
func ReasonFault(w i18n.Words, s string) string {
	if n := len(strings.Fields(s)); n < leastReason {
		return w.N("part.waive_short", n)
	}
	return ""
}

// leastReason is how many words a reason has at least.
const leastReason = 10
