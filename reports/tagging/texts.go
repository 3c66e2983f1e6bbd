package tagging

import (
	"encoding/xml"
	"fmt"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Where is what a text in a file belongs to.
type Where string

const (
	OnPage    Where = "page"        // shown on a page
	Aloud     Where = "aloud"       // the whole paper as it is read aloud, over the ends of pages
	Metadata  Where = "metadata"    // the XMP packet and the information dictionary
	Outline   Where = "bookmark"    // of a bookmark
	Address   Where = "link"        // where a link goes, and what is said of it
	Instead   Where = "alternative" // read aloud instead of a figure
	Attached  Where = "attached"    // a file inside the file
	Elsewhere Where = "elsewhere"   // any other string, name or stream
)

// Piece is a text in a file, and where.
type Piece struct {
	Where Where
	Page  int // from 1, when it is shown on one; else 0
	Text  string
	Loose bool // it may be no text at all, such as the inside of a picture
}

// Texts gives everything in a finished file that somebody could read as text: what
// its pages show, piece by piece with seam between, every string and name in it,
// and what lies in its streams. Addresses are given as they are and without their
// escapes.
func Texts(pdf []byte, seam rune) ([]Piece, error) {
	f, err := load(pdf, Promise{Attached: true})
	if err != nil {
		return nil, fmt.Errorf("read the file: %w", err)
	}
	r, err := hear(f, string(seam))
	if err != nil {
		return nil, fmt.Errorf("read the file: %w", err)
	}
	s, err := r.summary()
	if err != nil {
		return nil, err
	}
	t := &texts{reader: r, content: map[*stream]bool{}}
	for n, h := range r.heard {
		t.add(Piece{Where: OnPage, Page: n + 1, Text: h.shown.String()})
		t.content[r.file.stream(r.file.dict(r.pages[n]).get("Contents"))] = true
	}
	var aloud strings.Builder
	if s.Root != nil {
		s.Root.hear(&aloud)
	}
	t.add(Piece{Where: Aloud, Text: aloud.String()})
	for _, o := range r.file.objects {
		if err := t.value(o, Elsewhere, 0); err != nil {
			return nil, fmt.Errorf("read the strings: %w", err)
		}
	}
	return t.out, nil
}

// hear writes what an element says, and the elements in it.
func (t *Tag) hear(b *strings.Builder) {
	b.WriteString(t.Said)
	for _, k := range t.Kids {
		k.hear(b)
	}
}

// texts gathers pieces.
type texts struct {
	*reader
	content map[*stream]bool // of pages, which have been heard
	out     []Piece
}

func (t *texts) add(p Piece) {
	if p.Text != "" {
		t.out = append(t.out, p)
	}
}

// value gathers the strings and names in an object.
func (t *texts) value(v any, where Where, depth int) error {
	if depth > deepest {
		return errSyntax
	}
	switch v := v.(type) {
	case name:
		t.add(Piece{Where: where, Text: string(v)})
	case raw:
		if b, ok := bytesOf(v); ok {
			t.string(b, where)
		}
	case array:
		for _, e := range v {
			if err := t.value(e, where, depth+1); err != nil {
				return err
			}
		}
	case *dict:
		return t.dict(v, where, depth)
	case *stream:
		if err := t.dict(v.dict, where, depth); err != nil {
			return err
		}
		return t.stream(v)
	}
	return nil
}

func (t *texts) dict(d *dict, where Where, depth int) error {
	for _, e := range d.entries {
		in := where
		switch e.key {
		case "Alt", "ActualText", "E":
			in = Instead
		case "URI", "Contents":
			in = Address
		case "Title":
			in = Outline
			if d.get("Parent") == nil {
				in = Metadata
			}
		case "Author", "Subject", "Keywords", "Creator", "Producer":
			in = Metadata
		case "F", "UF", "Desc":
			in = Attached
		}
		if err := t.value(e.value, in, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// string adds a string: as text, and where it has no mark of its encoding also as
// UTF-8 and as bytes; an address also without escapes.
func (t *texts) string(b []byte, where Where) {
	read, _ := textOf(raw(fmt.Sprintf("<%X>", b)))
	all := []string{read}
	if s := latin(b); s != read && !strings.HasPrefix(string(b), "\xFE\xFF") {
		all = append(all, s)
	}
	if s, ok := strings.CutPrefix(string(b), "\xEF\xBB\xBF"); ok {
		all = append(all, s)
	}
	if s, err := url.PathUnescape(string(b)); err == nil && where == Address {
		all = append(all, s)
	}
	for i, s := range all {
		if i == 0 || s != all[i-1] {
			t.add(Piece{Where: where, Text: s})
		}
	}
}

// latin reads bytes as PDFDocEncoding, whose letters are those of Latin-1.
func latin(b []byte) string {
	runes := make([]rune, len(b))
	for i, c := range b {
		runes[i] = rune(c)
	}
	return string(runes)
}

// stream adds what lies in a stream that is no page: metadata as text, an attached
// file, and of anything else the stretches that can be read.
func (t *texts) stream(s *stream) error {
	if t.content[s] {
		return nil
	}
	b, err := s.plain()
	if err != nil {
		b = s.data // a picture that is packed in its own way
	}
	switch s.dict.get("Type") {
	case name("Metadata"):
		t.add(Piece{Where: Metadata, Text: unmarked(b)})
		t.add(Piece{Where: Metadata, Text: string(b)})
	case name("EmbeddedFile"):
		t.add(Piece{Where: Attached, Text: string(b), Loose: true})
	default:
		t.add(Piece{Where: Elsewhere, Text: readable(string(b)), Loose: true})
		t.add(Piece{Where: Elsewhere, Text: readable(wide(b, 0)), Loose: true})
		t.add(Piece{Where: Elsewhere, Text: readable(wide(b, 1)), Loose: true})
	}
	return nil
}

// unmarked is the text of an XML packet, its attributes too.
func unmarked(b []byte) string {
	var out strings.Builder
	d := xml.NewDecoder(strings.NewReader(string(b)))
	for {
		t, err := d.Token()
		if err != nil {
			return out.String() // what cannot be read on is given as it is as well
		}
		switch t := t.(type) {
		case xml.CharData:
			out.WriteString(string(t) + "\n")
		case xml.StartElement:
			for _, a := range t.Attr {
				out.WriteString(a.Value + "\n")
			}
		case xml.Comment:
			out.WriteString(string(t) + "\n")
		case xml.ProcInst:
			out.WriteString(string(t.Inst) + "\n")
		}
	}
}

// wide reads bytes as UTF-16BE, from one or the other.
func wide(b []byte, from int) string {
	var out strings.Builder
	for i := from; i+1 < len(b); i += 2 {
		out.WriteRune(rune(b[i])<<8 | rune(b[i+1]))
	}
	return out.String()
}

// leastReadable is how many letters in a row are taken for somebody's words.
const leastReadable = 5

// readable gives the stretches of a text that look like words, a line each.
func readable(s string) string {
	var out strings.Builder
	from := -1
	flush := func(end int) {
		if from >= 0 && utf8.RuneCountInString(s[from:end]) >= leastReadable {
			out.WriteString(s[from:end] + "\n\n")
		}
		from = -1
	}
	for i, r := range s {
		switch written := r != utf8.RuneError && (r < 0x250 && (unicode.IsLetter(r) || unicode.IsDigit(r)) || strings.ContainsRune(" -.@/:+_%\u00a0", r)); {
		case written && from < 0:
			from = i
		case !written:
			flush(i)
		}
	}
	flush(len(s))
	return out.String()
}
