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
