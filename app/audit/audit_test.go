package audit

import (
	"encoding/csv"
	"strings"
	"testing"
	"time"

	"yttra/app"
	"yttra/app/packs"
	"yttra/i18n"
)

func teller(t *testing.T, lang string) Teller {
	t.Helper()
	w, err := i18n.New(lang)
	if err != nil {
		t.Fatal(err)
	}
	p, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	rows := app.NewRows([]app.Row{{ID: "m", Title: "Cykelväg", References: []string{"KS 2026/00240"}}, {ID: "utan"}})
	return Teller{Words: w, Packs: p, Matter: Called(app.NewRows(nil), rows)}
}

func TestEventsInWords(t *testing.T) {
	sv, en := teller(t, "sv"), teller(t, "en")
	for _, c := range []struct {
		e    app.Event
		t    Teller
		want string
	}{
		{app.Event{Action: app.ActWaived, About: "PROP-ALT-01", Matter: "m", By: "Eva", Reason: "Bara\nen skola."}, sv,
			"Eva: Ett påpekande godkändes med skäl (Mindre ingripande alternativ). Cykelväg (KS 2026/00240). Skäl: Bara en skola."},
		{app.Event{Action: app.ActRestored, About: "3", Matter: "utan"}, en, "unknown: An older version was restored (version 3). utan. "},
		{app.Event{Action: app.ActFinal, About: "opinion", Matter: "borta"}, sv, "okänd: Handlingen gjordes slutlig (Yttrande). Ärendet finns inte kvar. "},
		{app.Event{Action: app.ActMigrated, About: "1→2"}, sv, "okänd: Registret skrevs om för en nyare version av Yttra (1→2). . "},
		{app.Event{Action: app.ActExported, Name: "a.pdf", Gone: true}, sv, "okänd: En slutlig fil gjordes. . Namn och skäl är borta, för ärendet är raderat."},
		{app.Event{Action: "of_tomorrow"}, sv, "okänd: of_tomorrow. . "},
	} {
		l := c.t.Line(c.e)
		if got := l.Who + ": " + l.What + ". " + l.Matter + ". " + strings.Join(l.Said, " "); got != c.want {
			t.Errorf("%q\nwant %q", got, c.want)
		}
	}
	for _, a := range app.Actions {
		if sv.Action(a) == string(a) || en.Action(a) == string(a) || sv.Action(a) == en.Action(a) {
			t.Errorf("%s has no words", a)
		}
	}
}

func TestBreaksInWords(t *testing.T) {
	sv := teller(t, "sv")
	for want, f := range map[string]app.TrailFault{
		"Händelse 3 har ändrats efter att den skrevs.":                             {Number: 3, Kind: app.TrailChanged},
		"Händelse 4 saknas.":                                                       {Number: 4, Last: 4, Kind: app.TrailMissing},
		"Händelserna 4–9 saknas.":                                                  {Number: 4, Last: 9, Kind: app.TrailMissing},
		"De sista händelserna, 6–7, saknas. Det visar säkerhetskopian.":            {Number: 6, Last: 7, Kind: app.TrailCut, Where: "säkerhetskopian"},
		"Uppgiften om var kedjan slutar är borta eller skadad.":                    {Kind: app.TrailDamaged},
		"Kedjan har skrivits om: händelse 7 är en annan nu. Det visar utskriften.": {Number: 7, Kind: app.TrailRewritten, Where: "utskriften"},
		"Namnet eller skälet i händelse 5 har ändrats eller tagits bort.":          {Number: 5, Kind: app.TrailWords},
		"Händelse 2 har bytts ut: nästa händelse följer på en annan.":              {Number: 2, Kind: app.TrailReplaced},
		"Händelse 8 har lagts till efter den sista.":                               {Number: 8, Kind: app.TrailAdded},
		"Händelse 8 är en annan händelse, som har flyttats dit.":                   {Number: 8, Kind: app.TrailMoved},
		"Händelse 1 är skadad och går inte att läsa.":                              {Number: 1, Kind: app.TrailDamaged},
	} {
		if got := sv.Fault(f); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	many := make([]app.TrailFault, 12)
	if got := sv.Faults(many, 10); len(got) != 11 || got[10] != "… och 2 ställen till." {
		t.Errorf("%q", got)
	}
}

func TestTableForASpreadsheet(t *testing.T) {
	at := time.Date(2026, 11, 22, 20, 5, 11, 0, time.FixedZone("", 3600))
	e := app.Event{Number: 1, At: at, By: "=1+1", Action: app.ActWaived, Matter: "m", About: "PROP-ALT-01", Reason: "Bara; \"en\"\nskola"}
	e.Salt = "salt"
	e.Said = e.SaidSum()
	e.Hash = e.ChainHash()
	data, err := teller(t, "sv").CSV([]app.Event{e, {Number: 2, Name: "@a.pdf"}})
	if err != nil || !strings.HasPrefix(string(data), "\ufeffNr;Tid;Vem;Händelse;") || !strings.Contains(string(data), "\r\n") {
		t.Fatalf("%s %v", data, err)
	}
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(string(data), "\ufeff")))
	r.Comma = ';'
	rows, err := r.ReadAll()
	if err != nil || len(rows) != 3 || len(rows[1]) != len(columns) {
		t.Fatalf("%v %v", rows, err)
	}
	row := rows[1]
	if row[1] != "2026-11-22 20:05:11" || row[2] != "'=1+1" || row[6] != "Bara; \"en\"\nskola" || row[8] != "2026-11-22T19:05:11Z" || row[16] != e.Hash || rows[2][5] != "'@a.pdf" {
		t.Errorf("%q", rows)
	}
}

func TestHeadsAreReadAsTheyAreWritten(t *testing.T) {
	h := app.TrailHead{Count: 12, Hash: strings.Repeat("0a", 32)}
	for _, s := range []string{Head(h), " 12: " + strings.Repeat("0A0A0A0A ", 8)} {
		if got, ok := ReadHead(s); !ok || got != h {
			t.Errorf("%q: %+v %v", s, got, ok)
		}
	}
	if got, ok := ReadHead(Head(app.TrailHead{})); !ok || got.Count != 0 {
		t.Errorf("%+v %v", got, ok)
	}
	for _, s := range []string{"", "12", "x:ab", "12:ab", "12:" + strings.Repeat("0g", 32), "-1:" + h.Hash} {
		if _, ok := ReadHead(s); ok {
			t.Errorf("%q is no head", s)
		}
	}
}

func TestEveryActionIsInOneGroup(t *testing.T) {
	in := map[app.Action]int{}
	for _, g := range Groups {
		if !teller(t, "sv").Words.Has("trail.group." + g.Name) {
			t.Errorf("%s has no words", g.Name)
		}
		for _, a := range g.Actions {
			in[a]++
		}
	}
	for _, a := range app.Actions {
		if in[a] != 1 {
			t.Errorf("%s is in %d groups", a, in[a])
		}
	}
}
