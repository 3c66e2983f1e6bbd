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

// longDraft is a matter whose opinion has its text so many times over, in as many
// sections as the invented one has.
func longDraft(times int) *app.Matter {
	m := sample.Register()[0].Clone()
	d := &m.Documents[0]
	for i, s := range d.Sections {
		for n := 1; n < times && s.Role != "annexes"; n++ {
			d.Sections[i].Text += "\n\n" + strings.ReplaceAll(s.Text, "[^", fmt.Sprintf("[^%d-", n))
		}
	}
	d.NoCostSheet = times < 2
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

// What a key costs, from the desk's state to the picture of the page it changed. The
// milliseconds are of the clock; a paper of 30 pages must stay well under 16.
func benchmarkKey(b *testing.B, times int) {
	words, err := i18n.New("sv")
	if err != nil {
		b.Fatal(err)
	}
	d := parttest.Desk(b, longDraft(times))
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

func BenchmarkKey3(b *testing.B)   { benchmarkKey(b, 1) }
func BenchmarkKey30(b *testing.B)  { benchmarkKey(b, 13) }
func BenchmarkKey270(b *testing.B) { benchmarkKey(b, 182) }
