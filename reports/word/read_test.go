package word

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"
)

// node is an element of a part, with what it has in it in order.
type node struct {
	name  string // as in w:p
	attrs map[string]string
	kids  []*node
	text  string
	up    *node
}

type fataler interface {
	Helper()
	Fatalf(string, ...any)
	Errorf(string, ...any)
}

// prefixes of the namespaces that the file uses.
var prefixes = map[string]string{wML: "w", "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
	"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp", "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
	"http://schemas.openxmlformats.org/drawingml/2006/picture": "pic", "urn:schemas-microsoft-com:vml": "v", "urn:schemas-microsoft-com:office:office": "o",
	"http://purl.org/dc/elements/1.1/": "dc", "http://purl.org/dc/terms/": "dcterms", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties": "cp"}

func named(n xml.Name) string {
	if p := prefixes[n.Space]; p != "" {
		return p + ":" + n.Local
	}
	return n.Local
}

func parsed(t fataler, data []byte) *node {
	t.Helper()
	d := xml.NewDecoder(bytes.NewReader(data))
	root := &node{}
	at := root
	for {
		token, err := d.Token()
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatalf("not well-formed: %v", err)
		}
		switch x := token.(type) {
		case xml.StartElement:
			n := &node{name: named(x.Name), attrs: map[string]string{}, up: at}
			for _, a := range x.Attr {
				n.attrs[named(a.Name)] = a.Value
			}
			at.kids = append(at.kids, n)
			at = n
		case xml.EndElement:
			at = at.up
		case xml.CharData:
			at.text += string(x)
		}
	}
	if len(root.kids) != 1 {
		t.Fatalf("%d roots", len(root.kids))
	}
	return root.kids[0]
}

// all gives every element of the name, in order.
func (n *node) all(name string) []*node {
	var out []*node
	for _, k := range n.kids {
		if k.name == name {
			out = append(out, k)
		}
		out = append(out, k.all(name)...)
	}
	return out
}

// kid gives the first child of the name; nil without one.
func (n *node) kid(name string) *node {
	if n == nil {
		return nil
	}
	for _, k := range n.kids {
		if k.name == name {
			return k
		}
	}
	return nil
}

// val is the value of a child; empty without it.
func (n *node) val(path ...string) string {
	for _, p := range path {
		n = n.kid(p)
	}
	if n == nil {
		return ""
	}
	return n.attrs["w:val"]
}

// said is the text of an element's runs, as a reader sees it.
func (n *node) said() string {
	var b strings.Builder
	var walk func(*node)
	walk = func(n *node) {
		switch n.name {
		case "w:t":
			b.WriteString(n.text)
		case "w:br":
			b.WriteString("\n")
		case "w:tab":
			if n.up.name == "w:r" {
				b.WriteString("\t")
			}
		case "w:noBreakHyphen":
			b.WriteString("\u2011")
		case "w:softHyphen":
			b.WriteString("\u00ad")
		case "w:pict", "w:instrText":
			return
		case "w:footnoteReference":
			b.WriteString("[" + n.attrs["w:id"] + "]")
		}
		for _, k := range n.kids {
			walk(k)
		}
	}
	walk(n)
	return b.String()
}

// book is a file that has been opened.
type book struct {
	parts map[string][]byte
	names []string
}

func opened(t fataler, data []byte) book {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatalf("no zip: %v", err)
	}
	b := book{parts: map[string][]byte{}}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		b.parts[f.Name], err = io.ReadAll(r)
		if err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		b.names = append(b.names, f.Name)
	}
	return b
}

func (b book) part(t fataler, name string) *node {
	t.Helper()
	if b.parts[name] == nil {
		t.Fatalf("no part %s", name)
	}
	return parsed(t, b.parts[name])
}

// orders are the children of the elements that have many, as the schema's sequences
// have them; Word refuses a file that has them in another order.
var orders = map[string]string{
	"w:pPr":       "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens bidi spacing ind contextualSpacing jc outlineLvl rPr sectPr",
	"w:rPr":       "rStyle rFonts b bCs i iCs caps smallCaps strike noProof vanish webHidden color spacing w kern position sz szCs highlight u effect vertAlign rtl cs lang",
	"w:tblPr":     "tblStyle tblpPr tblOverlap bidiVisual tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription",
	"w:tcPr":      "tcW gridSpan vMerge tcBorders shd noWrap tcMar textDirection vAlign",
	"w:sectPr":    "headerReference footerReference footnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols vAlign titlePg docGrid",
	"w:style":     "name aliases basedOn next link uiPriority semiHidden unhideWhenUsed qFormat pPr rPr tblPr trPr tcPr tblStylePr",
	"w:lvl":       "start numFmt lvlRestart pStyle suff lvlText lvlJc pPr rPr",
	"w:tbl":       "tblPr tblGrid tr",
	"w:tc":        "tcPr p",
	"w:tr":        "trPr tc",
	"w:settings":  "zoom defaultTabStop autoHyphenation characterSpacingControl footnotePr compat themeFontLang clrSchemeMapping decimalSymbol listSeparator",
	"w:numbering": "abstractNum num",
	"w:styles":    "docDefaults latentStyles style",
	"wp:inline":   "extent effectExtent docPr cNvGraphicFramePr graphic",
}

// sound holds what Word demands of a file, as far as it can be held without Word:
// parts that are there and typed, relations that lead somewhere, elements in the
// schema's order, cells that end with a paragraph, identities that are used once,
// styles and lists that are known.
func sound(t fataler, data []byte) book {
	t.Helper()
	b := opened(t, data)
	if b.names[0] != "[Content_Types].xml" {
		t.Errorf("the types come after %s", b.names[0])
	}
	typed := map[string]bool{}
	for _, o := range b.part(t, "[Content_Types].xml").all("Override") {
		typed[strings.TrimPrefix(o.attrs["PartName"], "/")] = true
		if b.parts[strings.TrimPrefix(o.attrs["PartName"], "/")] == nil {
			t.Errorf("no part %s", o.attrs["PartName"])
		}
	}
	styles := known(b.part(t, "word/styles.xml").all("w:style"), "w:styleId")
	nums := known(b.part(t, "word/numbering.xml").all("w:num"), "w:numId")
	notes := known(b.part(t, "word/footnotes.xml").all("w:footnote"), "w:id")
	ids := map[string]bool{}
	for _, name := range b.names {
		if !strings.HasSuffix(name, ".xml") {
			continue
		}
		if !typed[name] && name != "[Content_Types].xml" {
			t.Errorf("%s has no type", name)
		}
		if !strings.HasPrefix(name, "word/") || strings.Contains(name, "theme") {
			b.part(t, name)
			continue
		}
		rels := b.relations(t, name)
		var walk func(*node)
		walk = func(n *node) {
			inOrder(t, name, n)
			for _, a := range []string{"r:id", "r:embed"} {
				if id, ok := n.attrs[a]; ok && !rels[id] {
					t.Errorf("%s: %s refers to %s", name, n.name, id)
				}
			}
			switch v := n.attrs["w:val"]; n.name {
			case "w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next":
				if !styles[v] {
					t.Errorf("%s: no style %s", name, v)
				}
			case "w:numId":
				if !nums[v] {
					t.Errorf("%s: no list %s", name, v)
				}
			case "w:tc", "w:body", "w:hdr", "w:ftr", "w:footnote":
				last := len(n.kids) - 1
				if name == "word/settings.xml" {
					break
				}
				if n.name == "w:body" {
					last--
				}
				if last < 0 || n.kids[last].name != "w:p" {
					t.Errorf("%s: %s does not end with a paragraph", name, n.name)
				}
			case "w:footnoteReference":
				if !notes[n.attrs["w:id"]] {
					t.Errorf("no footnote %s", n.attrs["w:id"])
				}
			case "wp:docPr", "w:bookmarkStart":
				if key := n.name + n.attrs["id"] + n.attrs["w:id"]; ids[key] {
					t.Errorf("%s: %s twice", name, key)
				} else {
					ids[key] = true
				}
			case "w:tbl":
				if i := slices.Index(n.up.kids, n); i > 0 && n.up.kids[i-1].name == "w:tbl" {
					t.Errorf("%s: two tables that Word would join", name)
				}
				if cols := len(n.kid("w:tblGrid").kids); cols < 1 || cols > 63 {
					t.Errorf("%s: a table of %d columns", name, cols)
				}
			}
			for _, k := range n.kids {
				walk(k)
			}
		}
		walk(b.part(t, name))
	}
	return b
}

func known(nodes []*node, attr string) map[string]bool {
	out := map[string]bool{}
	for _, n := range nodes {
		out[n.attrs[attr]] = true
	}
	return out
}

func (b book) relations(t fataler, name string) map[string]bool {
	rels := path.Dir(name) + "/_rels/" + path.Base(name) + ".rels"
	out := map[string]bool{}
	if b.parts[rels] == nil {
		return out
	}
	for _, r := range b.part(t, rels).kids {
		out[r.attrs["Id"]] = true
		if r.attrs["TargetMode"] != "External" && b.parts[path.Join(path.Dir(name), r.attrs["Target"])] == nil {
			t.Errorf("%s leads to no part %s", rels, r.attrs["Target"])
		}
	}
	return out
}

func inOrder(t fataler, part string, n *node) {
	order, ok := orders[n.name]
	if !ok {
		return
	}
	names := strings.Fields(order)
	last := -1
	for _, k := range n.kids {
		_, local, _ := strings.Cut(k.name, ":")
		i := slices.Index(names, local)
		if i < last {
			t.Errorf("%s: %s has %s after %s", part, n.name, local, names[last])
		}
		if i < 0 {
			t.Errorf("%s: %s in %s", part, k.name, n.name)
		}
		last = max(last, i)
	}
}

// sketch says the document paragraph by paragraph: style, what Word does with it,
// and the words; tables by rows.
func (b book) sketch(t fataler) string {
	var out strings.Builder
	var walk func(n *node, in string)
	walk = func(n *node, in string) {
		switch n.name {
		case "w:p":
			p := n.kid("w:pPr")
			out.WriteString(in + p.val("w:pStyle"))
			if num := p.kid("w:numPr"); num != nil {
				out.WriteString(" #" + num.val("w:numId") + "." + num.val("w:ilvl"))
			}
			if p.kid("w:pageBreakBefore") != nil {
				out.WriteString(" new-page")
			}
			if p.kid("w:keepNext") != nil {
				out.WriteString(" keep")
			}
			if p.val("w:jc") != "" {
				out.WriteString(" " + p.val("w:jc"))
			}
			for _, f := range n.all("w:fldSimple") {
				out.WriteString(" {" + strings.TrimSpace(f.attrs["w:instr"]) + "}")
			}
			for _, d := range n.all("wp:docPr") {
				out.WriteString(" [" + d.attrs["descr"] + "]")
			}
			out.WriteString(": " + strconv.Quote(n.said()) + "\n")
			return
		case "w:tbl":
			out.WriteString(in + "table " + strconv.Itoa(len(n.kid("w:tblGrid").kids)) + " columns\n")
			in += "  "
		case "w:tr":
			row := "row"
			if n.kid("w:trPr").kid("w:tblHeader") != nil {
				row = "head"
			}
			if n.kid("w:trPr").kid("w:cantSplit") != nil {
				row += " whole"
			}
			out.WriteString(in + row + "\n")
			in += "  "
		}
		for _, k := range n.kids {
			walk(k, in)
		}
	}
	for _, name := range b.names {
		if strings.HasPrefix(name, "word/") && (strings.Contains(name, "document") || strings.Contains(name, "header") || strings.Contains(name, "footer") || strings.Contains(name, "footnotes")) && strings.HasSuffix(name, ".xml") {
			out.WriteString("──── " + name + "\n")
			walk(b.part(t, name), "")
		}
	}
	return out.String()
}
