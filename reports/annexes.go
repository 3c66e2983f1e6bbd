package reports

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"yttra/app"
	"yttra/app/packs"
	"yttra/reports/layout"
)

// Part is what of a matter is put on paper.
type Part string

const (
	WholePaper Part = ""         // the document, and the cost sheet as its annex
	CostSheet  Part = "cost"     // the cost sheet alone, under the same letterhead
	Protocol   Part = "protocol" // how the document answers the criteria

	UnansweredMotions Part = "unanswered" // the list of the register's motions; see Unanswered
	EventList         Part = "events"     // who did what when in the register; see Events
)

// Reckons reports whether papers of a kind show what the measure costs: those with a
// place for it. Minutes and dissents leave it to the paper that is decided on.
func Reckons(k packs.Kind) bool {
	_, ok := k.Section(roleEconomy)
	return ok && !k.Records
}

// costs makes the tables of the economy section, and the cost sheet with its
// number among the annexes.
func (m *maker) costs() error {
	if n := m.numberAnnex(); m.in.Part == WholePaper && !m.d.NoCostSheet && m.in.Sheet.Has() {
		m.annexNumber = n
	}
	title, label, mention, err := m.in.Sheet.Name(m.annexNumber)
	if err != nil {
		return fmt.Errorf("make paper: %w", err)
	}
	m.annexTitle, m.annexLabel = title, label
	if m.annexNumber == 0 {
		mention = ""
	}
	if m.economy, m.annex, err = m.kept.costs(m.in.Sheet, mention, m.annexNumber > 0 || m.in.Part == CostSheet, m.faces); err != nil {
		return fmt.Errorf("make paper: %w", err)
	}
	for _, blocks := range [][]layout.Block{m.economy, m.annex} {
		for i := range blocks {
			blocks[i].Source.Part = PartCosts
		}
	}
	return nil
}

var annexInText = regexp.MustCompile(`(?i)\bbilaga[ \x{00a0}](\d{1,3})\b`)

// numberAnnex gives each annex its number and the cost sheet its own, which is
// returned: those that the section of annexes lists first, by their place there,
// then the document's, then the cost sheet.
func (m *maker) numberAnnex() int {
	names, last := m.named()
	m.numbers = make([]int, len(m.d.Annexes))
	for i, a := range m.d.Annexes {
		if m.numbers[i] = names.find(annexTitle(a)); m.numbers[i] == 0 {
			last++
			m.numbers[i] = last
		}
	}
	if n := names.find(m.sheetTitle()); n > 0 {
		return n
	}
	return last + 1
}

// names are the annexes that the clerk has listed, by number.
type names map[int]string

// find gives the number of what is listed under a title; 0 when nothing is.
func (l names) find(title string) int {
	found := 0
	for n, s := range l {
		if title != "" && strings.HasPrefix(strings.ToLower(flat(s)), strings.ToLower(flat(title))) && (found == 0 || n < found) {
			found = n
		}
	}
	return found
}

// named reads the section of annexes: numbered items, and lines that begin with
// Bilaga and a number. last is the highest number.
func (m *maker) named() (found names, last int) {
	found = names{}
	i := m.d.Section(roleAnnexes)
	if i < 0 {
		return found, 0
	}
	for _, b := range body(m.d.Sections[i].Text) {
		if b.Role != layout.ListBlock {
			continue
		}
		for k, item := range b.List.Items {
			last = max(last, max(b.List.Start, 1)+k)
			if len(item) > 0 {
				found[max(b.List.Start, 1)+k] = textOf(item[0].Runs)
			}
		}
	}
	for line := range strings.Lines(m.d.Sections[i].Text) {
		for _, at := range annexInText.FindAllStringSubmatch(line, -1) {
			if k, err := strconv.Atoi(at[1]); err == nil {
				last = max(last, k)
				found[k] = strings.Trim(strings.Replace(line, at[0], "", 1), " .:–-\n")
			}
		}
	}
	return found, last
}

func (m *maker) sheetTitle() string {
	title, _, _, err := m.in.Sheet.Name(1)
	if err != nil {
		return ""
	}
	return title
}

// annexTitle is what an annex is called: by its own title, or else as its file.
func annexTitle(a app.Annex) string { return first(a.Title, a.Name) }

// unlisted are the lines of the annexes that the clerk's own list lacks, in the
// order of their numbers.
func (m *maker) unlisted() []listing {
	if m.in.Part != WholePaper {
		return nil
	}
	found, _ := m.named()
	var out []listing
	for i, a := range m.d.Annexes {
		if title := annexTitle(a); title != "" && found.find(title) == 0 {
			out = append(out, listing{m.numbers[i], m.describe(a)})
		}
	}
	if m.annexNumber > 0 && found.find(m.annexTitle) == 0 {
		out = append(out, listing{m.annexNumber, m.annexTitle})
	}
	return out
}

// listing is an annex as the list shows it.
type listing struct {
	number int
	line   string
}

// describe is an annex as it stands in the list: its day, and what is to be known
// of where it is.
func (m *maker) describe(a app.Annex) string {
	s := annexTitle(a)
	if a.Date != "" {
		s += fill(m.l.AnnexDated, "date", string(a.Date))
	}
	switch {
	case a.How == app.AnnexAttached && len(a.Data) > 0:
		s += fill(m.l.AnnexFile, "name", a.Name)
	case a.How == app.AnnexWithheld:
		s += m.l.AnnexWithheld
	}
	return s
}

// listed adds to the annexes that the section lists those that it lacks.
func (m *maker) listed(blocks []layout.Block) []layout.Block {
	more := m.unlisted()
	if len(more) == 0 {
		return blocks
	}
	list := slices.IndexFunc(blocks, func(b layout.Block) bool { return b.Role == layout.ListBlock })
	for i := len(blocks) - 1; i >= 0 && list >= 0; i-- {
		if blocks[i].Role == layout.ListBlock {
			list = i
			break
		}
	}
	if list < 0 && len(blocks) > 0 {
		for _, a := range more {
			blocks = append(blocks, layout.Block{Runs: layout.Plain(m.label(a.number) + ": " + a.line)})
		}
		return blocks
	}
	if list < 0 {
		blocks, list = []layout.Block{{Role: layout.ListBlock, List: layout.List{Mark: layout.Decimal, Start: more[0].number}}}, 0
	}
	for _, a := range more {
		blocks[list].List.Items = append(slices.Clip(blocks[list].List.Items), []layout.Block{{Runs: layout.Plain(a.line)}})
	}
	return blocks
}

// label is Bilaga and a number.
func (m *maker) label(n int) string {
	_, label, _, err := m.in.Sheet.Name(n)
	if err != nil {
		return ""
	}
	return label
}

// annexes adds the annexes that follow: a page that says which it is for each
// paper that is appended, and the cost sheet, in the order of their numbers.
func (m *maker) annexes() {
	if m.in.Part != WholePaper {
		return
	}
	sheet := m.annexNumber > 0 && len(m.annex) > 0
	for i, a := range m.d.Annexes {
		if a.How != app.AnnexAppended || len(a.Data) == 0 {
			continue
		}
		if sheet && m.annexNumber < m.numbers[i] {
			m.costSheet()
			sheet = false
		}
		m.place = annexTitle(a)
		at := layout.Source{Part: PartAnnexes, At: i}
		m.add(layout.Block{Role: layout.Annex, Label: m.label(m.numbers[i]), Runs: layout.Plain(annexTitle(a)), Source: at},
			layout.Block{Runs: layout.Plain(fill(m.l.AnnexFollows, "name", first(a.Name, annexTitle(a)))), Source: at})
	}
	if sheet {
		m.costSheet()
	}
}

func (m *maker) costSheet() {
	m.place = m.annexTitle
	m.add(layout.Block{Role: layout.Annex, Label: m.annexLabel, Runs: layout.Plain(m.annexTitle), Source: layout.Source{Part: PartCosts}})
	m.add(m.annex...)
}

// tie hangs the annexes on a placed document: those that are attached, and where
// the pages of each one that is appended go.
func (m *maker) tie(set *layout.Set) {
	if m.in.Part != WholePaper {
		return
	}
	for i, a := range m.d.Annexes {
		switch {
		case len(a.Data) == 0:
		case a.How == app.AnnexAttached:
			set.Files = append(set.Files, layout.File{Name: first(a.Name, a.Title), Title: strings.TrimSpace(m.label(m.numbers[i]) + " " + annexTitle(a)), Date: day(a.Date), Data: a.Data})
		case a.How == app.AnnexAppended:
			if after, e := place(set, layout.Source{Part: PartAnnexes, At: i}); e != nil {
				set.Appended = append(set.Appended, layout.Appended{After: after, Elem: e, Title: annexTitle(a), Data: a.Data})
			}
		}
	}
}

// day is a date when it is one.
func day(d app.Date) string {
	if !d.Valid() {
		return ""
	}
	return string(d)
}

// place finds the last page with what was made from a source, and makes an element
// after it.
func place(set *layout.Set, from layout.Source) (page int, made *layout.Elem) {
	for n, p := range set.Pages {
		for _, it := range p.Items {
			if it.Elem == nil {
				continue
			}
			if top, ok := it.Elem.From(); ok && top.Source == from && top.Parent != nil {
				page, made = n, top
			}
		}
	}
	if made == nil {
		return 0, nil
	}
	parent := made.Parent
	e := &layout.Elem{Role: "Part", Parent: parent}
	parent.Kids = slices.Insert(parent.Kids, slices.Index(parent.Kids, made)+1, e)
	return page, e
}
