package tagging

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"sync"
	"unicode/utf16"

	"github.com/klauspost/compress/zlib"
)

// The objects of ISO 32000-1, 7.3. A value is a name, ref, raw, int, float64,
// array, *dict or *stream.
type (
	name  string
	ref   int
	raw   []byte // a number, string or keyword, kept as it was written
	array []any
	entry struct {
		key   name
		value any
	}
	dict   struct{ entries []entry } // keeps its order; a nil *dict is empty
	stream struct {
		dict *dict
		data []byte // as stored, often compressed
	}
)

// newDict takes keys (string) and values by turns.
func newDict(pairs ...any) *dict {
	d := &dict{}
	for i := 0; i+1 < len(pairs); i += 2 {
		d.set(name(pairs[i].(string)), pairs[i+1])
	}
	return d
}

func (d *dict) get(k name) any {
	if d == nil {
		return nil
	}
	for _, e := range d.entries {
		if e.key == k {
			return e.value
		}
	}
	return nil
}

func (d *dict) set(k name, v any) {
	for i := range d.entries {
		if d.entries[i].key == k {
			d.entries[i].value = v
			return
		}
	}
	d.entries = append(d.entries, entry{k, v})
}

func (d *dict) drop(k name) {
	for i := range d.entries {
		if d.entries[i].key == k {
			d.entries = append(d.entries[:i], d.entries[i+1:]...)
			return
		}
	}
}

// largest is how many bytes a single stream may unpack to: far above any page,
// font or picture of ours, far below what would exhaust a computer.
const largest = 256 << 20

// plain gives the stream's bytes without compression.
func (s *stream) plain() ([]byte, error) {
	filter := s.dict.get("Filter")
	if a, ok := filter.(array); ok && len(a) == 1 {
		filter = a[0]
	}
	switch filter {
	case nil:
		return s.data, nil
	case name("FlateDecode"):
		if s.dict.get("DecodeParms") != nil {
			return nil, errors.New("a stream packed with a predictor")
		}
	default:
		return nil, errors.New("a stream packed in another way")
	}
	b, err := unpack(s.data)
	if err != nil {
		return nil, fmt.Errorf("unpack a stream: %w", err)
	}
	return b, nil
}

// unpackers are used again, as packers are. Each is an io.ReadCloser.
var unpackers sync.Pool

// unpack gives the bytes that were packed.
func unpack(packed []byte) ([]byte, error) {
	from := bytes.NewReader(packed)
	z, ok := unpackers.Get().(io.ReadCloser)
	var err error
	if ok {
		err = z.(zlib.Resetter).Reset(from, nil)
	} else {
		z, err = zlib.NewReader(from)
	}
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	b.Grow(min(6*len(packed), largest) + bytes.MinRead) // most of ours, so that it need not grow
	if _, err := b.ReadFrom(io.LimitReader(z, largest+1)); err != nil {
		return nil, err
	}
	unpackers.Put(z)
	if b.Len() > largest {
		return nil, errors.New("too large")
	}
	return b.Bytes(), nil
}

// level is how hard streams are packed: files are 4 % larger than with the highest,
// for a fifth of the time.
const level = 6

// packers are used again: each has more than a megabyte of its own, and a page has a
// few thousand bytes.
var packers = sync.Pool{New: func() any {
	w, _ := zlib.NewWriterLevel(io.Discard, level) // fails only for an unknown level
	return w
}}

// pack stores b compressed.
func (s *stream) pack(b []byte) {
	var z bytes.Buffer
	w := packers.Get().(*zlib.Writer)
	w.Reset(&z)
	w.Write(b) // a bytes.Buffer never fails
	w.Close()
	packers.Put(w)
	s.data = bytes.Clone(z.Bytes()) // without the room it grew by
	s.dict.set("Filter", name("FlateDecode"))
}

// escapes are what a literal string needs.
var escapes = strings.NewReplacer(`\`, `\\`, `(`, `\(`, `)`, `\)`)

// text makes a text string: plain when it is ASCII, else UTF-16 in hexadecimal.
func text(s string) raw {
	if strings.IndexFunc(s, func(r rune) bool { return r < ' ' || r > '~' }) < 0 {
		return raw("(" + escapes.Replace(s) + ")")
	}
	b := append(make([]byte, 0, 4*len(s)+6), "<FEFF"...)
	for _, r := range s {
		for _, u := range utf16.AppendRune(nil, r) {
			b = appendHex(appendHex(b, byte(u>>8)), byte(u))
		}
	}
	return append(b, '>')
}

// textOf reads a text string back; false when v is none.
func textOf(v any) (string, bool) {
	b, ok := bytesOf(v)
	if !ok {
		return "", false
	}
	if !bytes.HasPrefix(b, []byte{0xFE, 0xFF}) {
		return string(b), true
	}
	var units []uint16
	for i := 2; i+1 < len(b); i += 2 {
		units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
	}
	return string(utf16.Decode(units)), true
}

// bytesOf decodes a literal or hexadecimal string.
func bytesOf(v any) ([]byte, bool) {
	r, ok := v.(raw)
	if !ok || len(r) < 2 {
		return nil, false
	}
	switch {
	case r[0] == '(':
		return unescape(r[1 : len(r)-1]), true
	case r[0] == '<':
		return unhex(r[1 : len(r)-1]), true
	}
	return nil, false
}

// appendHex writes a byte as two digits.
func appendHex(b []byte, c byte) []byte {
	const digits = "0123456789ABCDEF"
	return append(b, digits[c>>4], digits[c&15])
}

func unescape(s []byte) []byte {
	out := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			out = append(out, s[i])
			continue
		}
		i++
		switch c := s[i]; {
		case c == 'n':
			out = append(out, '\n')
		case c == 'r':
			out = append(out, '\r')
		case c == 't':
			out = append(out, '\t')
		case c == 'b':
			out = append(out, '\b')
		case c == 'f':
			out = append(out, '\f')
		case c == '\n': // a line continued
		case c >= '0' && c <= '7':
			n := 0
			k := i
			for ; k < len(s) && k < i+3 && s[k] >= '0' && s[k] <= '7'; k++ {
				n = n*8 + int(s[k]-'0')
			}
			i = k - 1
			out = append(out, byte(n))
		default:
			out = append(out, c)
		}
	}
	return out
}

func unhex(s []byte) []byte {
	out := make([]byte, 0, len(s)/2+1)
	half, n := byte(0), 0
	for _, c := range s {
		switch {
		case c >= '0' && c <= '9':
			c -= '0'
		case c >= 'A' && c <= 'F':
			c -= 'A' - 10
		case c >= 'a' && c <= 'f':
			c -= 'a' - 10
		default:
			continue
		}
		if n++; n%2 == 1 {
			half = c << 4
			continue
		}
		out = append(out, half|c)
	}
	if n%2 == 1 { // a missing last digit is nought (7.3.4.3)
		out = append(out, half)
	}
	return out
}

// intOf reads a whole number.
func intOf(v any) (int, bool) {
	switch v := v.(type) {
	case int:
		return v, true
	case raw:
		n, err := strconv.Atoi(string(v))
		return n, err == nil
	}
	return 0, false
}

// numberOf reads a number, whole or not.
func numberOf(v any) (float64, bool) {
	switch v := v.(type) {
	case int:
		return float64(v), true
	case float64:
		return v, true
	case raw:
		n, err := strconv.ParseFloat(string(v), 64)
		return n, err == nil
	}
	return 0, false
}
