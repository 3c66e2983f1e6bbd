package intake

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// word is one word of a text and where it stands.
type word struct {
	start, end int
	lower      string
}

func isWordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r)
}

// nextWord finds the first word at or after offset i and before limit; ok is
// false when there is none. Hyphens and apostrophes inside a word belong to it.
func nextWord(s string, i, limit int) (w word, ok bool) {
	for i < limit {
		r, n := utf8.DecodeRuneInString(s[i:])
		if isWordRune(r) {
			break
		}
		i += n
	}
	if i >= limit {
		return word{}, false
	}
	j := i
	for j < limit {
		r, n := utf8.DecodeRuneInString(s[j:])
		if !isWordRune(r) {
			if r != '-' && r != '\'' && r != '’' && r != ':' || j == i {
				break
			}
			if next, _ := utf8.DecodeRuneInString(s[j+n:]); !unicode.IsLetter(next) || r == ':' && unicode.IsUpper(next) {
				break
			}
		}
		j += n
	}
	j = min(j, limit)
	return word{i, j, strings.ToLower(s[i:j])}, true
}

// wordsOf splits s; at most most words.
func wordsOf(s string, most int) []word {
	var ws []word
	for i := 0; len(ws) < most; {
		w, ok := nextWord(s, i, len(s))
		if !ok {
			break
		}
		ws = append(ws, w)
		i = w.end
	}
	return ws
}

// lastWord gives the last word of s in lower case.
func lastWord(s string) string {
	s = s[max(0, len(s)-100):]
	s = strings.TrimRightFunc(s, func(r rune) bool { return !isWordRune(r) })
	i := strings.LastIndexFunc(s, func(r rune) bool { return !isWordRune(r) && r != '-' })
	if i >= 0 {
		_, n := utf8.DecodeRuneInString(s[i:])
		i += n
	} else {
		i = 0
	}
	return strings.ToLower(s[i:])
}

func firstRune(s string) rune { r, _ := utf8.DecodeRuneInString(s); return r }
func lastRune(s string) rune  { r, _ := utf8.DecodeLastRuneInString(s); return r }

// startsLower reports whether the first letter, past quotes, is a small one.
func startsLower(s string) bool {
	return unicode.IsLower(firstRune(strings.TrimLeft(s, `"'”’“‘»(`)))
}

// endsSentence reports whether s ends as a sentence does.
func endsSentence(s string) bool {
	s = strings.TrimRight(s, `"'”’»)* `)
	return s != "" && strings.ContainsRune(".!?", lastRune(s)) && !endsAbbreviation(s)
}

func endsAbbreviation(s string) bool {
	i := strings.LastIndexAny(s, " \t(\n")
	return abbreviations[strings.ToLower(strings.TrimRight(s[i+1:], "."))]
}

// sentenceEnd gives the offset after the sentence that goes on at offset i: its
// full stop included, or limit.
func sentenceEnd(s string, i, limit int) int {
	for j := i; j < limit; j++ {
		switch s[j] {
		case '.', '!', '?':
		default:
			continue
		}
		k := j + 1
		for k < limit && strings.IndexByte(".!?\")", s[k]) >= 0 || strings.HasPrefix(s[min(k, limit):limit], "”") {
			if s[k] < utf8.RuneSelf {
				k++
			} else {
				k += len("”")
			}
		}
		if k >= limit {
			return limit
		}
		if s[k] != ' ' && s[k] != '\t' {
			j = k - 1
			continue
		}
		next := firstRune(strings.TrimLeft(s[k:limit], " \t\"”'–-•*("))
		if unicode.IsLower(next) || s[j] == '.' && shortBefore(s, i, j) {
			continue
		}
		return k
	}
	return limit
}

// shortBefore reports whether the point at j ends an abbreviation, an initial or
// an ordinal rather than a sentence.
func shortBefore(s string, from, j int) bool {
	i := j
	for i > from && s[i-1] != ' ' && s[i-1] != '\t' && s[i-1] != '(' {
		i--
	}
	w := strings.ToLower(s[i:j])
	if endingAbbreviations[w] {
		return false
	}
	if abbreviations[strings.TrimRight(w, ".")] {
		return true
	}
	return len(w) <= 2 && len(w) > 0 && unicode.IsDigit(firstRune(w)) || utf8.RuneCountInString(w) == 1 && unicode.IsUpper(firstRune(s[i:j]))
}

// lowered makes small letters of s where that does not change its length, so
// that offsets hold for both.
func lowered(s string) string {
	return strings.Map(func(r rune) rune {
		if low := unicode.ToLower(r); utf8.RuneLen(low) == utf8.RuneLen(r) {
			return low
		}
		return r
	}, s)
}

// setOf makes a set of the words in s.
func setOf(s string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(s) {
		m[w] = true
	}
	return m
}
