package assess

import (
	"testing"

	"yttra/app"
	"yttra/app/desk"
	"yttra/app/sample"
	"yttra/screens/parts/parttest"
)

// everything is a matter of which every question is asked.
func everything() *app.Matter {
	m := sample.Register()[0]
	m.Measures, m.Affected, m.Purchase = app.Measures, app.Groups, true
	return &m
}

// What a click on a filter costs, beside the drawing of the frame.
func BenchmarkFilter(b *testing.B) {
	h := parttest.New(b, "sv", 1196, 689)
	d := parttest.Desk(b, everything())
	s := New(d, h, func(app.Place) {})
	h.Put(s.Content())
	d.Listen(s.Show)
	b.Logf("%d questions", s.model.Count(""))
	for b.Loop() {
		s.view.filters.pickState(2)
		s.view.filters.pickState(0)
	}
}

// What the screen costs to make and show the first time.
func BenchmarkFirst(b *testing.B) {
	h := parttest.New(b, "sv", 1196, 689)
	d := parttest.Desk(b, everything())
	for b.Loop() {
		s := New(d, h, func(app.Place) {})
		h.Put(s.Content())
		s.Show(d.State())
	}
}

// What the model costs with every key in the text.
func BenchmarkTake(b *testing.B) {
	d := parttest.Desk(b, everything())
	m := NewModel(d, words(b))
	state := d.State()
	for b.Loop() {
		m.Take(desk.State{})
		m.Take(state)
	}
}
