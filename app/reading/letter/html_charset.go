package letter

import (
	"bytes"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"yttra/app/reading"
)

// hypertext makes UTF-8 of the bytes of a web page. What the page or its letter says of
// how they are stored is believed unless the bytes show that it is wrong: pages are saved
// anew by programs that do not mend it.
func hypertext(data []byte, contentType string) ([]byte, error) {
	head := data[:min(len(data), 1024)]
	e, name, certain := charset.DetermineEncoding(head, contentType)
	said := certain || saysCharset(head)
	utf := utf8.Valid(data) && bytes.IndexFunc(data, func(r rune) bool { return r >= utf8.RuneSelf }) >= 0
	if bytes.IndexByte(head, 0) >= 0 && name != "utf-16le" && name != "utf-16be" {
		said = false
	}
	switch {
	case !said, name == "utf-8", utf && name != "utf-16le" && name != "utf-16be":
		t, err := reading.Decode(data)
		return []byte(t.String), err
	}
	out, err := e.NewDecoder().Bytes(data)
	if err != nil { // the decoders put a mark for what they do not know; this is none of them
		t, err := reading.Decode(data)
		return []byte(t.String), err
	}
	return out, nil
}

// saysCharset tells whether a page names one at its head; without a name the last guess
// of DetermineEncoding is Windows-1252, whatever comes later.
func saysCharset(head []byte) bool { return bytes.Contains(bytes.ToLower(head), []byte("charset")) }
