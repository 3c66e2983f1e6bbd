package check

import (
	"strings"

	"yttra/app/language"
)

// findReplacements speaks of every word that has a better one. What repeats
// itself is told once.
func findReplacements(r *run, l *look) []found {
	excused := r.within(l.unless)
	var from []int
	for p := range l.replace {
		from = append(from, p)
	}
	var out []found
	end := whole
	for _, s := range r.views(l, from) {
		p, better := r.placeOfHit(s), l.replace[s.Phrase]
		if excused.has(s.sentence()) || better.opens && !r.opensClause(s) || p.Section == end.Section && p.Span.Start < end.Span.End {
			continue
		}
		words := r.quote(p)
		fold := squeeze(language.Fold(words))
		open := strings.Contains(better.from, "*")
		if !open && fold != better.from {
			continue // a compound or another inflection, where the better word would not fit
		}
		end = p
		f := found{place: p, about: fold, group: fold, words: []string{"{from}", words, "{to}", better.to}}
		if !open {
			f.mend = better.inPlaceOf(words)
		}
		out = append(out, f)
	}
	return out
}

// better is what may stand instead of some words.
type better struct {
	from  string // folded; with "*" it stands for several inflections, and nothing fits all
	to    string // as a person reads it: one or more, with commas between
	opens bool   // only at the beginning of a clause: "^då det"
}

// opensClause tells whether a spot stands first in its sentence or after a comma.
func (r *run) opensClause(s spot) bool {
	t := r.sections[s.section].parts[s.part].text
	return s.First == t.Sentences[s.Sentence].First || strings.Contains(t.Source[t.Words[s.First-1].Span.End:s.Span.Start], ",")
}

// inPlaceOf gives the words one by one, with a capital where the old ones had
// one. Words that end or begin with "…" need a hand to fit, and are left out.
func (b better) inPlaceOf(old string) []string {
	var out []string
	for one := range strings.SplitSeq(b.to, ",") {
		if one = strings.TrimSpace(one); one != "" && !strings.Contains(one, "…") {
			out = append(out, language.LikeCapital(old, one))
		}
	}
	return out
}
