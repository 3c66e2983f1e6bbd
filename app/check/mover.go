package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"yttra/app"
	"yttra/app/language"
)

// findMoversWithoutParty speaks of somebody who moved the motion and is named for
// the first time without a party: "Anna Andersson (S)". The names are the
// matter's; in a paper that nobody has filled in, those that follow the phrases.
func findMoversWithoutParty(r *run, l *look) []found {
	var out []found
	for _, m := range r.matter.Movers {
		if m.Name == "" || m.Party == "" {
			continue
		}
		if p, ok := r.firstNamed(m.Name); ok && !partyAfter(r.sections[p.Section].text[p.Span.End:]) {
			out = append(out, mover(p, m.Name, m.Party))
		}
	}
	if len(r.matter.Movers) > 0 {
		return out
	}
	seen := map[string]bool{}
	for _, s := range r.spots(l, l.phrases) {
		p, text := r.placeOfHit(s), r.sections[s.section].text
		rest := text[p.Span.End:]
		start := p.Span.End + len(rest) - len(strings.TrimLeft(rest, " \u00a0"))
		end := nameEnd(text, start)
		if name := text[start:end]; end > start && !seen[name] {
			seen[name] = true
			p.Span = app.Span{Start: start, End: end}
			if !partyAfter(text[end:]) {
				out = append(out, mover(p, name, ""))
			}
		}
	}
	return out
}

func mover(p app.Place, name, party string) found {
	f := found{place: p, about: language.Fold(name), words: []string{"{name}", name}}
	if party != "" {
		f.mend = []string{name + " (" + party + ")"}
	}
	return f
}

// firstNamed finds a name in the running text.
func (r *run) firstNamed(name string) (app.Place, bool) {
	for i, s := range r.sections {
		if s.role == roleHead {
			continue
		}
		if at := strings.Index(s.text, name); at >= 0 {
			return app.Place{Section: i, Span: app.Span{Start: at, End: at + len(name)}}, true
		}
	}
	return whole, false
}

// partyAfter tells whether a party follows a name, in parentheses, at once or
// after more names.
func partyAfter(s string) bool {
	rest := s[:min(len(s), 160)]
	if i := strings.IndexAny(rest, ".\n"); i >= 0 {
		rest = rest[:i]
	}
	return strings.Contains(rest, "(")
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// nameEnd gives the end of a first name and surname that begin at a byte; the byte
// itself when no such name stands there.
func nameEnd(s string, start int) int {
	end, parts := start, 0
	for parts < 3 {
		word, gap := s[end:], 0
		if parts > 0 {
			if !strings.HasPrefix(word, " ") {
				break
			}
			word, gap = word[1:], 1
		}
		n := strings.IndexFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
		if n < 0 {
			n = len(word)
		}
		if n < 2 || !unicode.IsUpper(firstRune(word)) || strings.ToUpper(word[:n]) == word[:n] {
			break
		}
		end += gap + n
		parts++
	}
	if parts < 2 {
		return start
	}
	return end
}
