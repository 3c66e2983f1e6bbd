package privacy

import "strings"

// Numbers of persons: six or eight digits that are a day, and four more
// (folkbokföringslagen (1991:481) 18 §). They are found with any sign or space
// between their parts, and with spaces between all their digits.

// group is a run of digits, and what stands between it and the one before.
type group struct {
	start, end int
	gap        string
}

// most groups of digits one number is written in: twelve digits, one by one.
const maxGroups = 12

// numbers finds the numbers of persons, in the order of the text.
func (r *reader) numbers(hits []Hit) []Hit {
	s := r.text
	var room [maxGroups]group
	for i := 0; i < len(s); {
		if !isDigit(s[i]) {
			i++
			continue
		}
		gs := digitGroups(s, i, room[:0])
		end := gs[0].end
		if !joinedBefore(s, i) {
			if kind, stop := r.personal(gs); kind != "" {
				hits = append(hits, r.hit(kind, i, stop, digitsOf(s[i:stop])))
				end = stop
			}
		}
		i = end
	}
	return hits
}

func (r *reader) hit(kind Kind, start, end int, key string) Hit {
	return Hit{Kind: kind, Span: r.span(start, end), Key: key}
}

// digitGroups gathers the groups of digits that begin at i and stand close: at
// most three spaces, hyphens or plus signs between two.
func digitGroups(s string, i int, out []group) []group {
	gap := i
	for len(out) < maxGroups {
		j := i
		for j < len(s) && isDigit(s[j]) {
			j++
		}
		if j == i {
			break
		}
		out = append(out, group{i, j, s[gap:i]})
		gap = j
		for j < len(s) && j-gap < 4 && strings.IndexByte(" \n-+./", s[j]) >= 0 {
			j++
		}
		if j == gap || j-gap > 3 {
			break
		}
		i = j
	}
	return out
}

// joinedBefore tells whether digits at i go on from digits before: "2019-850101".
func joinedBefore(s string, i int) bool {
	if i == 0 {
		return false
	}
	switch s[i-1] {
	case '-', '+', '/', '.', ',', ':':
		return i > 1 && isDigit(s[i-2])
	}
	return false
}

// goesOn tells whether more digits are joined to a number that ends at end.
func goesOn(s string, end int) bool {
	if end >= len(s) {
		return false
	}
	if isDigit(s[end]) {
		return true
	}
	return strings.IndexByte("-+/,:.", s[end]) >= 0 && end+1 < len(s) && isDigit(s[end+1])
}

// personal tells which number of a person the groups begin with, and where it
// ends; no kind when they begin with none.
func (r *reader) personal(gs []group) (Kind, int) {
	s := r.text
	first := gs[0]
	size := first.end - first.start
	switch {
	case size == 12, size == 10:
		if goesOn(s, first.end) {
			return "", 0
		}
		return r.joined(s[first.start:first.end], first.start, first.end)
	case size == 8 || size == 6:
		if kind, end := r.split(gs); kind != "" {
			return kind, end
		}
		return r.lettered(first)
	}
	return r.spaced(gs)
}

// joined reads ten or twelve digits without a sign between.
func (r *reader) joined(digits string, start, end int) (Kind, int) {
	day, checks := weigh(digits)
	switch {
	case len(digits) == 10 && digits[0] == '0' && r.phoneBefore(start):
		return "", 0
	case day == born && checks:
		return Personnummer, end
	case day == coordinated && checks:
		return Coordination, end
	case len(digits) == 12 && digits[:2] == "99" && (digits[2:4] == "19" || digits[2:4] == "20"):
		return Reserve, end
	case day != noDay && (len(digits) == 12 && !stamp(digits) || r.called(start)):
		return Misnumber, end
	}
	return "", 0
}

// stamp tells whether twelve digits end as a time of day does: 202403121530.
func stamp(digits string) bool { return digits[8:10] < "24" && digits[10:] < "60" }

// split reads a day and four digits with something between: "850101-1234".
func (r *reader) split(gs []group) (Kind, int) {
	s := r.text
	if len(gs) < 2 {
		return "", 0
	}
	end, four := fourMore(s, gs[1:])
	if four == "" || goesOn(s, end) || strings.ContainsAny(gs[1].gap, "./") {
		return "", 0
	}
	day, checks := weigh(s[gs[0].start:gs[0].end] + four)
	signed := strings.ContainsAny(gs[1].gap, "-+")
	switch {
	case day == noDay:
		if signed && strings.HasPrefix(s[gs[0].start:], "9919") || strings.HasPrefix(s[gs[0].start:], "9920") {
			return Reserve, end
		}
		return "", 0
	case checks && day == born:
		return Personnummer, end
	case checks:
		return Coordination, end
	case signed && len(gs[1].gap) == 1 || r.called(gs[0].start):
		return Misnumber, end
	}
	return "", 0
}

// fourMore takes the next four digits, together or in pairs or one by one.
func fourMore(s string, gs []group) (end int, four string) {
	for i, g := range gs {
		if i > 0 && g.gap != " " && g.gap != "\n" {
			break
		}
		four += s[g.start:g.end]
		if len(four) >= 4 {
			end = g.end
			break
		}
	}
	if len(four) != 4 {
		return 0, ""
	}
	return end, four
}

// spaced reads a number whose day is written in parts, "1985-01-01-1234" and
// "85 01 01 1234", or digit by digit.
func (r *reader) spaced(gs []group) (Kind, int) {
	s := r.text
	lone := true
	digits, n := "", 0
	for _, g := range gs {
		size := g.end - g.start
		if lone = lone && size == 1; !lone && size > 4 {
			break
		}
		digits += s[g.start:g.end]
		if n++; lone && len(digits) == 12 || !lone && len(digits) >= 10 && !nextIsPair(gs, n, digits) {
			break
		}
	}
	if len(digits) != 10 && len(digits) != 12 {
		return "", 0
	}
	gs = gs[:n]
	end := gs[n-1].end
	if goesOn(s, end) || !lone && !dayInParts(s, gs) {
		return "", 0
	}
	switch day, checks := weigh(digits); {
	case !checks || day == noDay:
		return "", 0
	case day == coordinated:
		return Coordination, end
	}
	return Personnummer, end
}

func nextIsPair(gs []group, n int, digits string) bool {
	return len(digits) == 10 && n == 5 && len(gs) > 5 && gs[5].end-gs[5].start == 2
}

// dayInParts tells whether groups are year, month, day and four digits, or pairs.
// A day with signs between its parts must have one before the four as well: a
// day and the number after it are two things.
func dayInParts(s string, gs []group) bool {
	size := func(i int) int { return gs[i].end - gs[i].start }
	year := size(0) == 2 || size(0) == 4
	switch len(gs) {
	case 4:
		if !year || size(1) != 2 || size(2) != 2 || size(3) != 4 || gs[1].gap != gs[2].gap {
			return false
		}
		return gs[1].gap == " " && gs[3].gap == " " || strings.ContainsAny(gs[3].gap, "-+")
	case 5, 6:
		for i := range gs {
			if size(i) != 2 && !(i == 0 && len(gs) == 5 && year) || i > 0 && gs[i].gap != " " {
				return false
			}
		}
		return s[gs[0].start] != '0' || len(gs) == 6
	}
	return false
}

// lettered reads a number for somebody who has none of their own: a day and four
// signs of which the first is a letter, "20140312-TF07".
func (r *reader) lettered(day group) (Kind, int) {
	s := r.text
	if d, _ := weigh(s[day.start:day.end] + "0000"); d == noDay {
		return "", 0
	}
	i, signed := day.end, false
	for i < len(s) && i-day.end < 3 && (s[i] == ' ' || s[i] == '-' || s[i] == '+') {
		signed = signed || s[i] != ' '
		i++
	}
	if i+4 > len(s) || s[i] < 'A' || s[i] > 'Z' || i+4 < len(s) && (isLetter(s[i+4]) || isDigit(s[i+4]) || s[i+4] == '-') {
		return "", 0
	}
	digits := 0
	for _, c := range []byte(s[i : i+4]) {
		switch {
		case isDigit(c):
			digits++
		case c < 'A' || c > 'Z':
			return "", 0
		}
	}
	if digits == 0 || !signed && i > day.end && digits < 2 {
		return "", 0
	}
	return Reserve, i + 4
}

// called tells whether the text before start says that a number is a person's.
func (r *reader) called(start int) bool {
	before := strings.ToLower(r.text[max(0, start-40):start])
	for _, w := range []string{"personnummer", "personnr", "pers.nr", "persnr", "p.nr", "pnr", "samordningsn"} {
		if strings.Contains(before, w) {
			return true
		}
	}
	return false
}

// phoneBefore tells whether the text before start says that a number is a phone's.
func (r *reader) phoneBefore(start int) bool {
	before := strings.ToLower(r.text[max(0, start-24):start])
	for _, w := range []string{"tel", "tfn", "mobil", "ring", "växel", "fax", "nummer", "sms"} {
		if strings.Contains(before, w) {
			return true
		}
	}
	return false
}

func digitsOf(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if isDigit(s[i]) || 'A' <= s[i] && s[i] <= 'Z' {
			b.WriteByte(s[i])
		}
	}
	if b.Len() == 12 && b.String()[0] != '9' {
		return b.String()[2:] // the same person with and without the century
	}
	return b.String()
}
