package costs

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"yttra/app"
	"yttra/screens/parts/parttest"
)

// What goes out comes in again as it was, as a workbook and as CSV.
func TestExportedIsImported(t *testing.T) {
	for _, ending := range []string{csvEnding, xlsxEnding} {
		m, d := begin(t, three())
		m.AddWay(SeedToday)
		before := d.State().Matter.Estimate
		data, err := written(m.Export(), ending)
		if err != nil {
			t.Fatal(err)
		}
		m.ShowWay(0)
		m.All()
		m.Remove()
		f, err := m.Read()("kalkyl"+ending, data)
		if err != nil {
			t.Fatalf("%s: %v", ending, err)
		}
		if err := m.Import(f, true); err != nil {
			t.Fatal(err)
		}
		now := d.State().Matter.Estimate
		for i, l := range before.Lines {
			got := now.Lines[i]
			if got.What != l.What || got.Price != l.Price || got.Quantity != l.Quantity || got.Kind != l.Kind || got.Internal != l.Internal || got.High != l.High {
				t.Errorf("%s, line %d: %+v, was %+v", ending, i, got, l)
			}
		}
		if told := m.Told(); told == nil || !strings.HasPrefix(told.Text, "3 rader lades till.") && !strings.HasPrefix(told.Text, "6 rader lades till.") {
			t.Errorf("%s: %+v", ending, told)
		}
	}
}

// A workbook of the house brings everything back, in one step: terms, who pays and
// what is spent.
func TestWorkbookBringsEverythingBack(t *testing.T) {
	e := three()
	e.Years, e.FirstYear, e.RealRate, e.Units, e.UnitName = 4, 2027, 350, 20, "barn"
	e.Spent = []app.Spent{{What: "Pilot", Amount: 3500000}}
	e.Funding = []app.Funding{{Who: "Nämnden", From: 1, To: 2, Amount: 100}}
	m, d := begin(t, e)
	m.AddWay(SeedToday)
	data, err := written(m.Export(), xlsxEnding)
	if err != nil {
		t.Fatal(err)
	}
	other, back := begin(t, app.Estimate{Lines: []app.CostLine{{Kind: app.CostRisk, What: "annat"}}})
	f, err := other.Read()("kalkyl.xlsx", data)
	if err != nil {
		t.Fatal(err)
	}
	if err := other.Import(f, true); err != nil {
		t.Fatal(err)
	}
	want, got := d.State(), back.State()
	a, b := want.Matter.Estimate, got.Matter.Estimate
	if b.Years != 4 || b.FirstYear != 2027 || b.RealRate != 350 || b.Units != 20 || b.UnitName != "barn" || len(b.Spent) != 1 || b.Funding[0].To != 2 ||
		len(b.Alternatives) != 1 || b.Alternatives[0].Role != app.Today || len(b.Alternatives[0].Lines) != len(a.Alternatives[0].Lines) {
		t.Errorf("%+v", b)
	}
	if want.Cost.Total != got.Cost.Total || want.Cost.Present != got.Cost.Present || want.Cost.Funding != got.Cost.Funding {
		t.Errorf("%+v, was %+v", got.Cost.Total, want.Cost.Total)
	}
	if back.Undo(); len(back.State().Matter.Estimate.Lines) != 1 {
		t.Error("it is not one step")
	}
}

// Lines of a file come after those there are, or in their place, in one step.
func TestImportAfterAndInstead(t *testing.T) {
	csv := []byte("Slag;Vad;Antal;À-pris\r\nDrift;El;1;1000\r\nLunch;Mat;1;50\r\n")
	for instead, want := range map[bool]int{false: 5, true: 2} {
		m, d := begin(t, three())
		f, err := m.Read()("el.csv", csv)
		if err != nil {
			t.Fatal(err)
		}
		if err := m.Import(f, instead); err != nil {
			t.Fatal(err)
		}
		lines := d.State().Matter.Estimate.Lines
		if len(lines) != want || lines[want-2].What != "El" || lines[want-1].Unread["kind"] != "Lunch" {
			t.Errorf("instead %v:\n%s", instead, asText(m))
		}
		if m.Told() == nil {
			t.Error("nothing is told")
		}
		if d.Undo(); len(d.State().Matter.Estimate.Lines) != 3 || m.Told() != nil {
			t.Error("it is not one step, or told of when it is undone")
		}
	}
}

// What cannot be read names the file and why, and leaves the estimate as it was.
func TestFilesThatAreRefused(t *testing.T) {
	m, d := begin(t, three())
	before := d.State().Matter
	for name, c := range map[string]struct {
		data string
		code app.Code
	}{
		"tom.csv": {"", app.CodeEmpty}, "dikt.csv": {"rosor;är\nröda;ja\n", app.CodeNoHeads}, "trasig.xlsx": {"PK\x03\x04trasig", app.CodeNotSheet},
		"lång.csv": {"Slag;Vad;Pris\n" + strings.Repeat("Drift;El;1\n", 9000), app.CodeTooManyRows},
	} {
		_, err := m.Read()(name, []byte(c.data))
		p := app.ProblemOf(err)
		if p == nil || p.Code != c.code || p.What != name || d.State().Matter != before {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// The whole way in the window: the button, the file, the question, the banner.
func TestImportInTheWindow(t *testing.T) {
	b := open(t, matterOf(1), 1196, 689)
	path := filepath.Join(t.TempDir(), "rader.csv")
	if err := os.WriteFile(path, []byte("Vad;Pris;Konto\nKablar;100;4010\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	b.screen.view.readFile(path)
	top := b.Win.Canvas().Overlays().Top()
	if top == nil || !slices.Contains(parttest.Texts(top), "I rader.csv finns 1 rad.") {
		t.Fatal("nobody asks how")
	}
	b.Shot(t, "costs-import")
	parttest.Press(t, top, "Lägg till efter raderna")
	if n := len(b.desk.State().Matter.Estimate.Lines); n != 5 || !b.inGrid() {
		t.Errorf("%d lines", n)
	}
	parttest.Press(t, b.screen.Content(), "Visa vad")
	if top = b.Win.Canvas().Overlays().Top(); top == nil || !strings.Contains(strings.Join(parttest.Texts(top), " "), "C2 ”4010”") {
		t.Error("what found no place is not shown")
	}
	parttest.Press(t, top, "Stäng")
	if slices.Contains(parttest.Texts(b.screen.Content()), "Visa vad") {
		t.Error("it is still told")
	}
	b.screen.view.readFile(path + ".finns.inte")
	if p := app.ProblemOf(b.Problems[len(b.Problems)-1]); p == nil || p.Code != app.CodeNoFile {
		t.Errorf("%v", b.Problems)
	}
	out := filepath.Join(t.TempDir(), "ut.xlsx")
	b.screen.view.writeFile(out)
	if data, err := os.ReadFile(out); err != nil || !strings.HasPrefix(string(data), "PK") {
		t.Errorf("%v", err)
	}
	test.Tap(b.screen.view.export)
	if menuIn(b.Win.Canvas().Overlays().Top()) == nil {
		t.Error("the button does not ask in what form")
	}
}
