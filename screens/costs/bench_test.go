package costs

import (
	"testing"

	"yttra/app"
	"yttra/screens/parts/parttest"
)

// BenchmarkShow is what a change in a large estimate costs: 200 lines, 20 years, 4
// alternatives.
func BenchmarkShow(b *testing.B) {
	h := parttest.New(b, "sv", 1196, 689)
	m := rich()
	e := &m.Estimate
	e.Years, e.Alternatives = 20, nil
	line := e.Lines[4]
	e.Lines = nil
	for i := range 200 {
		l := line
		l.From, l.To, l.Price, l.Low, l.High = 1+i%20, 20, app.Kronor(int64(1000+i)), app.Kronor(1), app.Kronor(int64(100_000+i))
		e.Lines = append(e.Lines, l)
	}
	for _, name := range []string{"A", "B", "C", "D"} {
		e.Alternatives = append(e.Alternatives, app.Alternative{Name: name, Lines: e.Lines})
	}
	d := parttest.Desk(b, m)
	s := New(d, h)
	h.Put(s.Content())
	s.Show(d.State())
	same := d.State()
	d.Edit("", func(m *app.Matter) { m.Estimate.Lines[7].Price += 5_000_000 })
	other := d.State()
	b.Run("changed", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			if i%2 == 0 {
				s.Show(other)
			} else {
				s.Show(same)
			}
		}
	})
	b.Run("same", func(b *testing.B) {
		for b.Loop() {
			s.Show(same)
		}
	})
}
