package trail

import (
	"strings"
	"testing"
	"time"

	"yttra/app"
	"yttra/app/audit"
	"yttra/app/packs"
	"yttra/app/store"
	"yttra/i18n"
)

func model(t *testing.T, only bool) (*Model, app.Trail) {
	t.Helper()
	s, err := store.OpenMemory(nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	w, err := i18n.New("sv")
	if err != nil {
		t.Fatal(err)
	}
	p, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	trail := s.(app.Trail)
	day := time.Date(2026, 11, 22, 20, 5, 0, 0, time.Local)
	tell := audit.Teller{Words: w, Packs: p, Matter: func(string) string { return "Cykelväg" }}
	return NewModel(Options{Trail: trail, Tell: tell, Matter: "m", Only: only, Now: func() time.Time { return day }}), trail
}

func record(t *testing.T, trail app.Trail, all ...app.Event) {
	t.Helper()
	for _, e := range all {
		if err := trail.Record(e); err != nil {
			t.Fatal(err)
		}
	}
}

func reload(t *testing.T, m *Model, trail app.Trail) {
	t.Helper()
	got, err := read(trail, m.filter(), 0)
	if err != nil {
		t.Fatal(err)
	}
	m.take(got, true)
}

func TestPagesOfEvents(t *testing.T) {
	m, trail := model(t, false)
	reload(t, m, trail)
	if m.Len() != 0 || m.next() != 0 {
		t.Error("something in an empty register")
	}
	for range page + 3 {
		record(t, trail, app.Event{Action: app.ActProfile})
	}
	reload(t, m, trail)
	if m.Len() != page || m.Line(0).Number != page+3 || m.next() != 4 {
		t.Fatalf("%d events, next %d", m.Len(), m.next())
	}
	more, err := read(trail, m.filter(), m.next())
	if err != nil {
		t.Fatal(err)
	}
	if m.take(more, false); m.Len() != page+3 || m.next() != 0 || m.Line(page+2).Number != 1 {
		t.Errorf("%d events, next %d", m.Len(), m.next())
	}
}

func TestEventsAreChosen(t *testing.T) {
	m, trail := model(t, true)
	at := func(d int) time.Time { return time.Date(2026, 11, d, 12, 0, 0, 0, time.Local) }
	record(t, trail, app.Event{Action: app.ActCreated, Matter: "m", By: "Eva", At: at(1)}, app.Event{Action: app.ActWaived, Matter: "m", By: "Bo", At: at(2)},
		app.Event{Action: app.ActProfile, By: "Bo", At: at(3)})
	c, err := trail.CheckTrail(nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	if whole, head, _ := m.Stands(); !whole || head != "Prövar om kedjan är hel …" {
		t.Error(head)
	}
	m.Verified(c)
	lists := func() string {
		reload(t, m, trail)
		var out []string
		for i := range m.Len() {
			out = append(out, string(m.events[i].Action))
		}
		return strings.Join(out, " ")
	}
	if names, i := m.Whose(); i != 1 || names[1] != "Cykelväg" || lists() != "waived created" {
		t.Errorf("%v %d %s", names, i, lists())
	}
	m.pickWhose(0)
	if names, _ := m.People(); strings.Join(names, ",") != "Alla personer,Bo,Eva" {
		t.Error(names)
	}
	m.pickWho(1)
	if got := lists(); got != "profile waived" {
		t.Error(got)
	}
	m.pickSort(3)
	if got := lists(); got != "waived" || strings.Join(m.chosen(), "; ") != "Bo; Påpekanden och kriterier" {
		t.Error(got, m.chosen())
	}
	m.pickWho(0)
	m.pickSort(0)
	if !m.pickDay(false, "2026-11-02") || !m.pickDay(true, "2026-11-02") || lists() != "waived" {
		t.Error(lists())
	}
	if m.pickDay(true, "i morgon") || m.to != "2026-11-02" || !m.pickDay(true, "") || lists() != "profile waived" {
		t.Error(lists())
	}
}

func TestChainStandsOrBreaks(t *testing.T) {
	m, _ := model(t, false)
	m.Verified(app.TrailCheck{TrailHead: app.TrailHead{Count: 1200}})
	if whole, head, breaks := m.Stands(); !whole || len(breaks) > 0 || !strings.Contains(head, "hel: 1\u00a0200 händelser") {
		t.Error(head)
	}
	var faults []app.TrailFault
	for n := range 5 {
		faults = append(faults, app.TrailFault{Number: uint64(n + 1), Kind: app.TrailChanged})
	}
	m.Verified(app.TrailCheck{Faults: faults})
	if whole, _, breaks := m.Stands(); whole || len(breaks) != 4 || breaks[3] != "… och 2 ställen till." {
		t.Error(breaks)
	}
}
