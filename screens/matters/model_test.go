package matters

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"yttra/app"
	"yttra/app/desk"
	"yttra/i18n"
	"yttra/screens/parts"
)

func words(t testing.TB) i18n.Words {
	w, err := i18n.New("sv")
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func register() []app.Row {
	return []app.Row{
		{ID: "a", Title: "Kulturskola i hela kommunen", References: []string{"KS 2025/00790"}, Received: "2025-11-03", Stage: app.Drafting, Holder: "Ada", Movers: []app.Mover{{Name: "Runa Hallqvist", Party: "LL"}}},
		{ID: "b", Title: "Kameror vid Norra skolgården", References: []string{"KS 2025/00871"}, Received: "2025-12-09", Stage: app.Waiting, Tally: app.Tally{Note: 1}},
		{ID: "c", Title: "Öppna förskolor", References: []string{"KS 2026/00214"}, Received: "2026-04-15", Stage: app.Drafting, Holder: "Ada", Tally: app.Tally{Blocking: 1, Serious: 3}},
		{ID: "d", Title: "Solceller på tak", Stage: app.Decided, Received: "2024-01-01"},
		{ID: "e", Title: "Cykelväg", Stage: app.New},
	}
}

func state(rows []app.Row) desk.State {
	return desk.State{Today: "2026-11-22", Rows: rows, Profile: app.Profile{Officer: app.Person{Name: "Ada"}}}
}

func model(t testing.TB) *Model {
	m := NewModel(words(t))
	m.Take(state(register()))
	return m
}

func ids(m *Model) string {
	s := ""
	for i := range m.Len() {
		s += m.ID(i)
	}
	return s
}

func TestWhatIsShown(t *testing.T) {
	for name, c := range map[string]struct {
		query  string
		filter Filter
		order  Order
		want   string
	}{
		"all by time":      {"", All, ByTime, "abced"},
		"all as saved":     {"", All, BySaved, "abcde"},
		"å ä ö after z":    {"", All, ByTitle, "ebadc"},
		"mine":             {"", Mine, ByTime, "ac"},
		"short time":       {"", Short, ByTime, "ab"},
		"waiting":          {"", Waiting, ByTime, "b"},
		"decided":          {"", Decided, ByTime, "d"},
		"a word":           {"KAMEROR", All, ByTime, "b"},
		"two words":        {"hallqvist kultur", All, ByTime, "a"},
		"part of a number": {"2026/002", All, ByTime, "c"},
		"party":            {"ll", All, ByTime, "ad"},
		"nowhere":          {"bredband", All, ByTime, ""},
		"in the chip":      {"kultur", Waiting, ByTime, ""},
	} {
		m := model(t)
		m.Sort(c.order)
		m.Filter(c.filter)
		m.Search(c.query)
		if got := ids(m); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestCounts(t *testing.T) {
	m := model(t)
	var got []int
	for _, f := range Filters {
		got = append(got, m.Count(f))
	}
	if want := []int{5, 2, 2, 1, 1, 0}; !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if f := m.Facts(); len(f) != 2 || f[0] != "5 av 5 ärenden" || f[1] != "1 över tiden" {
		t.Errorf("%q", f)
	}
}

func TestRowSaysTheTime(t *testing.T) {
	m := model(t)
	want := map[string]struct {
		text, mark string
		year       bool
	}{
		"a": {"19 dagar över", parts.MarkBlocking, true}, "b": {"17 dagar kvar", parts.MarkSerious, true},
		"c": {"144 dagar kvar", "", true}, "d": {"Avslutad", "", false}, "e": {"Inkommandedag saknas", "", false},
	}
	for i := range m.Len() {
		r := m.Row(i)
		if w := want[r.ID]; r.Time != w.text || r.Mark != w.mark || r.Year != w.year {
			t.Errorf("%s: %q %q %v, want %+v", r.ID, r.Time, r.Mark, r.Year, w)
		}
	}
	if r := m.Row(m.Index("a")); r.Used != 1000 || r.Second != "KS 2025/00790 · Runa Hallqvist (LL)" {
		t.Errorf("%+v", r)
	}
}

// Typing in a text makes a new state for every key; the list must not be counted
// again each time.
func TestSameRowsAreNotCountedAgain(t *testing.T) {
	rows := register()
	m := NewModel(words(t))
	if !m.Take(state(rows)) {
		t.Error("the first rows were not taken")
	}
	if m.Take(state(rows)) {
		t.Error("the same rows were taken again")
	}
	s := state(rows)
	s.Matter = &app.Matter{ID: "c"}
	if !m.Take(s) || m.Open() != "c" {
		t.Error("an opened matter was not noticed")
	}
	if !m.Take(state(slices.Clone(rows))) {
		t.Error("new rows were not taken")
	}
}

func TestSide(t *testing.T) {
	m := model(t)
	s := state(register())
	s.Matter = &app.Matter{ID: "c", Title: "Öppna förskolor", Movers: []app.Mover{{Name: "A", Party: "LL"}, {Name: "B"}},
		Claims:    []app.Claim{{Text: "att öppna", Decision: app.Reject}, {Text: "att räkna"}},
		Documents: []app.Document{{Kind: "opinion"}}, Motion: &app.Source{Name: "motion.txt"}}
	s.Tally = app.Tally{Blocking: 1}
	side, ok := m.SideOf(s, func(id string) string { return "<" + id + ">" })
	if !ok || fmt.Sprint(side.Claims) != "[{att öppna Förslag: avslag true} {att räkna Förslag saknas false}]" {
		t.Errorf("%v %v", ok, side.Claims)
	}
	if fmt.Sprint(side.Papers) != "[{<opinion> utkast, 1 påpekande 0} {Motion motion.txt -1}]" {
		t.Errorf("%v", side.Papers)
	}
	if _, ok := m.SideOf(state(nil), nil); ok {
		t.Error("nothing is open, yet there is a side")
	}
}

func large(n int) []app.Row {
	rows := make([]app.Row, n)
	for i := range rows {
		rows[i] = app.Row{ID: fmt.Sprint("m", i), Title: fmt.Sprintf("Ärende om något viktigt, nummer %d", i), References: []string{fmt.Sprintf("KS 2026/%05d", i)},
			Movers: []app.Mover{{Name: "Runa Hallqvist", Party: "LL"}}, Received: app.Date("2026-01-01").AddDays(i % 300), Saved: time.Unix(int64(i), 0)}
	}
	return rows
}

func TestSearchInAHundredThousand(t *testing.T) {
	m := NewModel(words(t))
	m.Take(state(large(100_000)))
	m.Search("nummer 77777")
	begin := time.Now()
	m.Search("nummer 7777")
	if took := time.Since(begin); took > 2*time.Second {
		t.Errorf("a search took %v", took)
	}
	if m.Len() != 19 {
		t.Errorf("%d found", m.Len())
	}
}
