package office

import "testing"

func rels(list ...string) string {
	s := `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	for i := 0; i+2 < len(list); i += 3 {
		s += `<Relationship Id="` + list[i] + `" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/` + list[i+1] + `" Target="` + list[i+2] + `"/>`
	}
	return s + `</Relationships>`
}

func TestWordNotes(t *testing.T) {
	ref := func(kind, id string) string { return `<w:r><w:` + kind + `Reference w:id="` + id + `"/></w:r>` }
	notes := func(kind string) string {
		return root(kind+"s", `<w:`+kind+` w:type="separator" w:id="-1"><w:p/></w:`+kind+`><w:`+kind+` w:id="2"><w:p><w:r><w:`+kind+`Ref/></w:r>`+r(" Först nämnd.")+`</w:p>`+p("Ett stycke till.")+`</w:`+kind+`><w:`+kind+` w:id="1">`+p("Sedan nämnd.")+`</w:`+kind+`><w:`+kind+` w:id="3">`+p("Aldrig.")+`</w:`+kind+`>`)
	}
	got := readWord(t, `<w:p>`+r("Text")+ref("footnote", "2")+r(" och mer")+ref("footnote", "1")+ref("endnote", "1")+ref("footnote", "77")+`.</w:p>`+p("Slut"), parts{"word/footnotes.xml": notes("footnote"), "word/endnotes.xml": notes("endnote")})
	want := "Text¹ och mer²ⁱ\nSlut\n\n¹ Först nämnd.\nEtt stycke till.\n² Sedan nämnd.\nⁱ Sedan nämnd.\n"
	if got.String != want || kinds(got) != "p p n n n n" {
		t.Errorf("%q %s", got.String, kinds(got))
	}
}

func TestWordSettings(t *testing.T) {
	ref := `<w:p>` + r("Text") + `<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:endnoteReference w:id="1"/></w:r></w:p>`
	more := parts{"word/footnotes.xml": root("footnotes", `<w:footnote w:id="1">`+p("A")+`</w:footnote>`), "word/endnotes.xml": root("endnotes", `<w:endnote w:id="1">`+p("B")+`</w:endnote>`),
		"word/settings.xml": root("settings", `<w:documentProtection w:edit="readOnly" w:enforcement="1"/><w:footnotePr><w:numFmt w:val="chicago"/></w:footnotePr><w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>`)}
	if got := readWord(t, ref, more); got.String != "Text*¹\n\n* A\n¹ B\n" || remarks(got) != "locked" {
		t.Errorf("%q %s", got.String, remarks(got))
	}
}

func TestWordFurniture(t *testing.T) {
	page := `<w:p>` + r("Sida ") + aField("PAGE", r("1")) + r(" (") + aField("NUMPAGES", r("3")) + r(")") + `</w:p>`
	more := parts{
		"word/_rels/document.xml.rels": rels("rId1", "header", "header1.xml", "rId2", "header", "header2.xml", "rId3", "footer", "/word/footer1.xml"),
		"word/header1.xml":             root("hdr", p("Andra sidor")),
		"word/header2.xml":             root("hdr", p("Vänsterpartiet i Lund\tDnr KS 2026/12")+page),
		"word/footer1.xml":             root("ftr", `<w:p>`+r("Besöksadress Storgatan 1\t")+aField("PAGE", r("1"))+`</w:p>`+p("Diarienummer KS 2026/12")),
	}
	body := p("Motion om bänkar") + `<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:headerReference w:type="first" r:id="rId2"/><w:footerReference w:type="first" r:id="rId3"/><w:titlePg/></w:sectPr>`
	got := readWord(t, body, more)
	want := "Vänsterpartiet i Lund\tDnr KS 2026/12\n\nMotion om bänkar\n\nDiarienummer KS 2026/12\n"
	if got.String != want || kinds(got) != "f p f" {
		t.Errorf("%q %s", got.String, kinds(got))
	}
	got = readWord(t, p("Motion")+`<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:titlePg/></w:sectPr>`, more)
	if got.String != "Motion\n" {
		t.Errorf("a first page without head: %q", got.String)
	}
	got = readWord(t, styled(`<w:sectPr><w:headerReference w:type="default" r:id="rId1"/></w:sectPr>`, "Ett")+p("Två")+`<w:sectPr><w:headerReference w:type="default" r:id="rId2"/></w:sectPr>`, more)
	if got.String != "Andra sidor\n\nEtt\nTvå\n" {
		t.Errorf("the first section: %q", got.String)
	}
	more["word/_rels/document.xml.rels"] = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="x/header" Target="http://example.org/h.xml" TargetMode="External"/></Relationships>`
	if got = readWord(t, p("Motion")+`<w:sectPr><w:headerReference w:type="default" r:id="rId1"/></w:sectPr>`, more); got.String != "Motion\n" {
		t.Errorf("what lies outside: %q", got.String)
	}
}

func TestWordHeadInATable(t *testing.T) {
	letters := p("U", "T", "K")
	more := parts{
		"word/_rels/document.xml.rels": rels("rId1", "header", "h.xml"),
		"word/h.xml": root("hdr", `<w:p><w:r><w:pict><w:txbxContent>`+letters+`</w:txbxContent></w:pict><w:pict><v:textpath string="UTKAST"/></w:pict></w:r></w:p>`+
			`<w:tbl><w:tr><w:tc>`+p("Partiet")+`</w:tc><w:tc>`+p("2026-03-03")+`</w:tc><w:tc><w:p>`+r("Sida ")+aField("PAGE", r("1"))+`</w:p></w:tc></w:tr></w:tbl>`),
	}
	got := readWord(t, p("Motion")+`<w:sectPr><w:headerReference w:type="default" r:id="rId1"/></w:sectPr>`, more)
	if got.String != "Partiet\t2026-03-03\n\nMotion\n" || kinds(got) != "f f2 p" {
		t.Errorf("%q %s", got.String, kinds(got))
	}
}

func TestWordChanges(t *testing.T) {
	ins := func(s string) string { return `<w:ins w:id="1" w:author="Åsa">` + r(s) + `</w:ins>` }
	del := func(s string) string {
		return `<w:del w:id="2" w:author="Bo"><w:r><w:delText xml:space="preserve">` + s + `</w:delText></w:r></w:del>`
	}
	mark := func(what string) string { return `<w:pPr><w:rPr><w:` + what + ` w:author="Bo"/></w:rPr></w:pPr>` }
	for name, c := range map[string]struct{ body, want, remarks string }{
		"put in":            {`<w:p>` + r("att ") + ins("snabbt ") + ins("och ") + r("göra") + `</w:p>`, "att snabbt och göra\n", "inserted:snabbt och:Åsa"},
		"taken away":        {`<w:p>` + r("att ") + del("in") + del("te") + r(" göra") + `</w:p>`, "att göra\n", "deleted:inte:Bo"},
		"put for another":   {`<w:p>` + r("två ") + del("bänkar") + ins("stolar") + r(" ute") + `</w:p>`, "två stolar ute\n", "deleted:bänkar:Bo; inserted:stolar:Åsa"},
		"moved":             {`<w:p><w:moveFrom w:author="Bo">` + r("Ett.") + `</w:moveFrom>` + r("Två.") + `<w:moveTo w:author="Bo">` + r(" Ett.") + `</w:moveTo></w:p>`, "Två. Ett.\n", "deleted:Ett.:Bo; inserted:Ett.:Bo"},
		"an end taken away": {`<w:p>` + mark("del") + r("att göra ") + `</w:p>` + p("det nu"), "att göra det nu\n", ""},
		"a whole paragraph": {p("Före") + `<w:p>` + mark("del") + del("Bort ett.") + `</w:p><w:p>` + mark("del") + del("Bort två.") + `</w:p>` + p("Efter"), "Före\nEfter\n", "deleted:Bort ett. Bort två.:Bo"},
		"the last one":      {p("Före") + `<w:p>` + mark("del") + del("Bort.") + `</w:p>`, "Före\n", "deleted:Bort.:Bo"},
		"an end put in":     {`<w:p>` + mark("ins") + r("Ett") + `</w:p>` + p("Två"), "Ett\nTvå\n", ""},
		"how it looks":      {`<w:p><w:pPr><w:pStyle w:val="A"/><w:pPrChange w:author="Bo"><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange></w:pPr><w:r><w:rPr><w:b/><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>Ett</w:t></w:r></w:p>`, "Ett\n", ""},
		"rows":              {`<w:tbl><w:tblPr><w:tblBorders><w:insideH w:val="single"/></w:tblBorders></w:tblPr><w:tr><w:tc>` + p("A") + `</w:tc><w:tc>` + p("B") + `</w:tc></w:tr><w:tr><w:trPr><w:del w:author="Bo"/></w:trPr><w:tc>` + p("C") + `</w:tc><w:tc>` + p("D") + `</w:tc></w:tr><w:tr><w:trPr><w:ins w:author="Bo"/></w:trPr><w:tc>` + p("E") + `</w:tc><w:tc>` + p("F") + `</w:tc></w:tr></w:tbl>`, "A\tB\nE\tF\n", "deleted:C D:Bo; inserted:E\tF:Bo"},
	} {
		t.Run(name, func(t *testing.T) {
			got := readWord(t, c.body, nil)
			if got.String != c.want {
				t.Errorf("%q, want %q", got.String, c.want)
			}
			if rest := remarks(got); rest != c.remarks {
				t.Errorf("remarks: %s", rest)
			}
		})
	}
	got := readWord(t, `<w:p>`+r("att ")+del("inte")+`</w:p>`, nil)
	if r := got.Remarks[0]; r.Start != 3 {
		t.Errorf("a deletion at %d", r.Start)
	}
}

func TestWordRemarks(t *testing.T) {
	picture := `<w:p><w:r><w:drawing><pic:pic/></w:drawing></w:r></w:p>`
	for name, c := range map[string]struct {
		body, remarks string
		more          parts
	}{
		"hidden words":   {`<w:p>` + r("Syns") + `<w:r><w:rPr><w:vanish/></w:rPr><w:t>dolt</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>.</w:t></w:r></w:p>`, "hidden", nil},
		"a hidden style": {p("Syns") + styled(`<w:pStyle w:val="H"/>`, "dolt"), "hidden", parts{"word/styles.xml": root("styles", `<w:style w:type="paragraph" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>`)}},
		"comments":       {`<w:p>` + r("Text") + `<w:r><w:commentReference w:id="0"/></w:r><w:r><w:commentReference w:id="1"/></w:r></w:p>`, "comments:II", parts{"word/comments.xml": root("comments", p("Hemligt"))}},
		"pictures":       {p("Text") + picture + `<w:p><w:r><w:pict><v:shape><v:imagedata r:id="rId9"/></v:shape></w:pict></w:r></w:p>`, "pictures:II", nil},
		"macros":         {p("Text"), "active:VBA", parts{"word/vbaProject.bin": "x"}},
		"an object": {p("Text") + `<w:p><w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12" r:id="rId9"/></w:object></w:r></w:p>`, "embedded:Excel.Sheet.12 blad.xlsx",
			parts{"word/_rels/document.xml.rels": rels("rId9", "package", "embeddings/blad.xlsx")}},
		"a piece of another file": {p("Text") + `<w:altChunk r:id="rId9"/>`, "embedded:bit.html", parts{"word/_rels/document.xml.rels": rels("rId9", "aFChunk", "bit.html")}},
		"DDE":                     {`<w:p>` + aField("DDEAUTO c:\\\\windows\\\\cmd.exe", r("Text")) + `</w:p>`, "active:DDE", nil},
		"unknown symbols":         {`<w:p>` + r("Text") + `<w:r><w:sym w:font="Wingdings" w:char="F001"/></w:r></w:p>`, "letters:I", nil},
		"an empty control":        {p("Text") + `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:p><w:r><w:rPr><w:rStyle w:val="P"/></w:rPr><w:t>Klicka här</w:t></w:r></w:p></w:sdtContent></w:sdt>`, "", parts{"word/styles.xml": root("styles", `<w:style w:type="character" w:styleId="P"><w:name w:val="Placeholder Text"/></w:style>`)}},
	} {
		t.Run(name, func(t *testing.T) {
			got := readWord(t, c.body, c.more)
			if rest := remarks(got); rest != c.remarks {
				t.Errorf("remarks: %s, want %s", rest, c.remarks)
			}
			if got.String != "Text\n" && got.String != "Syns.\n" && got.String != "Syns\n" {
				t.Errorf("%q", got.String)
			}
		})
	}
	if _, err := DOCX(t.Context(), docx(t, picture, nil)); codeOf(err) != "scanned" {
		t.Errorf("nothing but a picture: %v", err)
	}
}
