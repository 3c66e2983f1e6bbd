package check

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"yttra/app"
)

// inAddress tells whether a word is a part of an address on the net, a file name
// or the like: letters close on the other side of a point, at or stroke.
func inAddress(s string, w app.Span) bool {
	if w.Start >= 2 && strings.ContainsRune(".@_\\", rune(s[w.Start-1])) && s[w.Start-2] != ' ' && !strings.ContainsRune(".?!", rune(s[w.Start-2])) {
		return true
	}
	if w.End+1 < len(s) && strings.ContainsRune(".@_\\", rune(s[w.End])) {
		r, _ := utf8.DecodeRuneInString(s[w.End+1:])
		return unicode.IsLetter(r) || unicode.IsDigit(r)
	}
	return false
}

// foreign finds what is not the writer's own Swedish: quotations of any length,
// words in italics, addresses.
func foreign(s string) []app.Span {
	var out []app.Span
	for _, mark := range []string{"”“\"»«", "*", "_"} {
		if strings.ContainsAny(s, mark) {
			out = append(out, marked(s, mark)...)
		}
	}
	if strings.Contains(s, "://") || strings.Contains(s, "www.") || strings.Contains(s, "@") {
		at := 0
		for field := range strings.FieldsSeq(s) {
			at += strings.Index(s[at:], field)
			if strings.Contains(field, "://") || strings.HasPrefix(field, "www.") || strings.Contains(field, "@") {
				out = append(out, app.Span{Start: at, End: at + len(field)})
			}
			at += len(field)
		}
	}
	slices.SortFunc(out, func(a, b app.Span) int { return a.Start - b.Start })
	return out
}

// marked finds what stands between two of the marks, not farther apart than a
// quotation is long. Two of the same at once are bold text, which is no quotation,
// and a star with a space after it begins a list.
func marked(s, marks string) []app.Span {
	const longest = 600
	var out []app.Span
	open := -1
	for i, r := range s {
		if !strings.ContainsRune(marks, r) {
			continue
		}
		n := i + utf8.RuneLen(r)
		emphasis := r == '*' || r == '_'
		switch {
		case emphasis && (strings.HasPrefix(s[n:], string(r)) || strings.HasSuffix(s[:i], string(r))):
			open = -1
		case open >= 0 && i-open <= longest && !(emphasis && strings.HasSuffix(s[:i], " ")):
			out = append(out, app.Span{Start: open, End: n})
			open = -1
		case !emphasis || !strings.HasPrefix(s[n:], " "):
			open = i
		}
	}
	return out
}
