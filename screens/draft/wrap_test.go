package draft

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"yttra/screens/parts"
)

// The drawn rows and the entry's rows are the same, over long Swedish paragraphs.
func TestDrawnRowsAreTheEntrysRows(t *testing.T) {
	e, widen := wrapped(t)
	for _, width := range []float32{600, 560, 301} {
		widen(width)
		for i, text := range longParagraphs() {
			e.SetText(text)
			rows := rowsOf(text, width, true, false, serif)
			for n, r := range rows {
				e.CursorRow, e.CursorColumn = n, 0
				if got := byteAt(text, e.CursorTextOffset()); got != r.from {
					t.Fatalf("width %v, paragraph %d, row %d begins at %d in the entry, is drawn from %d", width, i, n, got, r.from)
				}
				e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
				if got := byteAt(text, e.CursorTextOffset()); got != r.to {
					t.Fatalf("width %v, paragraph %d, row %d ends at %d in the entry, is drawn to %d: %q", width, i, n, got, r.to, text[r.from:r.to])
				}
			}
			e.CursorRow = len(rows)
			e.TypedKey(&fyne.KeyEvent{Name: fyne.KeyPageDown})
			if e.CursorRow != len(rows)-1 {
				t.Fatalf("width %v, paragraph %d has %d rows in the entry, %d drawn", width, i, e.CursorRow+1, len(rows))
			}
		}
	}
}

// wrapped is an entry as the page has it, and a way to give its rows a width.
func wrapped(t *testing.T) (e *widget.Entry, widen func(width float32)) {
	t.Helper()
	a := test.NewTempApp(t)
	a.Settings().SetTheme(parts.Theme{Look: parts.LightLook})
	e = widget.NewMultiLineEntry()
	e.Wrapping, e.Scroll, e.TextStyle = fyne.TextWrapWord, container.ScrollNone, parts.Serif.Style()
	w := test.NewTempWindow(t, container.NewThemeOverride(e, parts.PageTheme()))
	w.SetPadded(false)
	return e, func(width float32) {
		w.Resize(fyne.NewSize(width+2*parts.PagePadding, 4000))
		e.Resize(fyne.NewSize(width+2*parts.PagePadding, 4000))
	}
}

func byteAt(s string, runes int) int { return len(string([]rune(s)[:runes])) }

// longParagraphs are invented from the words of such papers, with figures, long
// compounds, dashes, emphasis, odd spaces and words wider than a row.
func longParagraphs() []string {
	words := strings.Fields("nämnden förvaltningen bedömer att åtgärden inte står i proportion till intrånget eftersom behandlingen av känsliga personuppgifter " +
		"i skolmiljö kräver samtycke som elever i beroendeställning inte fritt kan lämna. Kommunstyrelsen föreslår därför kommunfullmäktige att avslå motionen, " +
		"medan utbildningsförvaltningens integritetsskyddsutredning 2026-04-15 visar på 35 000 kronor (exkl. moms) – en kostnad som saknar finansiering i budget. " +
		"Ansiktsigenkänningssystemleverantörsavtalsuppföljning, barnkonsekvensanalys och 5 § förvaltningslagen (2017:900) nämns; se även KS 2026/00214. I å ä ö Å Ä Ö é ü **fet** *kursiv*")
	var out []string
	for i := range 40 {
		var b strings.Builder
		for j := range 60 + i*3 {
			b.WriteString(words[(i*7+j*(i%5+1))%len(words)])
			b.WriteString(" ")
			if i%9 == 8 && j%17 == 0 {
				b.WriteString(" ")
			}
			if i%6 == 5 && j%25 == 24 {
				b.WriteString("\n- ")
			}
		}
		out = append(out, strings.TrimSpace(b.String()))
	}
	return append(out, strings.Repeat("ordutanmellanrum", 30), "kort "+strings.Repeat("å", 200)+" slut", "slutar med mellanslag ", "👍🏽 e\u0301 👩‍👩‍👧 "+strings.Repeat("emoji 😀 ", 40))
}
