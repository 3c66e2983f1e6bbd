package tagging

import (
	"encoding/xml"
	"errors"
	"fmt"
	"strings"
	"time"
)

// Info is what the file says about itself, twice: in the XMP packet and, for
// old programs, in the information dictionary. The two must agree.
type Info struct {
	Title     string // required: shown instead of the file's name
	Author    string
	Subject   string
	Reference string // diarienummer
	Status    string
	Lang      string // required: a BCP 47 tag
	Date      string // ISO day; may be empty
	Creator   string
	Rules     string // version of the rules the paper was checked by; in the packet only
	Copy      string // which copy of the paper it is; in the packet only
	Plain     bool   // claims PDF/UA-1 and no PDF/A
}

// archive is the conformance to PDF/A that a file claims: part and level, as 2A.
// Files ride along in part 3 only (ISO 19005-3, 6.8); empty: none.
func (i Info) archive(attached bool) string {
	switch {
	case i.Plain:
		return ""
	case attached:
		return "3A"
	}
	return "2A"
}

func (i Info) complete() error {
	if strings.TrimSpace(i.Title) == "" {
		return errors.New("no title")
	}
	if strings.TrimSpace(i.Lang) == "" {
		return errors.New("no language")
	}
	if i.Date == "" {
		return nil
	}
	if _, err := time.Parse(time.DateOnly, i.Date); err != nil {
		return fmt.Errorf("the date %q is no day", i.Date)
	}
	return nil
}

// dict is the information dictionary.
func (i Info) dict() *dict {
	d := newDict("Title", text(i.Title))
	for _, e := range []struct{ key, value string }{
		{"Author", i.Author}, {"Subject", i.Subject}, {"Creator", i.Creator}, {"Producer", i.Creator},
	} {
		if e.value != "" {
			d.set(name(e.key), text(e.value))
		}
	}
	if i.Date != "" {
		day := date(i.Date)
		d.set("CreationDate", day)
		d.set("ModDate", day)
	}
	return d
}

// date makes a date of a day (ISO 32000-1, 7.9.4).
func date(day string) raw { return text("D:" + strings.ReplaceAll(day, "-", "") + "000000+00'00'") }

// Name spaces of the XMP packet. The last is our own; it is described in the
// packet, as ISO 19005-2, 6.6.2.3 demands.
const (
	nsDC     = "http://purl.org/dc/elements/1.1/"
	nsXMP    = "http://ns.adobe.com/xap/1.0/"
	nsPDF    = "http://ns.adobe.com/pdf/1.3/"
	nsPDFA   = "http://www.aiim.org/pdfa/ns/id/"
	nsPDFUA  = "http://www.aiim.org/pdfua/ns/id/"
	nsRDF    = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
	nsMatter = "urn:yttra:matter:1#"
)

// xmp is the metadata packet (ISO 16684-1), with the claim to PDF/A, if any.
func (i Info) xmp(archive string) []byte {
	var b strings.Builder
	b.WriteString("<?xpacket begin=\"\ufeff\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n" +
		`<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="` + nsRDF + "\">\n")
	description(&b, "dc", nsDC,
		element("dc:format", "application/pdf"), alternative("dc:title", i.Title), listed("dc:creator", "Seq", i.Author),
		alternative("dc:description", i.Subject), listed("dc:language", "Bag", i.Lang), element("dc:identifier", i.Reference))
	day := i.Date
	if day != "" {
		day += "T00:00:00Z"
	}
	description(&b, "xmp", nsXMP, element("xmp:CreatorTool", i.Creator),
		element("xmp:CreateDate", day), element("xmp:ModifyDate", day), element("xmp:MetadataDate", day))
	description(&b, "pdf", nsPDF, element("pdf:Producer", i.Creator))
	if archive != "" {
		description(&b, "pdfaid", nsPDFA, element("pdfaid:part", archive[:1]), element("pdfaid:conformance", archive[1:]))
	}
	description(&b, "pdfuaid", nsPDFUA, element("pdfuaid:part", "1"))
	description(&b, "matter", nsMatter, element("matter:reference", i.Reference), element("matter:status", i.Status),
		element("matter:rules", i.Rules), element("matter:copy", i.Copy))
	b.WriteString(schemas)
	b.WriteString("</rdf:RDF></x:xmpmeta>\n<?xpacket end=\"w\"?>")
	return []byte(b.String())
}

func description(b *strings.Builder, prefix, ns string, properties ...string) {
	if all := strings.Join(properties, ""); all != "" {
		fmt.Fprintf(b, "<rdf:Description rdf:about=\"\" xmlns:%s=\"%s\">%s</rdf:Description>\n", prefix, ns, all)
	}
}

// element and its like give nothing for an empty value: a property that says
// nothing is left out.
func element(tag, value string) string {
	if value == "" {
		return ""
	}
	return "<" + tag + ">" + escape(value) + "</" + tag + ">"
}

func alternative(tag, value string) string {
	if value == "" {
		return ""
	}
	return "<" + tag + `><rdf:Alt><rdf:li xml:lang="x-default">` + escape(value) + "</rdf:li></rdf:Alt></" + tag + ">"
}

func listed(tag, kind, value string) string {
	if value == "" {
		return ""
	}
	return fmt.Sprintf("<%s><rdf:%s><rdf:li>%s</rdf:li></rdf:%s></%s>", tag, kind, escape(value), kind, tag)
}

func escape(s string) string {
	var b strings.Builder
	xml.EscapeText(&b, []byte(s)) // a strings.Builder never fails
	return b.String()
}

// schemas describes the two schemas PDF/A does not know beforehand.
var schemas = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"` +
	` xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">` +
	"<pdfaExtension:schemas><rdf:Bag>" +
	schema("PDF/UA identification schema", nsPDFUA, "pdfuaid", property("part", "Integer", "internal", "Part of ISO 14289")) +
	schema("Municipal matter", nsMatter, "matter", property("reference", "Text", "external", "Number of the matter in the register"),
		property("status", "Text", "external", "Draft or final"),
		property("rules", "Text", "internal", "Version of the rules the text was checked by"),
		property("copy", "Text", "external", "Which copy of the paper: the full one, or one for publishing")) +
	"</rdf:Bag></pdfaExtension:schemas></rdf:Description>\n"

func schema(title, ns, prefix string, properties ...string) string {
	return `<rdf:li rdf:parseType="Resource">` + element("pdfaSchema:schema", title) + element("pdfaSchema:namespaceURI", ns) +
		element("pdfaSchema:prefix", prefix) + "<pdfaSchema:property><rdf:Seq>" + strings.Join(properties, "") +
		"</rdf:Seq></pdfaSchema:property></rdf:li>"
}

func property(tag, kind, category, what string) string {
	return `<rdf:li rdf:parseType="Resource">` + element("pdfaProperty:name", tag) + element("pdfaProperty:valueType", kind) +
		element("pdfaProperty:category", category) + element("pdfaProperty:description", what) + "</rdf:li>"
}
