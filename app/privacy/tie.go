package privacy

import "strings"

// maxTied is how many words for illness are told of beside one name.
const maxTied = 3

// health ties words for illness and disability to the names beside them. What is
// said of a group, "elever med autism", is nobody's.
func (r *reader) health(names []name, out []tied) []tied {
	for i, n := range names {
		if n.speaks || n.public {
			continue
		}
		from := len(out)
		r.around(n.first, n.last, 60, func(k int) bool {
			if r.is(k, isHealth) && !(r.tokens[k].capital && !r.opens(k)) && !r.ofGroup(k) {
				out = append(out, tied{r.hit(Health, int(r.tokens[k].start), int(r.tokens[k].end), strings.ToLower(r.word(k))), i})
			}
			return len(out)-from == maxTied
		})
	}
	return out
}

// groupWords are many, or anybody.
var groupWords = []string{"personer", "person", "personen", "familjer", "individer", "individ", "de", "dem", "den", "någon", "alla", "invånare", "medborgare", "medarbetare", "anställda",
	"kvinnor", "män", "patienter", "brukare", "vårdnadshavare", "föräldrar", "vuxna", "människor", "de", "många", "andra", "unga"}

// ofGroup tells whether what begins at token k is said of many: "barn och elever
// med skyddade personuppgifter".
func (r *reader) ofGroup(k int) bool {
	for i, steps := k-1, 0; i >= 0 && steps < 5 && !r.ends(i); i, steps = i-1, steps+1 {
		if r.tokens[i].capital && !r.opens(i) {
			return false // a name may stand here
		}
		if w := strings.ToLower(r.word(i)); r.is(i, isChildren) || contains(groupWords, w) || w == "elev" || w == "eleven" || w == "barnet" || w == "elevens" {
			return true
		}
	}
	return false
}

// protected finds words that say that data are protected, and ties them to names
// in their sentence. About one child in a class that is named, or a child told
// of as somebody's, they are a hit without a name.
func (r *reader) protected(names []name, out []tied) []tied {
	n := 0
	for k := range r.tokens {
		if !mayProtect(r.word(k)) {
			continue
		}
		last, ok := r.protection(k)
		if !ok {
			continue
		}
		hit := r.hit(Protected, int(r.tokens[k].start), int(r.tokens[last].end), "")
		if r.aboutOne(k, last) {
			out = append(out, tied{hit, -1})
			continue
		}
		if r.ofGroup(k) {
			continue
		}
		for n < len(names) && names[n].last < k && !r.same(names[n].last, k, nearby) {
			n++
		}
		for i := n; i < len(names) && i < n+8 && (names[i].last < k || r.same(last, names[i].first, nearby)); i++ {
			if !names[i].speaks && !names[i].public && (r.same(names[i].last, k, nearby) || r.same(last, names[i].first, nearby)) {
				out = append(out, tied{hit, i})
			}
		}
	}
	return out
}

// mayProtect tells from a few letters whether a word can begin a term for
// protected data; nearly none can.
func mayProtect(w string) bool {
	if len(w) < 6 {
		return false
	}
	switch w[1:5] {
	case "kydd", "ekre", "inge", "emli", "vars":
		return true
	}
	return false
}

// protection tells whether a term for protected data begins at token k.
func (r *reader) protection(k int) (last int, ok bool) {
	if r.is(k, isProtected) {
		return k, true
	}
	if k+1 >= len(r.tokens) || len(r.gap(k)) > 2 {
		return 0, false
	}
	next := strings.ToLower(r.word(k + 1))
	switch strings.ToLower(r.word(k)) {
	case "skyddad", "skyddade", "skyddat":
		ok = contains([]string{"identitet", "adress", "folkbokföring", "personuppgifter", "uppgifter", "id", "namn", "personnummer"}, next)
	case "fingerad", "fingerade", "fingerat":
		ok = contains([]string{"identitet", "personuppgifter", "uppgifter", "namn", "personnummer"}, next)
	case "hemlig", "hemliga", "hemligt":
		ok = contains([]string{"adress", "telefonnummer", "identitet", "nummer"}, next)
	}
	return k + 1, ok
}

// aboutOne tells whether the sentence of tokens first to last is about a child
// who can be told by what it says.
func (r *reader) aboutOne(first, last int) bool {
	return r.around(first, last, nearby, func(i int) bool {
		switch w := strings.ToLower(r.word(i)); {
		case r.classCode(i):
			return true
		case w == "flickan" || w == "pojken" || w == "flickans" || w == "pojkens":
			return true
		case r.is(i, isChild|isKin) && i > 0 && contains([]string{"min", "mitt", "hans", "hennes"}, strings.ToLower(r.word(i-1))):
			return true
		case w == "familjen":
			return i+1 < len(r.tokens) && r.tokens[i+1].capital && plainWord(r.word(i+1))
		case w == "en" || w == "ett" || small(w):
			return i+1 < len(r.tokens) && r.is(i+1, isChild|isChildren) && !r.is(i+1, isPlace) && r.around(first, last, nearby, r.schoolName)
		}
		return false
	})
}

// births finds days of birth beside names or a particular child.
func (r *reader) births(names []name, out []tied) []tied {
	for k := range r.tokens {
		end := r.dateAt(k)
		if end == 0 || !r.born(k) {
			continue
		}
		hit := r.hit(Birth, int(r.tokens[k].start), int(r.tokens[end].end), digitsOf(r.text[r.tokens[k].start:r.tokens[end].end]))
		if r.around(k, end, 60, func(i int) bool { return r.is(i, isChild) && !r.is(i, isChildren) }) {
			out = append(out, tied{hit, -1})
			continue
		}
		at, _ := searchName(names, k)
		for i := max(0, at-2); i < len(names) && i < at+2; i++ {
			if names[i].last < k && r.same(names[i].last, k, 60) || names[i].first > end && r.same(end, names[i].first, 60) {
				out = append(out, tied{hit, i})
			}
		}
	}
	return out
}

// searchName gives the first name that begins at or after token k.
func searchName(names []name, k int) (int, bool) {
	lo, hi := 0, len(names)
	for lo < hi {
		if mid := (lo + hi) / 2; names[mid].first < k {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo, lo < len(names)
}

// born tells whether the words before token k say that a day is one of birth.
func (r *reader) born(k int) bool {
	for i, steps := k-1, 0; i >= 0 && steps < 4; i, steps = i-1, steps+1 {
		switch w := strings.ToLower(r.word(i)); w {
		case "född", "fött", "födelsedatum", "födelsedag", "födelsedata", "födelsetid", "föddes":
			return true
		case "f":
			return strings.HasPrefix(r.gap(i), ".") || steps == 0
		}
		if r.ends(i) {
			return false
		}
	}
	return false
}

var monthNames = []string{"januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december",
	"jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"}

// dateAt gives the last token of a day that begins at token k: 2014-03-12,
// 20140312, 140312, 12/3 2014, 12 mars 2014. 0 when none does.
func (r *reader) dateAt(k int) int {
	w := r.word(k)
	if !isDigit(w[0]) || !allDigits(w) {
		return 0
	}
	n := number(w[:min(len(w), 8)])
	switch {
	case len(w) == 8 && dayExists(n/10000, n/100%100, n%100), len(w) == 6 && dayExists(2000+n/10000, n/100%100, n%100):
		return k
	case k+2 >= len(r.tokens) || strings.Trim(r.word(k+2), "0123456789") != "" || len(r.word(k+2)) > 4:
		return 0
	}
	last := number(r.word(k + 2))
	if mid := r.word(k + 1); allDigits(mid) && len(mid) <= 2 {
		if len(w) == 4 && dayExists(n, number(mid), last) || len(r.word(k+2)) == 4 && dayExists(last, number(mid), n) {
			return k + 2
		}
		return 0
	}
	for i, m := range monthNames {
		if strings.EqualFold(m, r.word(k+1)) && dayExists(last, i%12+1, n) && len(w) <= 2 {
			return k + 2
		}
	}
	return 0
}

func dayExists(year, month, date int) bool {
	return year >= 1880 && year < 2100 && date >= 1 && date <= daysIn(month, year/100, year%100)
}
