package check

import (
	"strings"

	"yttra/app/language"
)

// findWritten speaks of what is written otherwise than it should be: "t ex" for
// "t.ex.". A phrase knows the words and not the signs between them, so what stands
// in the text is compared letter by letter. What is better may have a second form
// after "|", for the beginning of a sentence.
func findWritten(r *run, l *look) []found {
	var from []int
	for p := range l.replace {
		from = append(from, p)
	}
	var out []found
	for _, s := range r.spots(l, from) {
		p := r.placeOfHit(s)
		part := r.sections[s.section].parts[s.part]
		better, opening, _ := strings.Cut(l.replace[s.Phrase].to, "|")
		opens := opening != "" && s.First == part.text.Sentences[s.Sentence].First && part.kind != language.TableRow
		if opens {
			better = opening
		}
		if strings.HasPrefix(r.sections[s.section].text[p.Span.End:], ".") && (strings.HasSuffix(better, ".") || opens) {
			p.Span.End++ // its own point
		}
		written := r.quote(p)
		if strings.EqualFold(written, better) || strings.Contains(written, "\n") {
			continue
		}
		better = language.LikeCapital(written, better)
		out = append(out, found{place: p, about: language.Fold(written), group: language.Fold(written), mend: []string{better},
			words: []string{"{from}", written, "{to}", better}})
	}
	return out
}
