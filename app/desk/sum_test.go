package desk_test

import (
	"reflect"
	"testing"

	"yttra/app"
	"yttra/app/cost"
)

// Every way is summed with each change, the proposal first, and forgotten when the
// matter is closed.
func TestEveryWayIsSummed(t *testing.T) {
	h := open(t)
	h.add(t)
	line := app.CostLine{Kind: app.CostPurchase, What: "lås", Quantity: app.Units(1), Price: app.Kronor(100), Source: app.SourceQuote}
	h.desk.Edit("", func(m *app.Matter) {
		m.Estimate.Lines = []app.CostLine{line}
		line.Price = app.Kronor(70)
		m.Estimate.Alternatives = []app.Alternative{{Name: "i dag", Role: app.Today, Lines: []app.CostLine{line}}}
	})
	s := h.desk.State()
	if c := s.Compared; len(c.Ways) != 2 || c.Today != 1 || c.Difference(0, 1).Nominal.Likely != app.Kronor(30) || !reflect.DeepEqual(c.Ways[0], s.Cost) {
		t.Errorf("%+v", c)
	}
	h.desk.Edit("", func(m *app.Matter) { m.Estimate.Alternatives = nil })
	if c := h.desk.State().Compared; len(c.Ways) != 1 || c.Today != 0 {
		t.Errorf("%+v", c)
	}
	h.desk.Undo()
	if n := len(h.desk.State().Compared.Ways); n != 2 {
		t.Errorf("undone: %d ways", n)
	}
}

// A limit that somebody here has looked up holds as soon as it is in the profile,
// for every way.
func TestConfirmedLimitsHold(t *testing.T) {
	h := open(t)
	h.add(t)
	line := app.CostLine{Kind: app.CostPurchase, What: "lås", Quantity: app.Units(1), Price: app.Kronor(5_000_000), Source: app.SourceQuote}
	h.desk.Edit("", func(m *app.Matter) {
		m.Estimate.Start = "2026-06-01"
		m.Estimate.Lines = []app.CostLine{line}
		m.Estimate.Alternatives = []app.Alternative{{Name: "annat", Lines: []app.CostLine{line}}}
	})
	procedures := func() (out [2]cost.Procedure) {
		for i, w := range h.desk.State().Compared.Ways {
			out[i] = w.Procurement.Procedure
		}
		return out
	}
	if got := procedures(); got != [2]cost.Procedure{cost.NotKnown, cost.NotKnown} {
		t.Fatalf("the threshold in kronor is not confirmed: %v", got)
	}
	p := h.desk.State().Profile
	p.Economy.Limits = []app.Confirmed{{Law: app.LOU, Subject: app.GoodsAndServices, From: "2026-01-01", SEK: app.Kronor(2_400_000), Source: "upphandlingsmyndigheten.se", On: "2026-01-12"}}
	if err := h.desk.SetProfile(p); err != nil {
		t.Fatal(err)
	}
	if got := procedures(); got != [2]cost.Procedure{cost.EUDirective, cost.EUDirective} {
		t.Errorf("with the threshold confirmed: %v", got)
	}
}
