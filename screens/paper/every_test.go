package paper

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/app/desk"
	"yttra/app/sample"
	"yttra/reports/layout"
	"yttra/screens/parts/parttest"
)

// everyMatter is the invented matters, of every kind.
func everyMatter(t *testing.T) map[string]*app.Matter {
	t.Helper()
	out := map[string]*app.Matter{}
	for _, m := range sample.Register() {
		out[m.Title] = &m
	}
	files, err := filepath.Glob("../../app/sample/data/papers/*.json")
	if err != nil || len(files) == 0 {
		t.Fatal("the invented matters are not there", err)
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		m, err := app.DecodeMatter(data)
		if err != nil {
			t.Fatal(f, err)
		}
		out[filepath.Base(f)] = m
	}
	return out
}

// Whatever stands on a paper of any kind can be pointed at: a paragraph, a row of a
// table, a footnote and a decision lead to their section, what comes from the estimate
// to it, a line of the contents to its page; and what nobody wrote in a section leads
// nowhere, and does no harm.
func TestEveryRowOfEveryPaperLeadsSomewhereOrNowhere(t *testing.T) {
	for name, m := range everyMatter(t) {
		t.Run(name, func(t *testing.T) {
			h := parttest.New(t, "sv", 1196, 689)
			d := parttest.Desk(t, m)
			model := NewModel(h.Words(), d.Packs(), "Yttra")
			model.Take(d.State())
			if model.Err() != nil {
				t.Fatal(model.Err())
			}
			pointAtAll(t, model, d.State())
		})
	}
}

func pointAtAll(t *testing.T, m *Model, s desk.State) {
	t.Helper()
	sections := s.Document().Sections
	found := map[int]bool{}
	for i, page := range m.Pages() {
		m.Turn(i)
		for _, it := range page.Items {
			if it.Kind != layout.Text || it.Turn != 0 || strings.TrimSpace(it.S) == "" {
				continue
			}
			spot, ok := m.SpotAt(it.Y - 0.5)
			from, made := it.Elem.From()
			switch {
			case !ok && made:
				t.Errorf("page %d: %q leads nowhere, and was made from %+v", i+1, it.S, from.Source)
			case !ok:
			case spot.Page > len(m.Pages()) || spot.Page == 0 && !spot.Costs && spot.Place.Section >= len(sections):
				t.Errorf("page %d: %q leads to %+v", i+1, it.S, spot)
			case spot.Page == 0 && !spot.Costs:
				found[spot.Place.Section] = true
				if at := spot.Place.Span.Start; at > len(sections[spot.Place.Section].Text) {
					t.Errorf("page %d: %q leads to byte %d", i+1, it.S, at)
				}
			}
		}
	}
	for i, sec := range sections {
		if strings.TrimSpace(sec.Text) != "" && !found[i] {
			t.Errorf("nothing on the paper leads to the section %q", sec.Heading)
		}
		if page, _, ok := m.PageOf(app.Place{Section: i}); found[i] && (!ok || page >= len(m.Pages())) {
			t.Errorf("the section %q has no page", sec.Heading)
		}
	}
}

// A line of the contents turns to its page, there and beside the text.
func TestALineOfTheContentsTurnsToItsPage(t *testing.T) {
	m := longDraft(4)
	h := parttest.New(t, "sv", 1196, 689)
	var went []app.Place
	s := screenOf(t, h, m, Options{Place: func(p app.Place) { went = append(went, p) }})
	y, to := 0.0, 0
	for ; y < pageBottom && to < 3; y++ {
		if spot, ok := s.model.SpotAt(y); ok {
			to = spot.Page
		}
	}
	if to < 3 {
		t.Fatal("the first page has no contents")
	}
	s.view.point(y - 1)
	if s.model.At() != to-1 || len(went) != 0 {
		t.Errorf("page %d is shown, want %d; went to %v", s.model.At()+1, to, went)
	}
	b := besideOf(t, m)
	b.page.Tapped(&fyne.PointEvent{Position: fyne.NewPos(200, b.page.Px(y-1))})
	if len(b.went) != 1 || b.went[0].Section < 1 {
		t.Errorf("beside the text it went to %v", b.went)
	}
}

// Plus, minus and nought on the page itself are its size, by steps, and the bar says
// how large it is; the small pages far away are drawn when there is time.
func TestStepsOfSizeAndSmallPages(t *testing.T) {
	h := parttest.New(t, "sv", 1196, 689)
	s := screenOf(t, h, longDraft(13), Options{})
	s.Focus()
	typed := func(r rune) int {
		h.Win.Canvas().Focused().TypedRune(r)
		return s.view.percent()
	}
	if got := typed('0'); got != 100 {
		t.Errorf("nought gives %d %%", got)
	}
	for i, want := range []int{110, 125, 150, 175, 200, 200} {
		if got := typed('+'); got != want {
			t.Errorf("plus %d gives %d %%, want %d", i+1, got, want)
		}
	}
	if got := typed('-'); got != 175 || !strings.Contains(strings.Join(parttest.Texts(s.Content()), " "), "175") {
		t.Errorf("minus gives %d %%, or the bar does not say it", got)
	}
	typed('x')
	if n := len(s.view.waiting); n < 10 || n > len(s.model.Pages())-thumbsAtOnce {
		t.Errorf("%d small pages wait", n)
	}
	for range 30 {
		h.Pass()
	}
	if len(s.view.waiting) != 0 {
		t.Errorf("%d small pages still wait", len(s.view.waiting))
	}
}
