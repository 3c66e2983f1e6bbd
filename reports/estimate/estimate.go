// Package estimate prints what a measure costs: the tables and figures of an
// estimate that has been summed, as blocks with roles. Economy is what stands in
// the document's own section, Annex the whole cost sheet.
//
// It knows how amounts, tables and charts are written on a Swedish paper and the
// words around them (words_sv.json). It never sums, never words a rule, and never
// places anything on a page.
package estimate

import (
	"slices"
	"strconv"
	"strings"

	"yttra/app"
	"yttra/app/cost"
	"yttra/app/packs"
	"yttra/reports/layout"
)

// Sheet is what is printed, and everything it is made from.
type Sheet struct {
	Matter   *app.Matter
	Compared cost.Comparison  // of its estimate
	Missing  []packs.Expected // what a measure like this also costs
	Known    bool             // the rules say what it costs
	Exposure packs.Exposure
	Interest int // on capital in investments, hundredths of a per cent a year; 0: not known
}

// Of gathers a sheet from a matter, its estimate summed way by way, and the rules.
func Of(p *packs.Packs, m *app.Matter, c cost.Comparison) Sheet {
	return Sheet{Matter: m, Compared: c, Missing: p.Missing(m), Known: len(p.Expected(m)) > 0, Exposure: p.Exposure(m)}
}

// Has reports whether there is anything to print: a line, in any way, or money
// already spent.
func (s Sheet) Has() bool {
	if s.Matter == nil || len(s.Compared.Ways) == 0 {
		return false
	}
	e := s.Matter.Estimate
	return len(e.Lines) > 0 || len(e.Spent) > 0 ||
		slices.ContainsFunc(e.Alternatives, func(a app.Alternative) bool { return len(a.Lines) > 0 })
}

// printer holds what the parts of a sheet need.
type printer struct {
	Sheet
	e     app.Estimate // of the proposal
	w     words
	faces layout.Measurer
	out   []layout.Block
}

func (s Sheet) printer(faces layout.Measurer) (*printer, error) {
	w, err := readWords()
	if err != nil {
		return nil, err
	}
	return &printer{Sheet: s, e: s.Matter.Estimate, w: w, faces: faces}, nil
}

// sum is the proposal's.
func (p *printer) sum() cost.Result { return p.Compared.Ways[0] }

func (p *printer) add(bs ...layout.Block) { p.out = append(p.out, bs...) }

// say adds a paragraph of sentences; empty ones are left out.
func (p *printer) say(sentences ...string) {
	if s := joined(sentences...); s != "" {
		p.add(layout.Block{Runs: layout.Plain(s)})
	}
}

func (p *printer) head(s string) {
	p.add(layout.Block{Role: layout.Heading, Runs: layout.Plain(s)})
}

// list adds a line that leads in, and what it announces.
func (p *printer) list(lead string, items []string) {
	b := layout.Block{Role: layout.ListBlock}
	for _, s := range items {
		b.List.Items = append(b.List.Items, []layout.Block{{Runs: layout.Plain(s)}})
	}
	if lead != "" {
		p.add(layout.Block{Role: layout.LeadIn, Runs: layout.Plain(lead)})
	}
	p.add(b)
}

// way names a way: 0 is the proposal.
func (p *printer) way(i int) string {
	w := p.w
	switch {
	case i == 0 && p.e.Name == "":
		return w.Proposal
	case i == 0:
		return say(w.ProposalRole, "name", p.e.Name)
	}
	a := p.e.Alternatives[i-1]
	bare, full := say(w.Other, "n", strconv.Itoa(i)), "{name}"
	switch a.Role {
	case app.Today:
		bare, full = w.Today, w.TodayRole
	case app.Full:
		bare, full = w.Full, w.FullRole
	}
	if a.Name == "" || a.Name == bare {
		return bare
	}
	return say(full, "name", a.Name)
}

// wayIn names a way within a sentence; a name that somebody gave it stays as it is.
func (p *printer) wayIn(i int) string {
	s := p.way(i)
	for _, own := range []string{p.w.Proposal, p.w.Today, p.w.Full, say(p.w.Other, "n", strconv.Itoa(i))} {
		if s == own {
			return lower(s)
		}
	}
	return s
}

// first is the calendar year of year 1; 0 when it is not known.
func (p *printer) first() int {
	if ys := p.sum().Years; len(ys) > 0 {
		return ys[0].Calendar
	}
	return 0
}

// year names a year of the horizon, from 1: by the calendar where that is known.
func (p *printer) year(n int) string {
	if first := p.first(); first > 0 {
		return strconv.Itoa(first + n - 1)
	}
	return say(p.w.Year, "n", strconv.Itoa(n))
}

// span names years of the horizon, both included.
func (p *printer) span(from, to int) string {
	switch {
	case to <= from:
		return p.year(from)
	case p.first() > 0:
		return p.year(from) + "–" + p.year(to)
	}
	return say(p.w.Years, "from", strconv.Itoa(from), "to", strconv.Itoa(to))
}

// joined puts sentences after each other.
func joined(sentences ...string) string {
	return strings.Join(slices.DeleteFunc(sentences, func(s string) bool { return s == "" }), " ")
}
