package search

import (
	"iter"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"yttra/app"
	"yttra/app/markup"
)

// Place is what kind of text a quote is from.
type Place int

const (
	InSection Place = iota
	InMotion
	InClaim // what is asked for, or the reason of a decision
	InCosts
)

// Quote is where a query was found in a matter: the words that were looked for among
// those around them, which begin or end with … where they were cut.
type Quote struct {
	Place   Place
	Heading string // of the section
	Number  int    // of the claim, from 1
	Runs    []Run  // empty: the texts have none of it
}

// Run is a part of a quote.
type Run struct {
	Text string
	Hit  bool // it is what was looked for
}

// part is a piece of a matter's text, in the order a person reads it.
type part struct {
	Quote
	text string
}

func partsOf(m *app.Matter) []part {
	var out []part
	add := func(q Quote, s string) {
		if s != "" {
			out = append(out, part{q, norm.NFC.String(strings.ToValidUTF8(s, " "))})
		}
	}
	for _, d := range m.Documents {
		for _, s := range d.Sections {
			add(Quote{Place: InSection, Heading: s.Heading}, markup.Read(s.Text).Text)
		}
	}
	if m.Motion != nil {
		add(Quote{Place: InMotion}, m.Motion.Text)
	}
	for i, c := range m.Claims {
		add(Quote{Place: InClaim, Number: i + 1}, c.Text)
		add(Quote{Place: InClaim, Number: i + 1}, c.Reason)
	}
	for _, l := range m.Estimate.Lines {
		add(Quote{Place: InCosts}, l.What)
	}
	for _, a := range m.Estimate.Alternatives {
		add(Quote{Place: InCosts}, a.Name)
		for _, l := range a.Lines {
			add(Quote{Place: InCosts}, l.What)
		}
	}
	add(Quote{Place: InCosts}, m.Estimate.Financing)
	return out
}

// wordsOf is what the index takes in of a matter. Headings are left out: every
// opinion has the same.
func wordsOf(m *app.Matter) string {
	var b strings.Builder
	for _, p := range partsOf(m) {
		b.WriteString(p.text + "\n")
	}
	return b.String()
}

// QuoteOf finds the words to show: where most of the query stands near together, in
// the part that has most of it. The zero Quote when the texts have none of it.
func QuoteOf(m *app.Matter, q Query) Quote {
	looked := lookedFor(q)
	var best Quote
	most := 0
	for _, p := range partsOf(m) {
		hits := looked.in(p.text)
		if len(hits) == 0 {
			continue
		}
		first, n, all := densest(hits)
		if score := all*64 + n; score > most {
			most, best = score, cut(p, hits, first)
		}
	}
	return best
}

// hit is a word of a text, by bytes, that a word of the query is found by.
type hit struct{ from, to, word int }

// looked is the words of a query, ready to be held against a text.
type looked []struct {
	any    []sought // one for each piece
	phrase []string
}

func lookedFor(q Query) looked {
	out := make(looked, len(q.Words))
	for i, w := range q.Words {
		switch {
		case w.Without:
		case w.Phrase && len(pieces(w.Text)) > 1:
			out[i].phrase = pieces(w.Text)
		default:
			for _, p := range pieces(w.Text) {
				out[i].any = append(out[i].any, append(newSought(p), typing(p)...))
			}
		}
	}
	return out
}

// in finds them in a text, in its order.
func (l looked) in(text string) []hit {
	var out []hit
	var spans [][2]int // of the words so far
	come := make([]int, len(l))
	for at := range wordsAt(text) {
		spans = append(spans, at)
		w := Fold(text[at[0]:at[1]])
		r := root(w)
		for i := range l {
			x := &l[i]
			if slices.ContainsFunc(x.any, func(s sought) bool { return s.matches(r) }) {
				out = append(out, hit{at[0], at[1], i})
				break
			}
			if x.phrase == nil {
				continue
			}
			for come[i] > 0 && w != x.phrase[come[i]] {
				come[i] = fallback(x.phrase, come[i])
			}
			if w == x.phrase[come[i]] {
				come[i]++
			}
			if n := len(x.phrase); come[i] == n {
				out, come[i] = append(out, hit{spans[len(spans)-n][0], at[1], i}), 0
			}
		}
	}
	return out
}

// wordsAt gives where the words of a text are.
func wordsAt(s string) iter.Seq[[2]int] {
	return func(yield func([2]int) bool) {
		from := -1
		for i, r := range s {
			switch {
			case wordRune(r):
				if from < 0 {
					from = i
				}
			case from >= 0:
				if !yield([2]int{from, i}) {
					return
				}
				from = -1
			}
		}
		if from >= 0 {
			yield([2]int{from, len(s)})
		}
	}
}

// How many bytes are shown before what is found first and after it; the row cuts what
// it has no room for.
const (
	quoteBefore = 26
	quoteAfter  = 90
)

// densest finds the hit from which on most words of the query are shown; all is how
// many the text has anywhere.
func densest(hits []hit) (first, n, all int) {
	seen := map[int]bool{}
	for i, h := range hits {
		seen[h.word] = true
		near := map[int]bool{}
		for _, o := range hits[i:] {
			if o.from < h.from+quoteAfter {
				near[o.word] = true
			}
		}
		if len(near) > n {
			first, n = i, len(near)
		}
	}
	return first, n, len(seen)
}

// cut takes the words around a hit and those that follow it.
func cut(p part, hits []hit, first int) Quote {
	s, q := p.text, p.Quote
	begin, end := max(0, hits[first].from-quoteBefore), min(len(s), hits[first].to+quoteAfter)
	before := tidy(strings.ToValidUTF8(s[begin:hits[first].from], ""))
	if begin > 0 {
		if _, rest, ok := strings.Cut(before, " "); ok { // from a whole word on
			before = rest
		}
		before = "…" + before
	} else {
		before = strings.TrimLeft(before, " ")
	}
	add := func(text string, hit bool) {
		if text != "" {
			q.Runs = append(q.Runs, Run{text, hit})
		}
	}
	add(before, false)
	at := hits[first].from
	for _, h := range hits[first:] {
		if h.to > end || h.from < at {
			continue
		}
		add(tidy(s[at:h.from]), false)
		add(tidy(s[h.from:h.to]), true)
		at = h.to
	}
	after := tidy(strings.ToValidUTF8(s[at:end], ""))
	if end < len(s) {
		after += "…"
	}
	add(after, false)
	return q
}

// tidy makes one line of a text and leaves out the marks of the small Markdown.
func tidy(s string) string {
	s = strings.NewReplacer("*", "", "#", "", "_", "", "|", " ").Replace(s)
	out := strings.Join(strings.Fields(s), " ")
	if out == "" {
		return pad(s)
	}
	if pad(s[:1]) != "" {
		out = " " + out
	}
	if pad(s[len(s)-1:]) != "" {
		out += " "
	}
	return out
}

// pad is the one space that white space is shown as.
func pad(s string) string {
	if s != "" && strings.TrimSpace(s) == "" {
		return " "
	}
	return ""
}
