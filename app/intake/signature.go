package intake

import (
	"strings"
	"unicode"
)

// signed finds the persons of name lines: by the title and after the text. A
// name without a party takes it from the lines around it.
func (f *flow) signed(all []person) []person {
	s := signers{f: f, byBlock: map[int][]person{}}
	for _, p := range all {
		s.byBlock[p.block] = append(s.byBlock[p.block], p)
	}
	head := f.headEnd()
	foot := f.footStart()
	for i := range f.blocks {
		if i >= head && i < foot && !s.isNames(i) {
			s.reset()
			continue
		}
		s.block(i, i >= foot && i > 0 || i < head && isByLine(f.of(f.blocks[i])))
	}
	return s.out
}

// footStart gives the block where bare names may be signatures: after the last
// block of running text, but for a note or two that were written under them.
func (f *flow) footStart() int {
	told, foot := 0, 0
	for i := len(f.blocks) - 1; i >= 0; i-- {
		if !f.isRunning(i) {
			continue
		}
		if told == 0 {
			foot = i + 1
		}
		if i == f.asked && i > 0 {
			return i + 1
		}
		if told++; told > 2 || i < f.asked {
			break
		}
	}
	return foot
}

// isRunning tells running text and claims from the lines of a signature block.
func (f *flow) isRunning(i int) bool {
	text := f.of(f.blocks[i])
	return f.blocks[i].att || i == f.asked && i > 0 || endsSentence(text) && len(wordsOf(text, 9)) > 6 && !isSignOff(text) || len(text) > 140 && !isSignOff(text)
}

// signers walks over the lines of a signature block.
type signers struct {
	f       *flow
	byBlock map[int][]person
	out     []person
	party   string // named before the names: "För Moderaterna"
	pStart  int
	pEnd    int
	waiting []int // names in out that have no party yet
	paired  int   // the blocks before this one have given their parties
}

func (s *signers) reset() { s.party, s.pStart, s.pEnd, s.waiting = "", 0, 0, nil }

// isNames reports whether the block holds names with parties and little else.
func (s *signers) isNames(i int) bool {
	ps := s.byBlock[i]
	b := s.f.blocks[i]
	if len(ps) == 0 || b.end-b.start > 600 || isAddress(s.f.of(b)) {
		return false
	}
	return restOfNames(s.f.of(b), b.start, ps) <= (b.end-b.start)*2/5
}

func (s *signers) block(i int, foot bool) {
	b := s.f.blocks[i]
	text := s.f.of(b)
	if ps := s.byBlock[i]; len(ps) > 0 {
		if s.isNames(i) {
			s.out = append(s.out, ps...)
			s.give(ps[0].party, ps[0].pStart, ps[0].pEnd)
		}
		return
	}
	if i < s.paired || !foot || len(text) > 160 || endsSentence(text) && len(wordsOf(text, 9)) > 6 && !isSignerLine(text) {
		return
	}
	if s.columns(i) {
		return
	}
	for start := b.start; start < b.end; {
		end := s.f.cellEnd(start, b.end)
		s.cell(i, start, end)
		start = end + 1
	}
}

func (f *flow) cellEnd(start, limit int) int {
	if k := strings.IndexByte(f.text[start:limit], '\t'); k >= 0 {
		return start + k
	}
	return limit
}

// columns gives each waiting name the party below it, when there are as many:
// in one line, or in lines of their own from block i on.
func (s *signers) columns(i int) bool {
	if len(s.waiting) < 2 {
		return false
	}
	found, next := s.parties(i), i+1
	for len(found) == next-i && len(found) < len(s.waiting) && next < len(s.f.blocks) {
		found = append(found, s.parties(next)...)
		next++
	}
	if len(found) != len(s.waiting) {
		return false
	}
	s.paired = next
	for i, k := range s.waiting {
		s.out[k].party, s.out[k].pStart, s.out[k].pEnd = found[i].party, found[i].pStart, found[i].pEnd
	}
	s.waiting = nil
	return true
}

// parties gives the parties of a line that has no names, cell by cell.
func (s *signers) parties(i int) (found []person) {
	b := s.f.blocks[i]
	for start := b.start; start < b.end && b.end-b.start < 160; {
		end := s.f.cellEnd(start, b.end)
		code, at, n := partyAlone(s.f.text[start:end])
		if code != "" && len(s.f.namesInCell(start, end, at, n)) == 0 {
			found = append(found, person{party: code, pStart: start + at, pEnd: start + at + n})
		}
		start = end + 1
	}
	return found
}

// isByLine recognises a line by the title that says who moves: "Av Anna Berg,
// Vänsterpartiet".
func isByLine(s string) bool {
	w, ok := nextWord(s, 0, len(s))
	return ok && len(s) < 120 && !endsSentence(s) && (w.lower == "av" || w.lower == "från" || strings.HasPrefix(w.lower, "motionär") ||
		w.lower == "inlämnad" || w.lower == "inlämnat" || w.lower == "väckt" || w.lower == "namn" || w.lower == "parti" || strings.HasPrefix(w.lower, "undertecknad"))
}

// cell reads one column of a line: names, a party, or both.
func (s *signers) cell(i, start, end int) {
	code, at, n := partyAlone(s.f.text[start:end])
	names := s.f.namesInCell(start, end, at, n)
	switch {
	case len(names) == 0 && code != "":
		s.takeParty(code, start+at, start+at+n)
		return
	case code == "" && s.party != "":
		code, at, n = s.party, s.pStart-start, s.pEnd-s.pStart
	case code != "" && len(names) > 0 && start+at < names[0][0] && end == s.f.blocks[i].end: // "Vänsterpartiet genom Anna Berg": the next may be of it too
		s.party, s.pStart, s.pEnd = code, start+at, start+at+n
	}
	for _, name := range names {
		p := person{start: name[0], end: name[1], block: i}
		if code != "" {
			p.party, p.pStart, p.pEnd = code, start+at, start+at+n
		} else {
			s.waiting = append(s.waiting, len(s.out))
		}
		s.out = append(s.out, p)
	}
}

// takeParty notes a party on a line of its own: it belongs to the names that
// wait for one, or to those that follow.
func (s *signers) takeParty(code string, start, end int) {
	if len(s.waiting) > 0 {
		s.give(code, start, end)
		return
	}
	s.party, s.pStart, s.pEnd = code, start, end
}

func (s *signers) give(code string, start, end int) {
	for _, k := range s.waiting {
		s.out[k].party, s.out[k].pStart, s.out[k].pEnd = code, start, end
	}
	s.waiting = nil
}

// namesInCell finds the bare names between start and end, in the parts that
// commas, "genom" and the party (n bytes at offset at) leave.
func (f *flow) namesInCell(start, end, at, n int) [][2]int {
	if s, e, ok := bareName(f.text, start, end); ok && strings.Count(f.text[start:end], ",") < 2 {
		return [][2]int{{s, e}}
	}
	var out [][2]int
	from := start
	for i := start; ; {
		w, more := nextWord(f.text, i, end)
		stop := end
		if more {
			stop = w.start
		}
		isParty := n > 0 && w.start < start+at+n && w.end > start+at
		passed := more && (cellJoiners[w.lower] || titles[w.lower] || isParty)
		if gap := f.text[i:stop]; !more || passed || strings.ContainsAny(gap, ",/():&") || strings.Contains(gap, " - ") || strings.Contains(gap, "–") {
			if s, e, ok := bareName(f.text, from, stop); ok {
				out = append(out, [2]int{f.afterPlace(s, e), e})
			}
			from = stop
		}
		if !more {
			return out
		}
		if passed {
			from = w.end
		}
		i = w.end
	}
}

var cellJoiners = setOf(`för genom av och samt från i å är`)

// afterPlace passes the name of the municipality before a person's, which other
// lines have too: "Moderaterna Exempelstad Ann Alm".
func (f *flow) afterPlace(s, e int) int {
	words := strings.Fields(f.text[s:e])
	if len(words) > 2 && strings.Count(f.text[:min(len(f.text), 20000)]+f.text[s:e], words[0]) > 2 {
		return s + len(words[0]) + 1
	}
	return s
}

// partyAlone reads a line that names a party and nobody: "(S)", "För
// Moderaterna", "Ledamot (V)", "Vänsterpartiet i Exempelstad".
func partyAlone(s string) (code string, at, n int) {
	if endsSentence(s) && len(wordsOf(s, 13)) > 11 {
		return "", 0, 0
	}
	if i := strings.IndexByte(s, '('); i >= 0 {
		if j := strings.IndexByte(s[i:], ')'); j > 0 {
			if code, ok := partyIn(s[i+1 : i+j]); ok {
				return code, i + 1, j - 1
			}
		}
	}
	for k, w := range wordsOf(s, 10) {
		if code := partyCodeOf(w.lower); code != "" {
			return code, w.start, w.end - w.start
		}
		if code := shortForms[w.lower]; code != "" && code == s[w.start:w.end] && k < 3 && isTitle(s) { // "ledamot SD"
			return code, w.start, w.end - w.start
		}
		if isLocalParty(w.lower) && (k < 3 || unicode.IsUpper(firstRune(s[w.start:]))) {
			name := strings.TrimSuffix(s[w.start:w.end], "s") // Exempelpartiets fullmäktigegrupp
			return name, w.start, len(name)
		}
	}
	t := strings.Trim(s, " ")
	if i := strings.LastIndexAny(t, " ,-"); i > 0 {
		if code, known := shortForms[strings.ToLower(t[i+1:])]; known && code == t[i+1:] {
			return code, strings.LastIndex(s, code), len(code)
		}
	}
	if _, known := shortForms[strings.ToLower(t)]; known && strings.ToUpper(t) == t {
		return t, strings.Index(s, t), len(t)
	}
	return "", 0, 0
}

// partyAlone gives a party that signs without any name.
func (f *flow) partyAlone() []Mover {
	foot := f.footStart()
	for i := foot; i < len(f.blocks); i++ {
		text := f.of(f.blocks[i])
		if len(text) > 80 || !isSignOff(text) && partyName(text) == "" {
			continue
		}
		if code, at, n := partyAlone(text); code != "" {
			start := f.blocks[i].start + at
			name := Field{Value: tidy(f.text[start : start+n]), Span: f.span(start, start+n), Doubt: PartyNoPerson}
			return []Mover{{Name: name, Party: Field{Value: code, Span: name.Span, Doubt: PartyNoPerson}}}
		}
	}
	return nil
}
