package screens

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/i18n"
	"yttra/reports"
	"yttra/screens/parts"
)

// Fields of the section about the paper's look.
const (
	fieldColour   = "colour"
	fieldLineStep = "line_step"
	fieldDigital  = "digital_note"
	fieldOwnWord  = "own_word"
)

// mostStep is the widest step of line numbers that helps anybody count.
const mostStep = 50

// lookModel is how the municipality's papers look, while it is being changed.
type lookModel struct {
	look app.Look
	step string // as it is typed
	word string // name of the printed word that is shown
}

func newLookModel(l app.Look) *lookModel {
	m := &lookModel{look: l}
	m.look.Labels = maps.Clone(l.Labels)
	if l.Number > 0 {
		m.step = strconv.Itoa(l.Number)
	}
	return m
}

// kept is what is kept: what can be read, and no word that says nothing.
func (m *lookModel) kept() app.Look {
	l := m.look
	l.Colour, l.Digital = strings.TrimSpace(l.Colour), strings.TrimSpace(l.Digital)
	if n, ok := m.number(); ok {
		l.Number = n
	}
	l.Labels = nil
	for name, s := range m.look.Labels {
		if s = strings.TrimSpace(s); s != "" {
			if l.Labels == nil {
				l.Labels = map[string]string{}
			}
			l.Labels[name] = s
		}
	}
	return l
}

// number is the step of line numbers; none is nought, the house's own.
func (m *lookModel) number() (int, bool) {
	s := strings.TrimSpace(m.step)
	if s == "" {
		return 0, true
	}
	n, err := strconv.Atoi(s)
	return n, err == nil && n > 0 && n <= mostStep
}

// setWord puts an own word in the place of a printed one; empty is the program's.
func (m *lookModel) setWord(name, s string) {
	if m.look.Labels == nil {
		m.look.Labels = map[string]string{}
	}
	m.look.Labels[name] = s
}

// owned are the names of the words that are the municipality's own.
func (m *lookModel) owned() []string {
	var out []string
	for name, s := range m.look.Labels {
		if strings.TrimSpace(s) != "" {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}

// faults are what the paper cannot have, by field: sentences, since they say what
// was read and measured. wrong is the printed word whose own one does not fit.
func (m *lookModel) faults(w i18n.Words) (out map[string]string, wrong string) {
	out = map[string]string{}
	if _, ok := m.number(); !ok {
		out[fieldLineStep] = w.T("look.fault_step")
	}
	for _, err := range reports.Remarks(app.Profile{Look: m.kept()}) {
		title, _, do := parts.ProblemWords(w, err)
		switch app.CodeOf(err) {
		case app.CodeLabel:
			p := app.ProblemOf(err)
			if wrong == "" || p.Where == m.word {
				wrong = p.Where
			}
			if p.Where == m.word {
				out[fieldOwnWord] = do
			}
		default:
			out[fieldColour] = title + " " + do
		}
	}
	return out, wrong
}

// paperLook is the section about how the papers look.
func (v *profileView) paperLook() fyne.CanvasObject {
	t, m := v.w.words.T, v.m.look
	faces := parts.NewChoice(parts.ChoiceOptions{Options: []parts.Option{{Text: t("look.serif")}, {Text: t("look.sans")}}, Chosen: chosenIf(m.look.Sans),
		Pick: func(i int) { m.look.Sans = i == 1; v.drawPicture() }})
	size := parts.NewChoice(parts.ChoiceOptions{Options: []parts.Option{{Text: t("look.usual")}, {Text: t("look.large")}}, Chosen: chosenIf(m.look.Large),
		Pick: func(i int) { m.look.Large = i == 1; v.drawPicture() }})
	abreast := parts.NewChoice(parts.ChoiceOptions{Options: []parts.Option{{Text: t("look.abreast_usual")}, {Text: "1"}, {Text: "2"}, {Text: "3"}}, Chosen: min(m.look.Abreast, 3),
		Pick: func(i int) { m.look.Abreast = i; v.drawPicture() }})
	archive := parts.NewToggle(t("look.archive_on"), !m.look.Plain, func(on bool) { m.look.Plain = !on })
	left := parts.Column(13,
		labelled(t("look.face"), faces), labelled(t("look.size"), size, t("look.size_hint")), v.colour(),
		labelled(t("look.abreast"), abreast, t("look.abreast_hint")),
		v.field(fieldDigital, parts.FieldOptions{Label: t("look.digital"), Hint: t("look.digital_hint"), Text: m.look.Digital, Changed: func(s string) { m.look.Digital = s; v.drawSoon() }}),
		parts.Fixed(0, 0, v.field(fieldLineStep, parts.FieldOptions{Label: t("look.step"), Hint: t("look.step_hint"), Text: m.step, Changed: func(s string) { m.step = s; v.tell(v.m.faults()) }})),
		labelled(t("profile.archive"), archive, t("look.archive_hint")),
		parts.HLine(parts.Line), v.ownWords())
	return besidePicture(left, v.picture())
}

func chosenIf(second bool) int {
	if second {
		return 1
	}
	return 0
}

// colour is the one colour of rules and bars, with a swatch of it.
func (v *profileView) colour() fyne.CanvasObject {
	t, m := v.w.words.T, v.m.look
	swatch := parts.Swatch(m.look.Ink)
	f := v.field(fieldColour, parts.FieldOptions{Label: t("look.colour"), Hint: t("look.colour_hint"), Ghost: "#1f3a5f", Text: m.look.Colour, Changed: func(s string) {
		m.look.Colour = s
		swatch.Refresh()
		v.tell(v.m.faults())
		v.drawSoon()
	}})
	return parts.RowTop(8, parts.Grow(f), parts.Pad(24, 0, 0, 0, swatch))
}

// ownWords are the words printed on every paper: one that is shown with its own
// word, and those that have one.
func (v *profileView) ownWords() fyne.CanvasObject {
	t, m := v.w.words.T, v.m.look
	usual, err := reports.Labels()
	if err != nil { // the words are embedded; their own test reads them
		return parts.Column(0)
	}
	names := slices.SortedFunc(maps.Keys(usual), func(a, b string) int { return strings.Compare(strings.ToLower(usual[a]), strings.ToLower(usual[b])) })
	if m.word == "" {
		m.word = names[0]
	}
	var options []string
	for _, name := range names {
		options = append(options, usual[name])
	}
	which := parts.NewDropdown(parts.DropdownOptions{Options: options, Chosen: slices.Index(names, m.word), Pick: func(i int) {
		m.word = names[i]
		v.again(fieldOwnWord)
		v.w.win.Canvas().Focus(v.picks[0]) // the arrows go on in it
	}})
	v.picks = []*parts.Dropdown{which}
	own := v.field(fieldOwnWord, parts.FieldOptions{Label: t("look.own"), Ghost: usual[m.word], Text: m.look.Labels[m.word], Changed: func(s string) {
		m.setWord(m.word, s)
		v.tell(v.m.faults())
		v.drawSoon()
	}})
	rows := []fyne.CanvasObject{parts.Text(t("look.words"), parts.TextSecond, parts.Ink, parts.Bold), parts.NewPara(t("look.words_text"), parts.TextHint, parts.Muted, parts.Regular),
		parts.RowTop(10, parts.Grow(parts.Column(3, parts.Text(t("look.word"), parts.TextSecond, parts.Ink, parts.Bold), which)), parts.Grow(own))}
	for _, name := range m.owned() {
		show := parts.NewLink(t("economy.limit_show"), func() { m.word = name; v.again(fieldOwnWord) })
		drop := parts.NewButton(parts.ButtonOptions{Icon: parts.IconBin, Tap: func() { delete(m.look.Labels, name); v.again(fieldOwnWord) }})
		text := t("look.word_row", i18n.Vars{"Word": usual[name], "Own": m.look.Labels[name]})
		rows = append(rows, parts.Row(8, parts.Grow(parts.Middle(parts.NewPara(text, parts.TextSecond, parts.Ink, parts.Regular))), show, drop))
	}
	return parts.Column(6, rows...)
}
