package versions

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"yttra/app"
	"yttra/app/compare"
	"yttra/app/desk"
	"yttra/i18n"
	"yttra/screens/parts/parttest"
)

// opened is a model over a matter with versions; each change is saved under its
// name.
func opened(t *testing.T, steps ...step) (*Model, *desk.Desk) {
	t.Helper()
	w, err := i18n.New("sv")
	if err != nil {
		t.Fatal(err)
	}
	d := parttest.Desk(t, matter())
	for _, s := range steps {
		d.Edit("", s.change)
		if err := d.SaveVersion(s.name); err != nil {
			t.Fatal(err)
		}
	}
	m := NewModel(d, w)
	m.Take(d.State())
	return m, d
}

type step struct {
	name   string
	change func(*app.Matter)
}

func text(section int, s string) func(*app.Matter) {
	return func(m *app.Matter) { m.Documents[0].Sections[section].Text = s }
}

func matter() *app.Matter {
	return &app.Matter{ID: "m", Title: "Kameror vid skolan", Claims: []app.Claim{{Text: "att kameror sätts upp"}},
		Documents: []app.Document{{ID: "d", Kind: "opinion", Sections: []app.Section{
			{Role: "summary", Heading: "Sammanfattning", Text: "Nämnden avstyrker motionen."},
			{Role: "assessment", Heading: "Bedömning", Text: strings.Repeat("Ett stycke som står kvar.\n\n", 6) + "Kameror är dyra att köpa."},
			{Role: "economy", Heading: "Ekonomi", Text: "Kostnaden är inte beräknad."}}}}}
}

// tell writes what is on the page as lines one can compare.
func tell(items []Item) string {
	var b strings.Builder
	for _, i := range items {
		name := [...]string{"DOC", "FACTS", "fact", "SEC", "p", "moved", "fold", "same"}[i.Kind]
		fmt.Fprintf(&b, "%s %s", name, i.Text)
		for _, e := range i.Edits {
			switch e.Op {
			case compare.Removed:
				b.WriteString("[-" + e.Old + "-]")
			case compare.Added:
				b.WriteString("{+" + e.New + "+}")
			default:
				b.WriteString(e.New)
			}
		}
		if i.Note != "" {
			b.WriteString(" | " + i.Note)
		}
		if i.Button != "" {
			b.WriteString(" | [" + i.Button + "]")
		}
		if i.Changes > 0 {
			fmt.Fprintf(&b, " | %d+%d", i.First, i.Changes)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestPageComparesWithNow(t *testing.T) {
	m, d := opened(t, step{"Till nämnden", func(*app.Matter) {}})
	d.Edit("", func(m *app.Matter) {
		m.Claims[0].Decision = app.Reject
		s := m.Documents[0].Sections
		s[0].Heading = "Sammanfattning i korthet"
		s[1].Text = strings.Replace(s[1].Text, "dyra", "billiga", 1)
		m.Documents[0].Sections = append(s[:2:2], app.Section{Role: "follow_up", Heading: "Uppföljning", Text: "Om ett år."})
	})
	m.Take(d.State())
	want := `FACTS Uppgifter i ärendet
fact Förslag, yrkande 1[-Inget valt -]{+Avslag+} | 0+1
DOC Yttrande
SEC Sammanfattning{+ i korthet+} | [Återställ avsnittet] | 1+1
fold 1 stycke utan ändring
SEC Bedömning | [Återställ avsnittet]
fold 5 stycken utan ändring
p Ett stycke som står kvar.
p Kameror är [-dyra -]{+billiga +}att köpa. | 2+1
SEC [-Ekonomi-] | Borttaget sedan dess | [Återställ avsnittet] | 3+1
p [-Kostnaden är inte beräknad.-] | 4+1
SEC {+Uppföljning+} | Tillagt sedan dess | [Ta bort avsnittet] | 5+1
p {+Om ett år.+} | 6+1
`
	got := strings.Replace(tell(m.Items()), "Sammanfattning {+i korthet+}", "Sammanfattning{+ i korthet+}", 1)
	if got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if m.Changes() != 7 || m.Facts()[0] != "7 ändringar" {
		t.Errorf("%d changes, %q", m.Changes(), m.Facts())
	}
	m.Open(m.Items()[6].Fold)
	if got := tell(m.Items()); strings.Contains(got, "fold 5") || strings.Count(got, "p Ett stycke som står kvar.") != 6 {
		t.Errorf("the fold stays shut:\n%s", got)
	}
}

func TestStepsGoRound(t *testing.T) {
	m, d := opened(t, step{"A", func(*app.Matter) {}})
	if m.Step(1) {
		t.Error("there is nothing to step to")
	}
	d.Edit("", text(0, "Nämnden tillstyrker motionen."))
	d.Edit("", text(2, "Kostnaden är beräknad."))
	m.Take(d.State())
	var got []int
	for _, by := range []int{-1, 1, 1, 1, -1} {
		m.Step(by)
		got = append(got, m.At())
	}
	if fmt.Sprint(got) != "[1 0 1 0 1]" {
		t.Errorf("steps %v", got)
	}
	if i := m.ItemOf(1); m.Items()[i].Kind != ParagraphItem || m.ItemOf(9) != -1 {
		t.Errorf("change 1 is in item %d", i)
	}
}

func TestComparedWithTheVersionBeforeAndWithAnother(t *testing.T) {
	m, _ := opened(t, step{"Ett", text(0, "Första texten här.")}, step{"Två", text(0, "Andra texten här.")}, step{"Tre", text(0, "Tredje texten här.")})
	names, chosen := m.Withs()
	if strings.Join(names, "|") != "nu|föregående version|Tre|Ett" || chosen != 0 {
		t.Fatalf("%q %d", names, chosen)
	}
	if older, newer := m.Sides(); older != "Två" || newer != "" {
		t.Errorf("%q %q", older, newer)
	}
	for i, want := range []string{"[-Andra -]{+Tredje +}", "[-Första -]{+Andra +}", "[-Andra -]{+Tredje +}", "[-Första -]{+Andra +}"} {
		m.CompareWith(i)
		if !strings.Contains(tell(m.Items()), want) {
			t.Errorf("with %s:\n%s", names[i], tell(m.Items()))
		}
	}
	if older, newer := m.Sides(); older != "Ett" || newer != "Två" {
		t.Errorf("%q %q", older, newer)
	}
	told, at, err := m.Restore(*find(m, "Återställ avsnittet").Restore)
	if err != nil || !strings.Contains(told, "”Sammanfattning” är återställt från ”Två”") || at.Section != 0 {
		t.Errorf("%q %+v %v", told, at, err)
	}
}

func find(m *Model, button string) Item {
	for _, i := range m.Items() {
		if i.Button == button {
			return i
		}
	}
	return Item{Restore: &Restore{Document: -1, Section: 99}}
}

func TestDocumentsThatCameAndWent(t *testing.T) {
	m, d := opened(t, step{"A", func(*app.Matter) {}})
	d.Edit("", func(m *app.Matter) {
		m.Documents = []app.Document{{ID: "e", Kind: "saga", Sections: []app.Section{{Heading: "Kapitel", Text: "Det var en gång."}}}}
	})
	m.Take(d.State())
	got := tell(m.Items())
	for _, want := range []string{"DOC Yttrande | Borttaget sedan dess | [Återställ handlingen]", "DOC Okänd handling (saga) | Tillagt sedan dess", "p {+Det var en gång.+}"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in\n%s", want, got)
		}
	}
	if strings.Contains(got, "[Återställ avsnittet]") || strings.Contains(got, "[Ta bort avsnittet]") {
		t.Errorf("sections of whole documents are offered one by one:\n%s", got)
	}
	if _, at, err := m.Restore(*find(m, "Återställ handlingen").Restore); err != nil || at.Document != 0 || len(d.State().Matter.Documents) != 2 {
		t.Errorf("%+v %v", at, err)
	}
}

func TestAVersionThatCannotBeRead(t *testing.T) {
	m, _ := opened(t, step{"A", text(0, "Annat.")})
	m.list = append(m.list, app.Revision{Number: 77})
	m.Choose(77)
	if app.CodeOf(m.Err()) != app.CodeNoVersion || len(m.Items()) != 0 || m.Restorable() {
		t.Errorf("%v", m.Err())
	}
	rows := m.Rows()
	if last := rows[len(rows)-1]; last.Kind != ProblemRow || last.Text != "Version 77" || last.Second == "" {
		t.Errorf("%+v", last)
	}
	m.Choose(m.list[0].Number)
	if m.Err() != nil {
		t.Errorf("the others do not work: %v", m.Err())
	}
}

func TestRowsByDay(t *testing.T) {
	m, _ := opened(t)
	at := func(day, hour int) time.Time { return time.Date(2026, 11, day, hour, 5, 0, 0, time.Local) }
	m.list = []app.Revision{{Number: 9, At: at(22, 9), Words: 120, By: "Ada Ek"}, {Number: 8, At: at(22, 8), Words: 100, Name: "Till nämnden"},
		{Number: 6, At: at(21, 15), Words: 100}, {Number: 5, At: at(21, 14), Words: 90}, {Number: 4, At: at(21, 13), Words: 80}, {Number: 2, At: at(3, 10), Words: 80}}
	m.chosen = 5
	show := func() string {
		var out []string
		for _, r := range m.Rows() {
			s := fmt.Sprintf("%d %s %s", r.Kind, r.Text, r.Second)
			if r.Chosen {
				s += " *"
			}
			out = append(out, strings.ReplaceAll(s, "\u00a0", " "))
		}
		return strings.Join(out, "\n")
	}
	want := `0 I dag 
1 Senast sparad 09.05 · 120 ord (+20) · Ada Ek
1 Till nämnden 08.05 · 100 ord
0 I går 
2 3 automatiska 13.05–15.05
1 Sparad av sig självt 14.05 14.05 · 90 ord (+10) *
0 2026-11-03 
1 Sparad av sig självt 10.05 10.05 · 80 ord`
	if got := show(); got != want {
		t.Errorf("got\n%s", got)
	}
	m.list[0].Packs, m.list[1].Packs = m.desk.Packs().Version, "0123456789ab"
	if got := show(); strings.Count(got, "regler ") != 1 || !strings.Contains(got, "100 ord · regler 0123456789ab") {
		t.Errorf("only what was checked by other rules says so\n%s", got)
	}
	m.Unfold(m.Rows()[4].Key)
	if got := show(); strings.Count(got, "Sparad av sig självt") != 4 {
		t.Errorf("unfolded\n%s", got)
	}
}

func TestFirstVersionIsTheOneMostLikelyWanted(t *testing.T) {
	m, d := opened(t)
	if m.chosen != d.State().Revision {
		t.Error("with one version it is that")
	}
	m, _ = opened(t, step{"A", text(0, "A.")}, step{"B", text(0, "B.")})
	if m.Name(m.chosen) != "A" {
		t.Errorf("what is open was chosen, or %q", m.Name(m.chosen))
	}
	m, d = opened(t, step{"A", text(0, "A.")})
	d.Edit("", text(0, "Osparat."))
	m.chosen = 0
	m.Take(d.State())
	if m.Name(m.chosen) != "A" {
		t.Errorf("with unsaved text %q", m.Name(m.chosen))
	}
}

func TestValuesInWords(t *testing.T) {
	m, _ := opened(t)
	for _, c := range []struct {
		f    compare.Fact
		want string
	}{
		{compare.Fact{What: compare.Stage, Old: "", New: "waiting"}, "Läge[-Ny -]{+Väntar på nämnd+}"},
		{compare.Fact{What: compare.Stage, Old: "limbo", New: ""}, "Läge[-limbo -]{+Ny+}"},
		{compare.Fact{What: compare.Total, Old: "", New: "1250000"}, "Kostnad, trolig[-– -]{+12\u00a0500\u00a0kr+}"},
		{compare.Fact{What: compare.Line, Name: "Drift", Old: "100", New: "100"}, "Kostnadsrad Driftändrat"},
		{compare.Fact{What: compare.Spent, Name: "Förstudie", New: "100"}, "Redan betalt: Förstudie[-– -]{+1 kr+}"},
		{compare.Fact{What: compare.Funding, Name: "Nämnden", Old: "100", New: "100"}, "Medel från Nämndenändrat"},
		{compare.Fact{What: compare.Way, Name: "I dag", Old: "true"}, "Alternativ I dag[-Ja -]{+–+}"},
		{compare.Fact{What: compare.Measures, Old: "KAM", New: "KAM\nAI"}, "Åtgärder[-Kamerabevakning -]{+Kamerabevakning, AI-system+}"},
		{compare.Fact{What: compare.Purchase, New: "true"}, "Något köps in[-– -]{+Ja+}"},
		{compare.Fact{What: compare.Status, New: "final"}, "Status[-Utkast -]{+Slutlig+}"},
		{compare.Fact{What: compare.Motion, Old: "a", New: "b"}, "Motionens textändrat"},
		{compare.Fact{What: compare.Answer, Name: "PROP-1", Old: "met", New: "met", Edits: compare.Words("Ja.", "Nej.")}, "Svar PROP-1Uppfyllt [-Ja.-]{+Nej.+}"},
	} {
		label, edits := m.fact(c.f)
		got := strings.TrimSuffix(strings.TrimPrefix(tell([]Item{{Kind: FactItem, Text: label, Edits: edits}}), "fact "), "\n")
		if got != c.want {
			t.Errorf("%s: %q, want %q", c.f.What, got, c.want)
		}
	}
}
