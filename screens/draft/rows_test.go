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
		bold  bool
		want  string // rows by |, pieces as x:text
	}{
		{"en två tre", 6, false, false, "0:en två|0:tre"},
		{"ett  två", 4, true, false, "0:ett |0:två"},
		{"", 6, false, false, ""},
		{"a\n\nb", 6, true, false, "0:a||0:b"},
		{"abcdefgh ij", 4, true, false, "0:abcd|0:efgh|0:ij"},
		{"en **fet** sak", 20, false, false, "0:en ,3:fet, 9: sak"},
		{"en **fet** sak", 20, true, false, "0:en **fet** sak"},
		{"Rubrik", 30, false, true, "0:Rubrik"},
		{"se [lagen](https://a.se) nu", 30, false, false, "0:se ,3:lagen,8: nu"},
		{"så[^1] och[^12].", 30, false, false, "0:så¹,3: och¹²,9:."},
		{"se[^x] 5\\*3 a\\|b", 30, false, false, "0:se[x],5: 5,7:*3 a,11:|b"},
		{"https://a.se/b, c", 40, false, false, "0:https://a.se/b,14:, c"},
	} {
		var rows []string
		for _, r := range rowsOf(c.text, c.width, c.raw, c.bold, fixed) {
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
			for n, r := range rowsOf(text, 30, raw, false, fixed) {
				for _, p := range r.pieces {
					for i := range p.text {
						if p.at == 0 && i == 0 && n > 0 {
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
	rows := rowsOf("ett två tre fyra", 7, true, false, fixed)
	got := fmt.Sprint(stretches(rows, app.Span{Start: 4, End: 12}, fixed))
	if want := "[{0 4 7} {1 0 3}]"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
	if i := rowAt(rows, 9); i != 1 {
		t.Errorf("offset 9 is in row %d", i)
	}
}
