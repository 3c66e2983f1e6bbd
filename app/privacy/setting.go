package privacy

import (
	"strings"
)

// settle reads what stands beside each name.
func (r *reader) settle(names []name) {
	for i := range names {
		n := &names[i]
		n.public = r.hasParty(n.last) || r.titled(n) || r.moves(n) || r.cited(n.last) || lex.public[n.key]
		n.speaks = r.speaks(n)
		n.kin = n.kin || r.ofKin(n)
		told := n.child || r.ofChild(n)
		n.close = !told && !r.hasParty(n.last) && !n.speaks && r.childNear(n)
		n.child = told || n.close
		n.maybe = n.maybe || r.amongChildren(n)
		n.public = n.public && !n.child
		n.beside = r.around(n.first, n.last, nearby, func(i int) bool { return r.is(i, isChild) || r.classCode(i) })
	}
	for i := len(names) - 2; i >= 0; i-- { // "A och B (S)": the party is both's
		a, b := &names[i], &names[i+1]
		between := strings.TrimSpace(r.text[r.tokens[a.last].end:r.tokens[b.first].start])
		if b.public && !a.child && !a.kin && a.full && (between == "och" || between == "," || between == "samt") {
			a.public = true
		}
	}
}

// shortParties are how the parties of the Riksdag are written in lists.
var shortParties = []string{"S", "M", "C", "L", "V", "KD", "MP", "SD", "FI", "FP"}

// hasParty tells whether a party follows token i: in parentheses, or in the next
// cell or after a comma as its short form.
func (r *reader) hasParty(i int) bool {
	if i+1 < len(r.tokens) && contains(shortParties, r.word(i+1)) && strings.Trim(r.gap(i), " ,|\n") == "" {
		return true
	}
	at := int(r.tokens[i].end)
	rest := r.text[at:min(len(r.text), at+48)]
	rest = strings.TrimLeft(rest, " \n,")
	if !strings.HasPrefix(rest, "(") {
		return false
	}
	inside, _, ok := strings.Cut(rest[1:], ")")
	if !ok || inside == "" {
		return false
	}
	if inside == "-" {
		return true
	}
	short := strings.TrimSpace(inside)
	lower := strings.ToLower(short)
	if strings.HasSuffix(lower, "partiet") || strings.HasSuffix(lower, "demokraterna") || lower == "moderaterna" || lower == "liberalerna" || lower == "obunden" || lower == "vilde" || strings.HasSuffix(lower, "listan") {
		return true
	}
	return len(short) <= 8 && strings.Trim(short, "ABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ, -/") == "" || contains([]string{"s", "m", "c", "l", "v", "kd", "mp", "sd", "fi", "fp", "s)", "båda s"}, lower) || strings.HasPrefix(lower, "båda ") || strings.HasPrefix(lower, "samtliga ")
}

// titled tells whether a title stands beside the name: before it, with nothing
// but small words and names of places between, or after it as an apposition.
func (r *reader) titled(n *name) bool {
	if k := n.first - 1; k >= 0 && r.is(k, isTitle) && r.tokens[k].capital && strings.Trim(r.gap(k), " .:…\n") == "" {
		return true // "Sekreterare. Eva Berg."
	}
	for k, steps := n.first-1, 0; k >= 0 && steps < 6 && !r.ends(k); k, steps = k-1, steps+1 {
		if r.is(k, isTitle) {
			return true
		}
		gap := r.gap(k)
		if !r.tokens[k].capital && !contains(smallWords, r.word(k)) && !isDigit(r.word(k)[0]) || strings.ContainsAny(gap, ";") || steps > 0 && strings.Contains(gap, "\n") {
			break
		}
	}
	if k := n.last + 2; k < len(r.tokens) && r.gap(n.last) == " " && contains([]string{"från", "på", "vid"}, r.word(k-1)) && r.body(k) {
		return true
	}
	for k, steps := n.last+1, 0; k < len(r.tokens) && steps < 4; k, steps = k+1, steps+1 {
		gap := r.gap(k - 1)
		if steps == 0 && !strings.ContainsAny(gap, ",(\n|-/:") && !contains([]string{"är", "som", "var"}, r.word(k)) {
			return false
		}
		if r.is(k, isTitle) {
			return true
		}
		if strings.ContainsAny(gap, ".;!?") || r.tokens[k].capital && steps == 0 && !strings.ContainsAny(gap, "\n|(,:") {
			return false
		}
		if w := r.word(k); isDigit(w[0]) || r.is(k, isChild|isSaying) {
			return false
		}
	}
	return false
}

// body tells whether token k is the name of an administration or an authority:
// who is from one speaks for it.
func (r *reader) body(k int) bool {
	w := strings.ToLower(r.word(k))
	for _, end := range []string{"förvaltningen", "enheten", "avdelningen", "kontoret", "nämnden", "verket", "styrelsen", "inspektionen", "myndigheten", "elevhälsan", "kommun", "polisen", "kansliet"} {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// moves tells whether the name is said to be behind a motion: "en motion av",
// "partiet har genom", "har lämnat en motion".
func (r *reader) moves(n *name) bool {
	if !n.full {
		return false
	}
	if k := n.first - 1; k > 0 && contains([]string{"av", "från", "genom"}, r.word(k)) {
		for i, steps := k-1, 0; i >= 0 && steps < 6 && !r.ends(i) && r.word(i) != "om"; i, steps = i-1, steps+1 {
			if r.is(i, isMotion|isParty) {
				return true
			}
		}
	}
	k := n.last + 1
	if k >= len(r.tokens) || !contains([]string{"har", "hade", "lämnade", "lämnar", "väckte", "väcker", "inkom", "skriver", "yrkar", "föreslår", "vill"}, r.word(k)) {
		return false
	}
	for i, steps := k, 0; i < len(r.tokens) && steps < 8 && !r.ends(i-1); i, steps = i+1, steps+1 {
		if r.is(i, isMotion) {
			return true
		}
	}
	return false
}

// smallWords may stand between a title and the name it belongs to.
var smallWords = []string{"på", "vid", "i", "för", "till", "inom", "från", "hos", "och", "samt", "av", "är", "heter", "tillika", "emeritus", "emerita"}

// cited tells whether a name is an author's: a year or "m.fl." follows.
func (r *reader) cited(i int) bool {
	at := int(r.tokens[i].end)
	rest := strings.TrimLeft(r.text[at:min(len(r.text), at+12)], " ,")
	if strings.HasPrefix(rest, "m.fl") || strings.HasPrefix(rest, "m fl") || strings.HasPrefix(rest, "et al") {
		return true
	}
	rest, open := strings.CutPrefix(rest, "(")
	return open && len(rest) > 4 && (rest[:2] == "19" || rest[:2] == "20") && isDigit(rest[2]) && isDigit(rest[3]) && strings.IndexByte("),a:bc", rest[4]) >= 0
}

// speaks tells whether the name says something, or has written it.
func (r *reader) speaks(n *name) bool {
	if k := n.last + 2; k < len(r.tokens) && !r.ends(k-1) && r.word(k-1) == "vill" && contains([]string{"att", "se", "ha"}, r.word(k)) {
		return true
	}
	for k := 1; k <= 2; k++ {
		if n.last+k < len(r.tokens) && !r.ends(n.last+k-1) && r.is(n.last+k, isSaying) || n.first-k >= 0 && !r.ends(n.first-k) && r.is(n.first-k, isSaying) {
			return true
		}
	}
	return false
}

// ofKin tells whether a word for a private person stands right before the name:
// "grannen Åke", "mamman, Lena Berg", or after it: "Lena Berg, mamma till".
func (r *reader) ofKin(n *name) bool {
	if k := n.first - 1; k >= 0 && !r.ends(k) && len(r.gap(k)) <= 2 && r.is(k, isKin) && r.noun(k) {
		return true
	}
	k := n.last + 1
	return k < len(r.tokens) && strings.HasPrefix(r.gap(n.last), ",") && r.is(k, isKin)
}

// ofChild tells whether the text says that the name is a child's.
func (r *reader) ofChild(n *name) bool {
	if k := n.first - 1; k >= 0 && !r.ends(k) {
		if r.is(k, isChild) && strings.Trim(r.gap(k), " \n,:”") == "" {
			return true
		}
		if k > 0 && !r.ends(k-1) && r.is(k-1, isChild) && contains([]string{"heter", "som", "kallad", "vid", "namn", "nämligen"}, r.word(k)) {
			return true
		}
		if k > 0 && !r.ends(k-1) && r.is(k-1, isParent) && contains([]string{"till", "för", "åt"}, r.word(k)) {
			return true
		}
		if k > 1 && contains([]string{"gammal", "gamla", "gamle"}, r.word(k)) && r.word(k-1) == "år" {
			return true
		}
	}
	if k := n.last + 1; k < len(r.tokens) && !r.ends(n.last) {
		if r.gap(n.last) == " " && r.is(k, isParent) && (!n.full || strings.HasSuffix(r.word(n.last), "s")) {
			return true
		}
	}
	return !r.hasParty(n.last) && r.childAfter(n)
}

// childAfter reads what follows a name: ", 9 år", "(9 år)", ", elev i 4B", "går i
// klass 4B".
func (r *reader) childAfter(n *name) bool {
	for k, steps := n.last+1, 0; k < len(r.tokens) && steps < 5 && !r.ends(k-1); k, steps = k+1, steps+1 {
		w := r.word(k)
		gap := r.gap(k - 1)
		apposed := steps == 0 && strings.ContainsAny(gap, ",(|") || contains([]string{"är", "som"}, r.word(k-1)) && k-1 > n.last
		switch {
		case apposed && r.is(k, isChild), r.age(k), r.grade(k) && (steps > 0 || strings.ContainsAny(gap, ",(|")):
			return true
		case !contains(leadWords, w):
			return false
		}
	}
	return false
}

// leadWords may stand between a name and what tells the class or age.
var leadWords = []string{"är", "som", "går", "gick", "i", "på", "en", "ett", "nu", "från", "bara", "endast", "då", "idag", "var", "har", "fyllt", "fyller", "just", "ny"}

// childNear looks for one particular child, or a class, in the sentence of a name
// that nothing says is an adult's.
func (r *reader) childNear(n *name) bool {
	if n.kin || r.titled(n) {
		return false
	}
	if !n.full {
		told := r.is(n.last+1, isLiving) && r.gap(n.last) == " "
		after := n.first > 0 && contains(prepositions, strings.ToLower(r.word(n.first-1))) // "eleven loggar in i Alva"
		return told && r.around(n.first, n.last, nearby, r.oneChild) || !after && r.around(n.first, n.last, nearby, r.classCode)
	}
	return r.around(n.first, n.last, 30, r.oneChild) || r.around(n.first, n.last, nearby, r.classCode)
}

var prepositions = []string{"i", "med", "av", "från", "på", "via", "genom", "till", "för", "om", "hos", "systemet", "appen"}

// oneChild tells whether token i is a word for one particular child.
func (r *reader) oneChild(i int) bool { return r.is(i, isChild) && definite(r.word(i)) }

// amongChildren tells whether a given name alone is told of among children.
func (r *reader) amongChildren(n *name) bool {
	if n.full || !n.sure || n.speaks || n.kin || !r.is(n.last+1, isLiving) || r.gap(n.last) != " " {
		return false
	}
	return r.around(n.first, n.last, 80, func(i int) bool { return r.is(i, isChildren) && !r.tokens[i].capital })
}

// definite tells whether a word for a child is about one that has been told of:
// "pojken", "eleven", "barnet".
func definite(w string) bool {
	w = strings.ToLower(w)
	return strings.HasSuffix(w, "en") || strings.HasSuffix(w, "et") || strings.HasSuffix(w, "an") || strings.HasSuffix(w, "rn") ||
		strings.HasSuffix(w, "ens") || strings.HasSuffix(w, "ets") || strings.HasSuffix(w, "ans") || strings.HasSuffix(w, "iga")
}

// age tells whether a child's age begins at token k: "9 år", "9-årig".
func (r *reader) age(k int) bool {
	w := r.word(k)
	digits := leadingDigits(w)
	if digits == 0 || digits > 2 || number(w[:digits]) > 19 {
		return false
	}
	return strings.HasPrefix(w[digits:], "-år") || digits == len(w) && k+1 < len(r.tokens) && r.gap(k) == " " && (r.word(k+1) == "år" || strings.HasPrefix(r.word(k+1), "årig"))
}

// grade tells whether token k names a class or year at school: "klass 4B",
// "årskurs 7", "4B".
func (r *reader) grade(k int) bool {
	if r.classCode(k) {
		return true
	}
	switch w := strings.ToLower(r.word(k)); w {
	case "klass", "årskurs", "åk", "årskursen":
		return k+1 < len(r.tokens) && (isDigit(r.word(k + 1)[0]) || len(r.word(k+1)) <= 2 && r.tokens[k+1].capital)
	case "förskoleklass", "trean", "fyran", "femman", "sexan", "sjuan", "åttan", "nian":
		return true
	}
	return false
}

// classCode tells whether token k is the short form of a class: 4B, 7c.
func (r *reader) classCode(k int) bool {
	w := r.word(k)
	if len(w) != 2 || w[0] < '1' || w[0] > '9' {
		return false
	}
	letter := w[1]
	return 'A' <= letter && letter <= 'H' || 'a' <= letter && letter <= 'h' && k > 0 && contains([]string{"klass", "i", "åk", "årskurs"}, strings.ToLower(r.word(k-1)))
}
