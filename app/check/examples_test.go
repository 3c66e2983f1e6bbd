package check

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"yttra/app/packs"
)

var loaded = sync.OnceValues(packs.Load)

// loadPacks gives a test packs of its own: nothing in a rule changes after
// loading, the list of them may.
func loadPacks(t testing.TB) *packs.Packs {
	t.Helper()
	p, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	own := *p
	own.Rules = slices.Clone(p.Rules)
	return &own
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
				t.Errorf("%s: %s\n%s", r.Rule.File, r.Flaw, r.Example.Text)
			}
		})
	}
}

// An example can have claims, other documents and a day.
func TestExampleOfAMatter(t *testing.T) {
	const rule = `id = "TEST-01"
area = "form"
severity = "note"
sv = { title = "{n}", fail = "f" }
[[look]]
kind = "undecided"
[[example]]
text = "En text."
`
	for keys, says := range map[string]string{
		"found = true\nmatter = { claims = [{ text = 'att a', decision = '' }] }":             "",
		"found = false\nmatter = { claims = [{ text = 'att a', decision = 'reject' }] }":      "",
		"found = false\ndocument = { date = '2026-01-02' }\ntoday = '2026-01-02'":             "",
		"found = false\nmatter = { claims = [{ text = 'att a', desicion = '' }] }":            "unknown key desicion",
		"found = false\nmatter = { claims = [{ text = 'att a', decision = 'maybe' }] }":       "maybe",
		"found = false\nmatter = { documents = [{ id = 'x', sections = [{ rule = 'a' }] }] }": "unknown key rule",
		"found = false\ndocument = { datum = '2026-01-02' }":                                  "unknown key datum",
		"found = false\ndocument = { date = 5 }":                                              "cannot unmarshal",
		"found = false\nfacts = { children = true }\n[example.matter.estimate]\nlaw = 'LOU'":  "",
		"found = false\nfacts = { children = true }\n[example.matter.estimate]\nlag = 'LOU'":  "unknown key lag",
	} {
		results, err := RunExamples(withFile(t, "form/test.toml", rule+keys+"\n"))
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range results {
			got := ""
			if r.Flaw != nil {
				got = r.Flaw.Error()
			}
			if r.Rule.ID == "TEST-01" && (r.OK != (says == "") || !strings.Contains(got, says)) {
				t.Errorf("%s: %q", keys, got)
			}
		}
	}
}
