package reports

import (
	"fmt"
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/packs"
	"yttra/reports/layout"
)

// listed is the list of some rows on a day.
func listed(t testing.TB, rows []app.Row) Input {
	t.Helper()
	p, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	pr := profile()
	pr.Bodies = append(pr.Bodies, app.Body{Name: "Kommunstyrelsen", Level: app.ExecutiveBoard})
	in, err := Unanswered(p, Motions{Rows: rows, Today: "2026-11-22"}, pr, "Yttra")
	if err != nil {
		t.Fatal(err)
	}
	return in
}

// register has a motion of every sort.
func register() []app.Row {
	who := []app.Mover{{Name: "Majken Ros", Party: "LL"}, {Name: "Ove Provsson"}}
	return []app.Row{
		{ID: "a", Title: "Cykelväg längs Långgatan", References: []string{"KS 2026/00240", "TN 2026/00044"}, Movers: who, Received: "2026-05-06", Stage: app.Referred, Holder: "Tekniska nämnden"},
		{ID: "b", Title: "Läsro", Movers: who[:1], Received: "2024-02-29", Stage: app.Drafting},
		{ID: "c", Title: "Avgjord", Movers: who, Received: "2024-01-01", Stage: app.Decided},
		{ID: "d", Title: "Remiss utan yrkanden", Received: "2024-01-01"},
		{ID: "e", Title: "Odaterad", Claims: 1},
		{ID: "f", Title: "Snart ett år", Movers: who[1:], Received: "2025-11-23", Stage: app.Waiting, Meeting: "2026-12-14", Holder: "Kommunstyrelsen"},
		{ID: "g", Title: "I går", Movers: who[1:], Received: "2025-11-21", Stage: app.Waiting},
		{ID: "h", Title: "På dagen", Movers: who[1:], Received: "2025-11-22"},
	}
}

func TestGoldenOfUnansweredMotions(t *testing.T) {
	set, err := Build(listed(t, register()))
	if err != nil {
		t.Fatal(err)
	}
	compare(t, "unanswered_motions.txt", sketched(set))
	outline := strings.ReplaceAll(set.Outline(), "\\u00a0", " ")
	for _, want := range []string{
		"Kommunstyrelsen redovisar här för kommunfullmäktige de motioner som inte har besvarats den 22 november 2026. Sex motioner väntar på svar. " +
			"Två av dem väcktes för mer än ett år sedan. För två löper året ut inom 30 dagar. För en saknas uppgift om när den väcktes.",
		"Det följer av 5 kap. 35 § kommunallagen (2017:725).", `P "Till Kommunfullmäktige"`, `H2 "Väckta för mer än ett år sedan"`,
		`"2025-02-28 632 dagar över tiden"`, `"2026-11-21 1 dag över tiden"`, `"2026-11-22 i dag"`, `"2026-11-23 1 dag kvar"`,
		"Tekniska nämnden. På remiss. Nästa steg: svaren kommer in.", "Nästa steg: beslut 2026-12-14.", "Läget ska vara anmält till fullmäktige.",
		`"Cykelväg längs Långgatan Majken Ros (LL), Ove Provsson"`, "Odaterad motionär saknas",
	} {
		if !strings.Contains(outline, want) {
			t.Errorf("%q is not in the list", want)
		}
	}
	if strings.Contains(outline, "Avgjord") || strings.Contains(outline, "Remiss utan") {
		t.Error("what is decided, or no motion, is in the list")
	}
	if strings.Index(outline, "Läsro") > strings.Index(outline, "I går") || strings.Index(outline, "På dagen") > strings.Index(outline, "Cykelväg") {
		t.Error("the most pressing is not first")
	}
}

func TestNoUnansweredMotions(t *testing.T) {
	set, err := Build(listed(t, []app.Row{{Title: "Avgjord", Claims: 1, Stage: app.Decided}}))
	if err != nil {
		t.Fatal(err)
	}
	if o := set.Outline(); !strings.Contains(o, "Ingen motion väntar på svar.") || strings.Contains(o, "Table") || len(set.Pages) != 1 {
		t.Error(o)
	}
}

func TestUnansweredNeedsADay(t *testing.T) {
	p, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, today := range []app.Date{"", "i dag", "2026-02-30"} {
		if _, err := Unanswered(p, Motions{Today: today}, app.Profile{}, ""); app.CodeOf(err) != app.CodeUsage {
			t.Errorf("%q: %v", today, err)
		}
	}
	p.Kinds = nil
	if _, err := Unanswered(p, Motions{Today: "2026-11-22"}, app.Profile{}, ""); app.CodeOf(err) != app.CodeUnknownKind {
		t.Errorf("no kind: %v", err)
	}
	in := listed(t, nil)
	in.Document.Body, in.Profile = "", app.Profile{}
	doc, err := paper(in)
	if err != nil || !strings.HasPrefix(textOf(doc.Blocks[1].Runs), "Här redovisas") {
		t.Errorf("nobody reports: %q %v", textOf(doc.Blocks[1].Runs), err)
	}
}

// Two thousand rows, with names as long as they come, are listed whole.
func TestManyUnansweredMotions(t *testing.T) {
	var rows []app.Row
	for i := range 2000 {
		rows = append(rows, app.Row{ID: fmt.Sprint(i), Title: strings.Repeat("Motion om bänkar ", 1+i%9), Movers: []app.Mover{{Name: "{n} **Åsa** <b>\n| Ek", Party: " "}},
			Received: app.Date("2024-12-01").AddDays(i % 700), References: []string{"KS 2026/00240"}, Holder: "Omsorgs- och utbildningsnämnden"})
	}
	set, err := Build(listed(t, rows))
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, p := range set.Pages {
		for _, it := range p.Items {
			if it.Kind == layout.Text && it.Elem != nil && strings.Contains(it.S, "KS 2026/00240") {
				n++
			}
		}
	}
	if n != 2000 {
		t.Errorf("%d rows of 2000 on %d pages", n, len(set.Pages))
	}
}

func TestWordsOfTheListAreAllThere(t *testing.T) {
	w, err := readRegisterWords()
	if err != nil {
		t.Fatal(err)
	}
	everyWord(t, w)
	for _, s := range []app.Stage{app.New, app.Drafting, app.Referred, app.Waiting} {
		if w.Stages[s] == "" || w.Steps[s] == "" {
			t.Errorf("%q has no words", s)
		}
	}
	for _, s := range w.Sources {
		if s.SV == "" || s.Sure == "" || !s.Checked.Valid() {
			t.Errorf("%+v", s)
		}
	}
	w.Sources[0].Sure = app.Known
	if !strings.Contains(w.lawText(), "kontrollera") {
		t.Error("what nobody has read is told as sure")
	}
}

func BenchmarkUnanswered2000(b *testing.B) {
	var rows []app.Row
	for i := range 2000 {
		rows = append(rows, app.Row{ID: fmt.Sprint(i), Title: "Motion om bänkar vid ån", Movers: []app.Mover{{Name: "Åsa Ek", Party: "LL"}}, Received: "2026-03-02", References: []string{"KS 2026/00240"}})
	}
	in := listed(b, rows)
	for b.Loop() {
		if _, err := Build(in); err != nil {
			b.Fatal(err)
		}
	}
}
