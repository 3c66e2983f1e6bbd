package office

import (
	"strings"
	"testing"
)

// level is a level of a list.
func level(at, format, text string, more ...string) string {
	return `<w:lvl w:ilvl="` + at + `"><w:start w:val="1"/><w:numFmt w:val="` + format + `"/>` + strings.Join(more, "") + `<w:lvlText w:val="` + text + `"/></w:lvl>`
}

func abstract(id string, inner ...string) string {
	return `<w:abstractNum w:abstractNumId="` + id + `">` + strings.Join(inner, "") + `</w:abstractNum>`
}

func num(id, abstract string, inner ...string) string {
	return `<w:num w:numId="` + id + `"><w:abstractNumId w:val="` + abstract + `"/>` + strings.Join(inner, "") + `</w:num>`
}

// item is a paragraph of a list: "2.1 att x" is the level 1 of num 2.
func items(list ...string) string {
	var b strings.Builder
	for _, s := range list {
		at, words, _ := strings.Cut(s, " ")
		id, lvl, _ := strings.Cut(at, ".")
		if id == "" {
			b.WriteString(p(words))
			continue
		}
		b.WriteString(styled(`<w:numPr><w:ilvl w:val="`+lvl+`"/><w:numId w:val="`+id+`"/></w:numPr>`, words))
	}
	return b.String()
}

func TestWordLists(t *testing.T) {
	symbol := `<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr>`
	override := func(at, start string) string {
		return `<w:lvlOverride w:ilvl="` + at + `"><w:startOverride w:val="` + start + `"/></w:lvlOverride>`
	}
	for name, c := range map[string]struct {
		numbering string
		body      string
		want      string
	}{
		"numbers": {abstract("0", level("0", "decimal", "%1.")) + num("1", "0"), items("1.0 att a", "1.0 att b", " mellan", "1.0 att c"), "1. att a|2. att b|mellan|3. att c"},
		"levels": {abstract("0", level("0", "decimal", "%1."), level("1", "lowerLetter", "%2)"), level("2", "lowerRoman", "(%3)")) + num("1", "0"),
			items("1.0 x", "1.1 x", "1.1 x", "1.2 x", "1.2 x", "1.0 x", "1.1 x"), "1. x|a) x|b) x|(i) x|(ii) x|2. x|a) x"},
		"numbers of numbers": {abstract("0", level("0", "decimal", "%1"), level("1", "decimal", "%1.%2"), level("2", "decimal", "%1.%2.%3.")) + num("1", "0"),
			items("1.0 x", "1.1 x", "1.2 x", "1.2 x", "1.1 x", "1.2 x"), "1 x|1.1 x|1.1.1. x|1.1.2. x|1.2 x|1.2.1. x"},
		"a level without the one above": {abstract("0", level("0", "decimal", "%1."), level("1", "decimal", "%1.%2")) + num("1", "0"), items("1.1 x", "1.1 y", "1.0 z"), "1.1 x|1.2 y|2. z"},
		"formats": {abstract("0", level("0", "upperRoman", "%1."), level("1", "upperLetter", "§ %2"), level("2", "decimalZero", "%3"), level("3", "ordinal", "%4"), level("4", "001", "%5")) + num("1", "0"),
			items("1.0 x", "1.1 x", "1.2 x", "1.3 x", "1.4 x"), "I. x|§ A x|01 x|1:a x|001 x"},
		"all as figures": {abstract("0", level("0", "upperRoman", "%1."), level("1", "decimal", "%1.%2", "<w:isLgl/>")) + num("1", "0"), items("1.0 x", "1.1 x"), "I. x|1.1 x"},
		"bullets": {abstract("0", level("0", "bullet", "\uf0b7", symbol), level("1", "bullet", "o"), level("2", "bullet", "-"), level("3", "bullet", "\uf0a7", strings.Replace(symbol, "Symbol", "Wingdings", 2)), level("4", "bullet", "»"), level("5", "bullet", "\uf02d", symbol)) + num("1", "0"),
			items("1.0 x", "1.1 x", "1.2 x", "1.3 x", "1.4 x", "1.5 x"), "• x|• x|– x|• x|» x|– x"},
		"two of one":        {abstract("0", level("0", "decimal", "%1.")) + num("1", "0") + num("2", "0", override("0", "1")), items("1.0 x", "1.0 x", "2.0 x", "2.0 x", "1.0 x"), "1. x|2. x|1. x|2. x|3. x"},
		"goes on":           {abstract("0", level("0", "decimal", "%1.")) + num("1", "0") + num("2", "0"), items("1.0 x", "2.0 x"), "1. x|2. x"},
		"starts at five":    {abstract("0", strings.Replace(level("0", "decimal", "%1."), `start w:val="1"`, `start w:val="5"`, 1)) + num("1", "0"), items("1.0 x", "1.0 x"), "5. x|6. x"},
		"a level changed":   {abstract("0", level("0", "decimal", "%1.")) + num("1", "0", `<w:lvlOverride w:ilvl="0">`+level("0", "lowerLetter", "%1)")+`</w:lvlOverride>`), items("1.0 x", "1.0 x"), "a) x|b) x"},
		"never begins anew": {abstract("0", level("0", "decimal", "%1."), level("1", "decimal", "%2)", `<w:lvlRestart w:val="0"/>`)) + num("1", "0"), items("1.0 x", "1.1 x", "1.0 x", "1.1 x"), "1. x|1) x|2. x|2) x"},
		"none":              {abstract("0", level("0", "none", "")) + num("1", "0"), items("1.0 x", "0.0 y", "9.0 z"), "x|y|z"},
		"words":             {abstract("0", level("0", "decimal", "Yrkande %1:")) + num("1", "0"), items("1.0 att x", "1.0 att y"), "Yrkande 1: att x|Yrkande 2: att y"},
		"absurd":            {abstract("0", strings.Replace(level("0", "lowerLetter", "%1."), `start w:val="1"`, `start w:val="999999999999"`, 1)) + num("1", "0"), items("1.0 x"), "1000000. x"},
	} {
		t.Run(name, func(t *testing.T) {
			got := readWord(t, c.body, parts{"word/numbering.xml": root("numbering", c.numbering)})
			if want := strings.ReplaceAll(c.want, "|", "\n") + "\n"; got.String != want {
				t.Errorf("%q, want %q", got.String, want)
			}
		})
	}
}

// A style may bring the list: headings with numbers are made so.
func TestWordListsThroughStyles(t *testing.T) {
	more := parts{
		"word/numbering.xml": root("numbering", abstract("0", level("0", "decimal", "%1", `<w:pStyle w:val="Rubrik1"/>`), level("1", "decimal", "%1.%2", `<w:pStyle w:val="Rubrik2"/>`))+
			abstract("1", `<w:numStyleLink w:val="Punkter"/>`)+abstract("2", level("0", "decimal", "(%1)"))+num("1", "0")+num("2", "1")+num("3", "2")),
		"word/styles.xml": root("styles", `<w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`+
			`<w:style w:type="paragraph" w:styleId="Rubrik2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`+
			`<w:style w:type="paragraph" w:styleId="Eget"><w:name w:val="Eget"/><w:basedOn w:val="Rubrik1"/></w:style>`+
			`<w:style w:type="numbering" w:styleId="Punkter"><w:name w:val="Punkter"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>`),
	}
	st := func(id, words string) string { return styled(`<w:pStyle w:val="`+id+`"/>`, words) }
	got := readWord(t, st("Rubrik1", "Bakgrund")+st("Rubrik2", "Då")+st("Rubrik2", "Nu")+st("Rubrik1", "Yrkande")+items("2.0 att x", "2.0 att y")+st("Eget", "Slut")+styled(`<w:pStyle w:val="Rubrik1"/><w:numPr><w:numId w:val="0"/></w:numPr>`, "Utan"), more)
	want := "1 Bakgrund\n1.1 Då\n1.2 Nu\n2 Yrkande\n\n(1) att x\n(2) att y\n\n3 Slut\nUtan\n"
	if got.String != want || kinds(got) != "h1 h2 h2 h1 i1 i1 h1 h1" {
		t.Errorf("%q %s", got.String, kinds(got))
	}
}

func TestCounted(t *testing.T) {
	for format, want := range map[string]string{"lowerLetter": "z", "upperLetter": "Z", "lowerRoman": "xxvi", "decimal": "26", "decimalEnclosedParen": "(26)", "numberInDash": "- 26 -", "hex": "1A", "ordinal": "26:e", "unheard of": "26"} {
		if got := counted(26, format); got != want {
			t.Errorf("%s: %q", format, got)
		}
	}
	for n, want := range map[int]string{0: "0", -3: "-3", 27: "aa", 53: "aaa", 1 << 30: "1073741824"} {
		if got := counted(n, "lowerLetter"); got != want {
			t.Errorf("%d: %q", n, got)
		}
	}
	if got := roman(1994) + roman(4000) + raised("12*ix"); got != "MCMXCIV4000¹²*ⁱˣ" {
		t.Error(got)
	}
}
