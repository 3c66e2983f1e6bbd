package check

import (
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/cost"
	"yttra/app/figures"
	"yttra/app/language"
	"yttra/app/markup"
	"yttra/app/packs"
)

// run is one document read for one check.
type run struct {
	packs    *packs.Packs
	checker  *Checker
	matter   *app.Matter
	doc      *app.Document
	kind     *packs.Kind // nil when unknown
	facts    Facts
	limits   []app.Threshold   // of the packs, with what the municipality has confirmed
	sum      cost.Result       // of the matter's estimate
	fills    *strings.Replacer // for what is told of the estimate; nil until asked for
	lacks    []packs.Expected  // kinds of cost that no line speaks to, once looked
	looked   bool
	today    app.Date        // empty: the check knows no day
	own      map[string]bool // words for the paper's own committees; nil until asked for
	others   []*run          // the matter's other documents; see papers
	readAll  bool            // others have been read
	original *run            // the motion; nil until asked for
	personal *personalData   // nil until asked for
	sections []section
	hits     []spot              // all, in the order of the text
	of       []int32             // indexes in hits, phrase by phrase, each in the order of the text
	from     []int32             // by phrase: where its own begin in of
	total    int                 // sentences
	sayings  map[string]sentence // by their words, white space squeezed; nil until asked for
	estimate *figures.Set        // of the matter's estimate; nil until asked for
}

// section is a section of the document with its paragraphs.
type section struct {
	role    string
	text    string // as it is read; places in it become places in the document last of all
	reading markup.Reading
	own     bool       // it holds the body's own running text
	heading *paragraph // nil when it has none
	parts   []part
}

// part is a paragraph in its place; it begins at byte at of the section.
type part struct {
	at      int
	first   int   // sentences of the document before it
	foreign bool  // all of it is what somebody else says
	hits    []hit // the paragraph's, and those of abbreviations that the paper has explained before
	*paragraph
}

// spot is a hit in a document.
type spot struct {
	section, part int
	hit
}

// sentence names a sentence of the document.
type sentence struct{ section, part, n int }

func (s spot) sentence() sentence { return sentence{s.section, s.part, s.Sentence} }

// Roles that hold somebody else's words, or no running text. What stands there
// is not the body's own view unless a look asks for the role by name.
var notOwn = []string{app.RoleMotion, roleHead, "reservation", "documents", "annexes", "sent_to", "signatures", "attest", "notice", "item", "motions_made", "answers", "unanswered", "views", "motions"}

const roleHead = "head"

func (c *Checker) newRun(m *app.Matter, d *app.Document) *run {
	r := &run{packs: c.packs, checker: c, matter: m, doc: d}
	if k, ok := c.packs.Kind(d.Kind); ok {
		r.kind = k
	}
	total := 0
	known := glossary{}
	for _, s := range d.Sections {
		reading := markup.Read(s.Text) // of a bound figure the words, never its name
		parts := c.parts(reading.Text)
		tellForeign(parts)
		known.read(parts)
		in := section{role: s.Role, text: reading.Text, reading: reading, own: !slices.Contains(notOwn, s.Role), parts: parts}
		if s.Heading != "" {
			in.heading = c.memory.read(s.Heading, language.Heading, c)
		}
		r.sections = append(r.sections, in)
		for j := range parts {
			total += len(parts[j].hits)
			parts[j].first = r.total
			r.total += len(parts[j].text.Sentences)
		}
	}
	r.gather(total)
	return r
}

// gather lays the hits of all paragraphs in one row, and sorts them by phrase by
// counting.
func (r *run) gather(total int) {
	r.hits, r.of = make([]spot, 0, total), make([]int32, total)
	r.from = make([]int32, r.checker.set.Len()+1)
	for i, s := range r.sections {
		for j, p := range s.parts {
			for _, h := range p.hits {
				h.reported = h.reported || p.foreign
				r.hits = append(r.hits, spot{i, j, h})
				r.from[h.Phrase+1]++
			}
		}
	}
	for p := range r.from[1:] {
		r.from[p+1] += r.from[p]
	}
	next := slices.Clone(r.from)
	for i := range r.hits {
		p := r.hits[i].Phrase
		r.of[next[p]] = int32(i)
		next[p]++
	}
}

// at gives where a phrase stands, as indexes in the hits.
func (r *run) at(phrase int) []int32 { return r.of[r.from[phrase]:r.from[phrase+1]] }

// parts reads a text paragraph by paragraph, those already known from memory.
func (c *Checker) parts(text string) []part {
	paragraphs := language.Paragraphs(text)
	out := make([]part, 0, len(paragraphs))
	for _, p := range paragraphs {
		s := text[p.Span.Start:p.Span.End]
		read := c.memory.read(s, p.Kind, c)
		out = append(out, part{at: p.Span.Start, hits: read.hits, paragraph: read})
	}
	return out
}

// spots gives where any of the phrases stands in sections that the look covers,
// in the order of the text. Headings and quotations are left out.
func (r *run) spots(l *look, phrases []int) []spot {
	var found []int32
	for _, p := range phrases {
		for _, i := range r.at(p) {
			if s := &r.hits[i]; !s.quoted && r.covers(l, s.section) && r.sections[s.section].parts[s.part].kind != language.Heading {
				found = append(found, i)
			}
		}
	}
	if len(phrases) > 1 {
		slices.Sort(found)
		found = slices.Compact(found)
	}
	out := make([]spot, len(found))
	for n, i := range found {
		out[n] = r.hits[i]
	}
	return out
}

// views gives the spots that are the body's own view: what the text tells that
// somebody else says is left out, unless the look asks for that section by name.
func (r *run) views(l *look, phrases []int) []spot {
	return slices.DeleteFunc(r.spots(l, phrases), func(s spot) bool { return s.reported && r.sections[s.section].own })
}

func comparePlaces(pairs ...int) int {
	for i := 0; i < len(pairs); i += 2 {
		if d := pairs[i] - pairs[i+1]; d != 0 {
			return d
		}
	}
	return 0
}

// covers tells whether a look is meant for a section.
func (r *run) covers(l *look, section int) bool {
	s := &r.sections[section]
	if len(l.roles) > 0 {
		return slices.Contains(l.roles, s.role)
	}
	return s.own && !slices.Contains(l.skip, s.role)
}

// sentences is a set of sentences of the document.
type sentences struct {
	run  *run
	bits []uint64 // by the sentence's number in the document; nil when there are none
}

// within gives the sentences that hold any of the phrases, wherever they stand.
func (r *run) within(phrases []int) sentences {
	out := sentences{run: r}
	for _, p := range phrases {
		for _, i := range r.at(p) {
			out.add(r.hits[i].sentence())
		}
	}
	return out
}

func (s *sentences) add(one sentence) {
	if s.bits == nil {
		s.bits = make([]uint64, s.run.total/64+1)
	}
	n := s.run.number(one)
	s.bits[n/64] |= 1 << (n % 64)
}

func (s sentences) has(one sentence) bool {
	if s.bits == nil {
		return false
	}
	n := s.run.number(one)
	return s.bits[n/64]>>(n%64)&1 == 1
}

func (s sentences) empty() bool { return s.bits == nil }

// number counts the sentences of the document before one.
func (r *run) number(s sentence) int { return r.sections[s.section].parts[s.part].first + s.n }

// placeOf gives the bytes of a sentence.
func (r *run) placeOf(s sentence) app.Place {
	p := r.sections[s.section].parts[s.part]
	return place(s.section, p.at, p.text.Sentences[s.n].Span)
}

// placeOfHit gives the bytes of the words that were hit.
func (r *run) placeOfHit(s spot) app.Place {
	return place(s.section, r.sections[s.section].parts[s.part].at, s.Span)
}

func place(section, at int, span app.Span) app.Place {
	return app.Place{Section: section, Span: app.Span{Start: at + span.Start, End: at + span.End}}
}

// inDocument gives the place in the document of one in what is read of it.
func (r *run) inDocument(p app.Place) app.Place {
	if p.Section >= 0 && p.Section < len(r.sections) {
		p.Span = app.Span(r.sections[p.Section].reading.Place(markup.Span(p.Span)))
	}
	return p
}

// quote is the words of a place; none for the whole document.
func (r *run) quote(p app.Place) string {
	if p.Section < 0 || p.Section >= len(r.sections) {
		return ""
	}
	return r.sections[p.Section].text[p.Span.Start:p.Span.End]
}

// whole is the place of something that is missing from the document.
var whole = app.Place{Section: -1}

// home is where the answer to a criterion belongs: the section with the role,
// else the assessment, else the document as a whole.
func (r *run) home(role string) app.Place {
	for _, role := range []string{role, app.RoleAssessment} {
		if i := r.doc.Section(role); i >= 0 {
			return app.Place{Section: i}
		}
	}
	return whole
}

// heading is how a section is named for a person: as printed, or by its role.
func (r *run) heading(section int) string {
	if h := r.doc.Sections[section].Heading; h != "" {
		return h
	}
	return r.headingOf(r.doc.Sections[section].Role)
}

func (r *run) headingOf(role string) string {
	if r.kind == nil {
		return role
	}
	s, ok := r.kind.Section(role)
	if !ok {
		return role
	}
	if r.checker.lang == "en" {
		return s.EN.Heading
	}
	return s.SV.Heading
}

// counts sums the running text: no headings, tables, lists or points of decision.
func (r *run) counts() language.Counts {
	var sum language.Counts
	for i := range r.sections {
		sum = sum.Add(r.countsIn(i))
	}
	return sum
}

func (r *run) countsIn(section int) language.Counts {
	var sum language.Counts
	if s := r.sections[section]; s.role == app.RoleProposal || slices.Contains(notOwn, s.role) && s.role != app.RoleMotion {
		return sum
	}
	for _, p := range r.sections[section].parts {
		if p.kind == language.Prose || p.kind == language.Quote {
			sum = sum.Add(p.counts)
		}
	}
	return sum
}

// squeeze makes texts that differ only in white space alike.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }
