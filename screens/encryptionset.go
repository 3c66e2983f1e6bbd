package screens

import (
	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/app/locks"
	"yttra/i18n"
	"yttra/screens/parts"
)

// phraseForm is where a new passphrase is written, twice, and judged while it is.
type phraseForm struct {
	outer    fyne.CanvasObject
	one, two *parts.Field
	verdict  *fyne.Container
	w        *Window
	also     []*parts.Field // shown and hidden with it
	moved    func()
}

func newPhraseForm(w *Window, label string) *phraseForm {
	t := w.words.T
	f := &phraseForm{w: w, verdict: parts.Column(4), moved: func() {}}
	f.one = parts.NewField(parts.FieldOptions{Label: t(label), Hint: t("crypt.advice"), Secret: true, Changed: func(string) { f.judge() }})
	f.two = parts.NewField(parts.FieldOptions{Label: t("crypt.again"), Secret: true, Changed: func(string) { f.two.Fault("") }})
	show := parts.NewToggle(t("unlock.show"), false, func(on bool) {
		for _, x := range append([]*parts.Field{f.one, f.two}, f.also...) {
			x.Show(on)
		}
	})
	f.outer = parts.Column(8, f.one.Outer, f.verdict, f.two.Outer, parts.Left(show))
	return f
}

// judge says what there is to say of what is written.
func (f *phraseForm) judge() {
	t := f.w.words.T
	f.one.Fault("")
	f.verdict.Objects = nil
	if text := []byte(f.one.Text()); len(text) > 0 {
		j := f.judgement()
		mark := map[locks.Judgement]string{locks.Short: parts.MarkSerious, locks.Guessed: parts.MarkSerious, locks.Weak: parts.MarkNote}[j]
		if mark == "" {
			mark = parts.MarkMet
		}
		f.verdict.Add(f.line(mark, t("crypt.judge."+string(j), i18n.Vars{"N": locks.Shortest})))
		if locks.Edges(text) {
			f.verdict.Add(f.line(parts.MarkNote, t("crypt.edges")))
		}
	}
	f.verdict.Refresh()
	f.moved()
}

func (f *phraseForm) line(mark, text string) fyne.CanvasObject {
	return parts.RowTop(6, parts.Pad(2, 0, 0, 0, parts.Mark(mark, 16, parts.Panel)), parts.Grow(parts.NewPara(text, parts.TextSecond, parts.Ink, parts.Regular)))
}

// judgement takes what everybody knows of the municipality for no secret.
func (f *phraseForm) judgement() locks.Judgement {
	p := f.w.o.Desk.State().Profile
	return locks.Judge([]byte(f.one.Text()), p.Municipality, p.Officer.Name)
}

// taken gives the passphrase when it may be set; else the fields say why not.
func (f *phraseForm) taken() ([]byte, bool) {
	t := f.w.words.T
	defer f.moved()
	if j := f.judgement(); !j.Taken() {
		f.one.Fault(t("crypt.judge."+string(j), i18n.Vars{"N": locks.Shortest}))
		f.verdict.Objects = nil
		f.w.win.Canvas().Focus(f.one.Entry)
		return nil, false
	}
	if f.one.Text() != f.two.Text() {
		f.two.Fault(t("crypt.differ"))
		f.w.win.Canvas().Focus(f.two.Entry)
		return nil, false
	}
	return []byte(f.one.Text()), true
}

// The ways to open an encrypted register, as they are offered.
const (
	byPhrase = iota
	byBoth
	byStore
)

// askEncryption is the dialog where encryption is turned on, or the key is changed:
// what a lost passphrase means is told, and must be ticked, before anything is done.
func (w *Window) askEncryption(again bool) {
	t := w.words.T
	var d *parts.Dialog
	var tick *parts.Press
	way, keep, sure := byPhrase, false, false
	f := newPhraseForm(w, "crypt.phrase")
	wayText, fault := parts.Column(0), parts.Column(0)
	explain := func() {
		wayText.Objects = []fyne.CanvasObject{parts.NewPara(t([]string{"crypt.way_phrase", "crypt.way_both", "crypt.way_store"}[way]), parts.TextSecond, parts.Muted, parts.Regular)}
		f.outer.(*fyne.Container).Hidden = way == byStore
		wayText.Refresh()
	}
	explain()
	ways := parts.NewChoice(parts.ChoiceOptions{Options: []parts.Option{{Text: t("crypt.by_phrase")}, {Text: t("crypt.by_phrase_store")}, {Text: t("crypt.by_store")}},
		Pick: func(i int) { way = i; explain(); d.Relayout() }})
	tick = parts.NewTick(t("crypt.sure"), func(on bool) { sure = on; fault.Objects = nil; d.Relayout() })
	set := func() {
		c := app.Conversion{Encrypt: true, KeyStore: way != byPhrase, KeepBackups: keep}
		if way != byStore {
			var ok bool
			if c.Passphrase, ok = f.taken(); !ok {
				return
			}
		}
		if !sure {
			clear(c.Passphrase)
			fault.Objects = []fyne.CanvasObject{parts.NewPara(t("crypt.must_tick"), parts.TextHint, parts.Serious, parts.Regular)}
			d.Relayout()
			w.win.Canvas().Focus(tick)
			return
		}
		d.Close()
		w.convert(c, "crypt.done_on")
	}
	title, intro := "crypt.title", "crypt.is_off"
	if again {
		title, intro = "crypt.rekey", "crypt.rekey_intro"
	}
	para := func(key string) fyne.CanvasObject {
		return parts.NewPara(t(key), parts.TextControl, parts.Ink, parts.Regular)
	}
	fatal := parts.Fill(parts.SeriousSoft, parts.Pad(10, 14, 10, 14, parts.Column(8,
		parts.RowTop(8, parts.Mark(parts.MarkSerious, 20, parts.SeriousSoft), parts.Grow(parts.NewPara(t("crypt.fatal"), parts.TextControl, parts.Ink, parts.Regular))), fault, tick)))
	body := parts.Column(12, para(intro), ways, wayText, f.outer, para("crypt.write_down"), fatal, w.backupsFrom(&keep, "crypt.backups_plain", again),
		parts.NewPara(t("crypt.exports"), parts.TextSecond, parts.Muted, parts.Regular))
	yes := "crypt.on_yes"
	if again {
		yes = "crypt.rekey_yes"
	}
	d = parts.ShowDialog(w.win, w.words, parts.DialogOptions{Title: t(title), Width: 680, Height: 690, Body: parts.NewScroll(parts.Pad(14, 20, 16, 20, body)).Outer,
		Buttons: []fyne.CanvasObject{parts.NewButton(parts.ButtonOptions{Text: t("word.cancel"), Tap: func() { d.Close() }}),
			parts.NewButton(parts.ButtonOptions{Text: t(yes), Kind: parts.Primary, Tap: set})}}, f.one.Entry)
	f.moved = d.Relayout
}

// backupsFrom asks what becomes of the backups from before.
func (w *Window) backupsFrom(keep *bool, text string, again bool) fyne.CanvasObject {
	t := w.words.T
	if again {
		text = "crypt.backups_before"
	}
	c := parts.NewChoice(parts.ChoiceOptions{Options: []parts.Option{{Text: t("crypt.backups_drop")}, {Text: t("crypt.backups_keep")}}, Pick: func(i int) { *keep = i == 1 }})
	return parts.Column(6, parts.NewPara(t("crypt.backups"), parts.TextControl, parts.Ink, parts.Bold), parts.NewPara(t(text), parts.TextSecond, parts.Ink, parts.Regular), parts.Left(c))
}

// askDecryption takes the encryption away, when somebody has read what that means.
func (w *Window) askDecryption() {
	t := w.words.T
	var d *parts.Dialog
	keep := false
	yes := parts.NewButton(parts.ButtonOptions{Text: t("crypt.off_yes"), Kind: parts.Primary, Tap: func() {
		d.Close()
		w.convert(app.Conversion{KeepBackups: keep}, "crypt.done_off")
	}})
	d = parts.ShowDialog(w.win, w.words, parts.DialogOptions{Title: t("crypt.off"), Width: 600,
		Body:    parts.Pad(14, 20, 16, 20, parts.Column(12, parts.NewPara(t("crypt.off_sure"), parts.TextControl, parts.Ink, parts.Regular), w.backupsFrom(&keep, "crypt.backups_locked", false))),
		Buttons: []fyne.CanvasObject{parts.NewButton(parts.ButtonOptions{Text: t("word.cancel"), Tap: func() { d.Close() }}), yes}}, yes)
}
