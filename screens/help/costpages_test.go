package help

import (
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/cost"
	"yttra/app/packs"
)

// The page tells, out of the rules, what each kind of measure always costs.
func TestLifeCyclePageHasEveryRow(t *testing.T) {
	p, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	for lang, title := range map[string]string{"sv": "Bärbar teknik och positionering", "en": "When the measure is a trial"} {
		page, _ := book(t, lang).Page("life-cycle")
		text := ""
		for _, b := range page.Blocks {
			text += b.Text() + "\n"
		}
		for _, e := range p.Lifecycle {
			if !strings.Contains(text, e.Why.In(lang)) {
				t.Errorf("%s: %s %s is not told", lang, e.For, e.Kind)
			}
		}
		if !strings.Contains(text, title) {
			t.Errorf("%s: no %q", lang, title)
		}
	}
}

// The figure of the example is what the program makes of it.
func TestPresentValueOfTheExample(t *testing.T) {
	e := app.Estimate{Years: 6, RealRate: 350, Inflation: 200, Lines: []app.CostLine{{Kind: app.CostOperation, What: "x", Quantity: app.Units(1), Price: app.Kronor(100_000), From: 6}}}
	if got := cost.Sum(e, nil, "2026-11-22").Present.Written(app.InKronor); got != "76\u00a0260\u00a0kronor" {
		t.Fatalf("it is %s", got)
	}
	for lang, want := range map[string]string{"sv": "76 260 kronor", "en": "76,260 kronor"} {
		page, _ := book(t, lang).Page("present-value")
		said := false
		for _, b := range page.Blocks {
			said = said || b.Kind == Quote && strings.Contains(b.Text(), want)
		}
		if !said {
			t.Errorf("%s: the page says another figure", lang)
		}
	}
}

// Each topic is reached from the page of Kostnad, and from the rules it explains.
func TestCostTopicsAreReached(t *testing.T) {
	b := book(t, "sv")
	screen, _ := b.Page("screen-costs")
	for _, id := range []string{"life-cycle", "present-value", "as-today", "sunk-cost", "procurement-value", "funding"} {
		if !strings.Contains(" "+links(screen)+" ", " "+id+" ") {
			t.Errorf("%s is not linked from Kostnad", id)
		}
	}
	for rule, want := range map[string]string{"COST-FIN-01": "funding", "COST-NOLL-01": "as-today", "COST-SUNK-01": "sunk-cost",
		"COST-GRANS-01": "procurement-value", "COST-KRING-01": "life-cycle", "COST-JAV-01": "cost"} {
		page, _ := b.Page(rule)
		if !strings.Contains(" "+links(page)+" ", " "+want+" ") {
			t.Errorf("%s leads to %s, not %s", rule, links(page), want)
		}
	}
}
