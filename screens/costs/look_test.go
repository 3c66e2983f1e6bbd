package costs

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/screens/parts/parttest"
)

func TestNarrowShowsOneAtATime(t *testing.T) {
	b := open(t, matterOf(1), 769, 423)
	b.Shot(t, "costs-narrow")
	has := func(s string) bool { return slices.Contains(parttest.Texts(b.screen.Content()), s) }
	if !has("Summa, trolig") || !has("Saknar finansiering") {
		t.Error("the sums are not docked")
	}
	if !has("Armband") || has("Kostnad per år, tkr") {
		t.Error("the rows are not alone")
	}
	tabs := b.screen.view.tabs
	b.Win.Canvas().Focus(tabs)
	tabs.TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
	tabs.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	b.Shot(t, "costs-narrow-follows")
	if !has("Kostnad per år, tkr") {
		t.Error("what follows is not shown")
	}
}

// When the window becomes wider or narrower the cells are those of the columns that
// are shown.
func TestCellsFollowTheWidth(t *testing.T) {
	b := open(t, matterOf(0), 1516, 689)
	has := func(s string) bool { return slices.Contains(parttest.Texts(b.screen.view.grid), s) }
	if !has("2027–32") || !has("Leverantör") {
		t.Error("wide")
	}
	b.screen.view.grid.goTo(At{0, VATColumn})
	b.Win.Resize(fyne.NewSize(1196, 689))
	if has("2027–32") || !has("27–32") || has("Leverantör") {
		t.Errorf("narrower: %q", parttest.Texts(b.screen.view.grid))
	}
	b.typed("④")
	if !has("Leverantör") || has("27–32") {
		t.Error("terms")
	}
	b.Win.Resize(fyne.NewSize(1516, 689))
	if !has("2027–32") || !has("Leverantör") {
		t.Errorf("wide again: %q", parttest.Texts(b.screen.view.grid))
	}
}

// What has been paid and what is not financed are in sight whatever else has room.
func TestSumsThatStay(t *testing.T) {
	m := matterOf(0)
	m.Estimate.Spent = []app.Spent{{What: "Armband", Amount: app.Kronor(35_000)}}
	m.Estimate.Inflation, m.Estimate.Financing = 200, ""
	for width, want := range map[float32][]string{1196: {"Nuvärde", "Redan betalt"}, 769: {"Redan betalt"}, 1516: {"Nuvärde", "Per elev och år", "Redan betalt", "Engångskostnader"}} {
		b := open(t, m, width, 689)
		texts := parttest.Texts(b.screen.view.dock)
		for _, s := range append(want, "Summa, trolig", "räknas inte in", "Saknar finansiering") {
			if !slices.Contains(texts, s) {
				t.Errorf("at %v: %q is not among %q", width, s, texts)
			}
		}
	}
}

func TestNothingOpen(t *testing.T) {
	b := open(t, nil, 1196, 689)
	parttest.Press(t, b.screen.Content(), "Ärenden")
	if !slices.Equal(b.Went, []string{"matters"}) || b.screen.Facts() != nil {
		t.Errorf("went %v", b.Went)
	}
}

func TestPictures(t *testing.T) {
	b := open(t, matterOf(0), 1196, 689)
	b.Shot(t, "costs")
	b.screen.view.fold(true)
	b.Shot(t, "costs-terms")
	b = open(t, matterOf(2), 1196, 689)
	b.Shot(t, "costs-long")
	for _, want := range []string{"2036", "Vad som flyttar summan mest, tkr"} {
		if !slices.Contains(parttest.Texts(b.screen.Content()), want) {
			t.Errorf("%q is not drawn", want)
		}
	}
}

// A docked sum is pressed to see how it was reckoned, and keeps the focus while the
// sums change.
func TestDockedSumsLeadToTheirWorkings(t *testing.T) {
	b := open(t, matterOf(0), 1196, 689)
	total := b.screen.view.sums[0].press
	b.Win.Canvas().Focus(total)
	was := b.screen.model.Sums()[0].Value
	b.desk.Edit("", func(m *app.Matter) { m.Estimate.Lines[0].Price += app.Kronor(1) })
	if b.Win.Canvas().Focused() != fyne.Focusable(total) || slices.Contains(parttest.Texts(b.screen.view.dock), was) {
		t.Errorf("the focus is lost, or the sum is old: %q", parttest.Texts(b.screen.view.dock))
	}
	total.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if top := b.Win.Canvas().Overlays().Top(); top == nil || !slices.Contains(parttest.Texts(top), "Så är det räknat: Summa, trolig") {
		t.Error("the workings are not shown")
	}
}

// Pressing what is not financed leads to where that is written.
func TestFinancingLeadsToItsTable(t *testing.T) {
	b := open(t, matterOf(1), 1196, 689)
	parttest.Press(t, b.screen.view.dock, "Saknar finansiering")
	if b.screen.model.Tab() != Funding || !b.inGrid() {
		t.Errorf("table %d", b.screen.model.Tab())
	}
	b.typed("Nämnden\t\t\t1000000\n")
	if f := b.desk.State().Matter.Estimate.Funding; len(f) != 1 || f[0].To != 4 || slices.Contains(parttest.Texts(b.screen.view.dock), "Saknar finansiering") {
		t.Errorf("%+v", f)
	}
	b.Shot(t, "costs-funding")
}
