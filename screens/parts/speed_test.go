package parts_test

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"yttra/app"
	"yttra/screens/parts"
)

func dressed(b *testing.B) {
	b.Helper()
	test.NewApp().Settings().SetTheme(parts.Theme{Look: parts.LightLook})
}

const sentence = "Förvaltningen har övervägt två åtgärder som är mindre ingripande, och säger varför de valdes bort. Kostnaden beräknas till 35 000 kr per skola och år, och ryms inte inom den beslutade ramen för 2027."

func BenchmarkIcon(b *testing.B) {
	dressed(b)
	for b.Loop() {
		i := parts.Mark(parts.MarkBlocking, 19, parts.Page)
		i.MinSize()
		i.Resize(fyne.NewSize(19, 19))
	}
}

func BenchmarkPara(b *testing.B) {
	dressed(b)
	for b.Loop() {
		parts.NewPara(sentence, parts.TextSecond, parts.Ink, parts.Regular).Resize(fyne.NewSize(280, 100))
	}
}

func BenchmarkFit(b *testing.B) {
	dressed(b)
	for b.Loop() {
		parts.Fit(sentence, 300, parts.TextSecond, parts.Regular)
	}
}

func BenchmarkMeasure(b *testing.B) {
	dressed(b)
	for b.Loop() {
		parts.Measure(sentence, parts.TextSecond, parts.Regular)
	}
}

func BenchmarkHover(b *testing.B) {
	dressed(b)
	p := parts.NewButton(parts.ButtonOptions{Text: "Infoga förslag", Icon: parts.IconPlus})
	w := test.NewWindow(p)
	defer w.Close()
	for b.Loop() {
		p.MouseIn(nil)
		p.MouseOut()
	}
}

func BenchmarkCard(b *testing.B) {
	dressed(b)
	f := finding(app.Serious)
	for b.Loop() {
		c, _ := card(f, true)
		c.Resize(fyne.NewSize(302, 300))
	}
}

// BenchmarkList moves the choice in a list of 100 000: only the rows that are
// seen cost anything.
func BenchmarkList(b *testing.B) {
	dressed(b)
	l := longList(100_000, func() {})
	w := test.NewWindow(l.Outer)
	defer w.Close()
	w.Resize(fyne.NewSize(800, 600))
	for i := 0; b.Loop(); i++ {
		l.Choose(i * 7919 % 100_000)
	}
}

func longList(n int, filled func()) *parts.List {
	return parts.NewList(parts.ListOptions{Len: func() int { return n }, Height: 58,
		Make: func() fyne.CanvasObject { return parts.NewLabel("", parts.TextControl, parts.Ink, parts.Regular) },
		Fill: func(row fyne.CanvasObject, _ int, _, _ bool) {
			filled()
			row.(*parts.Label).Set("Ansiktsigenkänning vid kommunens skolor", parts.Ink)
		}, Chose: func(int) {}})
}

// A list asks only for the rows it shows, however many there are: ten times the
// rows cost no more of them.
func TestLongListFillsOnlyWhatIsSeen(t *testing.T) {
	count := func(n int) int {
		test.NewTempApp(t).Settings().SetTheme(parts.Theme{Look: parts.LightLook})
		filled := 0
		l := longList(n, func() { filled++ })
		w := test.NewTempWindow(t, l.Outer)
		w.Resize(fyne.NewSize(800, 600))
		filled = 0
		for _, k := range []fyne.KeyName{fyne.KeyEnd, fyne.KeyHome, fyne.KeyPageDown, fyne.KeyDown} {
			l.TypedKey(&fyne.KeyEvent{Name: k})
		}
		return filled
	}
	if small, large := count(10_000), count(100_000); large > small || large > 400 {
		t.Errorf("%d rows filled of 10 000, %d of 100 000", small, large)
	}
}
