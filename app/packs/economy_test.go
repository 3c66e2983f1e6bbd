package packs

import (
	"strings"
	"testing"
	"testing/fstest"

	"yttra/app"
)

const ownDraft = `[kinds]
purchase = "a"
peripherals = "b"
installation = "c"
integration = "d"
licences = "e"
operation = "f"
support = "g"
training = "h"
new_work = "i"
legal = "j"
risk = "k"
exit = "l"
saving = "m"
[[passage]]
part = "total"
when = ["long", "!units"]
sv = "Det kostar {total}."
`

func TestOwnEconomyReplacesTheDraft(t *testing.T) {
	p := laid(t, map[string]string{"economy.toml": ownDraft})
	if len(p.Economy.Passages) != 1 || p.Economy.Kinds[app.CostRisk] != "k" {
		t.Errorf("%+v", p.Economy)
	}
}

// Each fact that a passage may ask for is asked for, so that none is dead.
func TestEveryFactIsAskedFor(t *testing.T) {
	asked := map[string]bool{}
	for _, p := range laid(t, nil).Economy.Passages {
		for _, w := range p.When {
			asked[strings.TrimPrefix(w, "!")] = true
		}
	}
	for _, f := range Facts {
		if !asked[f] {
			t.Errorf("nobody asks for %q", f)
		}
	}
}

func TestFaultsInAnOwnEconomy(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"a kind without words": {strings.Replace(ownDraft, `risk = "k"`, "", 1), "kinds.risk"},
		"no part":              {strings.Replace(ownDraft, `part = "total"`, "", 1), "passage[0].part"},
		"no words":             {strings.Replace(ownDraft, `"Det kostar {total}."`, `""`, 1), "passage[0].sv"},
		"an unknown fact":      {strings.Replace(ownDraft, `"long"`, `"lång"`, 1), "passage[0].when"},
		"an unknown each":      {ownDraft + `each = "year"`, "passage[0].each"},
		"a slot left open":     {strings.Replace(ownDraft, "{total}", "{total", 1), "passage[0].sv"},
		"an unknown key":       {ownDraft + `en = "x"`, "passage[0].en"},
	} {
		p, faults, err := LoadWith(fstest.MapFS{"economy.toml": {Data: []byte(c.text)}})
		if err != nil || len(faults) != 1 || !strings.Contains(faults[0].Where, c.want) {
			t.Errorf("%s: %v", name, faults)
		}
		if len(p.Economy.Passages) < 20 {
			t.Errorf("%s: the draft of the house is gone", name)
		}
	}
}
