package office

import (
	"archive/zip"
	"context"
	"strings"
	"testing"

	"yttra/app"
)

// The fuzzer writes the XML inside, so that it reaches what reads it and not only what
// unpacks it: the text, and one part more, which is read as whatever it may be.
func FuzzDOCX(f *testing.F) {
	numbering := root("numbering", abstract("0", level("0", "decimal", "%1."), level("1", "lowerRoman", "%1.%2", "<w:isLgl/>"))+num("1", "0"))
	styles := root("styles", `<w:style w:type="paragraph" w:default="1" w:styleId="A"><w:name w:val="heading 1"/><w:basedOn w:val="B"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`)
	f.Add(p("Motion", "\tatt x\natt y")+items("1.0 att x", "1.1 y"), numbering)
	f.Add(styled(`<w:pStyle w:val="A"/>`, "Rubrik")+`<w:tbl><w:tr><w:tc>`+p("Åsa Öst")+`</w:tc><w:tc>`+p("Bo Ek")+`</w:tc></w:tr><w:tr><w:tc>`+p("(C)")+`</w:tc><w:tc>`+p("(M)")+`</w:tc></w:tr></w:tbl>`, styles)
	f.Add(`<w:p><w:r><w:footnoteReference w:id="2"/></w:r><w:ins w:author="Å">`+r("x")+`</w:ins><w:del w:author="B"><w:r><w:delText>y</w:delText></w:r></w:del>`+aField("PAGE", r("1"))+`</w:p>`, root("footnotes", `<w:footnote w:id="2">`+p("Not")+`</w:footnote>`))
	f.Add(`<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>`+p("Ruta")+`</w:txbxContent></w:drawing></mc:Choice></mc:AlternateContent></w:r></w:p><w:sectPr><w:headerReference w:type="default" r:id="rId1"/></w:sectPr>`, root("hdr", p("Parti\t1")))
	f.Fuzz(func(t *testing.T, body, part string) {
		more := parts{"word/_rels/document.xml.rels": rels("rId1", "header", "header1.xml")}
		for _, name := range []string{"styles", "numbering", "footnotes", "endnotes", "header1"} {
			if strings.Contains(part, "<w:"+name[:3]) || name == "header1" {
				more["word/"+name+".xml"] = part
			}
		}
		answered(t, DOCX, wordParts(body, more).packed(t, zip.Store))
	})
}

func FuzzODT(f *testing.F) {
	f.Add(op("Motion", `att <text:s text:c="2"/>x<text:tab/>y`), openLists0)
	f.Add(`<text:list text:style-name="N"><text:list-item>`+op("x")+`<text:list><text:list-item>`+op("y")+`</text:list-item></text:list></text:list-item></text:list>`, openLists0)
	f.Add(`<text:tracked-changes><text:changed-region text:id="d"><text:deletion><office:change-info><dc:creator>Bo</dc:creator></office:change-info>`+op("bort")+`</text:deletion></text:changed-region></text:tracked-changes>`+op(`a<text:change text:change-id="d"/>b<text:note><text:note-citation>1</text:note-citation><text:note-body>`+op("Not")+`</text:note-body></text:note>`), "")
	f.Add(`<table:table><table:table-row table:number-rows-repeated="9"><table:table-cell table:number-columns-repeated="9">`+op("x")+`</table:table-cell></table:table-row></table:table><draw:frame><draw:text-box>`+op("Ruta")+`</draw:text-box></draw:frame>`, `<style:style style:name="P" style:family="paragraph" style:parent-style-name="P"/>`)
	f.Fuzz(func(t *testing.T, text, styles string) {
		answered(t, ODT, openParts(text, styles, nil).packed(t, zip.Store))
	})
}

// FuzzPacked gives the readers bytes as they are.
func FuzzPacked(f *testing.F) {
	f.Add(docx(f, p("Motion"), nil))
	f.Add(odt(f, op("Motion"), "", nil))
	f.Add([]byte(`<office:document ` + openSpaces + `><office:body><office:text>` + op("x") + `</office:text></office:body></office:document>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		answered(t, DOCX, data)
		answered(t, ODT, data)
	})
}

// answered holds that a file is read soundly or refused by name.
func answered(t *testing.T, read reader, data []byte) {
	t.Helper()
	got, err := read(context.Background(), data)
	if err == nil {
		sound(t, got)
	} else if app.CodeOf(err) == "" {
		t.Errorf("an error without a name: %v", err)
	}
	if len(got.String) > 100*len(data)+1<<16 {
		t.Errorf("%d bytes became %d", len(data), len(got.String))
	}
}

// A motion of four pages, with the styles and lists that Word gives every file.
func BenchmarkDOCX(b *testing.B) {
	var body strings.Builder
	for i := range 40 {
		body.WriteString(p(strings.Repeat("Kommunen bör se över hur fler kan få plats. ", 12)))
		body.WriteString(items("1.0 att nämnden får i uppdrag att utreda frågan", "1.1 att det sker i år"))
		if i%5 == 0 {
			body.WriteString(styled(`<w:pStyle w:val="Rubrik1"/>`, "Bakgrund"))
		}
	}
	data := docx(b, body.String(), parts{"word/numbering.xml": root("numbering", abstract("0", level("0", "decimal", "%1."))+num("1", "0")),
		"word/styles.xml": root("styles", strings.Repeat(`<w:style w:type="paragraph" w:styleId="X"><w:name w:val="x"/><w:rPr><w:b/><w:sz w:val="24"/></w:rPr></w:style>`, 300))})
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := DOCX(b.Context(), data); err != nil {
			b.Fatal(err)
		}
	}
}
