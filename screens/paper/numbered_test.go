package paper

import (
	"strings"
	"testing"

	"yttra/app"
	"yttra/reports/layout"
)

func numbers(m *Model) int {
	n := 0
	for _, p := range m.Pages() {
		for _, it := range p.Items {
			if it.Kind == layout.Text && it.Elem == nil && it.X < 44 && it.Y > 60 && strings.Trim(it.S, "0123456789") == "" {
				n++
			}
		}
	}
	return n
}

func TestLineNumbersAreOfDrafts(t *testing.T) {
	m, d := model(t, strings.Repeat("Förvaltningen har övervägt flera åtgärder som är mindre ingripande. ", 200))
	if numbers(m) != 0 {
		t.Fatal("lines are numbered that nobody asked for")
	}
	m.SetNumbered(true)
	fifth := numbers(m)
	if fifth < 20 || !strings.Contains(m.Name(false), "läsexemplar") {
		t.Errorf("%d numbers, %s", fifth, m.Name(false))
	}
	p := d.State().Profile
	p.Look.Number = 1
	if err := d.SetProfile(p); err != nil {
		t.Fatal(err)
	}
	if m.Take(d.State()); numbers(m) < 4*fifth {
		t.Errorf("%d numbers when every line has one, %d of every fifth", numbers(m), fifth)
	}
	d.Edit("", func(x *app.Matter) { x.Documents[0].Status = app.Final })
	if m.Take(d.State()); numbers(m) != 0 || m.Numbered() {
		t.Error("a final paper has line numbers")
	}
	if f, err := m.Snapshot(false); err != nil || f.in.LineNumbers != 0 {
		t.Errorf("%d, %v", f.in.LineNumbers, err)
	}
}
