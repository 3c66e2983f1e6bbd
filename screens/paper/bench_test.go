package paper

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"yttra/app"
	"yttra/app/desk"
	"yttra/app/sample"
	"yttra/i18n"
	"yttra/reports/layout"
	"yttra/reports/raster"
	"yttra/screens/parts/parttest"
)

// longDraft is a matter whose opinion fills about so many pages, in as many sections
// as the invented one has.
func longDraft(t testing.TB, pages int) *app.Matter {
	t.Helper()
	m := sample.Register()[0].Clone()
	for i := range m.Documents[0].Sections {
		s := &m.Documents[0].Sections[i]
		if text := s.Text; s.Role != "annexes" {
			for n := 1; n < (pages+1)/3; n++ {
				s.Text += "\n\n" + strings.ReplaceAll(text, "[^", fmt.Sprintf("[^%d-", n))
			}
		}
	}
	return m
}

// typed gives what the desk tells when one letter has been added in the middle of the
// document: a matter of its own, as after every key.
func typed(s desk.State, key int) desk.State {
	m := s.Matter.Clone()
	sections := m.Documents[s.Doc].Sections
	x := &sections[len(sections)/2]
	at := strings.Index(x.Text[len(x.Text)/2:], " ") + len(x.Text)/2
	x.Text = x.Text[:at] + strings.Repeat("a", 1+key%7) + x.Text[at:]
	s.Matter = m
	return s
}

func benchmarkKey(b *testing.B, pages int) {
	words, err := i18n.New("sv")
	if err != nil {
		b.Fatal(err)
	}
	d := parttest.Desk(b, longDraft(b, pages))
	first := d.State()
	m := NewModel(words, d.Packs(), "Yttra")
	m.Take(first)
	if m.Err() != nil {
		b.Fatal(m.Err())
	}
	var states []desk.State
	for k := range 7 {
		states = append(states, typed(first, k))
	}
	painter, before, n := raster.New(), m.Pages(), 0
	picture := painter.Draw(before[0], 794) // the sheet that is turned into another
	page := before[0]
	var placing, comparing, drawing time.Duration
	for b.Loop() {
		n++
		start := time.Now()
		m.Take(states[n%7])
		after := m.Pages()
		placed := time.Now()
		i := firstChange(before, after)
		if i < 0 {
			b.Fatal("the key changed nothing")
		}
		compared := time.Now()
		painter.Redraw(picture, page, after[i])
		page = after[i]
		placing, comparing, drawing = placing+placed.Sub(start), comparing+compared.Sub(placed), drawing+time.Since(compared)
		before = after
	}
	each := func(d time.Duration, name string) { b.ReportMetric(float64(d.Microseconds())/1000/float64(n), name) }
	each(placing, "ms-placed/op")
	each(comparing, "ms-compared/op")
	each(drawing, "ms-drawn/op")
	b.ReportMetric(float64(len(before)), "pages")
}

func firstChange(a, b []layout.Page) int {
	for i := range b {
		if i >= len(a) || !a[i].SameInk(b[i]) {
			return i
		}
	}
	return -1
}

func BenchmarkKey3(b *testing.B)   { benchmarkKey(b, 3) }
func BenchmarkKey30(b *testing.B)  { benchmarkKey(b, 30) }
func BenchmarkKey270(b *testing.B) { benchmarkKey(b, 270) }
