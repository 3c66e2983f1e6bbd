package privacy

import "strings"

// Addresses, property designations and registration numbers are found from the
// numbers of a paragraph: what stands before a number tells what it is.

func (r *reader) places(hits []Hit) []Hit {
	for k := range r.tokens {
		w := r.word(k)
		if isDigit(w[0]) {
			if end := r.street(k); end > 0 {
				first := r.streetFirst(k - 1)
				h := r.hit(Street, int(r.tokens[first].start), end, "")
				h.Key = strings.ToLower(r.text[r.tokens[first].start:end])
				h.Near = r.home(first, k)
				hits = append(hits, h)
			} else if end := r.postcode(k); end > 0 {
				hits = append(hits, r.hit(Postcode, int(r.tokens[k].start), end, strings.ToLower(r.text[r.tokens[k].start:end])))
			} else if first, end := r.property(k); end > 0 {
				h := r.hit(Property, first, end, strings.ToLower(r.text[first:end]))
				h.Near = r.around(k-1, k, 60, func(i int) bool { return r.is(i, isOwner) })
				hits = append(hits, h)
			}
		} else if end := r.vehicle(k); end > 0 {
			start := int(r.tokens[k].start)
			hits = append(hits, r.hit(Vehicle, start, end, digitsOf(r.text[start:end])))
		}
	}
	return hits
}

// home tells whether a place is said to be where somebody lives.
func (r *reader) home(first, last int) bool {
	return r.around(first, last, 40, func(i int) bool { return r.is(i, isHome) && !strings.EqualFold(r.word(i), "boende") })
}

var (
	streetEndings = []string{"gatan", "vägen", "gränd", "gränden", "stigen", "torget", "backen", "allén", "väg", "gata", "stig", "allé",
		"slingan", "liden", "kajen", "esplanaden", "svängen", "kroken", "terrassen", "torg", "backe", "plan", "leden"}
	// roads are no addresses, and plans no squares but for these.
	roads   = []string{"riksväg", "länsväg", "europaväg", "järnväg", "cykelväg", "gångväg", "motorväg", "huvudväg", "motorleden", "cykelleden", "vandringsleden", "trafikleden"}
	squares = []string{"stureplan", "odenplan", "karlaplan", "fridhemsplan", "brommaplan", "gullmarsplan", "vasaplan", "jarlaplan", "rådhusplan", "stationsplan", "skanstullsplan", "centralplan", "kyrkoplan", "slottsplan"}
	// streetWords are streets when the word before them is a name: "Karl Johans gata".
	streetWords = []string{"gata", "gatan", "väg", "vägen", "gränd", "stig", "torg", "allé", "plats", "backe", "plan", "park"}
	// units after a number tell that it counts something.
	units = []string{"km", "meter", "m", "kr", "kronor", "år", "procent", "miljoner", "tkr", "mnkr", "mil", "st", "gånger", "stycken", "dagar", "månader",
		"januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december", "träd", "barn", "elever", "bilar", "cyklister"}
)

// street tells whether token k is the number of a house in a street, and where
// the address ends.
func (r *reader) street(k int) (end int) {
	if k == 0 || r.gap(k-1) != " " || r.tokens[k].end-r.tokens[k].start > 4 || !r.isStreet(k-1) {
		return 0
	}
	w := r.word(k)
	digits := leadingDigits(w)
	if digits > 3 || len(w)-digits > 1 || w[0] == '0' {
		return 0
	}
	end = int(r.tokens[k].end)
	if k+1 < len(r.tokens) && r.gap(k) == " " {
		next := r.word(k + 1)
		if contains(units, strings.ToLower(next)) {
			return 0
		}
		if len(next) == 1 && 'A' <= next[0] && next[0] <= 'H' && len(w) == digits {
			end = int(r.tokens[k+1].end)
		}
	}
	if goesOn(r.text, end) && r.text[end] != '-' && r.text[end] != '/' {
		return 0
	}
	return end
}

func (r *reader) isStreet(k int) bool {
	w := strings.ToLower(r.word(k))
	if contains(streetWords, w) {
		return k > 0 && r.tokens[k-1].capital && r.gap(k-1) == " " && !r.is(k-1, isNever)
	}
	if !r.tokens[k].capital || contains(roads, w) {
		return false
	}
	for _, e := range streetEndings {
		if stem, ok := strings.CutSuffix(w, e); ok && len(stem) > 1 {
			return e != "plan" || contains(squares, w)
		}
	}
	return false
}

// streetFirst is the first word of the name of a street: "Norra", "Sankt", "Karl".
func (r *reader) streetFirst(k int) int {
	for n := 0; n < 3 && k > 0 && r.gap(k-1) == " " && r.tokens[k-1].capital && !r.is(k-1, isNever|isTitle) && (!r.opens(k-1) || r.is(k-1, isBefore) || lex.givenName(r.word(k-1)) != noName); n++ {
		k--
	}
	if k > 0 && !r.tokens[k].capital { // "Östra vägen" at the beginning of a sentence
		k--
	}
	return k
}

// opens tells whether token k begins a sentence or line.
func (r *reader) opens(k int) bool {
	return k == 0 || r.ends(k-1) || strings.Contains(r.gap(k-1), "\n") || strings.ContainsAny(r.gap(k-1), "|:")
}

// postcode tells whether a Swedish post code and a town begin at token k.
func (r *reader) postcode(k int) (end int) {
	w, start := r.word(k), int(r.tokens[k].start)
	if w[0] == '0' || joinedBefore(r.text, start) && !strings.HasSuffix(r.text[:start], "SE-") || !allDigits(w) {
		return 0
	}
	town := k + 1
	if len(w) == 3 {
		if r.gap(k) != " " || len(r.word(k+1)) != 2 || strings.Trim(r.word(k+1), "0123456789") != "" || k > 0 && isDigit(r.text[r.tokens[k-1].end-1]) && r.gap(k-1) == " " && !r.isStreet(max(0, k-2)) {
			return 0
		}
		town = k + 2
	} else if len(w) != 5 {
		return 0
	}
	if town >= len(r.tokens) || strings.Trim(r.gap(town-1), " ") != "" || len(r.gap(town-1)) > 2 || !r.tokens[town].capital || r.is(town, isNever) {
		return 0
	}
	name := r.word(town)
	if len(name) < 2 || strings.ContainsAny(name, "0123456789:") || len(w) == 5 && strings.ToUpper(name) == name && len(name) < 4 {
		return 0
	}
	return int(r.tokens[town].end)
}

// notLand stand before two numbers with a colon that are a time, a law or a table.
var notLand = []string{"lag", "lagen", "förordning", "förordningen", "kl", "klockan", "tid", "tiden", "start", "slut", "mötet", "lunch", "tabell", "figur",
	"bilaga", "kapitel", "kap", "prop", "proposition", "bet", "dir", "avsnitt", "del", "punkt", "sida", "artikel", "skala", "resultat", "kvot", "förhållandet", "matteus", "markus", "lukas", "johannes"}

// property finds a designation of land, "Backa 12:3", at its number.
func (r *reader) property(k int) (start, end int) {
	if k == 0 || r.gap(k-1) != " " || !r.tokens[k-1].capital {
		return 0, 0
	}
	name, w := r.word(k-1), r.word(k)
	land := k > 1 && contains([]string{"fastigheten", "fastigheterna", "fastighet", "kvarteret", "kv", "tomten"}, strings.ToLower(r.word(k-2)))
	if strings.ToUpper(name) == name || r.is(k-1, isNever) || contains(notLand, strings.ToLower(name)) || len(w) > 4 {
		return 0, 0
	}
	first := k - 1
	for n := 0; n < 2 && first > 0 && r.gap(first-1) == " " && r.tokens[first-1].capital && !r.opens(first-1) && !r.is(first-1, isNever); n++ {
		first--
	}
	start = int(r.tokens[first].start)
	if r.gap(k) != ":" {
		if land && allDigits(w) && len(w) <= 3 && !goesOn(r.text, int(r.tokens[k].end)) {
			return start, int(r.tokens[k].end)
		}
		return 0, 0
	}
	unit := r.word(k + 1)
	if !allDigits(w) || !allDigits(unit) || len(unit) > 4 || number(w) >= 1700 || w[0] == '0' || goesOn(r.text, int(r.tokens[k+1].end)) {
		return 0, 0
	}
	clock := len(unit) == 2 && number(w) < 25 && number(unit) < 60
	if clock && !land && (r.opens(k-1) || unit[0] == '0') {
		return 0, 0
	}
	return start, int(r.tokens[k+1].end)
}

// vehicle tells whether a registration number begins at token k: three letters
// (not I, Q, V, Å, Ä or Ö), two digits and a digit or letter. One with a space in
// it is found only beside a word for a vehicle.
func (r *reader) vehicle(k int) (end int) {
	w := r.word(k)
	switch len(w) {
	case 6:
		if plate(w) && !strings.HasSuffix(r.text[:r.tokens[k].start], "-") && !strings.HasSuffix(r.text[:r.tokens[k].start], "/") && !goesOn(r.text, int(r.tokens[k].end)) {
			return int(r.tokens[k].end)
		}
	case 3:
		if k+1 < len(r.tokens) && (r.gap(k) == " " || r.gap(k) == "-") && plate(w+r.word(k+1)) &&
			r.around(k, k+1, 40, func(i int) bool { return r.is(i, isVehicle) }) {
			return int(r.tokens[k+1].end)
		}
	}
	return 0
}

func plate(w string) bool {
	if len(w) != 6 || !isDigit(w[3]) || !isDigit(w[4]) || !isDigit(w[5]) && !plateLetter(w[5]) {
		return false
	}
	return plateLetter(w[0]) && plateLetter(w[1]) && plateLetter(w[2])
}

func plateLetter(c byte) bool { return 'A' <= c && c <= 'Z' && c != 'I' && c != 'Q' && c != 'V' }

func contains(list []string, w string) bool {
	for _, l := range list {
		if l == w {
			return true
		}
	}
	return false
}
