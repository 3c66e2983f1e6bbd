package office

import (
	"bytes"
	"context"
	"encoding/binary"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"

	"yttra/app"
)

// mostDepth is how deep elements may lie in each other. Real files stay below 100.
const mostDepth = 1000

var (
	errDeep = errors.New("elements lie too deep in each other")
	errMuch = errors.New("more than is kept of a file")

	errNoText = errors.New("there is no text in it")
)

// scanner walks over the elements of an XML part. After the first error, which err
// keeps, it gives nothing more, so that what was read until then can be used.
type scanner struct {
	ctx   context.Context
	d     *xml.Decoder
	names map[xml.Name]string
	depth int
	steps int
	err   error
}

// elem is an element that begins: its name as the formats' own texts write it ("w:p"),
// whatever prefix the file has for it.
type elem struct {
	name string
	attr []xml.Attr
}

// mostValue is how long a value is that means something, in bytes; names of styles and
// marks of lists are looked at once for every paragraph.
const mostValue = 1024

// get gives an attribute by its name without prefix; of an absurdly long one its
// beginning.
func (e elem) get(name string) string {
	for i := range e.attr {
		if e.attr[i].Name.Local == name {
			if v := e.attr[i].Value; len(v) <= mostValue {
				return v
			}
			return strings.ToValidUTF8(e.attr[i].Value[:mostValue], "")
		}
	}
	return ""
}

// has tells whether an attribute is there.
func (e elem) has(name string) bool {
	for i := range e.attr {
		if e.attr[i].Name.Local == name {
			return true
		}
	}
	return false
}

// scan begins to read a part. Document type declarations, and with them entities of
// the file's own, are refused.
func scan(ctx context.Context, data []byte) *scanner {
	d := xml.NewDecoder(bytes.NewReader(inUTF8(data)))
	d.CharsetReader = func(label string, in io.Reader) (io.Reader, error) {
		if strings.HasPrefix(strings.ToLower(label), "utf-16") || strings.EqualFold(label, "ucs-2") {
			return in, nil // already made UTF-8
		}
		switch strings.ToLower(label) {
		case "us-ascii", "ascii":
			return in, nil
		case "windows-1252", "iso-8859-1", "latin1":
			return charmap.Windows1252.NewDecoder().Reader(in), nil
		case "iso-8859-15":
			return charmap.ISO8859_15.NewDecoder().Reader(in), nil
		}
		return nil, fmt.Errorf("letters stored as %q", label)
	}
	return &scanner{ctx: ctx, d: d, names: map[xml.Name]string{}}
}

// inUTF8 makes UTF-8 of UTF-16, which XML may be written in as well.
func inUTF8(data []byte) []byte {
	order := binary.ByteOrder(binary.LittleEndian)
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("<\x00")):
	case bytes.HasPrefix(data, []byte("\xfe\xff")), bytes.HasPrefix(data, []byte("\x00<")):
		order = binary.BigEndian
	default:
		return bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	}
	units := make([]uint16, len(data)/2)
	for i := range units {
		units[i] = order.Uint16(data[2*i:])
	}
	return []byte(strings.TrimPrefix(string(utf16.Decode(units)), "\ufeff"))
}

func (s *scanner) token() xml.Token {
	if s.err != nil {
		return nil
	}
	if s.steps++; s.steps%1024 == 0 {
		if s.err = s.ctx.Err(); s.err != nil {
			return nil
		}
	}
	t, err := s.d.Token()
	switch t := t.(type) {
	case xml.StartElement:
		if s.depth++; s.depth > mostDepth {
			err = errDeep
		}
	case xml.EndElement:
		s.depth--
	case xml.Directive:
		if bytes.HasPrefix(bytes.ToUpper(t), []byte("DOCTYPE")) {
			err = &app.Problem{Code: app.CodeBrokenFile, Where: "DTD", Err: errors.New("a document type declaration")}
		}
	}
	if s.err = err; err != nil {
		return nil
	}
	return t
}

// each calls child for every element that lies directly in the one that is open, and
// text for the words between them. What child does not read is passed over.
func (s *scanner) each(child func(e elem), text func(string)) {
	level := s.depth
	for {
		switch t := s.token().(type) {
		case nil:
			return
		case xml.StartElement:
			if s.depth != level+1 {
				continue // in one that is passed over
			}
			if child != nil {
				child(elem{s.name(t.Name), t.Attr})
			}
			for s.depth > level && s.err == nil {
				s.token()
			}
		case xml.EndElement:
			if s.depth < level {
				return
			}
		case xml.CharData:
			if text != nil {
				text(string(t))
			}
		}
	}
}

// words gives the words in the element that is open, those of its elements too, at
// most so many bytes.
func (s *scanner) words(most int) string {
	var b strings.Builder
	var in func(elem)
	text := func(t string) {
		if b.Len() < most {
			b.WriteString(t[:min(len(t), most-b.Len())])
		}
	}
	in = func(elem) { s.each(in, text) }
	s.each(in, text)
	return strings.ToValidUTF8(b.String(), "")
}

// failed tells why a part could not be read to its end; nil: it was. Only what nothing
// is to be read after is told: of a part that is cut off the beginning counts.
func (s *scanner) failed() error {
	switch {
	case s.err == nil || errors.Is(s.err, io.EOF):
		return nil
	case s.ctx.Err() != nil:
		return s.ctx.Err()
	case app.CodeOf(s.err) == app.CodeBrokenFile:
		return s.err
	}
	return nil
}

// cut tells that the part ended before its time.
func (s *scanner) cut() bool { return s.err != nil && !errors.Is(s.err, io.EOF) }

func broken(where string, err error) error {
	return &app.Problem{Code: app.CodeBrokenFile, Where: where, Err: fmt.Errorf("%s: %w", where, err)}
}

func (s *scanner) name(n xml.Name) string {
	if known, ok := s.names[n]; ok {
		return known
	}
	made := prefixOf(n.Space) + ":" + n.Local
	if len(s.names) < 1000 {
		s.names[n] = made
	}
	return made
}

// prefixOf gives the usual prefix of a namespace, of ISO 29500 transitional and strict
// and of OpenDocument. A prefix that the file has not declared stands for itself.
func prefixOf(space string) string {
	if _, rest, ok := strings.Cut(space, "opendocument:xmlns:"); ok {
		name, _, _ := strings.Cut(rest, ":")
		return openPrefix(name)
	}
	for _, p := range prefixes {
		if strings.HasPrefix(space, p.space) {
			return p.prefix
		}
	}
	if !strings.ContainsAny(space, ":/") {
		return space
	}
	return "?"
}

func openPrefix(name string) string {
	switch name {
	case "drawing":
		return "draw"
	case "datastyle":
		return "number"
	case "xsl-fo-compatible":
		return "fo"
	}
	return name
}

var prefixes = []struct{ space, prefix string }{
	{"http://schemas.openxmlformats.org/wordprocessingml/", "w"}, {"http://purl.oclc.org/ooxml/wordprocessingml/", "w"},
	{"http://schemas.openxmlformats.org/markup-compatibility/", "mc"},
	{"http://schemas.openxmlformats.org/drawingml/2006/main", "a"}, {"http://purl.oclc.org/ooxml/drawingml/main", "a"},
	{"http://schemas.openxmlformats.org/drawingml/2006/picture", "pic"}, {"http://purl.oclc.org/ooxml/drawingml/picture", "pic"},
	{"http://schemas.openxmlformats.org/drawingml/2006/chart", "c"}, {"http://purl.oclc.org/ooxml/drawingml/chart", "c"},
	{"http://schemas.openxmlformats.org/drawingml/2006/diagram", "dgm"}, {"http://purl.oclc.org/ooxml/drawingml/diagram", "dgm"},
	{"http://schemas.openxmlformats.org/officeDocument/2006/math", "m"}, {"http://purl.oclc.org/ooxml/officeDocument/math", "m"},
	{"http://schemas.openxmlformats.org/package/2006/relationships", "rel"},
	{"http://schemas.microsoft.com/office/word/2010/wordprocessing", "wps"}, {"http://schemas.microsoft.com/office/word/", "w14"},
	{"urn:schemas-microsoft-com:vml", "v"}, {"urn:schemas-microsoft-com:office:office", "o"},
	{"http://purl.org/dc/elements/", "dc"}, {"urn:org:documentfoundation:", "loext"}, {"http://openoffice.org/", "ooo"},
}
