package draft

import "testing"

func TestQuoteIntoTheText(t *testing.T) {
	for name, c := range map[string]struct {
		text  string
		at    int
		quote string
		alone bool
		want  string
		caret int
	}{
		"in a sentence":        {"Den vill bo här.", len("Den vill"), "”a” (b)", false, "Den vill ”a” (b) bo här.", len("Den vill ”a” (b)")},
		"before a word":        {"Den vill bo.", len("Den "), "”a” (b)", false, "Den ”a” (b) vill bo.", len("Den ”a” (b) ")},
		"in an empty section":  {"", 0, "”a” (b)", false, "”a” (b)", len("”a” (b)")},
		"after an opening":     {"Se (", len("Se ("), "”a” (b)", false, "Se (”a” (b)", len("Se (”a” (b)")},
		"alone":                {"Ett.\n\nTvå.", 2, "> a (b)", true, "Ett.\n\n> a (b)\n\nTvå.", len("Ett.\n\n> a (b)")},
		"alone, several":       {"Ett.", 4, "> a\n\n> c (b)", true, "Ett.\n\n> a\n\n> c (b)", len("Ett.\n\n> a\n\n> c (b)")},
		"nothing to be quoted": {"Ett.", 4, "", false, "Ett.", 4},
	} {
		m, h := shown(t, texts{"summary": c.text})
		section := h.desk.State().Document().Section("summary")
		m.Place(Caret{section, c.at})
		m.Quote(c.quote, c.alone)
		at, _ := m.Caret()
		m.Show(h.desk.State())
		if got := m.text(section); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
		if at.At != c.caret {
			t.Errorf("%s: the caret is at %d, want %d", name, at.At, c.caret)
		}
	}
}
