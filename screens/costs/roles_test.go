package costs

import (
	"slices"
	"strings"
	"testing"

	"yttra/app"
	"yttra/screens/parts/parttest"
)

// A proposal without today's solution asks for it, and a trial for full scale.
func TestWhatAProposalLacks(t *testing.T) {
	m, d := begin(t, three())
	if r, seed, ok := m.Lacks(); !ok || r != app.Today || seed != SeedToday {
		t.Errorf("%s %v", r, ok)
	}
	m.AddWay(SeedToday)
	if m.Role() != app.Today {
		t.Errorf("today's solution is %q", m.Role())
	}
	if _, _, ok := m.Lacks(); ok {
		t.Error("an alternative lacks something")
	}
	m.ShowWay(0)
	if _, _, ok := m.Lacks(); ok {
		t.Error("nothing is lacking")
	}
	m.SetPilot(true)
	if r, seed, ok := m.Lacks(); !ok || r != app.Full || seed != SeedFull {
		t.Errorf("%s %v", r, ok)
	}
	m.AddWay(SeedFull)
	if e := d.State().Matter.Estimate; m.Role() != app.Full || m.Len() != 3 || !e.Pilot || e.Alternatives[1].Name != "Fullskala" {
		t.Errorf("%+v", e.Alternatives)
	}
	m.SetRole(app.Today) // no two are today's
	if e := d.State().Matter.Estimate; e.Alternatives[0].Role != app.OtherWay || e.Alternatives[1].Role != app.Today {
		t.Errorf("%+v", e.Alternatives)
	}
}

// An alternative can be shared by a number of its own.
func TestOwnUnits(t *testing.T) {
	m, d := begin(t, three())
	m.SetTerm(Units, "100")
	m.AddWay(SeedCopy)
	m.SetOwnUnits("1 450")
	if e := d.State().Matter.Estimate; e.Units != 100 || e.Alternatives[0].Units != 1450 || m.OwnUnits() != "1450" {
		t.Errorf("%+v", e)
	}
	if s := m.Sums()[2]; !strings.HasPrefix(nb(s.Second), "delat på 1 450:") {
		t.Errorf("%+v", s)
	}
	if m.UnitsFault("tolv") == "" || m.UnitsFault("") != "" || m.UnitsFault("12") != "" {
		t.Error("faults")
	}
	m.SetOwnUnits("")
	if m.OwnUnits() != "" || !strings.HasPrefix(nb(m.Sums()[2].Second), "delat på 100:") {
		t.Errorf("%q", m.OwnUnits())
	}
}

// The financing belongs to the proposal, whichever way is shown when it is written.
func TestFinancingIsTheProposals(t *testing.T) {
	m, d := begin(t, three())
	m.AddWay(SeedCopy)
	m.SetTerm(Financing, "Inom ram")
	if got := d.State().Matter.Estimate.Financing; got != "Inom ram" || m.Term(Financing) != got {
		t.Errorf("%q", got)
	}
	m.SetLetter(true)
	m.SetTerm(Needed, "2027-08-15")
	if p := d.State().Matter.Estimate.Purchase; !p.Letter || p.Needed != "2027-08-15" {
		t.Errorf("%+v", p)
	}
}

// Own time without a price gets the cost of an hour, as the profile has it.
func TestHoursOfOwnStaff(t *testing.T) {
	d := parttest.Desk(t, &app.Matter{Title: "Kameror", Estimate: three()})
	p := d.State().Profile
	p.Economy.Hour = app.Kronor(412)
	if err := d.SetProfile(p); err != nil {
		t.Fatal(err)
	}
	m := NewModel(d, words(t))
	m.Go(At{3, WhatColumn})
	m.Commit("Rektorernas tid")
	m.Go(At{3, PayeeColumn})
	m.Choose(paidAsTime)
	if l := d.State().Matter.Estimate.Lines[3]; !l.Internal || l.Price != app.Kronor(412) {
		t.Errorf("%+v", l)
	}
	m.Go(At{0, PayeeColumn})
	m.Choose(paidAsTime)
	if l := d.State().Matter.Estimate.Lines[0]; l.Price != app.Kronor(14500) {
		t.Errorf("a price that was there is now %d", l.Price)
	}
}

// What a measure of its kind always costs is asked for, with why, and added with a
// press; a row of nothing answers.
func TestWhatUsuallyBelongs(t *testing.T) {
	matter := &app.Matter{Title: "Armband", Measures: []app.Measure{"WEAR"}, Estimate: app.Estimate{FirstYear: 2027, Years: 4}}
	b := open(t, matter, 1196, 689)
	all := b.screen.model.Missing()
	if len(all) < 3 || all[1].Kind != app.CostPeripherals || !strings.Contains(all[1].Why, "basstationer") || all[1].From == "" {
		t.Fatalf("%+v", all)
	}
	parttest.Press(t, b.screen.Content(), "Visa och lägg till")
	top := b.Win.Canvas().Overlays().Top()
	if top == nil {
		t.Fatal("nothing is shown")
	}
	b.Shot(t, "costs-usual")
	n := len(all)
	b.typed("\n")
	lines := b.desk.State().Matter.Estimate.Lines
	if len(lines) != 1 || lines[0].Kind != all[0].Kind || len(b.screen.model.Missing()) != n-1 {
		t.Errorf("%+v", lines)
	}
	parttest.Press(t, top, "Stäng")
	if slices.ContainsFunc(b.screen.model.Missing(), func(l Lacking) bool { return l.Kind == all[0].Kind }) {
		t.Error("what was added is still missing")
	}
}
