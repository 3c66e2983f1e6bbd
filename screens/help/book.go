package help

import (
	"embed"
	"fmt"
	"slices"

	"yttra/app/packs"
	"yttra/i18n"
)

//go:embed text
var texts embed.FS

// Group is a part of the contents.
type Group struct {
	Title string
	Pages []string // ids
}

// Source is what the help is made from.
type Source struct {
	Words i18n.Words
	Packs *packs.Packs
	// Key gives the label of a menu command and its keys, by the key of its
	// word: "Nästa påpekande", "Ctrl+J". The keys may be empty.
	Key func(word string) (label, keys string)
	// Keys lists every command that has keys, menu by menu.
	Keys []KeyGroup
}

// KeyGroup is the commands of one menu.
type KeyGroup struct {
	Title string
	Rows  []Key
}

// Key is a command and the keys that give it.
type Key struct{ Label, Keys string }

// Book is all pages in one language.
type Book struct {
	Groups []Group
	pages  map[string]Page
	order  []string
}

// Written lists the pages that are written by hand, group by group; the rest is
// made from the rules, the menu and the words of problems.
func Written() map[string][]string {
	return map[string][]string{
		"begin":   {"start", "saved", "versions", "export", "keys"},
		"screens": {"screen-matters", "screen-draft", "screen-assess", "screen-costs", "screen-paper", "screen-settings", "motion", "original", "facts", "referrals", "events", "backups"},
		"topics":  {"one-year", "claims", "three-steps", "picture", "cost", "life-cycle", "present-value", "as-today", "sunk-cost", "procurement-value", "funding", "figures", "own-rules", "protected", "pdf", "errors", "glossary"},
	}
}

// NewBook makes the pages.
func NewBook(s Source) (*Book, error) {
	b := &Book{pages: map[string]Page{}}
	say := func(word string) string {
		label, keys := s.Key(word)
		if keys == "" {
			return label
		}
		return label + "\u00a0(" + keys + ")"
	}
	written := Written()
	for _, g := range []string{"begin", "screens", "topics"} {
		for _, id := range written[g] {
			data, err := texts.ReadFile("text/" + s.Words.Lang() + "/" + id + ".md")
			if err != nil {
				return nil, fmt.Errorf("read help: %w", err)
			}
			b.add(read(id, string(data), say))
		}
		b.Groups = append(b.Groups, Group{s.Words.T("help.group." + g), written[g]})
	}
	b.append("keys", keyBlocks(s.Keys))
	errors, err := errorBlocks(s.Words)
	if err != nil {
		return nil, err
	}
	b.append("errors", errors)
	b.append("life-cycle", lifecycleBlocks(s.Packs, s.Words))
	b.rules(s)
	return b, nil
}

func (b *Book) add(p Page) {
	b.pages[p.ID] = p
	b.order = append(b.order, p.ID)
}

func (b *Book) append(id string, blocks []Block) {
	p := b.pages[id]
	p.Blocks = append(p.Blocks, blocks...)
	b.pages[id] = p
}

// Page finds a page.
func (b *Book) Page(id string) (Page, bool) {
	p, ok := b.pages[id]
	return p, ok
}

func keyBlocks(groups []KeyGroup) []Block {
	var out []Block
	for _, g := range groups {
		out = append(out, plain(Head, g.Title))
		for _, k := range g.Rows {
			out = append(out, Block{Kind: Item, Spans: []Span{{Text: k.Keys, Bold: true}, {Text: "  " + k.Label}}})
		}
	}
	return out
}

// errorBlocks lists every problem the program can tell of, with what is safe and
// what to do, out of the same words as its row.
func errorBlocks(w i18n.Words) ([]Block, error) {
	codes, err := i18n.Under("error")
	if err != nil {
		return nil, err
	}
	var out []Block
	blank := i18n.Vars{"What": "…", "Where": "…"}
	for _, c := range codes {
		out = append(out, plain(Head, w.T("error."+c+".title", blank)),
			plain(Para, w.T("error."+c+".safe", blank)+" "+w.T("error."+c+".do", blank)))
	}
	return out, nil
}

// rules makes a page of every rule, in the order of the areas.
func (b *Book) rules(s Source) {
	for _, area := range []packs.Area{packs.Proportionality, packs.Cost, packs.Form, packs.Personal, packs.Language} {
		g := Group{Title: s.Words.T("help.group." + string(area))}
		for _, r := range s.Packs.Rules {
			if r.Area == area {
				b.add(rulePage(s.Packs, r, s.Words))
				g.Pages = append(g.Pages, r.ID)
			}
		}
		slices.SortStableFunc(g.Pages, func(x, y string) int { return rank(s.Packs, x) - rank(s.Packs, y) })
		b.Groups = append(b.Groups, g)
	}
}

// rank puts the three steps of the test before what is asked beside them.
func rank(p *packs.Packs, id string) int {
	r, _ := p.Rule(id)
	if i := slices.Index([]packs.Step{packs.Suitability, packs.Necessity, packs.Balance}, r.Step); i >= 0 {
		return i
	}
	return 3
}
