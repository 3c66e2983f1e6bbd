package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// person is a name found in the flow, with the party after it if there is one.
type person struct {
	start, end int // of the name, in flow.text
	pStart     int // of the party; 0 when it is not written here
	pEnd       int
	party      string
	block      int
}

// titles stand beside a name and are not part of it.
var titles = setOf(`ledamot ledamöter gruppledare ordförande vice ersättare kommunalråd oppositionsråd kommunfullmäktigeledamot
	fullmäktigeledamot förste andre 1:e 2:e
	tjänstgörande gruppordförande distriktsordförande styrelseledamot motionär motionärer ledamoten gruppledaren partiets
	partiledare kf-ledamot kf-ersättare ks-ledamot kommunordförande partiordförande lokalordförande viceordförande
	ungdomspolitisk talesperson politisk sekreterare kommunpolitiker kommunalpolitiker regionråd`)

// bodiesOfTitles stand after a title: "ledamot i kommunfullmäktige".
var bodiesOfTitles = setOf(`kommunfullmäktige fullmäktige kommunfullmäktiges kommunstyrelsen nämnd nämnden gruppen partigruppen`)

// particles may stand inside a name.
var particles = setOf(`von af de la al van der den el di da du bin ben le ibn av`)

// notNames begin with a capital letter in papers and are no names.
var notNames = setOf(`av från till för vi jag och samt med motion motionen motionär motionärer undertecknad undertecknade ledamot
	ledamoten gruppledare ordförande den det de en ett i på om att kommunfullmäktige kommunstyrelsen fullmäktige kommun kommunen
	stad staden region datum diarienummer dnr yrkande yrkanden förslag bakgrund sammanfattning inledning därför sida bilaga
	exempelkommun ersättare kommunalråd oppositionsråd namn parti underskrift namnteckning namnförtydligande inkom ankom reservation
	särskilt yttrande sekreterare handläggare beslut remiss svar angående interpellation hej rubrik ärende ämne genom gruppen
	undertecknat undertecknas signerat signerad framlagd inlämnad inlämnat väckt skriven framtagen lagd ställd
	framtid nej ja nu när sveriges svenska riksdagen regeringen januari februari mars april juni juli augusti september
	oktober november december måndag tisdag onsdag torsdag fredag torget gatan vägen telefon epost adress plats tid närvarande justerare
	beslutande övriga utses hälsningar vänliga mvh kommunhuset stadshuset rådhuset enligt`)

// namesBefore finds the names that end at offset end of text: the last one, and
// those joined to it by "och" or a comma, last first. Each is a [start, end).
func namesBefore(text string, from, end int) [][2]int {
	from = max(from, end-240)
	var out [][2]int
	for len(out) < 8 {
		start, stop := nameBefore(text, from, end)
		if start < 0 {
			return out
		}
		out = append(out, [2]int{start, stop})
		rest := strings.TrimRight(text[from:start], " \t")
		trimmed := strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(rest, " och"), " samt"), ",")
		if trimmed == rest {
			return out
		}
		end = from + len(trimmed)
	}
	return out
}

// nameBefore finds one name of two to five words ending at end, perhaps with a
// title after a comma: "Anna Karin Berg, ledamot".
func nameBefore(text string, from, end int) (start, stop int) {
	fields := fieldsBefore(text, from, end, 12)
	i := 0
	for i < len(fields) && i < 7 && !isNameWord(strings.Trim(text[fields[i][0]:fields[i][1]], ",")) {
		if w := strings.ToLower(strings.Trim(text[fields[i][0]:fields[i][1]], ",.")); i == 0 && !titles[w] && !bodiesOfTitles[w] {
			return -1, -1
		}
		i++
	}
	first := i
	for i < len(fields) && i-first < 5 {
		w := text[fields[i][0]:fields[i][1]]
		bare := strings.TrimSuffix(w, ",")
		if i > first && bare != w || !isNameWord(bare) && !(i > first && particles[bare]) {
			break
		}
		i++
	}
	for i > first && !isNameWord(strings.TrimSuffix(text[fields[i-1][0]:fields[i-1][1]], ",")) {
		i--
	}
	if i-first < 2 {
		return -1, -1
	}
	return fields[i-1][0], fields[first][0] + len(strings.TrimRight(text[fields[first][0]:fields[first][1]], ","))
}

// fieldsBefore gives the words that end before end, last first, stopping at a
// column gap.
func fieldsBefore(text string, from, end, most int) [][2]int {
	var out [][2]int
	for end > from && len(out) < most {
		for end > from && text[end-1] == ' ' {
			end--
		}
		i := end
		for i > from && text[i-1] != ' ' && text[i-1] != '\t' && text[i-1] != '/' && text[i-1] != ')' {
			i--
		}
		if i == end {
			break
		}
		out = append(out, [2]int{i, end})
		if end = i; i > from && text[i-1] != ' ' {
			break
		}
	}
	return out
}

func isNameWord(w string) bool {
	for _, p := range []string{"al-", "el-", "d'", "d’"} {
		w = strings.TrimPrefix(w, p)
	}
	r, n := utf8.DecodeRuneInString(w)
	if !unicode.IsUpper(r) || notNames[strings.ToLower(w)] || isLocalParty(strings.ToLower(w)) || parties[strings.ToLower(w)] != "" {
		return false
	}
	if rest := w[n:]; rest == "." || rest == "" {
		return rest == "."
	}
	for i, c := range w[n:] {
		if !unicode.IsLetter(c) && c != '-' && c != '\'' && c != '’' && c != 0x301 && !(c == '.' && i < 5) {
			return false
		}
	}
	return lastRune(w) != '.' || utf8.RuneCountInString(w) <= 5
}

// personsIn finds every name in the block that has a party in parentheses.
func (f *flow) personsIn(i int) []person {
	b := f.blocks[i]
	var out []person
	from := b.start
	for at := b.start; at < b.end; {
		j := strings.IndexAny(f.text[at:b.end], "([")
		if j < 0 {
			break
		}
		open := at + j
		at = open + 1
		k := strings.IndexAny(f.text[at:min(b.end, at+40)], ")]")
		if k < 0 {
			continue
		}
		party, ok := partyIn(f.text[at : at+k])
		if !ok {
			continue
		}
		names := namesBefore(f.text, from, open)
		for n := len(names) - 1; n >= 0; n-- {
			out = append(out, person{start: names[n][0], end: names[n][1], pStart: at, pEnd: at + k, party: party, block: i})
		}
		at += k
		from = at + 1
	}
	return out
}

// bareName gives the range of a name that stands alone in a cell: two to four
// words, no party; ok is false for anything else.
func bareName(text string, start, end int) (s, e int, ok bool) {
	cell := strings.Trim(text[start:end], " /*_.…-–&")
	s = start + strings.Index(text[start:end], cell)
	name, _, _ := strings.Cut(cell, ",")
	ws := strings.Fields(name)
	if len(ws) < 2 || len(ws) > 4 || len(name) > 50 {
		return 0, 0, false
	}
	for i, w := range ws {
		if !isNameWord(w) && !(i > 0 && particles[w]) || strings.HasSuffix(strings.ToLower(w), "kommun") {
			return 0, 0, false
		}
	}
	if rest := strings.TrimSpace(strings.TrimPrefix(cell[len(name):], ",")); rest != "" && !isTitle(rest) && partyName(rest) == "" {
		return 0, 0, false
	}
	return s, s + len(name), isNameWord(ws[len(ws)-1])
}

// isTitle reports whether s begins with a title: "Ledamot i kommunfullmäktige".
func isTitle(s string) bool {
	w, ok := nextWord(s, 0, len(s))
	return ok && titles[w.lower] && len(s) < 70
}
