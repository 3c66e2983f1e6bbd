package check

import (
	"maps"
	"regexp"
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/language"
	"yttra/app/packs"
)

// mark is a slip of typography: the group "x" is what is wrong.
type mark struct {
	sign    string // a text without it, 0 standing for any digit, has no such slip and is not searched
	pattern *regexp.Regexp
	better  func(string) string
}

// marks are the slips that a look may ask for, by name (Myndigheternas
// skrivregler; criteria.md E.2).
var marks = map[string]mark{
	"thousands": {"0.0", regexp.MustCompile(`(?:^|[^\d.,:/-])(?P<x>[1-9]\d{0,2}(?:\.\d{3})+)(?:[^\d.,:]|$)`), swap(".", "\u00a0")},
	"decimal":   {"0.0", regexp.MustCompile(`(?:^|[^\d.])(?P<x>\d+\.\d{1,2})[ \x{00a0}](?:miljon|miljard|procent|%|mnkr|kr)`), swap(".", ",")},
	"percent":   {"0%", regexp.MustCompile(`(?P<x>\d%)`), swap("%", "\u00a0%")},
	"interval":  {"0-0", regexp.MustCompile(`(?:^|[^\d-])(?P<x>(?:19|20)\d\d-(?:19|20)\d\d)(?:[^\d-]|$)`), swap("-", "–")},
	"dash":      {" - ", regexp.MustCompile(`[\pL\d,)] (?P<x>-) [\pL\d(]`), swap("-", "–")},
	"quotes":    {`"`, regexp.MustCompile(`(?P<x>"[^"\n]{1,300}")`), swap(`"`, "”")},
	"section":   {"§", regexp.MustCompile(`(?P<x>\d§|§\d)`), spaced},
	"million":   {"mkr", regexp.MustCompile(`\d[ \x{00a0}]?(?P<x>mkr)\b`), swap("mkr", "mnkr")},
}

func swap(from, to string) func(string) string {
	return func(s string) string { return strings.ReplaceAll(s, from, to) }
}

func spaced(s string) string {
	if strings.HasPrefix(s, "§") {
		return "§\u00a0" + strings.TrimPrefix(s, "§")
	}
	return strings.TrimSuffix(s, "§") + "\u00a0§"
}

func knownMarks(names []string) error {
	for _, n := range names {
		if _, ok := marks[n]; !ok {
			return &packs.Flaw{Why: packs.NotOneOf, What: n, Want: slices.Sorted(maps.Keys(marks))}
		}
	}
	return nil
}

// marksIn finds every slip of a paragraph, by name.
func marksIn(s string) map[string][]app.Span {
	var out map[string][]app.Span
	for name, m := range marks {
		if !hasSign(s, m.sign) {
			continue
		}
		x := m.pattern.SubexpIndex("x")
		for at := 0; at < len(s); {
			loc := m.pattern.FindStringSubmatchIndex(s[at:])
			if loc == nil {
				break
			}
			if out == nil {
				out = map[string][]app.Span{}
			}
			out[name] = append(out[name], app.Span{Start: at + loc[2*x], End: at + loc[2*x+1]})
			at += loc[2*x+1]
		}
	}
	return out
}

// hasSign tells whether s holds the sign, in which 0 stands for any digit.
func hasSign(s, sign string) bool {
	bare := strings.Trim(sign, "0")
	for at := 0; ; {
		i := strings.Index(s[at:], bare)
		if i < 0 {
			return false
		}
		at += i
		before, after := !strings.HasPrefix(sign, "0"), !strings.HasSuffix(sign, "0")
		before = before || at > 0 && digit(s[at-1])
		at += len(bare)
		if after = after || at < len(s) && digit(s[at]); before && after {
			return true
		}
	}
}

func digit(c byte) bool { return '0' <= c && c <= '9' }

// findTypography speaks of the slips that the look names.
func findTypography(r *run, l *look) []found {
	var out []found
	for i, s := range r.sections {
		if !r.covers(l, i) {
			continue
		}
		for _, p := range s.parts {
			if p.kind == language.TableRow {
				continue
			}
			for _, name := range l.texts {
				for _, span := range p.marks[name] {
					from := p.text.Of(span)
					to := marks[name].better(from)
					out = append(out, found{place: place(i, p.at, span), mend: []string{to}, group: name, words: []string{"{from}", from, "{to}", to}})
				}
			}
		}
	}
	return out
}
