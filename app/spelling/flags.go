package spelling

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"
)

// flag is a number for a letter, pair or number by which the files mark words.
// The number none stands for a flag that the files do not speak of.
type flag int

const none flag = -1

// flagSet holds flags as bits.
type flagSet []uint64

func (s flagSet) has(f flag) bool {
	return f >= 0 && int(f>>6) < len(s) && s[f>>6]&(1<<(f&63)) != 0
}

func (s flagSet) with(f flag) flagSet {
	for int(f>>6) >= len(s) {
		s = append(s, 0)
	}
	s[f>>6] |= 1 << (f & 63)
	return s
}

// and adds the flags that two sets have in common.
func (s flagSet) and(a, b flagSet) flagSet {
	for i := range min(len(a), len(b)) {
		for i >= len(s) {
			s = append(s, 0)
		}
		s[i] |= a[i] & b[i]
	}
	return s
}

// meets tells whether two sets have a flag in common.
func (s flagSet) meets(o flagSet) bool {
	for i := range min(len(s), len(o)) {
		if s[i]&o[i] != 0 {
			return true
		}
	}
	return false
}

// maxFlags bounds the memory that a hostile file can ask for.
const maxFlags = 4096

var errTooMany = errors.New("more flags than are read")

// flagReader reads flags as a FLAG line says, and gives equal sets one number.
type flagReader struct {
	kind    string // "", "long", "num" or "UTF-8"
	ids     map[string]flag
	aliases []string // AF
	sets    []flagSet
	known   map[string]int
}

func newFlagReader() *flagReader {
	return &flagReader{ids: map[string]flag{}, sets: []flagSet{nil}, known: map[string]int{"": 0}}
}

// set gives the number of the set that s writes.
func (r *flagReader) set(s string) (int, error) {
	if len(r.aliases) > 0 {
		if n, err := strconv.Atoi(s); err == nil && n >= 1 && n <= len(r.aliases) {
			s = r.aliases[n-1]
		}
	}
	if n, ok := r.known[s]; ok {
		return n, nil
	}
	var out flagSet
	for rest := s; rest != ""; {
		one, after, err := r.cut(rest)
		if err != nil {
			return 0, err
		}
		f, err := r.id(one)
		if err != nil {
			return 0, err
		}
		out, rest = out.with(f), after
	}
	if len(r.sets) > 1<<16-1 {
		return 0, errTooMany
	}
	r.sets = append(r.sets, out)
	r.known[strings.Clone(s)] = len(r.sets) - 1
	return len(r.sets) - 1, nil
}

// one gives the single flag that s writes.
func (r *flagReader) one(s string) (flag, error) {
	one, _, err := r.cut(s)
	if err != nil {
		return none, err
	}
	return r.id(one)
}

func (r *flagReader) id(s string) (flag, error) {
	if f, ok := r.ids[s]; ok {
		return f, nil
	}
	if len(r.ids) >= maxFlags {
		return none, errTooMany
	}
	f := flag(len(r.ids))
	r.ids[strings.Clone(s)] = f
	return f, nil
}

// cut takes the first flag off s.
func (r *flagReader) cut(s string) (one, rest string, err error) {
	if s == "" {
		return "", "", errors.New("a flag is missing")
	}
	switch r.kind {
	case "long":
		if len(s) < 2 {
			return "", "", fmt.Errorf("%q is half a flag", s)
		}
		return s[:2], s[2:], nil
	case "num":
		one, rest, _ = strings.Cut(s, ",")
		if n, err := strconv.Atoi(one); err != nil || n < 0 {
			return "", "", fmt.Errorf("%q is not a flag", one)
		}
		return one, rest, nil
	case "UTF-8":
		_, n := utf8.DecodeRuneInString(s)
		return s[:n], s[n:], nil
	}
	return s[:1], s[1:], nil
}
