package letter

import (
	"context"
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/reading"
)

func htmlText(t *testing.T, in string) reading.Text {
	t.Helper()
	got, err := HTML(context.Background(), []byte(in))
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestHTML(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"paragraphs": {"<p>Ett <b>två</b>\n  tre.<p>Fyra", "Ett två tre.\n\nFyra\n"},
		"headings":   {"<h1>Motion om\nbänkar</h1><div>Text</div><div>mer</div>", "Motion om bänkar\n\nText\nmer\n"},
		"breaks":     {"<p>Åsa Öst (FE)<br>Bo Ek<br><br>Sist</p>", "Åsa Öst (FE)\nBo Ek\n\nSist\n"},
		"entities":   {"<p>&aring;&#228;&ouml; &lt;b&gt; &amp;amp; &#x201D;", "åäö <b> &amp; ”\n"},
		"numbers":    {"<ol start=3><li>att a<li><p>att b</p><p>mer</p><li value=9>c</ol>", "3. att a\n4. att b\nmer\n9. c\n"},
		"letters":    {"<ol type=a><li>a<ol type=I><li>b</li><li>c</ol></li><li>d</ol>", "a. a\nI. b\nII. c\nb. d\n"},
		"backwards":  {"<ol reversed><li>a<li>b<li>c</ol>", "3. a\n2. b\n1. c\n"},
		"bullets":    {"<p>Jag yrkar<ul><li>att a</li><li>att b<ul><li>c</ul></ul><p>Slut", "Jag yrkar\n\n– att a\n– att b\n– c\n\nSlut\n"},
		"no marks":   {`<ul style="list-style-type: none"><li>a</ul><ol style="list-style-type:lower-roman"><li>b<li>c</ol>`, "a\n\ni. b\nii. c\n"},
		"table":      {"<table><tr><th>Nr<th>Yrkande<tr><td>1<td>att <i>a</i><tr><td><td><p>att b</p></table>efter", "Nr\tYrkande\n1\tatt a\natt b\n\nefter\n"},
		"columns":    {"<table><tr><td>Anna Ek<br>(FE)<td>Bo Ek<br>(LL)</table>", "Anna Ek\n(FE)\nBo Ek\n(LL)\n"},
		"in tables":  {"<table><tr><td><table><tr><td>a<td>b</table><p>c<ul><li>d</ul></td><td></table>", "a\tb\n\nc\n\n– d\n"},
		"pre":        {"<pre>Rad ett\n  rad två\n\nrad tre</pre>", "Rad ett\nrad två\n\nrad tre\n"},
		"hidden":     {`<p hidden>a<p>b<span style="color:red; display: none">c</span>d<script>e</script><style>f</style><template>g</template>`, "bd\n"},
		"changes":    {"<p>att <del>inte</del> <ins>alltid</ins> bygga", "att alltid bygga\n"},
		"beside":     {"<p>att <del>inte</del><ins>alltid</ins> bygga <b>en</b> <i>bro</i>", "att alltid bygga en bro\n"},
		"footnotes":  {"<p>Bänkar<sup>12</sup> på 3 m<sup>2</sup>", "Bänkar¹² på 3 m²\n"},
		"notes":      {`<div title="header"><p>Kommunen</p></div><p>Bänkar<a class="sdfootnoteanc"><sup>1</sup></a>.</p><div id="sdfootnote1"><p><a class="sdfootnotesym">1</a>Se planen.</p></div>`, "Kommunen\n\nBänkar¹.\n\n¹ Se planen.\n"},
		"spaces":     {"<p style='margin-bottom: 0.1in'>a<p style='margin-bottom:0in'>b<p style='margin: 0cm 0cm 8pt'>c<p style='margin:0.0001pt;color:red'>d", "a\n\nb\nc\nd\n"},
		"soft":       {"kommun&shy;full&#8203;mäktige", "kommunfullmäktige\n"},
		"links":      {`<p>Se <a href="https://example.org/x">planen</a>.`, "Se planen.\n"},
		"main":       {`<header>Exempelkommun</header><nav><a>Start</a></nav><main><nav>du är här</nav><header><h1>Motion</h1></header><p>Text</p></main><footer>Kontakt</footer>`, "Motion\n\nText\n"},
		"article":    {`<div>Meny</div><article><h1>Motion</h1></article>`, "Motion\n"},
		"no main":    {`<header>Åsa</header><p>Text</p><footer>Fot</footer>`, "Åsa\n\nText\n\nFot\n"},
		"empty main": {`<main></main><p>Text</p>`, "Text\n"},
		"word":       {"<p class=MsoNormal>Hej</p><p class=MsoNormal>&nbsp;</p><p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span><![endif]>att a</p><p class=MsoListParagraph><span style='mso-list:Ignore'>·<span>&nbsp; </span></span>att b</p>", "Hej\n\n1. att a\n– att b\n"},
		"unclosed":   {"<div><b><p>a<table><tr><td>b", "a\n\nb\n"},
		"misnested":  {"</p></div><b>a<p>b</b>c</p></table>d", "a\n\nbc\n\nd\n"},
		"quoted":     {`<p>Svar</p><blockquote type=cite><p>Fråga</p></blockquote>`, "Svar\n\n> Fråga\n"},
	} {
		if got := htmlText(t, c.in).String; got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", name, got, c.want)
		}
	}
}

func TestHTMLBlocks(t *testing.T) {
	got := htmlText(t, "<h2>Rubrik</h2><ul><li>a<ul><li>b</ul></ul><table><tr><td>c<td>d</table>")
	want := []reading.Block{{Kind: reading.Heading, Level: 2}, {Kind: reading.Item, Level: 1}, {Kind: reading.Item, Level: 2}, {Kind: reading.Cell, Level: 1}, {Kind: reading.Cell, Level: 2}}
	if len(got.Blocks) != len(want) {
		t.Fatalf("%+v", got.Blocks)
	}
	for i, b := range got.Blocks {
		if b.Kind != want[i].Kind || b.Level != want[i].Level {
			t.Errorf("%d: %+v", i, b)
		}
	}
}

func TestHTMLRemarks(t *testing.T) {
	got := htmlText(t, `<p>att <del cite="Bo">inte</del><ins>alltid</ins> bygga<img src=x><img src=y width=1 height=1><script>x</script><iframe src="https://example.org"></iframe><div hidden>dold</div>`)
	codes := map[app.RemarkCode]app.Remark{}
	for _, r := range got.Remarks {
		codes[r.Code] = r
	}
	if r := codes[app.RemarkDeleted]; r.What != "inte" || r.By != "Bo" || r.Start != len("att ") {
		t.Errorf("%+v", r)
	}
	if r := codes[app.RemarkInserted]; got.String[r.Start:r.End] != "alltid" {
		t.Errorf("%+v", r)
	}
	if codes[app.RemarkPictures].N != 1 || codes[app.RemarkActive].N != 1 || codes[app.RemarkHidden].Code == "" || codes[app.RemarkEmbedded].What != "https://example.org" {
		t.Errorf("%+v", got.Remarks)
	}
}

func TestHTMLCharsets(t *testing.T) {
	page := func(meta string) string { return "<html><head>" + meta + "</head><body><p>" }
	far := strings.Repeat(" ", 2000)
	for name, in := range map[string]string{
		"said utf-8":        page("<meta charset=utf-8>") + "åäö”",
		"said latin-1":      page(`<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">`) + "\xe5\xe4\xf6\x94",
		"said wrong":        page("<meta charset=iso-8859-1>") + "åäö”",
		"said wrongly utf8": page("<meta charset=utf-8>") + "\xe5\xe4\xf6\x94",
		"unsaid":            page("") + far + "åäö”",
		"unsaid 1252":       page("") + far + "\xe5\xe4\xf6\x94",
		"bom":               "\xef\xbb\xbf" + page("<meta charset=iso-8859-1>") + "åäö”",
		"utf-16":            "\xff\xfe<\x00p\x00>\x00\xe5\x00\xe4\x00\xf6\x00\x1d\x20",
		"mac":               page("<meta charset=macintosh>") + "\x8c\x8a\x9a\xd3",
	} {
		if got := htmlText(t, in).String; got != "åäö”\n" {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestIsHTML(t *testing.T) {
	for in, want := range map[string]bool{"<!DOCTYPE html><p>": true, "\xef\xbb\xbf\n<html lang=sv>": true, `<?xml version="1.0"?><html xmlns="x">`: true, "<p>Motion": false, "Motion om <html>": false, "": false} {
		if IsHTML([]byte(in)) != want {
			t.Errorf("%q", in)
		}
	}
}
