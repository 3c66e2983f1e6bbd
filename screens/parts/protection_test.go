package parts_test

import (
	"strings"
	"testing"

	"yttra/screens/parts"
	"yttra/screens/parts/parttest"
)

func TestLevels(t *testing.T) {
	w := parttest.New(t, "sv", 400, 400).Words()
	for _, c := range []struct {
		own   []string
		level int
		want  string
	}{
		{nil, 0, "Ingen skyddsnivå gäller"},
		{nil, 1, "Adressen är skyddad"},
		{[]string{"Grönt", " ", "Rött"}, 1, "Grönt"},
		{[]string{"Grönt", " ", "Rött"}, 2, "Namn och adress är skyddade"},
		{[]string{"Grönt"}, 3, "Namn och personnummer är skyddade, bara fiktiva uppgifter"},
		{nil, 9, "Namn och personnummer är skyddade, bara fiktiva uppgifter"},
	} {
		if got := parts.LevelName(w, c.own, c.level); got != c.want {
			t.Errorf("level %d of %q is %q, want %q", c.level, c.own, got, c.want)
		}
	}
	for level, want := range []int{0, 1, 2, 3} {
		texts := strings.Join(parttest.Texts(parts.LevelQuestions(w, nil, level)), " ")
		n := 0
		for l := 1; l <= 3; l++ {
			if strings.Contains(texts, parts.LevelQuestion(w, l)) {
				n++
			}
		}
		if n != want {
			t.Errorf("level %d asks %d questions: %q", level, n, texts)
		}
	}
}
