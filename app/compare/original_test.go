package compare

import (
	"testing"

	"yttra/app"
)

// Another file with the same text is another paper that came in; the same file is not,
// however large it is.
func TestOriginalsAreComparedByTheirSums(t *testing.T) {
	with := func(sum string, data ...byte) Side {
		return Side{Matter: &app.Matter{Title: "Bänkar", Motion: &app.Source{Name: "m.pdf", Text: "Motion", SHA256: sum, Data: data}}}
	}
	for name, c := range map[string]struct {
		old, new Side
		want     string
	}{
		"the same":           {with("a", 1, 2), with("a", 1, 2), ""},
		"another file":       {with("a", 1, 2), with("b", 3), "motion"},
		"bytes of their own": {with("a", 1, 2), with("a", 3), "rest"},
		"lost":               {with("a", 1, 2), with("a"), "rest"},
	} {
		got := ""
		for _, f := range Matters(c.old, c.new).Facts {
			got += string(f.What)
		}
		if got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}
