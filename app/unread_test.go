package app

import "testing"

// What cannot be read in any row of the estimate belongs to the copy alone.
func TestCloneKeepsWhatCannotBeRead(t *testing.T) {
	bad := func() map[string]string { return map[string]string{"amount": "tolv"} }
	m := Matter{Estimate: Estimate{Lines: []CostLine{{Unread: bad()}}, Spent: []Spent{{Unread: bad()}}, Funding: []Funding{{Unread: bad()}},
		Purchase: Purchase{Options: []PurchaseSum{{Unread: bad()}}, Similar: []PurchaseSum{{Unread: bad()}}}}}
	c := m.Clone().Estimate
	for i, u := range []map[string]string{c.Lines[0].Unread, c.Spent[0].Unread, c.Funding[0].Unread, c.Purchase.Options[0].Unread, c.Purchase.Similar[0].Unread} {
		if u["amount"] != "tolv" {
			t.Fatalf("%d: %v", i, u)
		}
		u["amount"] = "tretton"
	}
	e := m.Estimate
	for i, u := range []map[string]string{e.Lines[0].Unread, e.Spent[0].Unread, e.Funding[0].Unread, e.Purchase.Options[0].Unread, e.Purchase.Similar[0].Unread} {
		if u["amount"] != "tolv" {
			t.Errorf("%d: the copy's change is seen: %v", i, u)
		}
	}
}
