package desk

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"yttra/app"
	"yttra/app/compare"
	"yttra/app/cost"
)

// Now, as the number of a version, is the matter as it stands open.
const Now uint64 = 0

// Comparison is what differs between two versions of the open matter, and both.
type Comparison struct {
	compare.Result
	Old, New *app.Matter
}

// Compare tells what became of the matter from one version to another. It fails
// with CodeNoVersion or CodeDamaged when one of them cannot be read.
func (d *Desk) Compare(old, new uint64) (Comparison, error) {
	a, err := d.version(old)
	if err != nil {
		return Comparison{}, err
	}
	b, err := d.version(new)
	if err != nil {
		return Comparison{}, err
	}
	return Comparison{compare.Matters(d.side(a), d.side(b)), a, b}, nil
}

func (d *Desk) version(n uint64) (*app.Matter, error) {
	if n == Now && d.matter != nil {
		return d.matter, nil
	}
	m, err := d.Revision(n)
	if app.CodeOf(err) == app.CodeNotFound {
		err = &app.Problem{Code: app.CodeNoVersion, What: strconv.FormatUint(n, 10), Err: err}
	}
	if err != nil {
		return nil, fmt.Errorf("read version: %w", err)
	}
	return m, nil
}

// side adds to a matter what follows from it.
func (d *Desk) side(m *app.Matter) compare.Side {
	s := compare.Side{Matter: m, Total: cost.Sum(m.Estimate, d.limits(), d.today()).Total.Likely}
	for i := range m.Documents {
		s.Proposals = append(s.Proposals, d.parts.Packs.Proposal(m, &m.Documents[i]))
	}
	return s
}

// Spot is a section of a document of the open matter; -1: none in particular.
type Spot struct{ Document, Section int }

// Restore makes an older version the present one. It is an edit like any other:
// it can be undone, and what was there stays as a version with the name keep.
func (d *Desk) Restore(n uint64, keep string) error {
	old, err := d.version(n)
	if err != nil {
		return fmt.Errorf("restore version: %w", err)
	}
	if err := d.keep(keep); err != nil {
		return err
	}
	id := ""
	if doc := d.state.Document(); doc != nil {
		id = doc.ID
	}
	d.Edit("", func(m *app.Matter) { *m = *old.Clone() })
	d.noteVersion(app.ActRestored, n, app.Event{})
	d.OpenDocument(d.matter.Document(id))
	return d.Save()
}

// RestoreSection puts one section of an older version back: its heading and text
// in its place, or the section at its place when it is gone. The points of a
// proposal follow from the claims, which then come back as well. doc and section
// are indexes in that version. It is an edit and keeps what was there, as
// Restore. When the document is gone it comes back whole.
func (d *Desk) RestoreSection(n uint64, doc, section int, keep string) (Spot, error) {
	none := Spot{-1, -1}
	c, err := d.Compare(n, Now)
	if err != nil {
		return none, fmt.Errorf("restore section: %w", err)
	}
	at, ok := c.document(doc)
	if !ok || section < 0 || section >= len(c.Old.Documents[doc].Sections) {
		return none, fmt.Errorf("restore section: %w", &app.Problem{Code: app.CodeNotFound})
	}
	if err := d.keep(keep); err != nil {
		return none, err
	}
	var spot Spot
	d.Edit("", func(m *app.Matter) {
		if at.New < 0 {
			spot = Spot{c.restoreDocument(m, doc), section}
			for i := range m.Documents[spot.Document].Sections {
				d.bringBack(c.Old.Estimate, m, &m.Documents[spot.Document].Sections[i])
			}
			return
		}
		spot = Spot{at.New, c.restoreSection(m, at, section)}
		d.bringBack(c.Old.Estimate, m, &m.Documents[spot.Document].Sections[spot.Section])
		if s := c.Old.Documents[doc].Sections[section]; s.Role == app.RoleProposal {
			m.Claims = c.Old.Clone().Claims
		}
	})
	d.OpenDocument(spot.Document)
	back := d.matter.Documents[spot.Document]
	d.noteVersion(app.ActRestoredSection, n, app.Event{Document: back.ID, Name: back.Sections[spot.Section].Heading})
	return spot, d.Save()
}

// DropSection takes away a section of the open matter that an older version does
// not have. It is an edit and keeps what was there, as Restore.
func (d *Desk) DropSection(s Spot, keep string) error {
	if d.matter == nil || s.Document < 0 || s.Document >= len(d.matter.Documents) ||
		s.Section < 0 || s.Section >= len(d.matter.Documents[s.Document].Sections) {
		return fmt.Errorf("remove section: %w", &app.Problem{Code: app.CodeNotFound})
	}
	if err := d.keep(keep); err != nil {
		return err
	}
	d.Edit("", func(m *app.Matter) {
		doc := &m.Documents[s.Document]
		doc.Sections = append(doc.Sections[:s.Section:s.Section], doc.Sections[s.Section+1:]...)
	})
	d.OpenDocument(s.Document)
	return d.Save()
}

// keep saves what is there under a name, unless it has one already: an unnamed
// version may be thinned away.
func (d *Desk) keep(name string) error {
	if d.saved.State == Kept {
		if list, err := d.Revisions(); err == nil && len(list) > 0 && list[0].Number == d.revision && list[0].Name != "" {
			return nil
		}
	}
	return d.SaveVersion(name)
}

// longestName of a version, in letters.
const longestName = 120

// cleanName makes a name of what somebody wrote or pasted: one line, not endless.
func cleanName(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > longestName {
		s = strings.TrimSpace(string(r[:longestName-1])) + "…"
	}
	return s
}

// document finds what became of a document of the old version.
func (c Comparison) document(old int) (compare.Document, bool) {
	for _, d := range c.Documents {
		if old >= 0 && d.Old == old {
			return d, true
		}
	}
	return compare.Document{}, false
}

// restoreDocument puts a document that is gone back after those that stood before
// it, and gives its index.
func (c Comparison) restoreDocument(m *app.Matter, doc int) int {
	at := 0
	for _, d := range c.Documents {
		if d.Old >= 0 && d.Old < doc && d.New >= 0 {
			at = max(at, d.New+1)
		}
	}
	old := c.Old.Clone().Documents[doc]
	m.Documents = append(m.Documents[:at:at], append([]app.Document{old}, m.Documents[at:]...)...)
	return at
}

// restoreSection puts a section back where it is; one that is gone or has moved,
// after the nearest one that stood before it. It gives its index.
func (c Comparison) restoreSection(m *app.Matter, d compare.Document, section int) int {
	old, doc := c.Old.Documents[d.Old].Sections[section], &m.Documents[d.New]
	at, nearest, from := 0, -1, -1
	for _, s := range d.Sections {
		switch {
		case s.Old == section && s.New >= 0 && !s.Moved:
			doc.Sections[s.New] = old
			return s.New
		case s.Old == section:
			from = s.New
		case s.New >= 0 && s.Old > nearest && s.Old < section && !s.Moved:
			at, nearest = s.New+1, s.Old
		}
	}
	if from >= 0 {
		doc.Sections = slices.Delete(doc.Sections, from, from+1)
		if from < at {
			at--
		}
	}
	doc.Sections = append(doc.Sections[:at:at], append([]app.Section{old}, doc.Sections[at:]...)...)
	return at
}
