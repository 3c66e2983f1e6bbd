package office

import (
	"strings"
	"testing"
)

func aField(instr, result string) string {
	return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ` + instr + ` </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` + result + `<w:r><w:fldChar w:fldCharType="end"/></w:r>`
}

func TestWordWords(t *testing.T) {
	for name, c := range map[string]struct{ body, want string }{
		"paragraphs":       {p("Ett", "Två  "), "Ett\nTvå\n"},
		"empty ones":       {p("Ett", "", "", "Två"), "Ett\n\nTvå\n"},
		"a break":          {p("att ett\natt två"), "att ett\natt två\n"},
		"tabs":             {p("\tNamn\tParti\t"), "Namn\tParti\n"},
		"a mark typed":     {p("–\tatt ett", "1.\t\tatt två", "a)\tatt tre", "Namn\tParti"), "– att ett\n1. att två\na) att tre\nNamn\tParti\n"},
		"hyphens":          {`<w:p><w:r><w:t>e</w:t><w:noBreakHyphen/><w:t>post, kom&#xAD;mun</w:t><w:softHyphen/><w:t>en, s&#x2011;ord</w:t></w:r></w:p>`, "e-post, kommunen, s-ord\n"},
		"spaces that hold": {p("5\u00a0kap."), "5\u00a0kap.\n"},
		"words cut apart":  {`<w:p><w:r><w:t>kom</w:t></w:r><w:proofErr/><w:r><w:rPr><w:b/></w:rPr><w:t>mun</w:t></w:r></w:p>`, "kommun\n"},
		"capitals":         {`<w:p><w:r><w:rPr><w:caps/></w:rPr><w:t>Motion</w:t></w:r></w:p>`, "Motion\n"},
		"symbols":          {`<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t xml:space="preserve"> Ja </w:t><w:sym w:font="Wingdings" w:char="F0A8"/><w:t xml:space="preserve"> Nej </w:t><w:sym w:font="Symbol" w:char="F0B3"/></w:r></w:p>`, "☑ Ja ☐ Nej ≥\n"},
		"a link":           {`<w:p><w:hyperlink r:id="rId5">` + r("kommunen.se") + `</w:hyperlink></w:p>`, "kommunen.se\n"},
		"a smart tag":      {`<w:p><w:smartTag w:element="place"><w:smartTag>` + r("Lund") + `</w:smartTag></w:smartTag></w:p>`, "Lund\n"},
		"ruby":             {`<w:p><w:r><w:ruby><w:rt><w:r><w:t>över</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>bas</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>`, "bas\n"},
		"a formula":        {`<w:p><m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath></w:p>`, "a+b\n"},
		"a field":          {`<w:p>` + r("Datum ") + aField(`DATE \@ "yyyy"`, r("2026-11-22")) + `</w:p>`, "Datum 2026-11-22\n"},
		"fields in fields": {`<w:p>` + aField(`IF `+`</w:instrText></w:r>`+aField("MERGEFIELD namn", r("dolt"))+`<w:r><w:instrText> = "1"`, r("Åsa")) + `</w:p>`, "Åsa\n"},
		"a simple field":   {`<w:p><w:fldSimple w:instr=" MERGEFIELD Namn ">` + r("Åsa Öst") + `</w:fldSimple></w:p>`, "Åsa Öst\n"},
		"page numbers":     {`<w:p>` + r("Text ") + aField("PAGE", r("7")) + `</w:p>`, "Text\n"},
		"a macro button":   {`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>MACROBUTTON NoMacro [Skriv här]</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`, "[Skriv här]\n"},
		"a ticked box":     {`<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>` + r(" Ja") + `</w:p>`, "☒ Ja\n"},
		"a list to choose": {`<w:p><w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Bifall"/><w:listEntry w:val="Avslag"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`, "Avslag\n"},
		"a table of contents": {`<w:p>` + r("Före") + `</w:p><w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>` + p("Innehåll 1") + `</w:sdtContent></w:sdt>` +
			`<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \o</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` + r("Rubrik 1") + `</w:p><w:p>` + r("Rubrik 2") + `<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>` + p("Efter"), "Före\n\nEfter\n"},
		"controls":             {`<w:sdt><w:sdtContent><w:p><w:sdt><w:sdtPr><w:date/></w:sdtPr><w:sdtContent>` + r("22 november") + `</w:sdtContent></w:sdt></w:p></w:sdtContent></w:sdt>`, "22 november\n"},
		"a text box once":      {`<w:p>` + r("Brev") + `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>` + p("Ruta") + `</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>` + p("Ruta") + `</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>` + p("Slut"), "Brev\n\nRuta\n\nSlut\n"},
		"a field of a symbol":  {`<w:p>` + aField(`SYMBOL 252 \f "Wingdings" \s 10`, "") + aField(`SYMBOL 0xB3 \f Symbol`, "") + aField("SYMBOL x", "") + r(" klart") + `</w:p>`, "✓≥ klart\n"},
		"drawn words":          {`<w:p><w:r><w:pict><v:shape><v:textpath string="MOTION"/></v:shape></w:pict></w:r></w:p>` + p("Text"), "MOTION\n\nText\n"},
		"a large first letter": {styled(`<w:framePr w:dropCap="drop" w:lines="3"/>`, "K") + p("ommunen bör") + p("Mer"), "Kommunen bör\nMer\n"},
		"only the fallback":    {`<w:p><w:r><mc:AlternateContent><mc:Choice Requires="x9"/><mc:Fallback><w:pict><v:textbox><w:txbxContent>` + p("Ruta") + `</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`, "Ruta\n"},
	} {
		t.Run(name, func(t *testing.T) {
			got := readWord(t, c.body, nil)
			if got.String != c.want {
				t.Errorf("%q, want %q", got.String, c.want)
			}
			if rest := remarks(got); rest != "" {
				t.Errorf("remarks: %s", rest)
			}
		})
	}
}

func TestWordHeadings(t *testing.T) {
	styles := root("styles", `<w:docDefaults><w:pPrDefault><w:pPr><w:spacing w:after="160"/></w:pPr></w:pPrDefault></w:docDefaults>`+
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>`+
		`<w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/></w:style>`+
		`<w:style w:type="paragraph" w:styleId="X"><w:name w:val="Rubrik 2"/></w:style>`+
		`<w:style w:type="paragraph" w:styleId="Egen"><w:name w:val="Partirubrik"/><w:basedOn w:val="Rubrik1"/></w:style>`+
		`<w:style w:type="paragraph" w:styleId="Niv3"><w:name w:val="Nivå"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>`+
		`<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>`+
		`<w:style w:type="paragraph" w:styleId="Tight"><w:name w:val="No Spacing"/><w:pPr><w:spacing w:after="0"/></w:pPr></w:style>`+
		`<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style><w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>`)
	style := func(id, words string) string { return styled(`<w:pStyle w:val="`+id+`"/>`, words) }
	got := readWord(t, style("Titel", "Motion")+style("Rubrik1", "Ett")+style("X", "Två")+style("Egen", "Eget")+style("Niv3", "Tre")+
		styled(`<w:outlineLvl w:val="3"/>`, "Fyra")+styled(`<w:pStyle w:val="Rubrik1"/><w:outlineLvl w:val="9"/>`, "Text")+p("Mer", "Mera")+style("Tight", "Tätt")+style("Tight", "tätt")+style("A", "Rund")+style("Okänd", "Okänd"), parts{"word/styles.xml": styles})
	if want := "h1 h1 h2 h1 h3 h4 p p p p p p p"; kinds(got) != want {
		t.Errorf("%s, want %s", kinds(got), want)
	}
	if !strings.Contains(got.String, "Text\n\nMer\n\nMera\n\nTätt\ntätt\n") {
		t.Errorf("%q", got.String)
	}
}

func TestWordTables(t *testing.T) {
	cells := func(cs ...string) string {
		return `<w:tr><w:tc>` + strings.Join(cs, `</w:tc><w:tc>`) + `</w:tc></w:tr>`
	}
	lines := `<w:tblPr><w:tblBorders><w:insideV w:val="single"/></w:tblBorders></w:tblPr>`
	for name, c := range map[string]struct{ body, want, kinds string }{
		"rows":                 {p("Före") + `<w:tbl>` + lines + cells(p("År"), p("Kostnad")) + cells(p("2026"), p("3 tkr", "ungefär")) + `</w:tbl>` + p("Efter"), "Före\n\nÅr\tKostnad\n2026\t3 tkr ungefär\n\nEfter\n", "p c1 c2 c1 c2 p"},
		"one cell around all":  {`<w:tbl>` + lines + cells(p("Motion", "att ett")) + `</w:tbl>`, "Motion\natt ett\n", "p p"},
		"one column used":      {`<w:tbl>` + cells(p(""), p("Motion")) + cells(p(""), p("att ett")) + `</w:tbl>`, "Motion\n\natt ett\n", "p p"},
		"empty cells":          {`<w:tbl>` + lines + cells(p("A"), p(""), p("C")) + cells(p("B"), p("x"), p("")) + `</w:tbl>`, "A\t\tC\nB\tx\n", "c1 c3 c1 c2"},
		"merged":               {`<w:tbl>` + lines + `<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>` + p("A") + `</w:tc><w:tc>` + p("C") + `</w:tc></w:tr>` + cells(p("a"), p("b"), p("c")) + `</w:tbl>`, "A\tC\na\tb\tc\n", "c1 c3 c1 c2 c3"},
		"nested":               {`<w:tbl>` + lines + cells(p("A"), `<w:tbl>`+lines+cells(p("x"), p("y"))+`</w:tbl>`+p("")) + `</w:tbl>`, "A\n\nx\ty\n", "p c1 c2"},
		"a letterhead":         {`<w:tbl>` + cells(p("Vänsterpartiet", "Lund"), p("Motion", "2026-11-22")) + `</w:tbl>`, "Vänsterpartiet\nLund\n\nMotion\n2026-11-22\n", "p p p p"},
		"names over parties":   {`<w:tbl>` + cells(p("Åsa Öst"), p("Bo Ek")) + cells(p("Centerpartiet"), p("Moderaterna")) + `</w:tbl>`, "Åsa Öst\nCenterpartiet\n\nBo Ek\nModeraterna\n", "p p p p"},
		"names with parties":   {`<w:tbl>` + cells(p("Åsa Öst (C)"), p("Bo Ek (M)")) + cells(p("Ed By (C)"), p("Eva Ed (M)")) + `</w:tbl>`, "Åsa Öst (C)\tBo Ek (M)\nEd By (C)\tEva Ed (M)\n", "c1 c2 c1 c2"},
		"names in their cells": {`<w:tbl>` + cells(p("Åsa Öst", "Centerpartiet"), p("Bo Ek", "Moderaterna")) + `</w:tbl>`, "Åsa Öst\nCenterpartiet\n\nBo Ek\nModeraterna\n", "p p p p"},
		"rows in a control":    {`<w:tbl>` + lines + `<w:sdt><w:sdtContent>` + cells(p("A"), p("B")) + `</w:sdtContent></w:sdt></w:tbl>`, "A\tB\n", "c1 c2"},
		"claims in a cell": {`<w:tbl>` + lines + cells(p("Yrkanden"), p("att kommunen inför avgiftsfri kollektivtrafik för alla som är äldre än 65 år, och att det sker från årsskiftet efter nästa", "att nämnden återkommer med en beräkning av vad det kostar för kommunen på kort och på lång sikt, med källor")) + `</w:tbl>`,
			"Yrkanden\n\natt kommunen inför avgiftsfri kollektivtrafik för alla som är äldre än 65 år, och att det sker från årsskiftet efter nästa\natt nämnden återkommer med en beräkning av vad det kostar för kommunen på kort och på lång sikt, med källor\n", "p p p"},
	} {
		t.Run(name, func(t *testing.T) {
			got := readWord(t, c.body, nil)
			if got.String != c.want || kinds(got) != c.kinds {
				t.Errorf("%q %s, want %q %s", got.String, kinds(got), c.want, c.kinds)
			}
		})
	}
}

func TestWordTableStyles(t *testing.T) {
	more := parts{"word/styles.xml": root("styles", `<w:style w:type="table" w:styleId="Rutnat"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders><w:insideV w:val="single"/></w:tblBorders></w:tblPr></w:style><w:style w:type="table" w:styleId="Eget"><w:basedOn w:val="Rutnat"/></w:style>`+
		`<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:pPr><w:spacing w:beforeAutospacing="1"/></w:pPr></w:style>`),
		"word/numbering.xml": root("numbering", abstract("0", level("0", "decimal", "%1."))+num("1", "0"))}
	row := `<w:tr><w:tc>` + p("A", "B") + `</w:tc><w:tc>` + items("1.0 C") + `</w:tc></w:tr>`
	for props, want := range map[string]string{`<w:tblStyle w:val="Eget"/>`: "Före\n\nA B\t1. C\n", `<w:tblStyle w:val="Okänd"/>`: "Före\n\nA\n\nB\n\n1. C\n"} {
		if got := readWord(t, p("Före")+`<w:tbl><w:tblPr>`+props+`</w:tblPr>`+row+`</w:tbl>`, more); got.String != want {
			t.Errorf("%s: %q", props, got.String)
		}
	}
}

func TestSignaturesWithTabs(t *testing.T) {
	for in, want := range map[string]string{
		"Åsa Öst\tBo Ek|Centerpartiet\tModeraterna":                "Åsa Öst\nCenterpartiet\n\nBo Ek\nModeraterna\n",
		"Åsa Öst\t\t\tBo Ek\nGruppledare (C)\t\tLedamot (M)":       "Åsa Öst\nGruppledare (C)\n\nBo Ek\nLedamot (M)\n",
		"Åsa Öst\tBo Ek|Ed By\tEva Ed":                             "Åsa Öst\tBo Ek\nEd By\tEva Ed\n",
		"Åsa Öst\tBo Ek|(C)\t(M)|Ed By\tEva Ed|(S)\t(V)":           "Åsa Öst\n(C)\n\nBo Ek\n(M)\n\nEd By\n(S)\n\nEva Ed\n(V)\n",
		"Anna von Platen\tBo Ek||Liberalerna Lund\tVänsterpartiet": "Anna von Platen\nLiberalerna Lund\n\nBo Ek\nVänsterpartiet\n",
		"Datum\t2026-11-22|Dnr\tKS 2026/1":                         "Datum\t2026-11-22\nDnr\tKS 2026/1\n",
	} {
		if got := readWord(t, p(strings.Split(in, "|")...), nil); got.String != want {
			t.Errorf("%q: %q, want %q", in, got.String, want)
		}
	}
}
