package desk_test

import (
	"slices"
	"strings"
	"testing"

	"yttra/app"
)

func (h *house) roles() string {
	var out []string
	for _, s := range h.desk.State().Document().Sections {
		name := s.Role
		if s.Role == "own" {
			name = "own:" + s.Heading
		}
		out = append(out, name)
	}
	return strings.Join(out, " ")
}

func (h *house) lay(roles string) {
	h.desk.Edit("", func(m *app.Matter) {
		m.Documents[0].Sections = nil
		for _, r := range strings.Fields(roles) {
			m.Documents[0].Sections = append(m.Documents[0].Sections, app.Section{Role: r, Heading: strings.ToUpper(r), Text: "text of " + r})
		}
	})
}

// In an opinion children, privacy and economy lie under a chapter.
func TestMoveSection(t *testing.T) {
	const start = "ingress summary assessment children economy proposal"
	for _, c := range []struct {
		section, by int
		want        string
		at          int
	}{
		{1, 1, "ingress assessment children economy summary proposal", 4},
		{2, -1, "ingress assessment children economy summary proposal", 1},
		{2, 1, "ingress summary proposal assessment children economy", 3},
		{5, -1, "ingress summary proposal assessment children economy", 2},
		{4, -1, "ingress summary assessment economy children proposal", 3},
		{3, -1, "ingress summary children assessment economy proposal", 2},
		{4, 1, "ingress summary assessment children proposal economy", 5},
		{0, -1, start, 0}, {5, 1, start, 5}, {2, 0, start, 2}, {-1, 1, start, -1}, {6, 1, start, 6},
	} {
		h := open(t)
		h.add(t)
		h.lay(start)
		if at := h.desk.MoveSection(c.section, c.by); at != c.at || h.roles() != c.want {
			t.Errorf("%d by %d: at %d\n got %s\nwant %s", c.section, c.by, at, h.roles(), c.want)
		}
		if h.roles() == start {
			continue
		}
		h.desk.Undo()
		if h.roles() != start {
			t.Errorf("undone: %s", h.roles())
		}
	}
}

func TestASubsectionNeverLiesUnderNothing(t *testing.T) {
	h := open(t)
	h.add(t)
	h.lay("assessment children")
	if at := h.desk.MoveSection(1, -1); at != 1 || h.roles() != "assessment children" {
		t.Errorf("at %d: %s", at, h.roles())
	}
}

func TestAddSectionComesInItsPlace(t *testing.T) {
	h := open(t)
	h.add(t)
	h.lay("summary assessment own proposal")
	for role, want := range map[string]string{
		"children": "summary assessment children own:OWN proposal", "ingress": "ingress summary assessment own:OWN proposal",
		"annexes": "summary assessment own:OWN proposal annexes"} {
		at := h.desk.AddSection(role)
		if h.roles() != want || h.desk.State().Document().Sections[at].Role != role {
			t.Errorf("%s at %d: %s", role, at, h.roles())
		}
		h.desk.Undo()
	}
	for _, bad := range []string{"summary", "saga", "", "own"} {
		if at := h.desk.AddSection(bad); at != -1 || h.roles() != "summary assessment own:OWN proposal" {
			t.Errorf("%q is added at %d", bad, at)
		}
	}
}

func TestOwnSectionRenamedAndRemoved(t *testing.T) {
	h := open(t)
	h.add(t)
	h.lay("summary assessment children proposal")
	if at := h.desk.AddOwnSection("  Ägande  och\nansvar ", 1); at != 3 || h.roles() != "summary assessment children own:Ägande och ansvar proposal" {
		t.Fatalf("at %d: %s", at, h.roles())
	}
	if at := h.desk.AddOwnSection("Sist", -1); at != 5 {
		t.Errorf("last is at %d", at)
	}
	if at := h.desk.AddOwnSection(" ", 0); at != -1 {
		t.Errorf("a section without a heading at %d", at)
	}
	h.desk.RenameSection(3, "Ansvar")
	h.desk.RenameSection(3, "  ")
	h.desk.RenameSection(99, "Ingen")
	if got := h.desk.State().Document().Sections[3].Heading; got != "Ansvar" {
		t.Errorf("heading %q", got)
	}
	h.desk.RemoveSection(1)
	h.desk.RemoveSection(-1)
	if h.roles() != "summary children own:Ansvar proposal own:Sist" {
		t.Errorf("%s", h.roles())
	}
	h.desk.Undo()
	if i := h.desk.State().Document().Section("assessment"); i != 1 || !slices.ContainsFunc(h.desk.State().Document().Sections, func(s app.Section) bool { return s.Text == "text of assessment" }) {
		t.Error("the removed section did not come back with its text")
	}
}
