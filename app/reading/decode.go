package reading

import (
	"bytes"
	"encoding/binary"
	"errors"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"yttra/app"
)

// Decode makes UTF-8 text of a file's bytes: UTF-8, UTF-16 or Windows-1252. It
// fails with CodeNotText (What says what it looks like), CodeEmpty when there
// is nothing to read, or CodeTooLarge.
func Decode(data []byte) (Text, error) {
	if len(data) > MaxBytes {
		return Text{}, tooLarge("", int64(len(data)), MaxBytes)
	}
	if f := Sniff(data); f != app.PlainText {
		return Text{}, notText(strings.ToUpper(string(f)))
	}
	t, err := decode(data)
	if err != nil {
		return Text{}, err
	}
	if blank(t.String) {
		return Text{}, &app.Problem{Code: app.CodeEmpty}
	}
	return t, nil
}

func decode(data []byte) (Text, error) {
	switch {
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		return checked(fromUTF8(data, 3))
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return checked(fromUTF16(data, 2, UTF16LE))
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return checked(fromUTF16(data, 2, UTF16BE))
	}
	if e := looksUTF16(data); e != "" {
		return checked(fromUTF16(data, 0, e))
	}
	if bytes.IndexByte(data, 0) >= 0 {
		return Text{}, notText("binary")
	}
	if mostlyUTF8(data) {
		return checked(fromUTF8(data, 0))
	}
	return checked(fromWindows1252(data))
}

func notText(kind string) error {
	return &app.Problem{Code: app.CodeNotText, What: kind, Err: errors.New("looks like " + kind)}
}

// checked refuses a text with more control characters than slips explain.
func checked(t Text) (Text, error) {
	odd := 0
	for _, r := range t.String {
		if r < ' ' && r != '\n' && r != '\t' && r != 0x1a || r == utf8.RuneError || r >= 0x7f && r < 0xa0 {
			odd++
		}
	}
	if odd > 4 && odd > len(t.String)/200 {
		return Text{}, notText("binary")
	}
	return t, nil
}

func blank(s string) bool {
	return strings.TrimFunc(s, func(r rune) bool {
		return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Cf, r)
	}) == ""
}

// Plain is a Text of a string that is UTF-8 already.
func Plain(s string) Text { return fromUTF8([]byte(s), 0) }

func fromUTF8(data []byte, from int) Text {
	var m textMaker
	m.text.Grow(len(data))
	for i := from; i < len(data); {
		r, n := utf8.DecodeRune(data[i:])
		m.put(r, i, n)
		i += n
	}
	return m.done(UTF8, len(data))
}

// mostlyUTF8 reports whether the bytes are UTF-8, or are but for a few: a file
// cut off in a letter, or mended with another program, is not Windows-1252.
func mostlyUTF8(data []byte) bool {
	good, bad := 0, 0
	for i := 0; i < len(data); {
		if data[i] < utf8.RuneSelf {
			i++
			continue
		}
		r, n := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && n == 1 {
			bad++
		} else {
			good++
		}
		i += n
	}
	return bad == 0 || good > 8*bad
}

func fromWindows1252(data []byte) Text {
	var m textMaker
	m.text.Grow(len(data) + len(data)/8)
	for i, b := range data {
		m.put(charmap.Windows1252.DecodeByte(b), i, 1)
	}
	return m.done(Windows1252, len(data))
}

func fromUTF16(data []byte, from int, e Encoding) Text {
	order := binary.ByteOrder(binary.LittleEndian)
	if e == UTF16BE {
		order = binary.BigEndian
	}
	var m textMaker
	m.text.Grow(len(data) / 2)
	for i := from; i+1 < len(data); {
		r, n := rune(order.Uint16(data[i:])), 2
		if utf16.IsSurrogate(r) {
			if i+3 < len(data) {
				r = utf16.DecodeRune(r, rune(order.Uint16(data[i+2:])))
			} else {
				r = utf8.RuneError
			}
			if r != utf8.RuneError {
				n = 4
			}
		}
		m.put(r, i, n)
		i += n
	}
	return m.done(e, len(data))
}

// looksUTF16 finds UTF-16 without a mark at its head: in Western text every
// other byte is zero.
func looksUTF16(data []byte) Encoding {
	head := data[:min(len(data), 4096)]
	var zero [2]int
	for i, b := range head {
		if b == 0 {
			zero[i%2]++
		}
	}
	half := len(head) / 2
	switch {
	case half < 4:
		return ""
	case zero[1] > half*6/10 && zero[0] <= half/50:
		return UTF16LE
	case zero[0] > half*6/10 && zero[1] <= half/50:
		return UTF16BE
	}
	return ""
}
