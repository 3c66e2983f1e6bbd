package draft

import (
	"fmt"
	"strings"
	"testing"

	"yttra/app"
	"yttra/screens/parts"
)

// fixed measures every rune as one wide, bold as two.
func fixed(s string, f parts.Face) float32 {
	n := float32(len([]rune(s)))
	if f == parts.SerifBold {
		return 2 * n
	}
	return n
}

func TestRowsBreakAndIndent(t *testing.T) {
	for _, c := range []struct {
		text  string
		width float32
		raw   bool
		want  string // rows by |, pieces as x:text
	}{
		{"en två tre", 6, false, "0:en två|0:tre"},
		{"ett  två", 4, true, "0:ett |0:två"},
		{"", 6, false, ""},
		{"a\n\nb", 6, true, "0:a||0:b"},
		{"abcdefgh ij", 4, true, "0:abcd|0:efgh|0:ij"},
		{"en **fet** sak", 20, false, "0:en ,3:fet, 9: sak"},
		{"en **fet** sak", 20, true, "0:en **fet** sak"},
		{"- åäö ett\n- b", 30, false, "15:•,24:åäö|24:ett|15:•,24:b"},
		{"### Rubrik", 30, false, "0:Rubrik"},
		{"> citat", 40, false, "24:citat"},
	} {
		var rows []string
		for _, r := range rowsOf(c.text, c.width, c.raw, fixed) {
			var ps []string
			for _, p := range r.pieces {
				ps = append(ps, fmt.Sprintf("%v:%s", p.x, p.text))
			}
			rows = append(rows, strings.Join(ps, ","))
		}
		if got := strings.Join(rows, "|"); strings.ReplaceAll(got, " ", "") != strings.ReplaceAll(c.want, " ", "") {
			t.Errorf("%q: %q, want %q", c.text, got, c.want)
		}
	}
}

func TestOffsetsAndPlacesAnswerEachOther(t *testing.T) {
	for _, text := range []string{"en **fet** å *k* ö", "- åäö och mer\n- b", "slut "} {
		for _, raw := range []bool{true, false} {
			for n, r := range rowsOf(text, 30, raw, fixed) {
				for _, p := range r.pieces {
					for i := range p.text {
						if p.at < 0 || p.at == 0 && i == 0 && n > 0 {
							continue
						}
						x := r.x(p.at+i, fixed)
						if got := r.x(r.offset(x, fixed), fixed); got != x {
							t.Errorf("%q raw %v: the letter at %d stands at %v, there is one at %v", text, raw, p.at+i, x, got)
						}
					}
				}
			}
		}
	}
}

func TestStretchesOfASpan(t *testing.T) {
	rows := rowsOf("ett två tre fyra", 7, true, fixed)
	got := fmt.Sprint(stretches(rows, app.Span{Start: 4, End: 12}, fixed))
	if want := "[{0 4 7} {1 0 3}]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if i := rowAt(rows, 9); i != 1 {
		t.Errorf("offset 9 is in row %d", i)
	}
}
