package reports

import (
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"yttra/reports/layout"
)

// Part is what of a matter is put on paper.
type Part string

const (
	WholePaper Part = ""         // the document, and the cost sheet as its annex
	CostSheet  Part = "cost"     // the cost sheet alone, under the same letterhead
	Protocol   Part = "protocol" // how the document answers the criteria
)

// costs makes the tables of the economy section, and the cost sheet with its
// number among the annexes.
func (m *maker) costs() error {
	if m.in.Part == WholePaper && !m.d.NoCostSheet && m.in.Sheet.Has() {
		m.annexNumber = m.numberAnnex()
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

// numberAnnex gives the cost sheet's number: that of its own item in the section
// of annexes, or else the next.
func (m *maker) numberAnnex() int {
	i := m.d.Section(roleAnnexes)
	if i < 0 {
		return 1
	}
	n := 0
	for _, b := range body(m.d.Sections[i].Text) {
		if b.Role != layout.ListBlock {
			continue
		}
		for k, item := range b.List.Items {
			n = max(b.List.Start, 1) + k
			if len(item) > 0 && m.isSheet(textOf(item[0].Runs)) {
				return n
			}
		}
	}
	for line := range strings.Lines(m.d.Sections[i].Text) {
		for _, found := range annexInText.FindAllStringSubmatch(line, -1) {
			if k, err := strconv.Atoi(found[1]); err == nil {
				if n = max(n, k); m.isSheet(strings.Trim(strings.Replace(line, found[0], "", 1), " .:–-\n")) {
					return k
				}
			}
		}
	}
	return n + 1
}

// isSheet reports whether an annex that the clerk has listed is the cost sheet.
func (m *maker) isSheet(s string) bool {
	title, _, _, err := m.in.Sheet.Name(1)
	return err == nil && strings.HasPrefix(strings.ToLower(strings.TrimSpace(s)), strings.ToLower(title))
}

// listed adds the cost sheet to the annexes that the section lists, unless it is
// among them.
func (m *maker) listed(blocks []layout.Block) []layout.Block {
	if m.annexNumber == 0 {
		return blocks
	}
	item := []layout.Block{{Runs: layout.Plain(m.annexTitle)}}
	for i := len(blocks) - 1; i >= 0; i-- {
		b := &blocks[i]
		if b.Role != layout.ListBlock {
			continue
		}
		for _, it := range b.List.Items {
			if len(it) > 0 && m.isSheet(textOf(it[0].Runs)) {
				return blocks
			}
		}
		b.List.Items = append(slices.Clip(b.List.Items), item)
		return blocks
	}
	for _, b := range blocks {
		if found := annexInText.FindString(textOf(b.Runs)); found != "" && m.isSheet(strings.Trim(strings.Replace(textOf(b.Runs), found, "", 1), " .:–-\n")) {
			return blocks
		}
	}
	if len(blocks) > 0 {
		return append(blocks, layout.Block{Runs: layout.Plain(m.annexLabel + ": " + m.annexTitle)})
	}
	return []layout.Block{{Role: layout.ListBlock, List: layout.List{Mark: layout.Decimal, Items: [][]layout.Block{item}}}}
}

// annexes adds the cost sheet on pages of its own.
func (m *maker) annexes() {
	if m.annexNumber == 0 || len(m.annex) == 0 {
		return
	}
	m.place = m.annexTitle
	m.add(layout.Block{Role: layout.Annex, Label: m.annexLabel, Runs: layout.Plain(m.annexTitle), Source: layout.Source{Part: PartCosts}})
	m.add(m.annex...)
}
