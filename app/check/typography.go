package check

import (
	"maps"
	"slices"

	"yttra/app"
	"yttra/app/language"
	"yttra/app/packs"
)

// slip is a slip of typography: what stands there, and what should.
type slip struct {
	span app.Span
	to   string
}

// slipKind tells where a slip counts.
type slipKind struct {
	prose bool // in running text only: tables and lists may write shorter
	mixed string
}

// slipKinds are the slips that a look may ask for, by name (Myndigheternas
// skrivregler; criteria.md E.2). One that is mixed counts only in a document that
// also writes it the other way, which is a slip of its own that nobody asks for.
var slipKinds = map[string]slipKind{
	"hard_space": {}, "thousands": {}, "decimal": {}, "percent": {}, "interval": {}, "dash": {}, "quotes": {}, "clock": {},
	"million": {}, "money": {prose: true}, "small": {prose: true}, "iso_date": {prose: true, mixed: "worded_date"}, "short_date": {prose: true},
}

func knownSlips(names []string) error {
	for _, n := range names {
		if _, ok := slipKinds[n]; !ok {
			return &packs.Flaw{Why: packs.NotOneOf, What: n, Want: slices.Sorted(maps.Keys(slipKinds))}
		}
	}
	return nil
}

// findTypography speaks of the slips that the look names, all of a kind at once.
// A slip with one of the look's words beside it is none.
func findTypography(r *run, l *look) []found {
	var out []found
	for _, name := range l.texts {
		kind := slipKinds[name]
		if kind.mixed != "" && !r.slips(kind.mixed) {
			continue
		}
		for i, s := range r.sections {
			if !r.covers(l, i) {
				continue
			}
			for _, p := range s.parts {
				if p.kind == language.TableRow || kind.prose && p.kind != language.Prose {
					continue
				}
				for _, slip := range p.marks[name] {
					if from := p.text.Of(slip.span); !l.excuses(p.text.Source, slip.span) {
						out = append(out, found{place: place(i, p.at, slip.span), mend: []string{slip.to}, group: name, words: []string{"{from}", from, "{to}", slip.to}})
					}
				}
			}
		}
	}
	return out
}

// slips tells whether running text has a slip anywhere.
func (r *run) slips(name string) bool {
	return slices.ContainsFunc(r.sections, func(s section) bool {
		return slices.ContainsFunc(s.parts, func(p part) bool { return p.kind == language.Prose && len(p.marks[name]) > 0 })
	})
}

// excuses tells whether the word before or after a slip is one of those that let
// it stand: "artikel _" and "_ procent", with the slip at the line.
func (l *look) excuses(s string, at app.Span) bool {
	return len(l.beside) > 0 && (l.beside[language.Fold(wordBefore(s, at.Start))+" _"] || l.beside["_ "+language.Fold(wordAfter(s, at.End))])
}
