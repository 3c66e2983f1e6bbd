package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"yttra/app"
)

// slipsIn finds every slip of typography in a paragraph, by name, in one pass.
func slipsIn(s string) map[string][]slip {
	m := slipMap{}
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case c >= '0' && c <= '9':
			end := numberEnd(s, i)
			m.number(s, i, end)
			i = end
		case c == '-':
			m.dash(s, i)
			i++
		case c == '"':
			i = m.straight(s, i)
		case c == "“"[0] && strings.HasPrefix(s[i:], "“"):
			i = m.opening(s, i)
		case c == "§"[0] && strings.HasPrefix(s[i:], "§"):
			m.section(s, i)
			i += len("§")
		default:
			i++
		}
	}
	return m.kept
}

// slipMap gathers slips; most paragraphs have none.
type slipMap struct{ kept map[string][]slip }

func (m *slipMap) put(name string, start, end int, to string) {
	if m.kept == nil {
		m.kept = map[string][]slip{}
	}
	m.kept[name] = append(m.kept[name], slip{app.Span{Start: start, End: end}, to})
}

// dash finds a hyphen that stands between words, as a dash should.
func (m *slipMap) dash(s string, i int) {
	if i < 2 || s[i-1] != ' ' || i+2 >= len(s) {
		return
	}
	before, _ := utf8.DecodeLastRuneInString(s[:i-1])
	if !unicode.IsLetter(before) && !strings.ContainsRune(",)”", before) {
		return
	}
	after := s[i+1:]
	if after, ok := strings.CutPrefix(after, " "); ok {
		if r, _ := utf8.DecodeRuneInString(after); unicode.IsLetter(r) || unicode.IsDigit(r) || r == '(' || r == '”' {
			m.put("dash", i, i+1, "–")
		}
	} else if strings.HasPrefix(after, "- ") {
		m.put("dash", i, i+2, "–")
	}
}

// longestQuote is how far apart the marks of a quotation stand at most.
const longestQuote = 600

// straight finds a quotation between straight marks, and tells where it ends.
func (m *slipMap) straight(s string, i int) int {
	end := strings.IndexAny(s[i+1:min(len(s), i+longestQuote)], "\"\n")
	if end <= 0 || s[i+1+end] != '"' {
		return i + 1
	}
	stop := i + end + 2
	m.put("quotes", i, stop, "”"+s[i+1:stop-1]+"”")
	return stop
}

// opening finds a quotation that begins with a mark of another language.
func (m *slipMap) opening(s string, i int) int {
	from := i + len("“")
	end := strings.Index(s[from:min(len(s), from+longestQuote)], "”")
	if end <= 0 || strings.Contains(s[from:from+end], "\n") {
		return from
	}
	stop := from + end + len("”")
	m.put("quotes", i, stop, "”"+s[from:stop])
	return stop
}

// section finds a section sign that may be parted from its number.
func (m *slipMap) section(s string, i int) {
	after := i + len("§")
	switch {
	case strings.HasPrefix(s[after:], "§"), strings.HasSuffix(s[:i], "§"):
		return // §§ is met at its second sign below
	case after < len(s) && isDigit(s[after]):
		m.put("hard_space", i, after+1, "§\u00a0"+s[after:after+1])
	case after+1 < len(s) && s[after] == ' ' && isDigit(s[after+1]) && !(i > 0 && numberBefore(s, i)):
		m.put("hard_space", i, after+2, "§\u00a0"+s[after+1:after+2])
	}
}

// numberBefore tells whether a section sign belongs to the number before it.
func numberBefore(s string, i int) bool {
	before := strings.TrimRight(s[:i], " \u00a0")
	return before != "" && isDigit(before[len(before)-1])
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// wordBefore and wordAfter give the word that stands close, with one space or
// hard space between; empty when something else stands there.
func wordBefore(s string, at int) string {
	before := strings.TrimSuffix(strings.TrimSuffix(s[:at], "\u00a0"), " ")
	before = strings.TrimSuffix(before, ".")
	if i := strings.LastIndexFunc(before, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		_, n := utf8.DecodeRuneInString(before[i:])
		return before[i+n:]
	}
	return before
}

func wordAfter(s string, at int) string {
	after := strings.TrimPrefix(strings.TrimPrefix(s[at:], "\u00a0"), " ")
	if i := strings.IndexFunc(after, func(r rune) bool { return !unicode.IsLetter(r) }); i >= 0 {
		return after[:i]
	}
	return after
}
