package compare

import (
	"slices"
	"strings"

	"yttra/app/markup"
)

// Units cuts a section's text into what is compared as one: a paragraph, a
// sub-heading, an item of a list, a row of a table. None is blank.
func Units(text string) []string {
	var out []string
	for _, s := range markup.Split(text) {
		start := s.Start
		for at := s.Start; at < s.End; {
			next := s.End
			if i := strings.IndexByte(text[at:s.End], '\n'); i >= 0 {
				next = at + i + 1
			}
			if at > start && Mark(text[at:next]) != "" {
				out = append(out, strings.TrimRight(text[start:at], " \t\r\n"))
				start = at
			}
			at = next
		}
		out = append(out, text[start:s.End])
	}
	return out
}

// Mark is what a line begins with that makes it an item, a quotation, a row of a
// table or a sub-heading: "- ", "1. ", "a) ", "> ", "| ", "### ", with the spaces
// before it. Empty: it is running text.
func Mark(line string) string {
	inner := strings.TrimLeft(line, " \t")
	indent := len(line) - len(inner)
	for _, m := range []string{"### ", "- ", "* ", "> ", "|"} {
		if strings.HasPrefix(inner, m) {
			return line[:indent+len(m)]
		}
	}
	n := 0
	for n < len(inner) && n < 2 && inner[n] >= '0' && inner[n] <= '9' {
		n++
	}
	if n == 0 && inner != "" && inner[0] >= 'a' && inner[0] <= 'z' && strings.HasPrefix(inner[1:], ") ") {
		n = 1
	}
	if n > 0 && (strings.HasPrefix(inner[n:], ". ") || strings.HasPrefix(inner[n:], ") ")) {
		return line[:indent+n+2]
	}
	return ""
}

// unit is a paragraph as it is compared.
type unit struct {
	text string
	id   int32   // same words, same id
	bag  []int32 // its words, in the order of their numbers
	size int     // letters
}

// reader compares the paragraphs of one document.
type reader struct {
	words *lexicon
	whole *lexicon // of paragraphs
	left  int      // words that may still be looked at to find alike paragraphs
}

func newReader() *reader { return &reader{newLexicon(), newLexicon(), work} }

func (r *reader) units(texts []string) []unit {
	var out []unit
	for _, s := range texts {
		u := unit{text: s, id: r.whole.number(strings.Join(strings.Fields(s), " "))}
		out = append(out, u)
	}
	return out
}

// bags counts the words of paragraphs that have no fellow yet.
func (r *reader) bags(us []unit) {
	for i := range us {
		if us[i].bag != nil {
			continue
		}
		us[i].bag = r.words.tokens(us[i].text).ids
		for _, id := range us[i].bag {
			us[i].size += r.words.letters[id]
		}
		slices.Sort(us[i].bag)
	}
}

// paragraphs compares two rows of paragraphs.
func (r *reader) paragraphs(old, new []string) []Paragraph {
	a, b := r.units(old), r.units(new)
	match := align(ids(a), ids(b))
	var out []Paragraph
	for _, s := range stretches(match, len(b)) {
		if !s.same {
			out = append(out, r.gap(a[s.a0:s.a1], b[s.b0:s.b1])...)
			continue
		}
		for i := range s.a1 - s.a0 {
			out = append(out, Paragraph{Op: Same, Old: a[s.a0+i].text, New: b[s.b0+i].text})
		}
	}
	return out
}

func ids(us []unit) []int32 {
	out := make([]int32, len(us))
	for i, u := range us {
		out[i] = u.id
	}
	return out
}

// gap compares paragraphs of which none is the same: those that are alike are
// one, changed; the others came or went.
func (r *reader) gap(a, b []unit) []Paragraph {
	fellows := make([]int, len(a))
	for i := range fellows {
		fellows[i] = -1
	}
	if len(a) > 0 && len(b) > 0 {
		r.bags(a)
		r.bags(b)
		r.pair(a, b, fellows)
	}
	var out []Paragraph
	j := 0
	added := func(to int) {
		for ; j < to; j++ {
			out = append(out, Paragraph{Op: Added, New: b[j].text})
		}
	}
	for i := range a {
		if fellows[i] < 0 {
			out = append(out, Paragraph{Op: Removed, Old: a[i].text})
			continue
		}
		added(fellows[i])
		out = append(out, r.changed(a[i].text, b[j].text)...)
		j++
	}
	added(len(b))
	return out
}

func (r *reader) changed(old, new string) []Paragraph {
	edits := r.words.words(old, new)
	if slices.ContainsFunc(edits, func(e Edit) bool { return e.Op == Same }) {
		return []Paragraph{{Op: Changed, Old: old, New: new, Edits: edits}}
	}
	return []Paragraph{{Op: Removed, Old: old}, {Op: Added, New: new}}
}
