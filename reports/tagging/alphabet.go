package tagging

import (
	"errors"
	"fmt"
)

// alphabet is what a font's codes mean.
type alphabet struct {
	narrow  bool // codes of one byte, not two
	letters map[int]string
	common  [commonCodes]string // those of letters that stand first: nearly all that is heard
}

// commonCodes are as many as Latin letters have.
const commonCodes = 0x180

// codeSet is a set of codes.
type codeSet struct {
	common [commonCodes]bool
	rare   map[int]bool
}

func (c *codeSet) add(code int) {
	if code < commonCodes {
		c.common[code] = true
		return
	}
	if c.rare == nil {
		c.rare = map[int]bool{}
	}
	c.rare[code] = true
}

func (c *codeSet) sorted() []int {
	var all []int
	for code, in := range c.common {
		if in {
			all = append(all, code)
		}
	}
	return append(all, sorted(c.rare)...)
}

type alphabets map[*dict]*alphabet

func (a *alphabet) width() int {
	if a != nil && a.narrow {
		return 1
	}
	return 2
}

func (a *alphabet) letter(code int) (string, bool) {
	if a == nil {
		return "", false
	}
	if code >= 0 && code < commonCodes && a.common[code] != "" {
		return a.common[code], true
	}
	s, ok := a.letters[code]
	return s, ok
}

// means gives a code its text.
func (a *alphabet) means(code int, s string) {
	a.letters[code] = s
	if code < commonCodes {
		a.common[code] = s
	}
}

// learn reads a font's ToUnicode map, once; a font of one byte without one has
// the letters of its encoding, when that is one that everybody knows.
func (f *file) learn(font *dict, known alphabets) error {
	if font == nil || known[font] != nil {
		return nil
	}
	abc := &alphabet{narrow: font.get("Subtype") != name("Type0"), letters: map[int]string{}}
	known[font] = abc
	if enc := font.get("Encoding"); abc.narrow && (enc == name("WinAnsiEncoding") || f.dict(enc).get("BaseEncoding") == name("WinAnsiEncoding") && f.dict(enc).get("Differences") == nil) {
		for code, r := range winAnsi() {
			abc.means(code, string(r))
		}
	}
	s := f.stream(font.get("ToUnicode"))
	if s == nil {
		return nil
	}
	b, err := s.plain()
	if err != nil {
		return err
	}
	return scan(b, func(o operation) error {
		switch o.op {
		case "endbfchar":
			return abc.learn(o.args, 2)
		case "endbfrange":
			return abc.learn(o.args, 3)
		}
		return nil
	})
}

// learn reads groups of first code, last code (in threes only) and text, or a text
// for each code. A range that leaves its low byte is an error, as to validators.
func (a *alphabet) learn(args []any, group int) error {
	for ; len(args) >= group; args = args[group:] {
		first, ok1 := bytesOf(args[0])
		last, ok2 := bytesOf(args[group-2])
		if !ok1 || !ok2 || len(first) != a.width() || len(last) != len(first) || len(first) == 2 && first[0] != last[0] {
			return errors.New("a ToUnicode map that validators reject")
		}
		from, to := int(first[len(first)-1]), int(last[len(last)-1])
		base := 0
		if len(first) == 2 {
			base = int(first[0]) << 8
		}
		each, listed := args[group-1].(array)
		said, _ := textOf(utf16BE(args[group-1]))
		runes := []rune(said)
		for c := from; c <= to; c++ {
			if listed && c-from < len(each) {
				said, _ = textOf(utf16BE(each[c-from]))
				runes = []rune(said)
			}
			if len(runes) == 0 {
				return errors.New("a ToUnicode map with a code that means nothing")
			}
			a.means(base|c, string(runes))
			runes[len(runes)-1]++
		}
	}
	return nil
}

// utf16BE gives a string of a ToUnicode map the byte order mark that text
// strings have.
func utf16BE(v any) any {
	b, ok := bytesOf(v)
	if !ok {
		return nil
	}
	return raw(fmt.Sprintf("<FEFF%X>", b))
}

// winAnsi is the encoding that ISO 32000-1, annex D calls so: Windows' own for
// western Europe.
func winAnsi() map[int]rune {
	out := map[int]rune{}
	for c := 0x20; c <= 0xff; c++ {
		if c < 0x7f || c > 0x9f {
			out[c] = rune(c)
		}
	}
	for i, r := range []rune("€\x00‚ƒ„…†‡ˆ‰Š‹Œ\x00Ž\x00\x00‘’“”•–—˜™š›œ\x00žŸ") {
		if r != 0 {
			out[0x80+i] = r
		}
	}
	return out
}
