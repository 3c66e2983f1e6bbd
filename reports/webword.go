package reports

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path"
	"strings"
	"unicode/utf8"

	"yttra/app"
	"yttra/app/privacy"
	"yttra/reports/tagging"
)

// CleanWord looks through a finished Word file of a copy for the web as Clean does a
// PDF: every text of every part, over the ends of runs and paragraphs, every attribute
// and comment, addresses also without escapes, and the names of the parts. It fails
// with *LeftError. Other copies are not looked through.
func CleanWord(in Input, data []byte) error {
	if in.Copy != app.WebCopy {
		return nil
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return fmt.Errorf("look through the Word file: %w", err)
	}
	for _, f := range z.File {
		texts, loose, err := partTexts(f)
		if err != nil {
			return fmt.Errorf("look through the Word file: %s: %w", f.Name, err)
		}
		for _, t := range texts {
			for _, found := range in.Gone.Find(t) {
				if words := seamless(t[found.Span.Start:found.Span.End]); !loose || utf8.RuneCountInString(words) >= leastLoose {
					return &LeftError{Words: words, Where: partWhere(f.Name)}
				}
			}
		}
	}
	return nil
}

// partWhere is what of the file a part is, as a reader would say it.
func partWhere(name string) tagging.Where {
	switch dir, _ := path.Split(name); {
	case dir == "docProps/":
		return tagging.Metadata
	case strings.HasSuffix(name, ".rels"):
		return tagging.Address
	}
	return tagging.Elsewhere
}

// mostOfPart is how much of a part is read, in bytes: what we write is far smaller.
const mostOfPart = 256 << 20

// partTexts are the texts of a part: what is shown in it, one paragraph after another,
// and each text besides. A part that is not XML, as a picture, may be no text at all.
func partTexts(f *zip.File) (texts []string, loose bool, err error) {
	r, err := f.Open()
	if err != nil {
		return nil, false, err
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, mostOfPart+1))
	if err != nil {
		return nil, false, err
	}
	if len(data) > mostOfPart {
		return nil, false, errors.New("it is too large")
	}
	if ext := path.Ext(f.Name); ext != ".xml" && ext != ".rels" {
		return []string{f.Name, string(data)}, true, nil
	}
	texts, err = xmlTexts(data)
	return append(texts, f.Name), false, err
}

// xmlTexts are the texts of an XML part. A run goes on in the next one, and what else
// ends may.
func xmlTexts(data []byte) (out []string, err error) {
	var shown strings.Builder
	d := xml.NewDecoder(bytes.NewReader(data))
	for {
		t, err := d.Token()
		if err == io.EOF {
			return append(out, shown.String()), nil
		}
		if err != nil {
			return nil, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "tab", "br", "cr":
				shown.WriteByte(' ')
			case "noBreakHyphen":
				shown.WriteByte('-')
			}
			for _, a := range t.Attr {
				out = append(out, a.Value)
				if s, err := url.PathUnescape(a.Value); err == nil && s != a.Value {
					out = append(out, s)
				}
			}
		case xml.EndElement:
			if t.Name.Local != "t" && t.Name.Local != "r" && !strings.HasSuffix(t.Name.Local, "Pr") {
				shown.WriteRune(privacy.Seam)
			}
		case xml.CharData:
			shown.Write(t)
		case xml.Comment:
			out = append(out, string(t))
		}
	}
}
