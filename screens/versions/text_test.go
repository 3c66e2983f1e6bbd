package versions

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"yttra/app/compare"
	"yttra/screens/parts"
)

// wide is a measurer where each letter is 1 wide.
func wide(s string, _ parts.Face) float32 { return float32(utf8.RuneCountInString(s)) }

func draw(spans []span, width float32) string {
	var rows []string
	for _, l := range linesOf(spans, width, wide) {
		var b strings.Builder
		for _, p := range l {
			switch p.op {
			case compare.Added:
				b.WriteString("{" + p.text + "}")
			case compare.Removed:
				b.WriteString("[" + p.text + "]")
			default:
				b.WriteString(p.text)
			}
			if p.face == parts.SerifBold {
				b.WriteString("!")
			}
		}
		rows = append(rows, b.String())
	}
	return strings.Join(rows, "|")
}

func spans(edits []compare.Edit, mark string) []span {
	return spansOf(edits, mark, parts.Serif, parts.SerifBold, parts.SerifItalic)
}

func TestLines(t *testing.T) {
	for _, c := range []struct {
		name     string
		old, new string
		mark     string
		width    float32
		want     string
	}{
		{"breaks at spaces", "ett två tre fyra", "ett två tre fyra", "", 8, "ett två|tre fyra"},
		{"what came is set apart", "Vid entrén.", "Vid porten.", "", 40, "Vid [entrén.] {porten.}"},
		{"a change over a row's end", "Vi vill inte", "Vi vill alltid gå ut", "", 10, "Vi vill|[inte]|{alltid gå}|{ut}"},
		{"emphasis is emphasis", "Vi **måste** gå", "Vi **måste** gå", "", 40, "Vi måste! gå"},
		{"emphasis that came", "Vi måste gå hem nu", "Vi **måste** gå hem nu", "", 40, "Vi [måste ]{måste}!{ }gå hem nu"},
		{"what looks like emphasis", "5*3*2 och \\*", "5*3*2 och \\*", "", 40, "5*3*2 och *"},
		{"a link is shown as written", "se gärna mer i [x](http://a.se) nu", "se gärna mer i [x](http://b.se) nu", "", 90, "se gärna mer i [[x](http://a.se) ]{[x](http://b.se) }nu"},
		{"the mark of an item is left out", "- ett", "- ett", "- ", 40, "ett"},
		{"a word wider than the row", "abcdefghij klm", "abcdefghij klm", "", 4, "abcd|efgh|ij|klm"},
		{"soft line ends are spaces", "ett\ntvå", "ett\ntvå", "", 40, "ett två"},
		{"nothing", "", "", "", 40, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := draw(spans(compare.Words(c.old, c.new), c.mark), c.width); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// Nothing that is written is lost in drawing, but for white space and marks.
func TestNoLetterIsLost(t *testing.T) {
	for _, s := range []string{"**a *b* c** d\\*e", "| a | b |\n|---|---|\n| **x** | y |", "> citat *här*", "[^1] not **fet[^1]**\n\n[^1]: *x*",
		strings.Repeat("å*b* ", 300), "*", "**", "\xff*x*", "a)\u00a0b **"} {
		var got strings.Builder
		for _, sp := range spans([]compare.Edit{{Op: compare.Same, Old: s, New: s}}, "") {
			got.WriteString(sp.text)
		}
		bare := func(s string) string {
			return strings.NewReplacer("*", "", "\\", "", "\ufffd", "", "\xff", "").Replace(s)
		}
		if bare(got.String()) != bare(s) {
			t.Errorf("%q is drawn as %q", s, got.String())
		}
	}
}

func TestLinesAreNeverWiderThanTheyMay(t *testing.T) {
	text := strings.Repeat("Nämnden **avstyrker** motionen om ansiktsigenkänningskameror. ", 40)
	for _, width := range []float32{1, 7, 30, 61} {
		for _, l := range linesOf(spans(compare.Words(text, strings.ReplaceAll(text, "avstyrker", "tillstyrker")), ""), width, wide) {
			var end float32
			for _, p := range l {
				if p.x != end {
					t.Fatalf("%s begins at %v, not %v", p.text, p.x, end)
				}
				end += p.width
			}
			if end > width && len([]rune(fmt.Sprint(l[0].text))) > 1 {
				t.Fatalf("row of %v in %v: %+v", end, width, l)
			}
		}
	}
}
