package check

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"yttra/app/language"
)

// numberEnd gives the end of a number with what is written close to it: points,
// commas, colons, strokes and hyphens between digits.
func numberEnd(s string, i int) int {
	for i < len(s) {
		switch {
		case isDigit(s[i]):
			i++
		case strings.IndexByte(".,:/-", s[i]) >= 0 && i+1 < len(s) && isDigit(s[i+1]):
			i += 2
		default:
			return i
		}
	}
	return i
}

// number finds the slips of a number that stands between start and end.
func (m *slipMap) number(s string, start, end int) {
	before, _ := utf8.DecodeLastRuneInString(s[:start])
	if unicode.IsLetter(before) || strings.ContainsRune("-/.,:–", before) && start > 0 {
		m.percent(s, start, end)
		m.hard(s, start, end)
		return // a part of a reference or a longer range
	}
	n := s[start:end]
	after, _ := utf8.DecodeRuneInString(s[end:])
	switch {
	case strings.Contains(n, ":"):
		m.clock(s, start, end)
	case strings.ContainsAny(n, "/-"):
		m.range_(s, start, end)
	case thousandsIn(n, s[end:]):
		m.put("thousands", start, end, strings.NewReplacer(".", "\u00a0", ",", "\u00a0").Replace(n))
	case len(n) >= 5 && digitsOnly(n) && countedOrMoney(wordAfter(s, end)):
		m.put("thousands", start, end, groupDigits(n))
	case strings.Count(n, ".") == 1 && len(n)-strings.Index(n, ".") <= 3 && measured(s, end):
		m.put("decimal", start, end, strings.ReplaceAll(n, ".", ","))
	case strings.Count(n, ".") == 2:
		m.pointDate(s, start, end)
	}
	m.percent(s, start, end)
	m.hard(s, start, end)
	if digitsOnly(n) && !unicode.IsLetter(after) {
		m.money(s, start, end)
		m.small(s, start, end)
		m.worded(s, start, end)
	} else if strings.Trim(n, "0123456789.,") == "" {
		m.money(s, start, end)
	}
}

func digitsOnly(n string) bool { return strings.Trim(n, "0123456789") == "" }

// thousandsIn tells whether points or commas part a number in groups of three. One
// comma does so only in a sum of money, since it may be a decimal.
func thousandsIn(n, after string) bool {
	for _, mark := range []string{".", ","} {
		groups := strings.Split(n, mark)
		if len(groups) < 2 || groups[0] == "" || len(groups[0]) > 3 || groups[0][0] == '0' ||
			slices.ContainsFunc(groups[1:], func(g string) bool { return len(g) != 3 || !digitsOnly(g) }) || !digitsOnly(groups[0]) {
			continue
		}
		return mark == "." || len(groups) > 2 || isMoney(wordAfter(after, 0))
	}
	return false
}

func isMoney(word string) bool {
	return slices.Contains([]string{"kr", "kronor", "tkr", "mnkr", "mkr", "sek"}, language.Fold(word))
}

// countedOrMoney tells whether a long number stands before what is counted, and is
// no number of a reference.
func countedOrMoney(word string) bool {
	return isMoney(word) || slices.Contains([]string{"elever", "invånare", "personer", "barn", "kvadratmeter", "besök", "timmar", "anställda"}, language.Fold(word))
}

func groupDigits(n string) string {
	var b strings.Builder
	for i, r := range n {
		if i > 0 && (len(n)-i)%3 == 0 {
			b.WriteString("\u00a0")
		}
		b.WriteRune(r)
	}
	return b.String()
}

// measured tells whether a unit follows, with which a point can only be a decimal.
func measured(s string, end int) bool {
	rest := strings.TrimLeft(s[end:], " \u00a0")
	if strings.HasPrefix(rest, "%") {
		return true
	}
	word := language.Fold(wordAfter(s, end))
	for _, unit := range []string{"miljon", "miljard", "procent", "kr", "mnkr", "mkr", "tkr", "meter", "kilometer", "km", "hektar", "ton", "grader", "årsarbet", "heltid", "tjänst"} {
		if word == unit || len(unit) > 3 && strings.HasPrefix(word, unit) {
			return true
		}
	}
	return false
}

func (m *slipMap) percent(s string, start, end int) {
	if strings.HasPrefix(s[end:], "%") && !strings.HasPrefix(s[end:], "%-") {
		m.put("percent", end-1, end+1, s[end-1:end]+"\u00a0%")
	}
}

// hard finds a number parted from what it belongs to by a space at which the line
// may break, or by nothing at all: the section sign, %, the rest of a large number.
func (m *slipMap) hard(s string, start, end int) {
	rest := s[end:]
	if strings.HasPrefix(rest, "§") {
		m.put("hard_space", end-1, end+len("§"), s[end-1:end]+"\u00a0§")
		return
	}
	rest, spaced := strings.CutPrefix(rest, " ")
	if !spaced {
		return
	}
	for _, unit := range []string{"§§", "§", "%", "kap."} {
		if strings.HasPrefix(rest, unit) {
			m.put("hard_space", end-1, end+1+len(unit), s[end-1:end]+"\u00a0"+unit)
			return
		}
	}
	if end-start > 3 || !digitsOnly(s[start:end]) {
		return
	}
	stop := end
	for stop+4 <= len(s) && s[stop] == ' ' && digitsOnly(s[stop+1:stop+4]) && (stop+4 == len(s) || !isDigit(s[stop+4])) {
		stop += 4
	}
	if word := wordAfter(s, stop); stop > end && (isMoney(word) || countedOrMoney(word)) {
		m.put("hard_space", start, stop, strings.ReplaceAll(s[start:stop], " ", "\u00a0"))
	}
}

// clock finds a time of day with a colon.
func (m *slipMap) clock(s string, start, end int) {
	n := s[start:end]
	before := language.Fold(wordBefore(s, start))
	if (before == "kl" || before == "klockan") && len(n) <= 11 && digitsOnly(strings.NewReplacer(":", "", "-", "").Replace(n)) {
		m.put("clock", start, end, strings.NewReplacer(":", ".", "-", "–").Replace(n))
	}
}

// range_ finds a range with a hyphen, and days written in figures.
func (m *slipMap) range_(s string, start, end int) {
	n := s[start:end]
	if len(n) == 10 && n[4] == '-' && n[7] == '-' {
		m.isoDate(s, start, end)
		return
	}
	if day, month, ok := strings.Cut(n, "/"); ok {
		m.strokeDate(s, start, end, day, month)
		return
	}
	from, to, _ := strings.Cut(n, "-")
	if !number(from) || !number(to) || from == "" || from[0] == '0' && len(from) > 1 || to[0] == '0' {
		return
	}
	years := len(from) == 4 && len(to) == 4 && from < to && (from[:2] == "19" || from[:2] == "20") && (to[:2] == "19" || to[:2] == "20")
	if years || ranged(s, start, end) {
		m.put("interval", start, end, from+"–"+to)
	}
}

// number tells whether s is a figure, or a time with a point.
func number(s string) bool {
	return s != "" && digitsOnly(strings.Replace(s, ".", "", 1)) && len(s) <= 5
}

// ranged tells whether what stands beside two numbers says that they are the ends
// of a range, and not a reference or a telephone number.
func ranged(s string, start, end int) bool {
	before := language.Fold(wordBefore(s, start))
	if strings.HasSuffix(strings.TrimRight(s[:start], " \u00a0"), "§") || slices.Contains([]string{"kl", "klockan", "sid", "sidorna", "årskurs", "årskurserna", "åk", "punkterna", "cirka", "ca"}, before) {
		return true
	}
	rest := strings.TrimLeft(s[end:], " \u00a0")
	if strings.HasPrefix(rest, "§") || strings.HasPrefix(rest, "%") {
		return true
	}
	return slices.Contains([]string{"år", "åringar", "månader", "veckor", "dagar", "timmar", "minuter", "procent", "kronor", "kr", "mnkr", "miljoner", "meter", "elever", "barn", "personer", "gånger"},
		language.Fold(wordAfter(s, end)))
}

// isoDate finds a day as in a letterhead. One in parentheses or after a word for a
// reference belongs there.
func (m *slipMap) isoDate(s string, start, end int) {
	month, _ := strconv.Atoi(s[start+5 : start+7])
	day, _ := strconv.Atoi(s[start+8 : end])
	if month < 1 || month > 12 || day < 1 || day > 31 {
		return
	}
	if before, _ := utf8.DecodeLastRuneInString(s[:start]); before == '(' || strings.HasPrefix(s[end:], ")") || start == 0 {
		return
	}
	m.put("iso_date", start, end, wordedDay(s, start, day, month, s[start:start+4]))
}

// wordedDay writes a day in words, with "den" when it is not there.
func wordedDay(s string, start, day, month int, year string) string {
	out := strconv.Itoa(day) + " " + language.Month(month)
	if year != "" {
		out += " " + year
	}
	if language.Fold(wordBefore(s, start)) != "den" {
		out = "den " + out
	}
	return out
}

// strokeDate finds "25/1 2024" and "25/1".
func (m *slipMap) strokeDate(s string, start, end int, day, month string) {
	d, err1 := strconv.Atoi(day)
	mo, err2 := strconv.Atoi(month)
	if err1 != nil || err2 != nil || d < 1 || d > 31 || mo < 1 || mo > 12 {
		return
	}
	year, stop := "", end
	if end+5 <= len(s) && s[end] == ' ' && s[end+1:end+3] == "20" && digitsOnly(s[end+1:end+5]) && (end+5 == len(s) || !isDigit(s[end+5])) {
		year, stop = s[end+1:end+5], end+5
	}
	if year != "" || language.Fold(wordBefore(s, start)) == "den" {
		m.put("short_date", start, stop, wordedDay(s, start, d, mo, year))
	}
}

// pointDate finds "25.1.2024".
func (m *slipMap) pointDate(s string, start, end int) {
	f := strings.Split(s[start:end], ".")
	d, err1 := strconv.Atoi(f[0])
	mo, err2 := strconv.Atoi(f[1])
	if err1 == nil && err2 == nil && len(f[0]) <= 2 && len(f[1]) <= 2 && len(f[2]) == 4 && f[2][:2] == "20" && d >= 1 && d <= 31 && mo >= 1 && mo <= 12 {
		m.put("short_date", start, end, wordedDay(s, start, d, mo, f[2]))
	}
}

// worded notes a day with its month in words, beside which one in figures is the
// odd one.
func (m *slipMap) worded(s string, start, end int) {
	if end-start <= 2 && language.IsMonth(language.Fold(wordAfter(s, end))) {
		m.put("worded_date", start, end, s[start:end])
	}
}

// money finds a shortened unit of money in running text.
func (m *slipMap) money(s string, start, end int) {
	word := wordAfter(s, end)
	at := strings.Index(s[end:], word) + end
	n := s[start:end]
	if word == "" || strings.HasSuffix(strings.TrimRight(s[:start], " \u00a0"), "(") || !strings.HasPrefix(strings.TrimLeft(s[end:], " \u00a0"), word) {
		return
	}
	switch language.Fold(word) {
	case "mkr":
		m.put("million", at, at+len(word), "mnkr")
	case "kr", "sek":
		m.put("money", at, at+len(word), "kronor")
	case "tkr":
		m.put("money", at, at+len(word), "tusen kronor")
	case "mnkr":
		to := "miljoner kronor"
		if n == "1" {
			to = "miljon kronor"
		}
		m.put("money", at, at+len(word), to)
	}
}

// small finds a number up to twelve in figures between words.
func (m *slipMap) small(s string, start, end int) {
	n, err := strconv.Atoi(s[start:end])
	if err != nil || n < 2 || n > 12 || s[start] == '0' || start == 0 || s[start-1] != ' ' || end == len(s) || s[end] != ' ' {
		return
	}
	before, after := wordBefore(s, start), wordAfter(s, end)
	if len(before) < 2 || len(after) < 3 || before != strings.ToLower(before) || after != strings.ToLower(after) || !strings.HasSuffix(s[:start-1], before) {
		return
	}
	m.put("small", start, end, language.Cardinal(n))
}
