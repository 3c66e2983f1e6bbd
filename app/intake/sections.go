package intake

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"yttra/app"
	"yttra/app/reading"
)

// SectionOffsets finds the text of every section in a matter file. The function
// it gives turns a byte offset in documents[doc].sections[section].text into the
// byte offset in the file of what that byte was written as; the text's length
// gives its closing quote, and a place that does not exist gives -1. It fails
// with CodeNotMatter when the file is not JSON.
func SectionOffsets(data []byte) (func(doc, section, offset int) int, error) {
	if !json.Valid(data) {
		return nil, &app.Problem{Code: app.CodeNotMatter, Err: errors.New("not JSON")}
	}
	w := jsonWalk{data: data, texts: map[[2]int]jsonText{}}
	w.walk()
	return func(doc, section, offset int) int {
		t, ok := w.texts[[2]int{doc, section}]
		if !ok || offset < 0 || offset > t.size {
			return -1
		}
		if offset == t.size {
			return t.end
		}
		return t.trace.Start(offset)
	}, nil
}

// jsonText is a string in the file.
type jsonText struct {
	size  int // when decoded
	end   int // of the closing quote, in the file
	trace reading.Trace
}

// jsonWalk goes through the tokens of a file and knows where it is.
type jsonWalk struct {
	data  []byte
	stack []jsonFrame
	texts map[[2]int]jsonText
}

type jsonFrame struct {
	array bool
	index int
	key   string
	value bool // of an object: a key has been read, its value comes
}

func (w *jsonWalk) walk() {
	d := json.NewDecoder(bytes.NewReader(w.data))
	d.UseNumber()
	for {
		before := int(d.InputOffset())
		token, err := d.Token()
		if err != nil { // the end: the file is valid
			return
		}
		w.token(token, before, int(d.InputOffset()))
	}
}

func (w *jsonWalk) token(token json.Token, before, after int) {
	delim, isDelim := token.(json.Delim)
	if isDelim && (delim == '}' || delim == ']') {
		w.stack = w.stack[:len(w.stack)-1]
		w.valueDone()
		return
	}
	if n := len(w.stack); n > 0 && !w.stack[n-1].array && !w.stack[n-1].value {
		w.stack[n-1].key, _ = token.(string)
		w.stack[n-1].value = true
		return
	}
	if isDelim {
		if w.is("documents") { // given twice, the last holds
			clear(w.texts)
		}
		w.stack = append(w.stack, jsonFrame{array: delim == '['})
		return
	}
	if s, ok := token.(string); ok && w.is("documents", "", "sections", "", "text") {
		start := before + bytes.IndexByte(w.data[before:after], '"')
		w.texts[[2]int{w.stack[1].index, w.stack[3].index}] = textOf(w.data, start+1, after-1, len(s))
	}
	w.valueDone()
}

func (w *jsonWalk) valueDone() {
	if n := len(w.stack); n > 0 {
		w.stack[n-1].index++
		w.stack[n-1].value = false
	}
}

// is reports whether the walk stands at the path; an empty key is an array.
func (w *jsonWalk) is(path ...string) bool {
	if len(w.stack) != len(path) {
		return false
	}
	for i, key := range path {
		f := w.stack[i]
		if f.array != (key == "") || !f.array && !strings.EqualFold(f.key, key) {
			return false
		}
	}
	return true
}

// textOf traces the bytes of the string that is written between start and end.
func textOf(data []byte, start, end, size int) jsonText {
	t := jsonText{size: size, end: end}
	at := 0
	for i := start; i < end; {
		made, width := 1, 1
		switch {
		case data[i] == '\\' && data[i+1] == 'u':
			made, width = escaped(data[i:end])
		case data[i] == '\\':
			width = 2
		case data[i] >= utf8.RuneSelf:
			r, n := utf8.DecodeRune(data[i:end])
			made, width = utf8.RuneLen(r), n
		}
		t.trace.Add(at, i, made, width)
		at += made
		i += width
	}
	return t
}

// escaped reads \u00e5, or a pair of them that is one letter.
func escaped(s []byte) (made, width int) {
	r := hex4(s)
	if !utf16.IsSurrogate(r) {
		return utf8.RuneLen(r), 6
	}
	if len(s) >= 12 && s[6] == '\\' && s[7] == 'u' {
		if both := utf16.DecodeRune(r, hex4(s[6:])); both != utf8.RuneError {
			return utf8.RuneLen(both), 12
		}
	}
	return utf8.RuneLen(utf8.RuneError), 6
}

func hex4(s []byte) rune {
	var r rune
	for _, c := range s[2:6] {
		switch {
		case c <= '9':
			r = r<<4 + rune(c-'0')
		default:
			r = r<<4 + rune(c|0x20-'a') + 10
		}
	}
	return r
}
