package desk_test

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"yttra/app"
	"yttra/app/compare"
	"yttra/app/desk"
)

// versions is a matter with a named version, and changes after it.
func versions(t *testing.T, change func(*app.Matter)) (h *house, named uint64) {
	t.Helper()
	h = open(t)
	h.add(t)
	h.desk.Edit("", func(m *app.Matter) {
		m.Documents[0].Sections = []app.Section{{Role: app.RoleProposal, Heading: "Förslag"}, {Role: "a", Heading: "A", Text: "Ett."},
			{Role: "b", Heading: "B", Text: "Två."}, {Role: "c", Heading: "C", Text: "Tre."}}
		m.Claims = []app.Claim{{Text: "att kameror sätts upp", Decision: app.Reject}}
	})
	if err := h.desk.SaveVersion("Till nämnden"); err != nil {
		t.Fatal(err)
	}
	named = h.desk.State().Revision
	h.pass(time.Minute)
	h.desk.Edit("", change)
	return h, named
}

func headings(d *desk.Desk) string {
	var out []string
	for _, s := range d.State().Document().Sections {
		out = append(out, s.Heading+" "+s.Text)
	}
	return strings.Join(out, "|")
}

func names(t *testing.T, d *desk.Desk) []string {
	t.Helper()
	list, err := d.Revisions()
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, r := range list {
		out = append(out, r.Name)
	}
	return out
}

func TestCompareWithNow(t *testing.T) {
	h, named := versions(t, func(m *app.Matter) {
		m.Documents[0].Sections[1].Text = "Ett och annat."
		m.Claims[0].Decision = app.Approve
	})
	c, err := h.desk.Compare(named, desk.Now)
	if err != nil {
		t.Fatal(err)
	}
	if c.Old.Claims[0].Decision != app.Reject || c.New != h.desk.State().Matter {
		t.Error("the sides are not the versions")
	}
	d := c.Documents[0]
	if d.Sections[1].Op != compare.Changed || d.Sections[2].Op != compare.Same {
		t.Errorf("%+v", d.Sections)
	}
	if p := d.Sections[0]; p.Op != compare.Changed || !strings.Contains(p.Paragraphs[len(p.Paragraphs)-1].New, "bifall") {
		t.Errorf("the proposal follows from the claims: %+v", p)
	}
	if _, err := h.desk.Compare(99, desk.Now); app.CodeOf(err) != app.CodeNoVersion {
		t.Errorf("an unknown version gives %v", err)
	}
}

func TestRestoreOfOneSection(t *testing.T) {
	for _, c := range []struct {
		name    string
		change  func(*app.Matter)
		section int
		want    string
		at      int
	}{
		{"its text", func(m *app.Matter) { m.Documents[0].Sections[2].Text = "Annat." }, 2, "Förslag |A Ett.|B Två.|C Tre.", 2},
		{"renamed and moved", func(m *app.Matter) {
			s := m.Documents[0].Sections
			s[1], s[2] = s[2], s[1]
			s[1].Heading = "Bé"
		}, 2, "Förslag |A Ett.|B Två.|C Tre.", 2},
		{"moved to the front", func(m *app.Matter) {
			s := m.Documents[0].Sections
			m.Documents[0].Sections = []app.Section{s[3], s[0], s[1], s[2]}
		}, 3, "Förslag |A Ett.|B Två.|C Tre.", 3},
		{"gone", func(m *app.Matter) { m.Documents[0].Sections = slices.Delete(m.Documents[0].Sections, 2, 3) }, 2, "Förslag |A Ett.|B Två.|C Tre.", 2},
		{"the first, gone with its neighbour", func(m *app.Matter) { m.Documents[0].Sections = m.Documents[0].Sections[2:] }, 0, "Förslag |B Två.|C Tre.", 0},
		{"the last of all", func(m *app.Matter) { m.Documents[0].Sections = nil }, 3, "C Tre.", 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			h, named := versions(t, c.change)
			before := headings(h.desk)
			spot, err := h.desk.RestoreSection(named, 0, c.section, "Före återställning")
			if err != nil || spot != (desk.Spot{Document: 0, Section: c.at}) {
				t.Fatalf("%+v %v", spot, err)
			}
			if got := headings(h.desk); got != c.want {
				t.Errorf("got %s", got)
			}
			if n := names(t, h.desk); len(n) < 3 || n[0] != "" || n[1] != "Före återställning" || n[2] != "Till nämnden" {
				t.Errorf("versions %q", n)
			}
			if h.desk.State().Saved.State != desk.Kept {
				t.Error("not saved")
			}
			h.desk.Undo()
			if headings(h.desk) != before {
				t.Error("it cannot be undone")
			}
		})
	}
}

func TestRestoreOfTheProposalBringsTheClaims(t *testing.T) {
	h, named := versions(t, func(m *app.Matter) { m.Claims[0].Decision = app.Approve })
	if _, err := h.desk.RestoreSection(named, 0, 0, "Före"); err != nil {
		t.Fatal(err)
	}
	if got := h.desk.State().Matter.Claims[0].Decision; got != app.Reject {
		t.Errorf("decision %q", got)
	}
}

func TestRestoreOfADocumentThatIsGone(t *testing.T) {
	h, named := versions(t, func(m *app.Matter) {
		m.Documents = []app.Document{{ID: "other", Kind: "motion_response"}}
	})
	spot, err := h.desk.RestoreSection(named, 0, 2, "Före")
	if err != nil || spot.Section != 2 {
		t.Fatalf("%+v %v", spot, err)
	}
	s := h.desk.State()
	if len(s.Matter.Documents) != 2 || s.Doc != spot.Document || s.Document().Kind != "opinion" {
		t.Errorf("%d documents, open is %d", len(s.Matter.Documents), s.Doc)
	}
}

func TestDropSection(t *testing.T) {
	h, _ := versions(t, func(m *app.Matter) {
		m.Documents[0].Sections = append(m.Documents[0].Sections, app.Section{Role: "d", Heading: "D", Text: "Ny."})
	})
	if err := h.desk.DropSection(desk.Spot{Document: 0, Section: 4}, "Före"); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(headings(h.desk), "D Ny.") {
		t.Error("the section stays")
	}
	h.desk.Undo()
	if !strings.HasSuffix(headings(h.desk), "D Ny.") {
		t.Error("it cannot be undone")
	}
	for _, s := range []desk.Spot{{-1, 0}, {0, 5}, {3, 0}} {
		if err := h.desk.DropSection(s, "x"); app.CodeOf(err) != app.CodeNotFound {
			t.Errorf("%+v gives %v", s, err)
		}
	}
}

func TestARefusedRestoreChangesNothing(t *testing.T) {
	h, named := versions(t, func(m *app.Matter) { m.Title = "annat" })
	before := h.desk.State().Matter
	if _, err := h.desk.RestoreSection(named, 0, 9, "x"); app.CodeOf(err) != app.CodeNotFound {
		t.Errorf("%v", err)
	}
	if err := h.desk.Restore(99, "x"); app.CodeOf(err) != app.CodeNoVersion {
		t.Errorf("%v", err)
	}
	h.store.fail = errors.New("disk full")
	if err := h.desk.Restore(named, "x"); err == nil {
		t.Error("what was there could not be kept, and yet it was replaced")
	}
	if h.desk.State().Matter != before {
		t.Error("the matter was changed")
	}
}

func TestWhatHasANameIsNotNamedAgain(t *testing.T) {
	h, named := versions(t, func(m *app.Matter) { m.Title = "annat" })
	if err := h.desk.SaveVersion("Efter mötet"); err != nil {
		t.Fatal(err)
	}
	if err := h.desk.Restore(named, "Före återställning"); err != nil {
		t.Fatal(err)
	}
	if n := names(t, h.desk); n[1] != "Efter mötet" || slices.Contains(n, "Före återställning") {
		t.Errorf("versions %q", n)
	}
}

func TestNamesOfVersions(t *testing.T) {
	h, _ := versions(t, func(*app.Matter) {})
	for _, name := range []string{"Till nämnden", " Två\nrader ", strings.Repeat("å", 500)} {
		if err := h.desk.SaveVersion(name); err != nil {
			t.Fatal(err)
		}
	}
	n := names(t, h.desk)
	if len([]rune(n[0])) != 120 || !strings.HasSuffix(n[0], "…") || n[1] != "Två rader" || n[2] != "Till nämnden" || n[3] != "Till nämnden" {
		t.Errorf("%q", n)
	}
}
