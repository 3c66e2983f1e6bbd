package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"yttra/app"
	"yttra/app/language"
)

// person is somebody named with a party: "Magnus Olsson (SD)".
type person struct {
	span        app.Span // name and party
	given, last string   // the last two words of the name, folded
	party       string
}

// peopleIn finds those who are named with a party in parentheses.
func peopleIn(t *language.Text) []person {
	if !strings.Contains(t.Source, "(") {
		return nil
	}
	var out []person
	for i := 2; i < len(t.Words); i++ {
		w := t.Words[i].Span
		if !strings.HasSuffix(t.Source[:w.Start], "(") || !strings.HasPrefix(t.Source[w.End:], ")") {
			continue
		}
		party, last, given := t.Of(w), t.Words[i-1], t.Words[i-2]
		gap := strings.TrimSpace(t.Source[last.Span.End:w.Start])
		if gap != "(" || !isParty(party) || !named(t, given) || !named(t, last) || strings.Trim(t.Source[given.Span.End:last.Span.Start], " \u00a0\n") != "" {
			continue
		}
		out = append(out, person{app.Span{Start: given.Span.Start, End: w.End + 1}, given.Fold, last.Fold, party})
	}
	return out
}

func isParty(s string) bool {
	return utf8.RuneCountInString(s) <= 5 && !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsUpper(r) })
}

// named tells whether a word can be of a name: a capital and then small letters.
func named(t *language.Text, w language.Word) bool {
	r, n := utf8.DecodeRuneInString(t.Source[w.Span.Start:])
	next, _ := utf8.DecodeRuneInString(t.Source[w.Span.Start+n:])
	return unicode.IsUpper(r) && unicode.IsLower(next)
}

// same tells whether two names are one; a genitive is the same name.
func (a person) same(b person) bool { return a.given == b.given && bare(a.last) == bare(b.last) }

func bare(name string) string {
	if len(name) > 3 {
		return strings.TrimSuffix(name, "s")
	}
	return name
}

// slip tells whether one name looks like the other misspelt: one letter more,
// less or other in one of its words, which is not a short one.
func (a person) slip(b person) bool {
	if a.same(b) || a.party != b.party {
		return false
	}
	if a.given == b.given {
		return oneLetter(bare(a.last), bare(b.last))
	}
	return bare(a.last) == bare(b.last) && oneLetter(a.given, b.given)
}

// shortName is below how many letters another letter makes another name.
const shortName = 4

// oneLetter tells whether two words differ by one letter that is put in, left
// out or exchanged.
func oneLetter(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(x) < shortName || len(y)-len(x) > 1 {
		return false
	}
	i := 0
	for i < len(x) && x[i] == y[i] {
		i++
	}
	if len(x) == len(y) {
		return i < len(x) && slices.Equal(x[i+1:], y[i+1:])
	}
	return slices.Equal(x[i:], y[i+1:])
}

// findNames speaks of those whose name or party is written in two ways, when one
// of the ways is a mover's, or is of somebody whom the paper begins with.
func findNames(r *run, l *look) []found {
	movers, count := r.movers()
	sure := r.ownMovers()
	var out []found
	told := map[person]bool{}
	for i, s := range r.sections {
		for _, p := range s.parts {
			for _, x := range p.people {
				key := x.key()
				n := slices.IndexFunc(movers, func(m person) bool { return x.slip(m) || x.same(m) && x.party != m.party })
				if n < 0 || told[key] || len(out) == maxTold || slices.ContainsFunc(movers[:sure], func(m person) bool { return m.key() == key }) {
					continue
				}
				if other := movers[n].key(); n >= sure && (count[key] > count[other] || told[other]) {
					continue // the other is the slip
				}
				told[key] = true
				out = append(out, found{place: place(i, p.at, x.span), words: []string{"{here}", p.text.Of(x.span), "{there}", movers[n].written(r)}})
			}
		}
	}
	return out
}

// key is a person without place or genitive.
func (a person) key() person { return person{given: a.given, last: bare(a.last), party: a.party} }

// written is how a person is named in the matter or the paper.
func (a person) written(r *run) string {
	for _, m := range r.matter.Movers {
		if x, ok := personOf(m); ok && x.same(a) {
			return m.Name + " (" + m.Party + ")"
		}
	}
	title := func(s string) string {
		c, n := utf8.DecodeRuneInString(s)
		return string(unicode.ToUpper(c)) + s[n:]
	}
	return title(a.given) + " " + title(a.last) + " (" + a.party + ")"
}

func personOf(m app.Mover) (person, bool) {
	ps := peopleIn(language.Read(m.Name + " (" + m.Party + ")"))
	if len(ps) != 1 {
		return person{}, false
	}
	return ps[0], true
}

// ownMovers is how many of movers come from the matter itself.
func (r *run) ownMovers() int {
	n := 0
	for _, m := range r.matter.Movers {
		if _, ok := personOf(m); ok {
			n++
		}
	}
	return n
}

// maxTold is how many of one kind are told at most: a paper with more has other
// troubles.
const maxTold = 20

// maxNamed is how many names, or references, others are compared with.
const maxNamed = 120

// openingRoles are the sections where a paper says whose motion it is about.
var openingRoles = []string{roleHead, "item", app.RoleSummary, app.RoleMotion, "background", app.RoleProposal, "documents"}

// movers are those of the matter, those whom the papers begin with and those who
// signed the motion; count tells how often each is named in all papers.
func (r *run) movers() (out []person, count map[person]int) {
	for _, m := range r.matter.Movers {
		if x, ok := personOf(m); ok {
			out = append(out, x)
		}
	}
	count = map[person]int{}
	runs := append([]*run{r}, r.papers()...)
	if o := r.motion(); o != nil {
		runs = append(runs, o)
	}
	for _, o := range runs {
		for _, s := range o.sections {
			for _, p := range s.parts {
				for _, x := range p.people {
					if count[x.key()]++; count[x.key()] == 1 && len(out) < maxNamed && slices.Contains(openingRoles, s.role) {
						out = append(out, x)
					}
				}
			}
		}
	}
	return out, count
}
