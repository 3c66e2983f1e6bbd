package costs

import (
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/sample"
	"yttra/screens/parts/parttest"
)

func TestTerms(t *testing.T) {
	for _, c := range []struct {
		term        Term
		typed, want string
		fault       bool
	}{
		{Years, "8", "8", false}, {Years, "åtta", "åtta", true}, {Years, "31", "31", true}, {Years, "", "", false},
		{FirstYear, "2028", "2028", false}, {FirstYear, "28", "28", true},
		{RealRate, "2,25", "2,25", false}, {RealRate, "4 %", "4", false}, {RealRate, "mycket", "mycket", true},
		{Units, "1 240", "1240", false}, {Units, "0,5", "0,5", true}, {UnitName, "elev", "elev", false},
		{Start, "2027-02-01", "2027-02-01", false}, {Start, "2027-02-31", "2027-02-31", true}, {Financing, "Ram", "Ram", false},
	} {
		m, d := begin(t, three())
		before := d.State().Matter
		m.SetTerm(c.term, c.typed)
		if got := m.Term(c.term); got != c.want || (m.TermFault(c.term) != "") != c.fault {
			t.Errorf("%s %q: %q %q", c.term, c.typed, got, m.TermFault(c.term))
		}
		if c.fault && d.State().Matter != before {
			t.Errorf("%s %q changed the matter", c.term, c.typed)
		}
		if c.fault && (len(m.Faults()) != 1 || m.Faults()[0].Term != c.term) {
			t.Errorf("%s %q: %+v", c.term, c.typed, m.Faults())
		}
	}
}

func TestSumsFollow(t *testing.T) {
	m, d := begin(t, three())
	nb := func(s string) string { return strings.ReplaceAll(s, "\u00a0", " ") }
	s := m.Sums()
	if nb(s[0].Value) != "1 462 218 kr" || nb(s[0].Second) != "1 374 618 – 1 974 618 kr" || len(s) != 3 {
		t.Errorf("%+v", s)
	}
	if f := m.FinancingSum(); !f.Warn || nb(f.Value) != "1 462 218 kr" {
		t.Errorf("%+v", f)
	}
	m.SetTerm(Financing, "Inom ram")
	m.SetTerm(Units, "1450")
	m.SetTerm(UnitName, "elev")
	if f := m.FinancingSum(); f.Warn || f.Second != "Inom ram" {
		t.Errorf("%+v", f)
	}
	if s := m.Sums(); s[2].Label != "Per elev och år" || nb(s[2].Second) != "delat på 1 450: 1 008 kr var" {
		t.Errorf("%+v", s[2])
	}
	if got := nb(m.TermsLine()); got != "6 år · realränta 3,5 %" {
		t.Error(got)
	}
	m.SetLaw(app.LUF)
	m.SetSubject(app.Works)
	if e := d.State().Matter.Estimate; e.Law != app.LUF || e.Subject != app.Works {
		t.Errorf("%+v", e)
	}
}

func TestPurchase(t *testing.T) {
	m, _ := begin(t, three())
	p := m.Purchase()
	if p.Nothing || len(p.Lines) == 0 || plain(p.Value) != "Värdet är 1 461 600 kr utan moms." || !p.Confirm {
		t.Errorf("%+v", p)
	}
	m, _ = begin(t, app.Estimate{})
	if p := m.Purchase(); !p.Nothing || p.Warn || p.Title != "Inget köp från leverantör" {
		t.Errorf("%+v", p)
	}
}

// Every sample's estimate can be shown without a fault.
func TestSamples(t *testing.T) {
	for _, matter := range sample.Register() {
		d := parttest.Desk(t, &matter)
		m := NewModel(d, words(t))
		if f := m.Faults(); len(f) > 0 {
			t.Errorf("%s: %+v", matter.Title, f)
		}
		if m.Len() == 0 || strings.Contains(asText(m), "[") || len(m.Years().Bars) == 0 {
			t.Errorf("%s:\n%s", matter.Title, asText(m))
		}
	}
}
