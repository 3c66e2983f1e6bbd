package check

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"yttra/app"
	"yttra/app/packs"
)

// withRule compiles the packs with one more plain rule, TEST-01, whose looks are
// given in TOML.
func withRule(t testing.TB, looks string) *Checker {
	t.Helper()
	c, err := Compile(withFile(t, "form/test.toml", `id = "TEST-01"
area = "form"
severity = "note"
sv = { title = "{words}{section}{n}{from}{to}", fail = "f" }
`+looks), "sv")
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Faults()) > 0 {
		t.Fatal(c.Faults())
	}
	return c
}

// withCriterion does the same with a criterion.
func withCriterion(t testing.TB, looks string) *Checker {
	t.Helper()
	c, err := Compile(withFile(t, "criteria/test.toml", `id = "TEST-01"
area = "proportionality"
severity = "serious"
source = [{ sv = "5 § påhittade lagen", sure = "K" }]
sv = { title = "T", question = "Q?", accept = "a", fail = "underkänt", missing = "saknas", wording = "Skriv så." }
`+looks), "sv")
	if err != nil {
		t.Fatal(err)
	}
	if len(c.Faults()) > 0 {
		t.Fatal(c.Faults())
	}
	return c
}

func withFile(t testing.TB, name, text string) *packs.Packs {
	t.Helper()
	p, faults, err := packs.LoadWith(fstest.MapFS{name: {Data: []byte(text)}})
	if err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	return p
}

// opinion is a matter with one opinion of sections "role: text".
func opinion(sections ...string) *app.Matter {
	d := app.Document{ID: "d1", Kind: "opinion", Level: app.Committee, Body: "Kulturnämnden"}
	for _, s := range sections {
		role, text, _ := strings.Cut(s, ": ")
		d.Sections = append(d.Sections, app.Section{Role: role, Heading: role, Text: text})
	}
	return &app.Matter{Measures: []app.Measure{app.General}, Documents: []app.Document{d}}
}

// quotes gives what the findings of a rule point at, and how many more places
// they speak of; "-" for the whole document.
func quotes(r Result, id string) string {
	var out []string
	for _, f := range r.Findings {
		if f.ID != id {
			continue
		}
		q := f.Quote
		if q == "" {
			q = "-"
		}
		if f.Repeats > 0 {
			q += fmt.Sprintf(" +%d", f.Repeats)
		}
		out = append(out, q)
	}
	return strings.Join(out, "|")
}

func TestFaultsAtCompile(t *testing.T) {
	for name, c := range map[string]struct{ text, where, says string }{
		"unknown kind":         {"[[look]]\nkind = \"magic\"\n", "line 7, key look[0].kind", "magic"},
		"key it does not take": {"[[look]]\nkind = \"phrase\"\nphrases = [\"a\"]\nred = [\"b\"]\n", "line 9, key look[0].red", "does not take"},
		"key it must have":     {"[[look]]\nkind = \"phrase\"\n", "line 6, key look[0].phrases", "missing"},
		"bound it must have":   {"[[look]]\nkind = \"sentence\"\n", "line 6, key look[0].max", "missing"},
		"no phrase":            {"[[look]]\nkind = \"phrase\"\nphrases = [\"* barn\"]\n", "line 8, key look[0].phrases", "not a phrase"},
		"no phrase to replace": {"[[look]]\nkind = \"replace\"\n[look.replace]\n\"*\" = \"x\"\n", "line 8, key look[0].replace", "not a phrase"},
		"unknown mark":         {"[[look]]\nkind = \"typography\"\nphrases = [\"comma\"]\n", "line 8, key look[0].phrases", "comma"},
		"unknown fact":         {"when = \"measure.XYZ\"\n[[look]]\nkind = \"section\"\n", "line 6, key when", "XYZ"},
		"not yes or no":        {"when = \"claims + 1\"\n[[look]]\nkind = \"section\"\n", "line 6, key when", "bool"},
		"wrong types":          {"when = \"claims > 'a'\"\n[[look]]\nkind = \"section\"\n", "line 6, key when", "mismatched"},
		"a function":           {"when = \"len(kind) > 1\"\n[[look]]\nkind = \"section\"\n", "line 6, key when", "len"},
		"broken expression":    {"when = \"claims >\"\n[[look]]\nkind = \"section\"\n", "line 6, key when", "unexpected"},
		"condition of a look":  {"[[look]]\nkind = \"section\"\nwhen = \"nix\"\n", "line 8, key look[0].when", "nix"},
		"severity":             {"[[severity_when]]\nwhen = \"nix\"\nseverity = \"note\"\n[[look]]\nkind = \"section\"\n", "line 7, key severity_when[0].when", "nix"},
		"evidence in a rule":   {"[[look]]\nkind = \"evidence\"\nphrases = [\"a\"]\n", "line 7, key look[0].kind", "criteria"},
	} {
		t.Run(name, func(t *testing.T) {
			p := withFile(t, "form/test.toml", "id = \"TEST-01\"\narea = \"form\"\nseverity = \"note\"\n# words\nsv = { title = \"t\", fail = \"f\" }\n"+c.text)
			checker, err := Compile(p, "sv")
			if err != nil {
				t.Fatal(err)
			}
			fs := checker.Faults()
			if len(fs) != 1 {
				t.Fatalf("%d faults", len(fs))
			}
			if f := fs[0]; f.Code != app.CodePack || f.What != "form/test.toml" || f.Where != c.where || !strings.Contains(f.Error(), c.says) {
				t.Errorf("got %v\nwant %s with %q", f, c.where, c.says)
			}
		})
	}
}

// An own rule with a fault gives way to the embedded one it was to replace.
func TestFaultyReplacementGivesWay(t *testing.T) {
	p := withFile(t, "form/test.toml", "id = \"FORM-DRAFT-01\"\narea = \"form\"\nseverity = \"note\"\nsv = { title = \"t\", fail = \"f\" }\n[[look]]\nkind = \"magic\"\n")
	c, err := Compile(p, "sv")
	if err != nil || len(c.Faults()) != 1 {
		t.Fatal(err, c.Faults())
	}
	if got := quotes(c.Run(opinion("summary: Kulturnämnden föreslås besluta att avslå motionen."), 0), "FORM-DRAFT-01"); got != "föreslås besluta" {
		t.Errorf("the embedded rule does not run: %q", got)
	}
}

func TestEmbeddedFaultIsAnError(t *testing.T) {
	p := loadPacks(t)
	broken := *p.Rules[0]
	broken.When = "nix"
	p.Rules[0] = &broken
	if _, err := Compile(p, "sv"); app.CodeOf(err) != app.CodePack || app.ProblemOf(err).What != broken.File {
		t.Errorf("%v", err)
	}
}

func TestFindingsCarryTheWordsOfTheRule(t *testing.T) {
	p := loadPacks(t)
	m := opinion("assessment: Enligt BUN behövs fler vuxna.")
	for lang, want := range map[string]string{"sv": "Förkortningen BUN förklaras inte", "en": "The abbreviation BUN is not explained"} {
		c, err := Compile(p, lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range c.Run(m, 0).Findings {
			if f.ID == "LANG-FORK-01" && (f.Title != want || f.Severity != app.Note || f.Source == "") {
				t.Errorf("%+v", f)
			}
		}
		if quotes(c.Run(m, 0), "LANG-FORK-01") != "BUN" {
			t.Errorf("%s: not found", lang)
		}
	}
}

func TestFindingsAreInOrderOfTheText(t *testing.T) {
	c := compiled(t)
	r := c.Run(longMatter(t), 0)
	if len(r.Findings) < 10 {
		t.Fatalf("only %d findings", len(r.Findings))
	}
	whole := false
	for i, f := range r.Findings[1:] {
		before := r.Findings[i]
		if before.Place.Section >= 0 && f.Place.Section >= 0 && (f.Place.Section < before.Place.Section ||
			f.Place.Section == before.Place.Section && f.Place.Span.Start < before.Place.Span.Start) {
			t.Errorf("%s at %v after %v", f.ID, f.Place, before.Place)
		}
		if whole && f.Place.Section >= 0 {
			t.Errorf("%s at %v comes after a finding on the whole document", f.ID, f.Place)
		}
		whole = f.Place.Section < 0
	}
	if !reflect.DeepEqual(r, c.Run(longMatter(t), 0)) {
		t.Error("the same document gives another result the second time")
	}
}

func TestQuoteIsWhatStandsThere(t *testing.T) {
	m := longMatter(t)
	for _, f := range compiled(t).Run(m, 0).Findings {
		if f.Place.Section >= 0 && !f.Place.Span.Empty() {
			if text := m.Documents[0].Sections[f.Place.Section].Text[f.Place.Span.Start:f.Place.Span.End]; text != f.Quote {
				t.Errorf("%s quotes %q where %q stands", f.ID, f.Quote, text)
			}
		}
	}
}

func TestNoSuchDocument(t *testing.T) {
	for _, doc := range []int{-1, 1} {
		if r := compiled(t).Run(opinion(), doc); len(r.Findings)+len(r.Criteria) > 0 {
			t.Errorf("document %d has findings", doc)
		}
	}
}

func TestApplies(t *testing.T) {
	c := withRule(t, "measures = [\"KAM\"]\nkinds = [\"opinion\"]\nwhen = \"children\"\n[[look]]\nkind = \"phrase\"\nphrases = [\"kamera\"]\n")
	m := opinion("assessment: En kamera.")
	for _, step := range []struct {
		change func()
		want   string
	}{
		{func() {}, ""},
		{func() { m.Measures = []app.Measure{app.Cameras} }, ""},
		{func() { m.Affected = []app.Group{app.Children} }, "kamera"},
		{func() { m.Documents[0].Kind = "motion_response" }, ""},
	} {
		step.change()
		if got := quotes(c.Run(m, 0), "TEST-01"); got != step.want {
			t.Errorf("got %q, want %q", got, step.want)
		}
	}
}
