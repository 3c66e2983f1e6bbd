package check

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"yttra/app"
	"yttra/app/packs"
)

func lay(t *testing.T, files map[string]string) Laid {
	t.Helper()
	own := fstest.MapFS{}
	for name, text := range files {
		own[name] = &fstest.MapFile{Data: []byte(text)}
	}
	l, err := Lay(own, "sv")
	if err != nil {
		t.Fatal(err)
	}
	return l
}

const ownCriterion = `id = "LOKAL-01"
area = "cost"
severity = "blocking"
sv = { title = "Landsbygd", question = "Hur påverkas landsbygden?", accept = "a", fail = "f", missing = "Inget om landsbygden." }
source = [{ sv = "Riktlinjer för service", sure = "P" }]
[[look]]
kind = "evidence"
phrases = ["landsbygd*"]
[[example]]
state = "indicated"
text = "Bussen når landsbygden."
[[example]]
name = "stan"
state = "indicated"
text = "Bussen går i stan."
`

func TestLay(t *testing.T) {
	l := lay(t, map[string]string{"lokal.toml": ownCriterion, "tco.toml": "id = \"COST-TCO-01\"\nseverity = \"note\"\n", "av.toml": "id = \"COST-BUD-01\"\noff = true\n"})
	if len(l.Faults) > 0 || len(l.Examples) != 2 {
		t.Fatalf("%v, %d examples", l.Faults, len(l.Examples))
	}
	if failed := l.Failed(); len(failed) != 1 || failed[0].Name != "stan" || failed[0].Flaw.Why != packs.OtherState || failed[0].Flaw.What != string(app.NotAddressed) {
		t.Errorf("failed: %+v", failed)
	}
	m := opinion("assessment: Det kostar 5 000 kronor.")
	m.Claims = claims(app.Approve)
	states := map[string]app.CriterionResult{}
	for _, c := range l.Checker.Run(m, 0).Criteria {
		states[c.ID] = c
	}
	if states["LOKAL-01"].State != app.NotAddressed || states["LOKAL-01"].Severity != app.Blocking {
		t.Errorf("own: %+v", states["LOKAL-01"])
	}
	if states["COST-TCO-01"].State != app.Indicated || states["COST-TCO-01"].Severity != app.Note {
		t.Errorf("changed: %+v", states["COST-TCO-01"])
	}
	if _, asked := states["COST-BUD-01"]; asked {
		t.Error("what is switched off is asked")
	}
}

// Words that are added are found as the rule's own.
func TestAddedPhrases(t *testing.T) {
	m := opinion("assessment: Kommunbanken står för notan.")
	state := func(l Laid) app.CriterionState {
		for _, c := range l.Checker.Run(m, 0).Criteria {
			if c.ID == "COST-FIN-01" {
				return c.State
			}
		}
		return ""
	}
	if got := state(lay(t, nil)); got != app.NotAddressed {
		t.Fatalf("without the folder: %s", got)
	}
	if got := state(lay(t, map[string]string{"a.toml": "id = \"COST-FIN-01\"\n[add]\nphrases = [\"kommunbanken\"]\n"})); got != app.Indicated {
		t.Errorf("with it: %s", got)
	}
}

// What cannot be made ready is left out like what cannot be read, and the packs
// hold the embedded rule again.
func TestLayLeavesOutWhatCannotBeMadeReady(t *testing.T) {
	none := lay(t, nil)
	for name, c := range map[string]struct {
		text string
		line int
		key  string
		why  packs.Why
		what string
	}{
		"unknown fact":       {"when = \"purchse\"", 2, "when", packs.NoFact, "purchse"},
		"unknown field":      {"when = \"measure.KAMERA\"", 2, "when", packs.NoFact, "KAMERA"},
		"broken condition":   {"when = \"purchase &&\"", 2, "when", packs.Condition, ""},
		"endless condition":  {"when = \"" + strings.Repeat("(", 3000) + "\"", 2, "when", packs.Condition, "3000 > 2000"},
		"added no phrase":    {"[add]\nphrases = [\"* bra\"]", 3, "add.phrases", packs.NotAPhrase, "* bra"},
		"added no group":     {"[add]\ntogether = [\"bra\"]", 3, "add.together", packs.NoGroups, ""},
		"added not taken":    {"[add]\nreplace = { a = \"b\" }", 1, "look[0].replace", packs.NotTaken, "evidence"},
		"own look":           {"[[look]]\nkind = \"gissa\"", 3, "look[0].kind", packs.NoLook, "gissa"},
		"own look, unknown":  {"[[look]]\nkind = \"evidence\"\nphrases = [\"*\"]", 4, "look[0].phrases", packs.NotAPhrase, "*"},
		"look for a form":    {"[[look]]\nkind = \"evidence\"\nphrases = [\"a\"]\nmax = 3", 5, "look[0].max", packs.NotTaken, "evidence"},
		"severity condition": {"[[severity_when]]\nwhen = \"nix\"\nseverity = \"note\"", 3, "severity_when[0].when", packs.NoFact, "nix"},
	} {
		l := lay(t, map[string]string{"criteria/a.toml": "id = \"COST-TCO-01\"\n" + c.text + "\n", "lokal.toml": ownCriterion})
		if len(l.Faults) != 1 {
			t.Errorf("%s: %v", name, l.Faults)
			continue
		}
		f := packs.FaultOf(l.Faults[0])
		if f.File != "criteria/a.toml" || f.Line != c.line || f.Key != c.key || f.Why != c.why || c.what != "" && f.What != c.what {
			t.Errorf("%s: %+v", name, f)
		}
		got, _ := l.Packs.Rule("COST-TCO-01")
		if want, _ := none.Packs.Rule("COST-TCO-01"); got.Own || got.When != want.When {
			t.Errorf("%s: the embedded rule does not stand", name)
		}
		if len(l.Packs.Added()) != 1 {
			t.Errorf("%s: the other file was left out too", name)
		}
	}
}

// Own kinds, decisions, signs and waivers with faults do not stop anything either.
func TestLayOtherFiles(t *testing.T) {
	kind := "id = \"opinion\"\nlevel = \"committee\"\nsv = { name = \"Yttrande\", title = \"Y %s\" }\n[[section]]\nrole = \"assessment\"\nwhen = \"nix\"\nsv = { heading = \"B\" }\n"
	for file, c := range map[string]struct {
		text string
		why  packs.Why
	}{
		"kinds/a.toml": {kind, packs.NoFact},
		"propose.toml": {"[[sign]]\nphrases = [\"*\"]\npurchase = true\n", packs.NotAPhrase},
		"waive.toml":   {"forms = [\"*\"]\nforms_of_need = [\"a\"]\nforms_of_matter = [\"b\"]\ninquiries = [\"c\"]\nreasons = [\"d\"]\n", packs.NotAPhrase},
	} {
		l := lay(t, map[string]string{file: c.text})
		if len(l.Faults) != 1 || packs.FaultOf(l.Faults[0]).Why != c.why || packs.FaultOf(l.Faults[0]).File != file {
			t.Errorf("%s: %v", file, l.Faults)
		}
		if k, ok := l.Packs.Kind("opinion"); !ok || k.Own {
			t.Errorf("%s: the embedded kind does not stand", file)
		}
	}
}

// What the README and the help tell a newcomer to write holds.
func TestWrittenExamplesOfOwnRules(t *testing.T) {
	readme := read(t, "../../README.md")
	_, readme, _ = strings.Cut(readme, "## A municipality's own rules")
	readme, _, _ = strings.Cut(readme, "\n## ")
	texts := map[string][]string{}
	for i, block := range strings.Split(readme, "```") {
		if text, ok := strings.CutPrefix(block, "toml\n"); ok && i%2 == 1 {
			texts["README"] = append(texts["README"], text)
		}
	}
	for _, lang := range []string{"sv", "en"} {
		block := ""
		for line := range strings.Lines(read(t, "../../screens/help/text/"+lang+"/own-rules.md") + "\n") {
			if rest, ok := strings.CutPrefix(line, "| "); ok {
				block += rest
			} else if block != "" {
				texts[lang] = append(texts[lang], block)
				block = ""
			}
		}
	}
	for from, want := range map[string]struct{ added, changed, off int }{"README": {1, 1, 1}, "sv": {1, 2, 1}, "en": {1, 2, 1}} {
		files := map[string]string{}
		for i, text := range texts[from] {
			files[string(rune('a'+i))+".toml"] = text
		}
		l := lay(t, files)
		if len(l.Faults) > 0 || len(l.Failed()) > 0 || len(l.Examples) != 1 {
			t.Errorf("%s: %v, %v", from, l.Faults, l.Failed())
		}
		if len(l.Packs.Added()) != want.added || len(l.Packs.Changed()) != want.changed || len(l.Packs.Own.Off) != want.off {
			t.Errorf("%s: %d added, %d changed, %d off", from, len(l.Packs.Added()), len(l.Packs.Changed()), len(l.Packs.Own.Off))
		}
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
