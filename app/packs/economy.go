package packs

import (
	"fmt"
	"slices"
	"strings"

	"yttra/app"
)

// Economy is what the section about economy is drafted from.
type Economy struct {
	Passages []Passage               // in the order they stand
	Kinds    map[app.CostKind]string // what each kind of cost is called within a sentence
}

// Passage is a sentence or two of a draft, when they are wanted. {key} in the text
// is a figure of the estimate, or a word that app/economy has; {way/*/total} is
// that of each way that the passage is written for.
type Passage struct {
	Part string   `toml:"part"` // passages of one part stand in one paragraph
	When []string `toml:"when"` // facts that must hold; "!fact" must not
	Each string   `toml:"each"` // "way": once for each other way
	SV   string   `toml:"sv"`
}

// Facts are what a Passage can be wanted for.
var Facts = []string{"long", "short", "period", "both", "kinds", "saving", "investment", "discounted", "range", "sourced", "swing", "units", "today", "named",
	"pilot", "full", "missing", "spent", "back", "purchase", "procedure", "limit", "wide", "funding", "words", "charge", "index"}

// economy reads the draft; a municipality's own replaces it.
func (l *loader) economy(name string, data []byte) error {
	var f struct {
		Kinds    map[app.CostKind]string `toml:"kinds"`
		Passages []Passage               `toml:"passage"`
	}
	ix, err := decode(name, data, &f)
	if err != nil {
		return err
	}
	for _, k := range app.CostKinds {
		if f.Kinds[k] == "" {
			return ix.fault("kinds."+string(k), errMissing)
		}
	}
	for i, p := range f.Passages {
		if key, err := p.fault(); err != nil {
			return ix.fault(fmt.Sprintf("passage[%d].%s", i, key), err)
		}
	}
	l.packs.Economy = Economy{f.Passages, f.Kinds}
	return nil
}

// fault names the key of what is wrong.
func (p Passage) fault() (key string, err error) {
	switch {
	case p.Part == "":
		return "part", errMissing
	case p.SV == "":
		return "sv", errMissing
	case p.Each != "" && p.Each != "way":
		return "each", unknown(p.Each, []string{"way"})
	case strings.Count(p.SV, "{") != strings.Count(p.SV, "}"):
		return "sv", &Flaw{Why: NotAPhrase, What: p.SV}
	}
	for _, w := range p.When {
		if f := strings.TrimPrefix(w, "!"); !slices.Contains(Facts, f) {
			return "when", unknown(f, Facts)
		}
	}
	return "", nil
}
