package letter

import (
	"context"
	"strings"
	"testing"
	"unicode/utf8"

	"yttra/app"
	"yttra/app/reading"
)

// sound checks what every reader promises of a text, whatever it was made from.
func sound(t *testing.T, got reading.Text, err error) {
	t.Helper()
	if err != nil {
		if app.ProblemOf(err) == nil {
			t.Fatalf("no sentence: %v", err)
		}
		return
	}
	if !utf8.ValidString(got.String) || got.String != "" && !strings.HasSuffix(got.String, "\n") {
		t.Fatalf("%q", got.String)
	}
	for _, r := range got.String {
		if r < ' ' && r != '\n' && r != '\t' || r >= 0x7f && r < 0xa0 {
			t.Fatalf("%q in %q", r, got.String)
		}
	}
	at := 0
	for _, b := range got.Blocks {
		if b.Span.Start < at || b.Span.End < b.Span.Start || b.Span.End > len(got.String) || strings.Contains(got.String[b.Span.Start:b.Span.End], "\n") {
			t.Fatalf("block %+v after %d in %q", b, at, got.String)
		}
		at = b.Span.End
	}
	for _, r := range got.Remarks {
		if r.Start < 0 || r.End < r.Start || r.End > len(got.String) {
			t.Fatalf("%+v of %d bytes", r, len(got.String))
		}
	}
	for _, f := range got.Files {
		if f.Name == "" || strings.ContainsAny(f.Name, "/\\\x00:") || strings.HasPrefix(f.Name, ".") || FileName(f.Name) != f.Name {
			t.Fatalf("a file called %q", f.Name)
		}
	}
}

func FuzzHTML(f *testing.F) {
	for _, s := range []string{
		"<!doctype html><html><head><meta charset=iso-8859-1><title>x</title><style>p{}</style></head><body><nav>a</nav><main><h1>Motion</h1><p>Jag yrkar<ol type=a start=3 reversed><li value=2>att \xe5<li><p>b<ul><li>c</ul></ol><table><tr><th>a<td>b<td><table><tr><td>c</table></table></main>",
		"<p class=MsoListParagraph style='mso-list:l0 level2'><span style='mso-list:Ignore'>·<span>&nbsp;</span></span>a<del cite=Bo>b</del><ins>c</ins><sup>1</sup><br><br>d<pre>e\r\n f</pre><blockquote type=cite>g",
		"<div hidden><p>a</div>b<script><!--<script></script>c<textarea><b></textarea><plaintext>d",
		"\xff\xfe<\x00p\x00>\x00\xe5\x00", "<svg><title><p>a</svg><math><mi>x</math><![CDATA[a]]><?xml?><!-- a --!>b&#0;&#xd800;&notit;",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := HTML(context.Background(), data)
		sound(t, got, err)
	})
}

func FuzzRTF(f *testing.F) {
	for _, s := range []string{
		`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset2 S;}{\f2\fcharset128 J;}}{\stylesheet{\s1\outlinelevel0 heading 1;}}{\*\revtbl{U;}{Bo;}}\pard\s1 Motion\par{\listtext\f1\'b7\tab}att \uc1\u229?\par\trowd\pard\intbl a\cell b\cell\row\pard{\deleted\revauthdel1 x}{\revised y}\par}`,
		`{\rtf1{\header a\par}{\footer b\par}a{\super\chftn{\footnote{\super\chftn} c}}{\field{\*\fldinst PAGE}{\fldrslt 1}}{\shp{\*\shpinst{\shptxt d\par}}}{\pict\bin3 }}}{\upr{e}{\*\ud f}}\v g\v0\line h}`,
		`{\rtf1\mac\uc0\u-10179\u-8704\'e5\~\_\-\{\\\}{\*\x y}\pard\intbl\itap2 a\nestcell{\*\nesttableprops\nestrow}{\nonesttables\par}\cell\row`, `{\rtf1\`, `{\rtf1}}{a`,
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := RTF(context.Background(), data)
		sound(t, got, err)
	})
}

func FuzzMail(f *testing.F) {
	for _, s := range []string{
		mailHead + "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: multipart/alternative; boundary=y\n\n--y\n\nHej\n--y\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n<p>Hej=20=\n</p>\n--y--\n" +
			"--x\nContent-Type: application/pdf; name=\"=?utf-8?Q?b=C3=A5t.pdf?=\"\nContent-Transfer-Encoding: base64\n\nJVBERi0=\n--x\nContent-Type: message/rfc822\n\nSubject: ../a\n\nb\n--x--\n",
		mailHead + "Content-Type: text/plain; format=flowed; delsp=yes; charset=\"iso-8859-1\"\n\nEn \nrad\xe5\n>> b \n>> c\n-- \nÅsa\n",
		"From x\nFrom: a\n b\nTo:\n\nc", "Subject: =?utf-16?b?//4=?=\nContent-Disposition: attachment; filename*0=\"a\"; filename*1=\"con.txt\"\n\nx", "a: b\r\n\r\n\x00\xff",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		got, err := Mail(context.Background(), data)
		sound(t, got, err)
		IsMail(data)
	})
}

func FuzzFileName(f *testing.F) {
	for _, s := range []string{"a.pdf", "../b", `c:\con.txt`, "\u202egpj.exe", strings.Repeat("å", 200) + ".docx", "...", "_", "a . b. "} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		sound(t, reading.Text{Files: []reading.File{{Name: FileName(s)}}}, nil)
	})
}
