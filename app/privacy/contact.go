package privacy

import "strings"

// mails finds e-mail addresses around each @.
func (r *reader) mails(hits []Hit) []Hit {
	s := r.text
	for at := 0; ; {
		i := strings.IndexByte(s[at:], '@')
		if i < 0 {
			return hits
		}
		i += at
		start, end := i, i+1
		for start > at && start > i-64 && mailSign(s[start-1]) {
			start--
		}
		for end < len(s) && end < i+255 && (mailSign(s[end]) && s[end] != '+' && s[end] != '_') {
			end++
		}
		for end > i && (s[end-1] == '.' || s[end-1] == '-') {
			end--
		}
		for start < i && s[start] == '.' {
			start++
		}
		if domain := s[i+1 : max(end, i+1)]; start < i && domainLike(domain) {
			hits = append(hits, r.hit(Mail, start, end, strings.ToLower(s[start:end])))
		}
		at = max(end, i+1)
	}
}

func mailSign(c byte) bool { return isLetter(c) || isDigit(c) || strings.IndexByte(".-_+%", c) >= 0 }

func domainLike(s string) bool {
	dot := strings.LastIndexByte(s, '.')
	return dot > 0 && len(s)-dot > 2 && isLetter(s[dot+1])
}

// phones finds Swedish telephone numbers: a trunk 0 or +46 and eight to eleven
// digits in groups. A row of digits alone is one only when the text says so, or
// when it begins as a mobile number does.
func (r *reader) phones(hits []Hit) []Hit {
	s := r.text
	var room [maxGroups]group
	for i := 0; i < len(s); {
		if !isDigit(s[i]) {
			i++
			continue
		}
		gs := digitGroups(s, i, room[:0])
		next := gs[0].end
		if !joinedBefore(s, i) && (i == 0 || !isLetter(s[i-1])) {
			if end := r.phone(gs); end > 0 {
				start := i
				if start > 0 && s[start-1] == '+' {
					start--
				}
				hits = append(hits, r.hit(Phone, start, end, phoneKey(s[start:end])))
				next = end
			}
		}
		i = next
	}
	return hits
}

func (r *reader) phone(gs []group) (end int) {
	s, start := r.text, gs[0].start
	abroad := start > 0 && s[start-1] == '+' || strings.HasPrefix(s[start:gs[0].end], "0046")
	if s[start] != '0' && !(abroad && strings.HasPrefix(s[start:], "46")) {
		return 0
	}
	digits, marked, n := 0, false, 0
	for i, g := range gs {
		if i > 0 && (strings.ContainsAny(g.gap, "+.") || g.gap == "\n" && i > 1 || i > 1 && g.end-g.start > 4 || i > 2 && g.end-g.start == 1) {
			break
		}
		if digits+g.end-g.start > 13 {
			break
		}
		digits += g.end - g.start
		marked = marked || i == 1 && strings.ContainsAny(g.gap, "-/")
		end, n = g.end, i+1
	}
	if abroad {
		if digits < 9 || digits > 13 {
			return 0
		}
		return end
	}
	area := gs[0].end - gs[0].start
	switch {
	case digits < 8 || digits > 11 || goesOn(s, end) || end < len(s) && s[end] == '%':
		return 0
	case n == 3 && marked && area == 2 && gs[2].end-gs[2].start == 4 && gs[1].end-gs[1].start == 2:
		return 0 // a day: 08-12-2024
	case s[start+1] == '0':
		return 0
	case n == 1:
		if digits == 10 && s[start+1] == '7' || r.phoneBefore(start) {
			return end
		}
		return 0
	case marked && area >= 2 && area <= 4, area >= 2 && area <= 4 && n >= 3, r.phoneBefore(start):
		return end
	}
	return 0
}

// phoneKey writes a number as it is dialled within Sweden.
func phoneKey(s string) string {
	key := digitsOf(s + " ")
	key = strings.TrimPrefix(strings.TrimPrefix(key, "00"), "46")
	return "0" + strings.TrimLeft(key, "0")
}

// devices finds addresses of equipment: IPv4, IPv6, MAC, and the numbers that a
// text gives for a camera, a tag or a wristband.
func (r *reader) devices(hits []Hit) []Hit {
	s := r.text
	for i := 0; i < len(s); {
		c := s[i]
		if !hex(c) && c != ':' || i > 0 && (isLetter(s[i-1]) || isDigit(s[i-1]) || s[i-1] == ':' || s[i-1] == '.') {
			i++
			continue
		}
		j, colons, dots, dashes := i, 0, 0, 0
		for j < len(s) && j-i < 64 && (hex(s[j]) || s[j] == ':' || s[j] == '.' || s[j] == '-') {
			switch s[j] {
			case ':':
				colons++
			case '.':
				dots++
			case '-':
				dashes++
			}
			j++
		}
		word := strings.TrimRight(s[i:j], ".:-")
		if (colons >= 2 || dots >= 3 || dashes >= 5) && (i+len(word) == len(s) || !isLetter(s[i+len(word)])) && r.address(word, i) {
			hits = append(hits, r.hit(Device, i, i+len(word), strings.ToLower(word)))
		}
		i = max(j, i+1)
	}
	return r.namedDevices(hits)
}

func hex(c byte) bool { return isDigit(c) || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F' }

// address tells whether a word of hexadecimal digits is one of a machine.
func (r *reader) address(word string, start int) bool {
	if parts := strings.Split(word, "."); len(parts) == 4 && !strings.ContainsAny(word, ":-") {
		large := false
		for _, p := range parts {
			n := 0
			if p == "" || len(p) > 3 || !allDigits(p) || len(p) > 1 && p[0] == '0' {
				return false
			}
			if n = number(p); n > 255 {
				return false
			}
			large = large || n >= 100
		}
		return large || parts[0] == "10" || strings.Contains(strings.ToLower(r.text[max(0, start-20):start]), "ip")
	}
	for _, sign := range []string{":", "-"} {
		parts := strings.Split(word, sign)
		if len(parts) == 6 && sameSize(parts, 2) {
			return true
		}
		if sign == ":" && (len(parts) == 8 && !strings.Contains(word, "::") || strings.Count(word, "::") == 1 && len(parts) >= 4 && len(parts) <= 8) {
			return strings.Trim(word, "0123456789:") != "" || len(parts) == 8
		}
	}
	return false
}

func sameSize(parts []string, n int) bool {
	for _, p := range parts {
		if len(p) != n {
			return false
		}
	}
	return true
}

// deviceWords stand before the number of a piece of equipment.
var deviceWords = []string{"imei", "serienummer", "serienr", "kamera-id", "enhets-id", "enhetsid", "device-id", "tagg-id", "taggnummer", "armbands-id", "rfid-nummer", "mac-adress"}

func (r *reader) namedDevices(hits []Hit) []Hit {
	for i := 0; i+1 < len(r.tokens); i++ {
		start := int(r.tokens[i+1].start)
		if c := r.text[start]; !isDigit(c) && !r.tokens[i+1].capital || start-int(r.tokens[i].end) > 3 {
			continue // the number of a thing begins with a digit or a capital letter
		}
		if !contains(deviceWords, strings.ToLower(r.word(i))) {
			continue
		}
		end := start
		for end < len(r.text) && (isDigit(r.text[end]) || r.text[end] == '-' || r.text[end] < 0x80 && isLetter(r.text[end])) {
			end++
		}
		if id := strings.TrimRight(r.text[start:end], "-"); len(id) >= 4 && strings.ContainsAny(id, "0123456789") {
			hits = append(hits, r.hit(Device, start, start+len(id), strings.ToLower(id)))
		}
	}
	return hits
}
