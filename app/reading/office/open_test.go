package office

import (
	"strings"
	"testing"
)

// op makes paragraphs of OpenDocument.
func op(words ...string) string {
	return `<text:p>` + strings.Join(words, `</text:p><text:p>`) + `</text:p>`
}

func TestOpenWords(t *testing.T) {
	for name, c := range map[string]struct{ body, want string }{
		"paragraphs":        {op("Ett", "", "Två "), "Ett\n\nTvå\n"},
		"space":             {op(" att\n   göra <text:s text:c=\"2\"/>så<text:s/>", "a<text:tab/>b<text:line-break/> c"), "att göra   så\na\tb\nc\n"},
		"absurd space":      {op(`a<text:s text:c="1000000000"/>b`), "a" + strings.Repeat(" ", 40) + "b\n"},
		"spans and links":   {op(`<text:span>kom</text:span><text:a xlink:href="http://x">mun</text:a><text:bookmark-start/>en`), "kommunen\n"},
		"a page that ends":  {op(`kom<text:soft-page-break/>mun`), "kommun\n"},
		"fields":            {op(`Sida <text:date>2026-11-22</text:date> <text:user-defined>Åsa</text:user-defined> <text:conditional-text>ja</text:conditional-text>`), "Sida 2026-11-22 Åsa ja\n"},
		"ruby":              {op(`<text:ruby><text:ruby-base>bas</text:ruby-base><text:ruby-text>över</text:ruby-text></text:ruby>`), "bas\n"},
		"contents":          {op("Före") + `<text:table-of-content><text:index-body>` + op("Rubrik 1") + `</text:index-body></text:table-of-content>` + op("Efter"), "Före\nEfter\n"},
		"sections":          {`<text:section>` + op("Ett") + `<text:section>` + op("Två") + `</text:section></text:section>`, "Ett\nTvå\n"},
		"a frame":           {op(`Brev<draw:frame><draw:text-box>`+op("Ruta")+`</draw:text-box></draw:frame>`, "Slut"), "Brev\n\nRuta\n\nSlut\n"},
		"a frame by itself": {`<draw:frame><draw:text-box>` + op("Ruta") + `</draw:text-box></draw:frame>` + op("Text"), "Ruta\n\nText\n"},
		"a shape":           {op(`<draw:custom-shape>` + op("Form") + `</draw:custom-shape>`), "Form\n"},
		"notes": {op(`Text<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>`+op("Not ett", "Mer")+`</text:note-body></text:note> mer<text:note text:note-class="endnote"><text:note-citation>i</text:note-citation><text:note-body>`+op("Slutnot")+`</text:note-body></text:note>.`, "Slut"),
			"Text¹ merⁱ.\nSlut\n\n¹ Not ett\nMer\nⁱ Slutnot\n"},
		"headings": {`<text:h text:outline-level="2">Bakgrund</text:h>` + op("Text"), "Bakgrund\n\nText\n"},
	} {
		t.Run(name, func(t *testing.T) {
			got := readOpen(t, c.body, "", nil)
			if got.String != c.want {
				t.Errorf("%q, want %q", got.String, c.want)
			}
			if rest := remarks(got); rest != "" {
				t.Errorf("remarks: %s", rest)
			}
		})
	}
}

const openLists0 = `<text:list-style style:name="N"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix="." text:display-levels="2"/><text:list-level-style-number text:level="3" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/></text:list-style>` +
	`<text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="&#xF0B7;"><style:text-properties style:font-name="Symbol"/></text:list-level-style-bullet><text:list-level-style-bullet text:level="2" text:bullet-char="–"/><text:list-level-style-image text:level="3"/></text:list-style>` +
	`<text:list-style style:name="T"><text:list-level-style-number text:level="1" style:num-format="I" style:num-list-format="Yrkande %1%:" text:start-value="2"/><text:list-level-style-number text:level="2" style:num-format="1" style:num-list-format="%1%-%2%"/></text:list-style>` +
	`<style:style style:name="P1" style:family="paragraph" style:list-style-name="N"/>`

func TestOpenLists(t *testing.T) {
	item := func(inner string) string { return `<text:list-item>` + inner + `</text:list-item>` }
	list := func(attr string, inner ...string) string {
		return `<text:list ` + attr + `>` + strings.Join(inner, "") + `</text:list>`
	}
	n := `text:style-name="N"`
	for name, c := range map[string]struct{ body, want string }{
		"numbers":            {list(n, item(op("x")), item(op("y", "mer"))), "1. x|2. y|mer"},
		"anew":               {list(n, item(op("x"))) + op("mellan") + list(n, item(op("x"))), "1. x|mellan|1. x"},
		"goes on":            {list(n, item(op("x"))) + op("mellan") + list(n+` text:continue-numbering="true"`, item(op("x"))), "1. x|mellan|2. x"},
		"goes on from one":   {list(n+` xml:id="a"`, item(op("x"))) + list(n, item(op("x"))) + list(n+` text:continue-list="a"`, item(op("x"))), "1. x|1. x|2. x"},
		"levels":             {list(n, item(op("x")+list("", item(op("y")), item(op("y")+list("", item(op("z")))))), item(op("x")+list("", item(op("y"))))), "1. x|1.1. y|1.2. y|(a) z|2. x|2.1. y"},
		"a level by itself":  {list(n, item(list("", item(op("y")), item(op("y")))), item(op("x"))), "1.1. y|1.2. y|1. x"},
		"own start":          {list(n, item(op("x")), `<text:list-item text:start-value="7">`+op("x")+`</text:list-item>`, item(op("x"))), "1. x|7. x|8. x"},
		"a head of a list":   {list(n, `<text:list-header>`+op("rubrik")+`</text:list-header>`, item(op("x"))), "rubrik|1. x"},
		"bullets":            {list(`text:style-name="B"`, item(op("x")+list("", item(op("y")+list("", item(op("z"))))))), "• x|– y|• z"},
		"a template":         {list(`text:style-name="T"`, item(op("x")+list("", item(op("y")))), item(op("x"))), "Yrkande II: x|II-1 y|Yrkande III: x"},
		"by the paragraph":   {list("", item(`<text:p text:style-name="P1">x</text:p>`)), "1. x"},
		"a style that is no": {list(`text:style-name="?"`, item(op("x"))), "x"},
		"numbered paragraph": {`<text:numbered-paragraph text:list-id="q" text:style-name="N">` + op("x") + `</text:numbered-paragraph><text:numbered-paragraph text:list-id="q" text:style-name="N" text:level="2">` + op("y") + `</text:numbered-paragraph>`, "1. x|1.1. y"},
	} {
		t.Run(name, func(t *testing.T) {
			got := readOpen(t, c.body, openLists0, nil)
			if want := strings.ReplaceAll(c.want, "|", "\n") + "\n"; got.String != want {
				t.Errorf("%q, want %q", got.String, want)
			}
		})
	}
}

func TestOpenStyles(t *testing.T) {
	more := parts{"styles.xml": `<office:document-styles ` + openSpaces + `><office:styles><style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph"/><style:style style:name="Text_20_body" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.3cm"/></style:style>` +
		`<text:outline-style><text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/><text:outline-level-style text:level="3" style:num-format=""/></text:outline-style></office:styles>` +
		`<office:automatic-styles><style:style style:name="P1" style:family="paragraph"><style:text-properties text:display="none"/></style:style></office:automatic-styles>` +
		`<office:master-styles><style:master-page style:name="Standard"><style:header>` + op("Andra") + `</style:header></style:master-page><style:master-page style:name="First"><style:header>` + op("Partiet i Lund<text:tab/>Sida <text:page-number>1</text:page-number>") + `</style:header><style:footer>` + op("Storgatan 1", "Dnr KS 2026/1") + `</style:footer></style:master-page></office:master-styles></office:document-styles>`}
	got := readOpen(t, `<text:p text:style-name="P1">Motion</text:p><text:h text:outline-level="1">A</text:h><text:h text:outline-level="2">B</text:h><text:h text:outline-level="1" text:is-list-header="true">C</text:h><text:h text:outline-level="2">D</text:h><text:h text:outline-level="3">E</text:h><text:p text:style-name="Heading_20_1">F</text:p><text:p text:style-name="Text_20_body">G</text:p><text:p text:style-name="Text_20_body">H</text:p>`,
		`<style:style style:name="P1" style:family="paragraph" style:master-page-name="First"/>`, more)
	want := "Partiet i Lund\n\nMotion\n\n1. A\n1.1 B\nC\n1.2 D\nE\nF\n\nG\n\nH\n\nDnr KS 2026/1\n"
	if got.String != want || kinds(got) != "f p h1 h2 h1 h2 h3 h1 p p f" {
		t.Errorf("%q %s", got.String, kinds(got))
	}
}

func TestOpenTables(t *testing.T) {
	tab := func(rows ...string) string {
		return `<table:table><table:table-column/><table:table-row>` + strings.Join(rows, `</table:table-row><table:table-row>`) + `</table:table-row></table:table>`
	}
	c := func(words ...string) string { return `<table:table-cell>` + op(words...) + `</table:table-cell>` }
	lined := func(words ...string) string {
		return `<table:table-cell table:style-name="C">` + op(words...) + `</table:table-cell>`
	}
	for name, x := range map[string]struct{ body, want string }{
		"rows":               {tab(lined("År")+lined("Kostnad"), lined("2026")+lined("3 tkr", "ungefär")), "År\tKostnad\n2026\t3 tkr ungefär\n"},
		"head rows":          {`<table:table><table:table-header-rows><table:table-row>` + c("A") + c("B") + `</table:table-row></table:table-header-rows></table:table>`, "A\tB\n"},
		"covered":            {tab(lined("A")+`<table:covered-table-cell/>`+lined("C"), lined("a")+lined("b")+lined("c")), "A\tC\na\tb\tc\n"},
		"repeated":           {tab(`<table:table-cell table:number-columns-repeated="3">`+op("x")+`</table:table-cell>`+c("y")) + op("Slut"), "x\tx\tx\ty\n\nSlut\n"},
		"absurdly repeated":  {`<table:table><table:table-row table:number-rows-repeated="1000000000"><table:table-cell table:number-columns-repeated="1000000000"/></table:table-row><table:table-row>` + c("a") + c("b") + `</table:table-row></table:table>`, "a\tb\n"},
		"names over parties": {tab(c("Åsa Öst")+c("Bo Ek"), c("(C)")+c("(M)")), "Åsa Öst\n(C)\n\nBo Ek\n(M)\n"},
		"one cell":           {tab(c("Motion", "att x")), "Motion\natt x\n"},
		"a table in a cell":  {tab(lined("A") + `<table:table-cell>` + tab(lined("x")+lined("y")) + `</table:table-cell>`), "A\n\nx\ty\n"},
	} {
		t.Run(name, func(t *testing.T) {
			got := readOpen(t, x.body, `<style:style style:name="C" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000"/></style:style>`, nil)
			if got.String != x.want {
				t.Errorf("%q, want %q", got.String, x.want)
			}
		})
	}
}

func TestOpenRemarks(t *testing.T) {
	by := func(s string) string {
		return `<office:change-info><dc:creator>` + s + `</dc:creator><dc:date>2026-11-22</dc:date></office:change-info>`
	}
	changes := `<text:tracked-changes><text:changed-region text:id="i"><text:insertion>` + by("Åsa") + `</text:insertion></text:changed-region><text:changed-region text:id="d"><text:deletion>` + by("Bo") + op("bort", "taget") + `</text:deletion></text:changed-region><text:changed-region text:id="f"><text:format-change>` + by("Bo") + `</text:format-change></text:changed-region></text:tracked-changes>`
	for name, c := range map[string]struct {
		body, remarks, want string
		more                parts
	}{
		"put in":        {changes + op(`att <text:change-start text:change-id="i"/>snabbt`, `och<text:change-end text:change-id="i"/> <text:change-start text:change-id="f"/>väl<text:change-end text:change-id="f"/>`), "inserted:snabbt\noch:Åsa", "att snabbt\noch väl\n", nil},
		"taken away":    {changes + op(`att <text:change text:change-id="d"/>göra`), "deleted:bort taget:Bo", "att göra\n", nil},
		"between":       {changes + op("Ett") + `<text:change text:change-id="d"/>` + op("Två"), "deleted:bort taget:Bo", "Ett\nTvå\n", nil},
		"comments":      {op(`Text<office:annotation><dc:creator>Bo</dc:creator>` + op("Nja") + `</office:annotation>`), "comments:I", "Text\n", nil},
		"pictures":      {op(`Text<draw:frame><draw:image xlink:href="Pictures/1.png"/><draw:image xlink:href="Pictures/1.svg"/></draw:frame>`), "pictures:I", "Text\n", nil},
		"an object":     {op(`Text<draw:frame><draw:object xlink:href="./Object 1"/><draw:image xlink:href="x"/></draw:frame>`), "embedded:Object 1", "Text\n", nil},
		"hidden":        {`<text:section text:display="none">` + op("dolt") + `</text:section>` + op("Text", `<text:hidden-paragraph text:is-hidden="true"/>dolt`), "hidden", "Text\n", nil},
		"hidden words":  {op(`Text<text:span text:style-name="H">dolt</text:span>`), "hidden", "Text\n", nil},
		"a macro":       {op("Text"), "active:Basic/Module1", "Text\n", parts{"Basic/Standard/Module1.xml": "<x/>", "Basic/Standard/script-lb.xml": "<x/>"}},
		"what is run":   {`<office:scripts/>` + op(`<text:a xlink:href="x"><office:event-listeners><script:event-listener script:event-name="dom:click"/></office:event-listeners>Text</text:a>`), "active:dom:click", "Text\n", nil},
		"no page shown": {op("Text <text:page-number>3</text:page-number>"), "", "Text\n", nil},
	} {
		t.Run(name, func(t *testing.T) {
			got := readOpen(t, c.body, `<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>`, c.more)
			if got.String != c.want || remarks(got) != c.remarks {
				t.Errorf("%q %s, want %q %s", got.String, remarks(got), c.want, c.remarks)
			}
		})
	}
}

func TestOpenFlat(t *testing.T) {
	flat := `<?xml version="1.0" encoding="UTF-8"?><office:document ` + openSpaces + ` office:mimetype="application/vnd.oasis.opendocument.text"><office:scripts><office:script script:language="ooo:Basic"><x>sub</x></office:script></office:scripts><office:automatic-styles>` + openLists0 + `</office:automatic-styles><office:body><office:text><text:list text:style-name="N"><text:list-item>` + op("att x") + `</text:list-item></text:list></office:text></office:body></office:document>`
	got := must(t, ODT, []byte(flat))
	if got.String != "1. att x\n" || remarks(got) != "active:Basic" {
		t.Errorf("%q %s", got.String, remarks(got))
	}
}

func TestOpenLocked(t *testing.T) {
	manifest := `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>`
	for name, data := range map[string][]byte{
		"since 1.2": odt(t, "", "", parts{"META-INF/manifest.xml": manifest, "content.xml": "\x01\x02\x03"}),
		"since 1.4": parts{"mimetype": "application/vnd.oasis.opendocument.text", "encrypted-package": "\x01"}.zip(t),
	} {
		if _, err := ODT(t.Context(), data); codeOf(err) != "file_locked" {
			t.Errorf("%s: %v", name, err)
		}
	}
}
