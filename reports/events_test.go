package reports

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"yttra/app"
	"yttra/app/audit"
	"yttra/app/packs"
	"yttra/i18n"
	"yttra/reports/layout"
)

var evening = time.Date(2026, 11, 22, 20, 5, 11, 0, time.FixedZone("", 3600))

// happened are events of every sort, told in Swedish.
func happened(t testing.TB) []audit.Line {
	t.Helper()
	w, err := i18n.New("sv")
	if err != nil {
		t.Fatal(err)
	}
	p, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	tell := audit.Teller{Words: w, Packs: p, Matter: func(id string) string {
		return map[string]string{"m": "Cykelväg längs Långgatan (KS 2026/00240)"}[id]
	}}
	var all []app.Event
	for i, a := range app.Actions {
		e := app.Event{Number: uint64(i + 1), At: evening.Add(time.Duration(i) * time.Hour), By: "Eva Åkesson", Action: a, Matter: "m"}
		switch a {
		case app.ActWaived:
			e.About, e.Reason = "PROP-ALT-01", "Avser bara en skola,\noch bara i höst."
		case app.ActExported:
			e.Name, e.Sum = "yttrande <KS 2026-240>.pdf", strings.Repeat("0a1b2c3d", 8)
		case app.ActNamed:
			e.About, e.Name = "3", "Till nämnden"
		case app.ActProfile, app.ActRepaired:
			e.Matter, e.By = "", ""
		case app.ActErased:
			e.Matter = "gone"
		case app.ActFinal:
			e.About = "opinion"
		case app.ActPersonal:
			e.Said, e.Gone = "x", true
		}
		all = append(all, e)
	}
	return tell.Lines(all)
}

func eventsOf(t testing.TB, list EventsInput) Input {
	t.Helper()
	in, err := Events(list, profile(), "Yttra")
	if err != nil {
		t.Fatal(err)
	}
	return in
}

func chained(n uint64, faults ...app.TrailFault) app.TrailCheck {
	return app.TrailCheck{TrailHead: app.TrailHead{Count: n, Hash: strings.Repeat("fedc0123", 8)}, First: evening, Last: evening, Faults: faults}
}

func TestGoldenOfEvents(t *testing.T) {
	lines := happened(t)
	in := eventsOf(t, EventsInput{Lines: lines, Check: chained(uint64(len(lines))), At: evening, From: "2026-11-22", To: "2026-11-30", Chosen: []string{"Eva Åkesson"}})
	set, err := Build(in)
	if err != nil {
		t.Fatal(err)
	}
	compare(t, "events.txt", sketched(set))
	outline := strings.ReplaceAll(set.Outline(), "\\u00a0", " ")
	for _, want := range []string{
		`H1 "Händelser i registret"`, `H2 "Kedjan"`, "från den 22 november 2026 till den 24 november 2026", "Urval: Eva Åkesson; 2026-11-22–2026-11-30.",
		"Kedjan prövades den 22 november 2026 klockan 20.05. Den är hel och har", "har kontrollsumman fedc0123 fedc0123",
		"Skäl: Avser bara en skola, och bara i höst.", "Namn: yttrande <KS 2026-240>.pdf", "SHA-256 0a1b2c3d 0a1b2c3d", "okänd", "Ärendet finns inte kvar",
		"Namn och skäl är borta",
	} {
		if !strings.Contains(outline, want) {
			t.Errorf("%q is not in the list", want)
		}
	}
}

func TestEventsOfAMatterAndABrokenChain(t *testing.T) {
	in := eventsOf(t, EventsInput{Lines: happened(t)[:1], Matter: "Cykelväg\nlängs Långgatan", At: evening, From: "2026-01-01",
		Check: chained(9, app.TrailFault{Number: 3, Kind: app.TrailChanged}), Faults: []string{"Händelse 3 har ändrats efter att den skrevs.", "Händelserna 5–7 saknas."}})
	set, err := Build(in)
	if err != nil {
		t.Fatal(err)
	}
	outline := strings.ReplaceAll(set.Outline(), "\\u00a0", " ")
	for _, want := range []string{"Händelser i ärendet ”Cykelväg längs Långgatan”", "är bruten:", "Händelse 3 har ändrats", "Händelserna 5–7 saknas.",
		"Listan visar en händelse, den 22 november 2026.", "från och med 2026-01-01"} {
		if !strings.Contains(outline, want) {
			t.Errorf("%q is not in the list:\n%s", want, outline)
		}
	}
}

func TestNoEvents(t *testing.T) {
	set, err := Build(eventsOf(t, EventsInput{At: evening}))
	if err != nil {
		t.Fatal(err)
	}
	if o := set.Outline(); !strings.Contains(o, "Ingen händelse finns i urvalet.") || strings.Contains(o, "Table") || len(set.Pages) != 1 {
		t.Error(o)
	}
}

func TestTooManyEvents(t *testing.T) {
	_, err := Events(EventsInput{Lines: make([]audit.Line, MostEvents+1), At: evening}, app.Profile{}, "")
	if app.CodeOf(err) != app.CodeTooManyEvents {
		t.Error(err)
	}
}

// The file is read back like every other, is the same each time, and has every event.
func TestEventsAreWritten(t *testing.T) {
	var lines []audit.Line
	for len(lines) < 300 {
		for _, l := range happened(t) {
			l.Number = uint64(len(lines) + 1)
			lines = append(lines, l)
		}
	}
	in := eventsOf(t, EventsInput{Lines: lines, Check: chained(uint64(len(lines))), At: evening})
	data, proof, err := Write(context.Background(), in, nil)
	if err != nil || len(proof.Claims) < 2 {
		t.Fatalf("%v %v", proof.Claims, err)
	}
	again, _, err := Write(context.Background(), in, nil)
	if err != nil || !bytes.Equal(data, again) {
		t.Error("not the same bytes twice")
	}
	if dir := os.Getenv("YTTRA_KEEP_EVENTS"); dir != "" {
		if err := os.WriteFile(dir, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	set, err := Build(in)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, p := range set.Pages {
		for _, it := range p.Items {
			if it.Kind == layout.Text && it.Elem != nil && strings.Contains(it.S, ".11") {
				n++
			}
		}
	}
	if n != len(lines) {
		t.Errorf("%d events of %d on paper", n, len(lines))
	}
}

func TestWordsOfEventsAreAllThere(t *testing.T) {
	w, err := readEventWords()
	if err != nil {
		t.Fatal(err)
	}
	everyWord(t, w)
}

func BenchmarkEvents5000(b *testing.B) {
	var lines []audit.Line
	for i := range MostEvents {
		lines = append(lines, audit.Line{Number: uint64(i + 1), At: evening, Who: "Eva Åkesson", What: "Ett påpekande godkändes med skäl: Mindre ingripande", Matter: fmt.Sprint("Ärende ", i), Said: []string{"Skäl: bara en skola"}})
	}
	in := eventsOf(b, EventsInput{Lines: lines, At: evening})
	for b.Loop() {
		if _, _, err := Write(context.Background(), in, nil); err != nil {
			b.Fatal(err)
		}
	}
}
