package word

import (
	"archive/zip"
	"bytes"
	"fmt"
	"path"
	"strings"
	"time"
)

// Content types of parts, and below them how the document relates to each.
const (
	wordML = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"

	typeDocument  = wordML + "document.main+xml"
	typeStyles    = wordML + "styles+xml"
	typeNumbering = wordML + "numbering+xml"
	typeSettings  = wordML + "settings+xml"
	typeFonts     = wordML + "fontTable+xml"
	typeFootnotes = wordML + "footnotes+xml"
	typeHeader    = wordML + "header+xml"
	typeFooter    = wordML + "footer+xml"
	typeTheme     = "application/vnd.openxmlformats-officedocument.theme+xml"
	typeCore      = "application/vnd.openxmlformats-package.core-properties+xml"
	typeApp       = "application/vnd.openxmlformats-officedocument.extended-properties+xml"
	typeCustom    = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
)

// relations are what one part refers to; an identity is a place in them.
type relations struct {
	kinds, targets []string
	outside        []bool
	known          map[string]string // identity by kind and target
}

// add refers to a part or, outside the file, to an address; it gives the identity.
func (r *relations) add(kind, target string, outside bool) string {
	key := kind + " " + target
	if id, ok := r.known[key]; ok {
		return id
	}
	if r.known == nil {
		r.known = map[string]string{}
	}
	r.kinds, r.targets, r.outside = append(r.kinds, kind), append(r.targets, target), append(r.outside, outside)
	r.known[key] = fmt.Sprintf("rId%d", len(r.targets))
	return r.known[key]
}

func (r *relations) xml() []byte {
	p := newPen()
	p.el("Relationships", func() {
		for i := range r.targets {
			attrs := []string{"Id", fmt.Sprintf("rId%d", i+1), "Type", r.kinds[i], "Target", r.targets[i]}
			if r.outside[i] {
				attrs = append(attrs, "TargetMode", "External")
			}
			p.leaf("Relationship", attrs...)
		}
	}, "xmlns", "http://schemas.openxmlformats.org/package/2006/relationships")
	return p.bytes()
}

// parcel is the package: files in a zip, with a list of what each is.
type parcel struct {
	names, types []string // of the parts
	files        []file
}

type file struct {
	name string
	data []byte
}

// part adds an XML part, and what it refers to.
func (p *parcel) part(name, kind string, data []byte, rels *relations) {
	p.names, p.types = append(p.names, name), append(p.types, kind)
	p.file(name, data)
	if rels != nil && len(rels.targets) > 0 {
		p.file(path.Dir(name)+"/_rels/"+path.Base(name)+".rels", rels.xml())
	}
}

func (p *parcel) file(name string, data []byte) { p.files = append(p.files, file{name, data}) }

// zip packs it all, the list of types first, as readers expect.
func (p *parcel) zip() ([]byte, error) {
	top := &relations{}
	top.add(office+"officeDocument", "word/document.xml", false)
	top.add("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml", false)
	top.add(office+"extended-properties", "docProps/app.xml", false)
	top.add(office+"custom-properties", "docProps/custom.xml", false)
	all := append([]file{{"[Content_Types].xml", p.contentTypes()}, {"_rels/.rels", top.xml()}}, p.files...)

	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range all {
		h := &zip.FileHeader{Name: f.name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)}
		if strings.HasSuffix(f.name, ".png") {
			h.Method = zip.Store
		}
		to, err := z.CreateHeader(h)
		if err != nil {
			return nil, err
		}
		if _, err := to.Write(f.data); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func (p *parcel) contentTypes() []byte {
	x := newPen()
	x.el("Types", func() {
		x.leaf("Default", "Extension", "rels", "ContentType", "application/vnd.openxmlformats-package.relationships+xml")
		x.leaf("Default", "Extension", "xml", "ContentType", "application/xml")
		x.leaf("Default", "Extension", "png", "ContentType", "image/png")
		for i := range p.names {
			x.leaf("Override", "PartName", "/"+p.names[i], "ContentType", p.types[i])
		}
	}, "xmlns", "http://schemas.openxmlformats.org/package/2006/content-types")
	return x.bytes()
}
