package packs_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"yttra/app"
	"yttra/app/packs"
)

func TestScreeningAsksOfEverythingOnce(t *testing.T) {
	p, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	asked := map[string]int{}
	questions := p.Questions()
	for _, q := range questions {
		if !strings.HasSuffix(q.SV, "?") || !strings.HasSuffix(q.EN, "?") || q.SV == q.EN {
			t.Errorf("%q %q", q.SV, q.EN)
		}
		for _, a := range q.Answers {
			asked[a]++
		}
	}
	want := []string{app.AnswerPurchase, app.TopicPilot}
	for _, k := range app.Measures {
		if k != app.General {
			want = append(want, string(k))
		}
	}
	for _, g := range app.Groups {
		want = append(want, string(g))
	}
	for _, a := range want {
		if asked[a] != 1 {
			t.Errorf("%s is asked %d times", a, asked[a])
		}
	}
	if len(questions) > packs.MaxQuestions || len(asked) != len(want) {
		t.Errorf("%d questions, %v", len(questions), asked)
	}
}

func TestOwnScreening(t *testing.T) {
	own := fstest.MapFS{"propose.toml": {Data: []byte(`
[[sign]]
phrases = ["trygghetskamer*"]
measures = ["KAM"]
question = { sv = "Filmas någon?" }

[[sign]]
phrases = ["robot*"]
measures = ["AI"]
`)}}
	p, faults, err := packs.LoadWith(own)
	if err != nil || len(faults) > 0 {
		t.Fatal(faults, err)
	}
	base, _ := packs.Load()
	if a, b := p.Questions(), base.Questions(); len(a) != len(b) || a[1].SV != "Filmas någon?" || a[1].EN != a[1].SV || !slices.Equal(a[1].Answers, b[1].Answers) {
		t.Errorf("%+v", a)
	}
	many := "" // every answer asked by itself
	for i, k := range []string{"measures = [\"BIO\"]", "affected = [\"children\"]", "affected = [\"employees\"]", "affected = [\"public\"]"} {
		many += fmt.Sprintf("[[sign]]\nphrases = [\"a\"]\n%s\nquestion = { sv = \"Fråga %d?\" }\n", k, i)
	}
	for _, bad := range []string{many, "[[sign]]\nphrases = [\"a\"]\nquestion = { en = \"What?\" }\n"} {
		p, faults, err := packs.LoadWith(fstest.MapFS{"propose.toml": {Data: []byte(bad)}})
		if err != nil || len(faults) != 1 || !strings.Contains(faults[0].Where, "line") || len(p.Questions()) != len(base.Questions()) {
			t.Errorf("%s: %v %v", bad, faults, err)
		}
	}
}
