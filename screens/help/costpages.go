package help

import (
	"strings"

	"yttra/app"
	"yttra/app/packs"
	"yttra/i18n"
)

// lifecycleBlocks lists, out of the packs, what each kind of measure always costs
// and why.
func lifecycleBlocks(p *packs.Packs, w i18n.Words) []Block {
	var out []Block
	list := func(title, of string) {
		first := true
		for _, kind := range app.CostKinds {
			for _, e := range p.Lifecycle {
				if e.For != of || e.Kind != kind {
					continue
				}
				if first {
					out = append(out, Block{Kind: Para, Spans: []Span{{Text: title, Bold: true}}})
					first = false
				}
				out = append(out, Block{Kind: Item, Spans: []Span{{Text: w.T("cost_kind." + string(kind)), Bold: true}, {Text: ": " + e.Why.In(w.Lang())}}})
			}
		}
	}
	for _, m := range app.Measures {
		list(w.T("measure."+string(m)), string(m))
	}
	list(w.T("help.for_purchase"), packs.ForPurchase)
	list(w.T("help.for_pilot"), packs.ForPilot)
	return out
}

// costTopic is the page that explains what a rule about cost is about.
func costTopic(rule string) string {
	name := strings.TrimSuffix(strings.TrimPrefix(rule, "COST-"), "-01")
	switch name {
	case "FIN", "BUD":
		return "funding"
	case "NOLL", "PILOT":
		return "as-today"
	case "SUNK":
		return "sunk-cost"
	case "VARDE", "OPT", "SAMMA", "DELA", "GRANS", "TROSK":
		return "procurement-value"
	case "TCO", "KRING", "INT", "LIC", "DRIFT", "UTB", "JUR", "AVV", "RISK":
		return "life-cycle"
	}
	return "cost"
}
