package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"yttra/app"
	"yttra/app/language"
	"yttra/app/packs"
)

// line is a line of a text without its mark of heading.
type line struct {
	start, end int    // bytes of the whole line, its end without the line end
	text       string // trimmed, without # and a last colon
	name       string // the same without number or bold, folded
	depth      int    // of a heading with # or with a number, else 0
	marked     bool   // it began with #
	told       bool   // its file says that it is a heading
	first      bool   // an empty line, or the text's edge, stands before it
	alone      bool   // and after it
	next       string // the line that follows
}

func linesOf(text string) []line {
	var out []line
	blank := true // the line before is empty
	for start := 0; start < len(text); {
		end, next := len(text), len(text)
		if i := strings.IndexByte(text[start:], '\n'); i >= 0 {
			end, next = start+i, start+i+1
		}
		raw := strings.Trim(text[start:end], " \t\r\f\ufeff")
		if language.PageMark(raw) {
			start = next
			continue
		}
		if raw != "" {
			body := strings.TrimLeft(raw, "#")
			after, _, _ := strings.Cut(text[next:], "\n")
			after = strings.TrimSpace(after)
			l := line{start: start, end: end, text: strings.TrimSuffix(strings.TrimSpace(body), ":"),
				marked: len(body) < len(raw), first: blank, alone: blank && after == "", next: after}
			number, name := cutNumber(strings.Trim(l.text, "*_ "))
			l.name, l.depth = language.Fold(name), number+len(raw)-len(body)
			out = append(out, l)
		}
		blank = raw == ""
		start = next
	}
	return out
}

// cutNumber takes the number from a heading, "4.1 Skäl" or "B. Kalkyl", and
// tells how many parts it has.
func cutNumber(s string) (parts int, rest string) {
	number, rest, ok := strings.Cut(s, " ")
	number = strings.TrimRight(number, ".)")
	if !ok || number == "" {
		return 0, s
	}
	for _, part := range strings.Split(number, ".") {
		letter := len(part) == 1 && part >= "A" && part <= "Z"
		if !letter && (len(part) > 2 || part == "" || strings.Trim(part, "0123456789") != "") {
			return 0, s
		}
		parts++
	}
	return parts, strings.TrimSpace(rest)
}

// maxHeading is how long a heading may be that is known by a part of it, or by
// its looks.
const maxHeading = 90

// headings are the headings of a kind and those shared by all, folded.
type headings struct {
	name   string
	own    []packs.Heading
	shared []packs.Heading
	opens  map[string]bool // roles that have no heading on paper
}

func headingsOf(p *packs.Packs, k *packs.Kind) headings {
	out := headings{name: language.Fold(k.SV.Name), opens: map[string]bool{}}
	for _, s := range k.Sections {
		out.own = append(out.own, folded(packs.Heading{Role: s.Role, Like: append([]string{s.SV.Heading}, s.Also...)}))
		out.opens[s.Role] = s.Level == 0
	}
	for _, h := range p.Headings {
		out.shared = append(out.shared, folded(h))
	}
	return out
}

func folded(h packs.Heading) packs.Heading {
	like := make([]string, len(h.Like))
	for i, l := range h.Like {
		like[i] = language.Fold(l)
	}
	return packs.Heading{Role: h.Role, Like: like}
}

// wholeHeading is how long the end of a heading must be to tell it from text
// that stands close below it.
const wholeHeading = 15

// headingRole tells which section of the kind a line is the heading of, or which
// section it heads in papers of any kind. A line with the kind's own name, before
// any heading, belongs to the letterhead.
func headingRole(hs headings, l line, headed bool) (role string, ok bool) {
	if !headed && !l.marked && l.name == hs.name {
		return "", false
	}
	is := func(h string) bool { return likeHeading(h, l) }
	for _, h := range hs.own {
		if (l.marked || !hs.opens[h.Role]) && slices.ContainsFunc(h.Like, is) {
			return h.Role, true
		}
	}
	if !l.looksLikeHeading() {
		return "", false
	}
	for _, h := range hs.shared {
		if !headed && h.Role == app.RoleAssessment {
			continue // it is the title: "Svar på motion om …"
		}
		if slices.ContainsFunc(h.Like, is) {
			return h.Role, true
		}
	}
	return "", false
}

// likeHeading compares a line with a heading as a kind writes it: "*" at its
// beginning or end stands for anything, on a line that looks like a heading.
func likeHeading(heading string, l line) bool {
	if !strings.Contains(heading, "*") {
		return l.name == heading
	}
	open := l.marked || l.looksLikeHeading()
	end, anyStart := strings.CutPrefix(heading, "*")
	middle, anyEnd := strings.CutSuffix(end, "*")
	switch {
	case anyStart && anyEnd:
		return open && strings.Contains(l.name, middle)
	case anyStart:
		whole := l.first && utf8.RuneCountInString(end) >= wholeHeading // "förslag till beslut" ends no other line
		return (open || whole) && strings.HasSuffix(l.name, end)
	}
	long := anyEnd && strings.HasPrefix(heading, "§") && l.first // a heading of minutes tells the whole matter
	return (open || long) && strings.HasPrefix(l.name, middle)
}

// looksLikeHeading tells whether a line stands as headings do: short, with a
// capital letter and no full stop, after an empty line; and before an empty line
// or a text that would have gone on beside it if both were of one paragraph.
func (l line) looksLikeHeading() bool {
	if l.marked || l.told {
		return true
	}
	n := utf8.RuneCountInString(l.text)
	if !l.first || n > maxHeading || strings.Contains(l.text, "  ") || strings.ContainsAny(l.text, "\t|") {
		return false
	}
	_, name := cutNumber(strings.Trim(l.text, "*_ "))
	begin, _ := utf8.DecodeRuneInString(name)
	end, _ := utf8.DecodeLastRuneInString(name)
	if !unicode.IsUpper(begin) || !unicode.IsLetter(end) && end != '?' && end != ')' && end != '”' {
		return false
	}
	if l.alone {
		return true
	}
	begin, _ = utf8.DecodeRuneInString(l.next)
	word, _, _ := strings.Cut(l.next, " ")
	return (unicode.IsUpper(begin) || strings.ContainsRune("–”\"", begin)) &&
		n+1+utf8.RuneCountInString(word) < utf8.RuneCountInString(l.next)
}

// Roles of lists, of other people's words and of letterheads, and of the body's
// words on no subject of their own.
var (
	listRoles   = []string{app.RoleProposal, "documents", "annexes", "sent_to"}
	closedRoles = []string{"reservation", "signatures", "attest", "notice", "motions_made"}
	broadRoles  = []string{app.RoleSummary, "background", app.RoleAssessment}
)

// roleUnder tells which role the heading l, which is not known, has after one of
// depth in a section of role. What stands below the motion's content is the
// body's own again, unless the heading is a part of it or speaks of the motion.
func roleUnder(role string, depth int, l line) string {
	ofMotion := strings.Contains(l.name, "motion") || strings.Contains(l.name, "yrkande") || strings.Contains(l.name, "skrivelse")
	switch {
	case slices.Contains(closedRoles, role), slices.Contains(broadRoles, role), depth > 0 && l.depth > depth, role == app.RoleMotion && ofMotion:
		return role
	}
	return app.RoleAssessment
}

// headsProse tells whether line i is a heading by its looks, with running text
// below it or below the heading that follows.
func headsProse(lines []line, i int) bool {
	if !lines[i].looksLikeHeading() {
		return false
	}
	if i+1 < len(lines) && lines[i+1].looksLikeHeading() && !proseFrom(lines, i+1, minSentence) {
		i++
	}
	return proseFrom(lines, i+1, minSentence)
}

// proseFrom tells whether the lines from i on begin a paragraph of running text of
// so many words at least.
func proseFrom(lines []line, i, least int) bool {
	if i >= len(lines) || lines[i].depth > 0 {
		return false
	}
	begin, _ := utf8.DecodeRuneInString(lines[i].text)
	if unicode.IsLower(begin) || strings.ContainsRune("-–*•|>._", begin) {
		return false
	}
	words := 0
	for j := i; j < len(lines) && (j == i || !lines[j].first); j++ {
		words += len(strings.Fields(lines[j].text))
		if end, _ := utf8.DecodeLastRuneInString(lines[j].text); words >= least && strings.ContainsRune(".?!", end) {
			return true
		}
	}
	return false
}

// How many words running text has at least: in a letterhead, where much else ends
// with a full stop, and below a heading.
const (
	minProse    = 8
	minSentence = 4
)
