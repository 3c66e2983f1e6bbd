package packs

import (
	"strings"
	"testing"
	"testing/fstest"

	"yttra/app"
)

// embeddedPacks loads what the program ships with.
func embeddedPacks(t testing.TB) *Packs {
	t.Helper()
	p, err := Load()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestEmbeddedPacksLoad(t *testing.T) {
	p := embeddedPacks(t)
	if len(p.Version) != 12 {
		t.Errorf("version is %q", p.Version)
	}
	var kinds []string
	for _, k := range p.Kinds {
		kinds = append(kinds, k.ID)
	}
	if got, want := strings.Join(kinds, " "), "motion_response opinion official_report minutes_extract referral_response opinions_summary reservation separate_statement unanswered_motions"; got != want {
		t.Errorf("kinds are %s, want %s", got, want)
	}
	for i := 1; i < len(p.Rules); i++ {
		if p.Rules[i-1].ID >= p.Rules[i].ID {
			t.Errorf("rules are not in order: %s before %s", p.Rules[i-1].ID, p.Rules[i].ID)
		}
	}
}

const ownRule = `id = "LOKAL-01"
area = "form"
severity = "note"
sv = { title = "Lokal regel", fail = "Skriv hellre kommun." }
[[look]]
kind = "phrase"
phrases = ["staden"]
`

func TestMunicipalityAddsRule(t *testing.T) {
	p, faults, err := LoadWith(fstest.MapFS{"form/lokal.toml": {Data: []byte(ownRule)}})
	if err != nil || len(faults) != 0 {
		t.Fatal(err, faults)
	}
	r, ok := p.Rule("LOKAL-01")
	if !ok || !r.Own || r.EN.Title != "Lokal regel" {
		t.Fatalf("own rule: %+v", r)
	}
	if p.Version == embeddedPacks(t).Version {
		t.Error("the version does not change with the municipality's rules")
	}
}

func TestFaultsPointAtLineAndKey(t *testing.T) {
	for name, c := range map[string]struct{ file, text, where string }{
		"unknown key":      {"form/a.toml", strings.Replace(ownRule, "phrases", "phrasse", 1), "line 7, key look[0].phrasse"},
		"unknown severity": {"form/a.toml", strings.Replace(ownRule, `"note"`, `"mild"`, 1), "line 3, key severity"},
		"unknown area":     {"form/a.toml", strings.Replace(ownRule, `"form"`, `"style"`, 1), "line 2, key area"},
		"missing title":    {"form/a.toml", strings.Replace(ownRule, "Lokal regel", "", 1), "line 4, key sv.title"},
		"missing kind":     {"form/a.toml", strings.Replace(ownRule, `kind = "phrase"`, "", 1), "line 5, key look[0].kind"},
		"missing id":       {"form/a.toml", strings.Replace(ownRule, `"LOKAL-01"`, `""`, 1), "line 1, key id"},
		"unknown measure":  {"form/a.toml", strings.Replace(ownRule, "severity", "measures = [\"X\"]\nseverity", 1), "line 3, key measures"},
		"broken TOML":      {"form/a.toml", ownRule + "phrases = [", "line 8, key look.phrases"},
		"wrong type":       {"form/a.toml", strings.Replace(ownRule, `"LOKAL-01"`, `7`, 1), "line 1, key id"},
		"off what is not":  {"form/a.toml", "id = \"NIX-01\"\noff = true\n", "line 1, key id"},
		"wrong folder":     {"regler/a.toml", ownRule, ""},
		"level":            {"kinds/a.toml", "id=\"x\"\nlevel=\"high\"\nsv={name=\"a\",title=\"b\"}\n", "line 2, key level"},
		"threshold day":    {"thresholds/a.toml", "[[row]]\nlaw = \"LOU\"\nsubject = \"works\"\nfrom = \"2026-02-30\"\n", "line 4, key row[0].from"},
		"sign":             {"propose.toml", "[[sign]]\nphrases = [\"a\"]\nmeasures = [\"B\"]\n", "line 3, key sign[0].measures"},
		"heading role":     {"headings.toml", "[[heading]]\nlike = [\"A\"]\n", "line 1, key heading[0].role"},
		"heading words":    {"headings.toml", "[[heading]]\nrole = \"summary\"\n", "line 1, key heading[0].like"},
		"heading star":     {"headings.toml", "[[heading]]\nrole = \"summary\"\nlike = [\"a*b\"]\n", "line 3, key heading[0].like"},
		"decision words":   {"decisions.toml", "[[lead]]\nlevel = \"committee\"\nbody = \"N\"\ntext = \"utan kolon\"\n", "line 4, key lead[0].text"},
	} {
		t.Run(name, func(t *testing.T) {
			p, faults, err := LoadWith(fstest.MapFS{c.file: {Data: []byte(c.text)}})
			if err != nil {
				t.Fatal(err)
			}
			if len(faults) != 1 {
				t.Fatalf("%d faults: %v", len(faults), faults)
			}
			f := faults[0]
			if f.Code != app.CodePack || f.What != c.file || f.Where != c.where {
				t.Errorf("got %v; want %s (%s)", f, c.file, c.where)
			}
			if len(p.Kinds) != len(embeddedPacks(t).Kinds) || len(p.Rules) != len(embeddedPacks(t).Rules) {
				t.Error("a fault in the municipality's folder stopped the embedded packs")
			}
		})
	}
}

func TestSameIDTwiceInOneFolder(t *testing.T) {
	_, faults, err := LoadWith(fstest.MapFS{"form/a.toml": {Data: []byte(ownRule)}, "form/b.toml": {Data: []byte(ownRule)}})
	if err != nil || len(faults) != 1 || faults[0].What != "form/b.toml" || faults[0].Where != "line 1, key id" {
		t.Errorf("%v %v", faults, err)
	}
}

func TestReplaceAndSwitchOff(t *testing.T) {
	all := embeddedPacks(t)
	if len(all.Rules) == 0 {
		t.Fatal("no rules are embedded")
	}
	id := all.Rules[0].ID
	p, faults, err := LoadWith(fstest.MapFS{"form/a.toml": {Data: []byte(strings.Replace(ownRule, "LOKAL-01", id, 1))}})
	if err != nil || len(faults) != 0 {
		t.Fatal(err, faults)
	}
	if r, _ := p.Rule(id); !r.Own || r.Base == nil || r.Base.ID != id {
		t.Errorf("%s was not replaced", id)
	}
	p, faults, err = LoadWith(fstest.MapFS{"form/a.toml": {Data: []byte("id = \"" + id + "\"\noff = true\n")}})
	if err != nil || len(faults) != 0 {
		t.Fatal(err, faults)
	}
	if _, ok := p.Rule(id); ok || len(p.Rules) != len(all.Rules)-1 {
		t.Errorf("%s was not switched off", id)
	}
}

func TestThresholdRowReplacedByMunicipality(t *testing.T) {
	row := "[[row]]\nlaw = \"LOU\"\nsubject = \"works\"\nfrom = \"2040-01-01\"\nto = \"2041-12-31\"\neur = 5\nsek = 70\ndirect_award = 7\nsure = \"V\"\nsource = \"egen\"\n"
	p, faults, err := LoadWith(fstest.MapFS{"thresholds/2040.toml": {Data: []byte(row)},
		"thresholds/2041.toml": {Data: []byte(strings.Replace(row, "2040-01-01", "2041-01-01", 1))}})
	if err != nil || len(faults) != 1 || faults[0].Where != "line 4, key row[0].from" {
		t.Fatalf("an overlapping row passed: %v %v", faults, err)
	}
	last := app.Threshold{}
	for _, th := range p.Thresholds {
		if th.From == "2040-01-01" {
			last = th
		}
	}
	if last.SEK != 7000 || last.DirectAward != 700 || last.EUR != 5 {
		t.Errorf("kronor were not made ören: %+v", last)
	}
}

func FuzzLoadWith(f *testing.F) {
	f.Add("form/a.toml", ownRule)
	f.Add("kinds/a.toml", "id=\"x\"\n[[section]]\nrole=\"a\"")
	f.Add("thresholds/a.toml", "[[row]]\nlaw = \"LOU\"")
	f.Add("procurement.toml", ownStep)
	f.Add("decisions.toml", "and = \"\"\"\nx")
	f.Add("propose.toml", "[[sign]]\n[sign.x]")
	base, err := Load()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, name, text string) {
		l := loader{packs: &Packs{Rules: base.Rules[:len(base.Rules):len(base.Rules)], Kinds: base.Kinds}, sum: noSum{}}
		if err := l.file(name, []byte(text), true, map[string]string{}); err != nil && app.CodeOf(err) != app.CodePack {
			t.Errorf("%v has code %s", err, app.CodeOf(err))
		}
	})
}

// noSum is a hash that costs nothing.
type noSum struct{}

func (noSum) Write(b []byte) (int, error) { return len(b), nil }
func (noSum) Sum(b []byte) []byte         { return b }
func (noSum) Reset()                      {}
func (noSum) Size() int                   { return 0 }
func (noSum) BlockSize() int              { return 1 }
