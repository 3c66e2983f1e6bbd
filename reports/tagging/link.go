package tagging

import (
	"errors"
	"fmt"
	"strings"
)

// annotation makes the link annotation with its key in the parent tree. F 4:
// printed, never hidden (ISO 19005-2, 6.3.2).
func (l Link) annotation(pages []ref, key int) (*dict, error) {
	if strings.TrimSpace(l.Contents) == "" {
		return nil, errors.New("nothing for a screen reader to say")
	}
	d := newDict("Type", name("Annot"), "Subtype", name("Link"), "Rect", Box(l.Rect).array(),
		"Border", array{0, 0, 0}, "F", 4, "StructParent", key, "Contents", text(l.Contents))
	if l.URL != "" {
		d.set("A", newDict("Type", name("Action"), "S", name("URI"), "URI", text(ascii(l.URL))))
		return d, nil
	}
	dest, err := destination(pages, l.ToPage, l.ToY)
	if err != nil {
		return nil, err
	}
	d.set("Dest", dest)
	return d, nil
}

// destination leads to a height on a page and leaves the zoom as it is.
func destination(pages []ref, page int, y float64) (array, error) {
	if page < 0 || page >= len(pages) {
		return nil, fmt.Errorf("it leads to page %d of %d", page+1, len(pages))
	}
	return array{pages[page], name("XYZ"), 0, y, raw("null")}, nil
}

// ascii escapes what may not stand in a URI (RFC 3986): a PDF URI is 7-bit.
func ascii(url string) string {
	var b strings.Builder
	for i := 0; i < len(url); i++ {
		if c := url[i]; c <= ' ' || c >= 0x7F || strings.IndexByte(`"<>\^{|}`+"`", c) >= 0 {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}
