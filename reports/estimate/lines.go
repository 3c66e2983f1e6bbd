package estimate

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"yttra/app"
	"yttra/app/cost"
)

// lines lists every line of every way, with what it comes to.
func (p *printer) lines() {
	if len(p.compared()) == 1 && len(p.e.Lines) == 0 {
		return
	}
	p.head(p.w.Annex.Lines)
	for _, i := range p.compared() {
		if e := p.e.View(i); len(e.Lines) > 0 {
			p.add(p.lineTable(i, e.Lines, p.Compared.Ways[i]).block(p))
		}
	}
}

func (p *printer) lineTable(way int, lines []app.CostLine, r cost.Result) grid {
	t := p.w.LineTable
	g := grid{caption: say(t.Caption, "way", p.wayIn(way)), heads: []string{t.What, t.Kind, t.Quantity, t.Price, t.Years, t.Sum, t.Source}, words: []int{1, 4, 6}, wide: true, tight: []int{1, 2, 3, 4, 5, 6}}
	unread := false
	for i, l := range lines {
		work := cost.Line{}
		if i < len(r.Lines) {
			work = r.Lines[i]
		}
		sum := amount(work.Total.Likely)
		if !work.Summed {
			sum, unread = word(t.Unsummed), true
		}
		g.rows = append(g.rows, row{name: p.described(l), cells: []cell{word(p.shortKind(l.Kind)), word(quantity(l.Quantity)), amount(work.Each),
			word(p.span(max(l.From, 1), l.To)), sum, word(p.source(l.Source))}})
	}
	none := word("\u00a0")
	g.rows = append(g.rows, row{name: p.w.Sum, sum: true, cells: []cell{none, none, none, none, amount(r.Total.Likely), none}})
	if unread {
		g.note = t.NoteUnsummed
	}
	return g
}

// described is a line's words and, in brackets, what is particular about it.
func (p *printer) described(l app.CostLine) string {
	t := p.w.LineTable
	var about []string
	if l.Low != 0 || l.High != 0 {
		s := say(t.Range, "low", kronor.in(l.Low), "high", kronor.in(l.High))
		if l.To > max(l.From, 1) {
			s = say(p.w.Sensitivity.AYear, "amount", s)
		}
		about = append(about, s)
	}
	if l.Index != 0 {
		sign := ""
		if l.Index > 0 {
			sign = "+"
		}
		about = append(about, say(t.Index, "rate", sign+percent(l.Index)))
	}
	if l.VAT > 0 {
		about = append(about, say(t.VAT, "rate", strconv.Itoa(l.VAT)))
	}
	if l.Lifetime > 0 {
		about = append(about, say(t.Lifetime, "n", strconv.Itoa(l.Lifetime)))
	}
	for _, mark := range []struct {
		is   bool
		text string
	}{{l.Internal, t.Internal}, {l.CallOff, t.CallOff}, {l.Open, t.Open}} {
		if mark.is {
			about = append(about, mark.text)
		}
	}
	if len(about) == 0 {
		return p.what(l)
	}
	return p.what(l) + " (" + strings.Join(about, ", ") + ")"
}

func (p *printer) shortKind(k app.CostKind) string {
	if s := p.w.ShortKinds[k]; s != "" {
		return s
	}
	return p.kind(k)
}

func (p *printer) source(s app.CostSource) string {
	if name := p.w.Sources[s]; name != "" {
		return name
	}
	return string(s)
}

// lower begins the house's own words small, within a sentence.
func lower(s string) string {
	if s == "" {
		return s
	}
	_, size := utf8.DecodeRuneInString(s)
	return strings.ToLower(s[:size]) + s[size:]
}

// quoted puts words between Swedish quotation marks.
func quoted(s string) string { return "”" + s + "”" }
