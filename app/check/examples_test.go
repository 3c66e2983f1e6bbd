package check

import (
	"testing"

	"yttra/app/packs"
)

func loadPacks(t testing.TB) *packs.Packs {
	t.Helper()
	p, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func compiled(t testing.TB) *Checker {
	t.Helper()
	c, err := Compile(loadPacks(t), "sv")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// Every example in every pack is a test with the rule's id for its name.
func TestExamples(t *testing.T) {
	results, err := RunExamples(loadPacks(t))
	if err != nil {
		t.Fatal(err)
	}
	if len(results) == 0 {
		t.Fatal("no rule has an example")
	}
	for _, r := range results {
		t.Run(r.Rule.ID+"/"+r.Name, func(t *testing.T) {
			if !r.OK {
				t.Errorf("%s: %s\n%s", r.Rule.File, r.Got, r.Example.Text)
			}
		})
	}
}
