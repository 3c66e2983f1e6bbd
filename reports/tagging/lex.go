package tagging

import (
	"bytes"
	"errors"
	"fmt"
	"strconv"
)

var errSyntax = errors.New("not the PDF syntax we know")

// deepest is how far values may be nested in each other.
const deepest = 100

// lexer reads values from b, from p on.
type lexer struct {
	b      []byte
	p      int
	direct bool // content: nothing in it is a reference
	dicts  int  // how many dictionaries p is in
	names  map[string]any
}

// unread stands for a number in content that is in no dictionary: a place on the page,
// a size or a colour, for which nobody asks. There are millions of them.
var unread any = raw("0")

// named is the name that w is; content has few, again and again.
func (l *lexer) named(w []byte) any {
	if !l.direct {
		return name(w)
	}
	n, ok := l.names[string(w)]
	if !ok {
		if l.names == nil {
			l.names = map[string]any{}
		}
		n = name(w)
		l.names[string(w)] = n
	}
	return n
}

func space(c byte) bool {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0
}

func delimiter(c byte) bool {
	switch c {
	case '(', ')', '<', '>', '[', ']', '{', '}', '/', '%':
		return true
	}
	return false
}

// skip passes white space and comments.
func (l *lexer) skip() {
	for l.p < len(l.b) {
		switch {
		case space(l.b[l.p]):
			l.p++
		case l.b[l.p] == '%':
			for l.p < len(l.b) && l.b[l.p] != '\n' && l.b[l.p] != '\r' {
				l.p++
			}
		default:
			return
		}
	}
}

// word reads up to white space or a delimiter.
func (l *lexer) word() []byte {
	from := l.p
	for l.p < len(l.b) && !space(l.b[l.p]) && !delimiter(l.b[l.p]) {
		l.p++
	}
	return l.b[from:l.p]
}

// next reads the word after white space.
func (l *lexer) next() string {
	l.skip()
	return string(l.word())
}

// number reads the whole number after white space.
func (l *lexer) number() (int, error) {
	n, err := strconv.Atoi(l.next())
	if err != nil || n < 0 {
		return 0, l.fault()
	}
	return n, nil
}

func (l *lexer) fault() error { return fmt.Errorf("%w at byte %d", errSyntax, l.p) }

// value reads one object.
func (l *lexer) value(depth int) (any, error) {
	l.skip()
	if l.p >= len(l.b) || depth > deepest {
		return nil, l.fault()
	}
	switch c := l.b[l.p]; {
	case c == '/':
		l.p++
		return l.named(l.word()), nil
	case c == '(':
		return l.literal()
	case c == '[':
		return l.array(depth)
	case c == '<' && l.p+1 < len(l.b) && l.b[l.p+1] == '<':
		return l.dict(depth)
	case c == '<':
		end := bytes.IndexByte(l.b[l.p:], '>')
		if end < 0 {
			return nil, l.fault()
		}
		from := l.p
		l.p += end + 1
		return raw(l.b[from:l.p]), nil
	}
	w := l.word()
	if len(w) == 0 {
		return nil, l.fault()
	}
	switch {
	case l.direct && l.dicts == 0 && !operator(w):
		return unread, nil
	case l.direct, w[0] < '0', w[0] > '9':
		return raw(w), nil
	}
	if n, err := strconv.Atoi(string(w)); err == nil && n >= 0 && l.reference() {
		return ref(n), nil
	}
	return raw(w), nil
}

// reference passes "0 R" when it stands next.
func (l *lexer) reference() bool {
	back := l.p
	if l.next() == "0" && l.next() == "R" {
		return true
	}
	l.p = back
	return false
}

func (l *lexer) literal() (any, error) {
	from, depth := l.p, 0
	for ; l.p < len(l.b); l.p++ {
		switch l.b[l.p] {
		case '\\':
			l.p++
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				l.p++
				return raw(l.b[from:l.p]), nil
			}
		}
	}
	l.p = len(l.b)
	return nil, l.fault()
}

func (l *lexer) array(depth int) (any, error) {
	a := array{}
	for l.p++; ; {
		l.skip()
		if l.p < len(l.b) && l.b[l.p] == ']' {
			l.p++
			return a, nil
		}
		v, err := l.value(depth + 1)
		if err != nil {
			return nil, err
		}
		a = append(a, v)
	}
}

func (l *lexer) dict(depth int) (any, error) {
	d := &dict{}
	l.dicts++
	defer func() { l.dicts-- }()
	for l.p += 2; ; {
		l.skip()
		if bytes.HasPrefix(l.b[l.p:], []byte(">>")) {
			l.p += 2
			return d, nil
		}
		k, err := l.value(depth + 1)
		if err != nil {
			return nil, err
		}
		key, ok := k.(name)
		if !ok {
			return nil, l.fault()
		}
		v, err := l.value(depth + 1)
		if err != nil {
			return nil, err
		}
		d.entries = append(d.entries, entry{key, v})
	}
}
