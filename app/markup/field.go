package markup

import "strings"

// Field is a figure in a text that is bound to something outside it: words that
// somebody keeps true, and the name of what they are the words for. It is written
// as a link, [1 910 323 kronor](cost:total), so that a text that is opened
// elsewhere still reads right.
type Field struct {
	Span  Span   // all of it
	Words Span   // what is read, without the stars of emphasis round it
	Name  string // of the figure, without the scheme: total?mnkr
}

// Scheme is how the address of a Field begins.
const Scheme = "cost:"

const (
	longestName  = 80
	longestWords = 200
)

// BoundTo writes a Field. The words must not hold brackets or a line end.
func BoundTo(name, words string) string { return "[" + words + "](" + Scheme + name + ")" }

// IsFieldName tells whether a name can stand in a Field: small letters, digits and
// a few signs.
func IsFieldName(s string) bool {
	if s == "" || len(s) > longestName {
		return false
	}
	for i := range len(s) {
		if c := s[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') && strings.IndexByte("/?_-", c) < 0 {
			return false
		}
	}
	return true
}

// Fields finds the fields of a text, in order. Looking through a text that has
// none costs next to nothing.
func Fields(text string) []Field {
	const middle = "](" + Scheme
	var out []Field
	from := 0
	for {
		i := strings.Index(text[from:], middle)
		if i < 0 {
			return out
		}
		i += from
		if f, ok := fieldRound(text, from, i, i+len(middle)); ok {
			out = append(out, f)
			from = f.Span.End
			continue
		}
		from = i + len(middle)
	}
}

// fieldRound reads the field whose words end at an offset; they begin no earlier
// than from.
func fieldRound(text string, from, end, name int) (Field, bool) {
	n := strings.IndexByte(text[name:min(len(text), name+longestName+1)], ')')
	if n < 0 || !IsFieldName(text[name:name+n]) {
		return Field{}, false
	}
	least := max(from, end-longestWords)
	open := least + strings.LastIndexByte(text[least:end], '[')
	if open < least || open > 0 && text[open-1] == '\\' {
		return Field{}, false
	}
	words := text[open+1 : end]
	if blank(words) || words[0] == '^' || strings.ContainsAny(words, "]\\\r\n") {
		return Field{}, false
	}
	f := Field{Span: Span{open, name + n + 1}, Words: Span{open + 1, end}, Name: text[name : name+n]}
	for f.Words.Start < f.Words.End && text[f.Words.Start] == '*' {
		f.Words.Start++
	}
	for f.Words.End > f.Words.Start && text[f.Words.End-1] == '*' {
		f.Words.End--
	}
	return f, f.Words.Start < f.Words.End
}

// Reading is a text with nothing left of its fields but what is read of them, and
// the way back from it.
type Reading struct {
	Text   string
	Fields []Field // with their places in the reading
	cuts   []cut
}

// cut is where marks are left out: at is the offset in the reading, gone how many
// bytes of the source have been left out before it, this cut's too.
type cut struct {
	at, gone int
	closes   bool // it is the end of a field, not its beginning
}

// Read leaves out the marks of a text's fields. A text without fields is itself.
func Read(text string) Reading {
	fields := Fields(text)
	if len(fields) == 0 {
		return Reading{Text: text}
	}
	r := Reading{cuts: make([]cut, 0, 2*len(fields))}
	var b strings.Builder
	b.Grow(len(text))
	from, gone := 0, 0
	leave := func(s Span, closes bool) {
		b.WriteString(text[from:s.Start])
		from, gone = s.End, gone+s.End-s.Start
		r.cuts = append(r.cuts, cut{b.Len(), gone, closes})
	}
	for _, f := range fields {
		leave(Span{f.Span.Start, f.Span.Start + 1}, false)
		start := b.Len()
		leave(Span{closingMark(text, f), f.Span.End}, true)
		back := start - f.Span.Start - 1
		r.Fields = append(r.Fields, Field{Span{start, b.Len()}, Span{f.Words.Start + back, f.Words.End + back}, f.Name})
	}
	b.WriteString(text[from:])
	r.Text = b.String()
	return r
}

// closingMark is where the words of a field end, with their stars.
func closingMark(text string, f Field) int {
	return f.Words.End + strings.IndexByte(text[f.Words.End:], ']')
}

// Place gives the place in the source of a span of the reading. A span that holds
// all words of a field, or passes one of its ends, holds the whole of it.
func (r Reading) Place(s Span) Span {
	if len(r.cuts) == 0 {
		return s
	}
	if s.End <= s.Start {
		at := r.back(s.Start, func(c cut) bool { return c.closes })
		return Span{at, at}
	}
	out := Span{r.back(s.Start, func(cut) bool { return true }), r.back(s.End, func(cut) bool { return false })}
	for i := 0; i+1 < len(r.cuts); i += 2 {
		open, end := r.cuts[i], r.cuts[i+1]
		if s.End <= open.at || s.Start >= end.at || s.Start >= open.at && s.End <= end.at && s.End-s.Start < end.at-open.at {
			continue
		}
		out.Start = min(out.Start, open.at+open.gone-1)
		out.End = max(out.End, end.at+end.gone)
	}
	return out
}

// back is the offset in the source of one in the reading. Of the marks that are
// left out right there, it passes those that it is told to.
func (r Reading) back(at int, passes func(cut) bool) int {
	gone := 0
	for _, c := range r.cuts {
		if c.at > at || c.at == at && !passes(c) {
			break
		}
		gone = c.gone
	}
	return at + gone
}

// WithoutField takes the marks of a field away; its words stay, with the stars
// round them.
func WithoutField(text string, f Field) string {
	end := closingMark(text, f)
	return text[:f.Span.Start] + text[f.Span.Start+1:end] + text[f.Span.End:]
}
