package letter

import (
	"context"
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/reading"
)

func rtfText(t *testing.T, in string) reading.Text {
	t.Helper()
	got, err := RTF(context.Background(), []byte(in))
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func TestRTF(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"paragraphs":   {`\pard Ett {\b tv\'e5} tre.\par Fyra\par`, "Ett två tre.\nFyra\n"},
		"apart":        {`\pard Ett\par\par Tv\'e5\par\pard\sa200 Tre\par Fyra\par`, "Ett\n\nTvå\nTre\n\nFyra\n"},
		"line ends":    {"Ett\r\ntv\\'e5\\line tre\\\nfyra", "Etttvå\ntre\nfyra\n"},
		"unicode":      {`\uc1\u229?\u8211\'96 \u-3913?x\uc0\u228\uc2\u246??!`, "å– •xäö!\n"},
		"pairs":        {`\uc1\u-10179?\u-8704?`, "😀\n"},
		"signs":        {`\ldblquote a\rdblquote\~b\_c\-d\emdash\{\\\}`, "“a”\u00a0b\u2011cd—{\\}\n"},
		"code page":    {`\ansicpg1250 \'9a`, "š\n"},
		"mac":          {`\mac \'8c`, "å\n"},
		"fonts":        {`{\fonttbl{\f0\fnil\fcharset0 Arial;}{\f1\fcharset204 Arial Cyr;}{\f2\fcharset238{\*\falt x}Y;}}\f0 \'e5\f1 \'e5{\f2 \'9a}`, "åеš\n"},
		"japanese":     {`{\fonttbl{\f1\fcharset128 MS;}}\f1 \'93\'fa\'96\'7b`, "日本\n"},
		"not read":     {`{\stylesheet{\s1 Normal;}}{\info{\title Hemlig}}{\*\okand text}{\colortbl;\red0;}{\*\generator X;}Text{\pict\pngblip 89504e47}`, "Text\n"},
		"bin":          {"{\\pict\\bin5 }}{{\\}a", "a\n"},
		"fields":       {`Se {\field{\*\fldinst{HYPERLINK "http://x"}}{\fldrslt{\ul planen}}}. Sida {\field{\*\fldinst PAGE}{\fldrslt 1}}`, "Se planen. Sida\n"},
		"hidden":       {`Ett {\v g }tv\'e5\v a\v0 .`, "Ett två.\n"},
		"list":         {`{\listtext\pard\plain\f0 1.\tab}att a\par{\listtext 2.\tab}att b\par{\*\pn\pnlvlblt{\pntxtb\'b7}}{\pntext\f3\'B7\tab}att c\par\pard d`, "1. att a\n2. att b\n– att c\nd\n"},
		"no number":    {`{\listtext\pard\plain\tab}Rubrik\par\pard\outlinelevel0{\listtext 2.1\tab}Till`, "Rubrik\n2.1 Till\n"},
		"table":        {`\trowd\cellx1\pard\intbl Nr\cell Yrkande\cell\row\trowd\pard\intbl 1\cell{\b att} a\cell\row\pard Efter`, "Nr\tYrkande\n1\tatt a\nEfter\n"},
		"empty cell":   {`\trowd\pard\intbl \cell a\cell\cell b\cell\cell\row`, "\ta\t\tb\n"},
		"columns":      {`\trowd\pard\intbl Anna Ek\par (FE)\cell Bo Ek\par (LL)\cell\row`, "Anna Ek\n(FE)\nBo Ek\n(LL)\n"},
		"nested":       {`\trowd\pard\intbl x\cell\pard\intbl\itap2 a\nestcell b\nestcell{\*\nesttableprops\trowd\nestrow}{\nonesttables\par}\pard\intbl\cell\row`, "x\na\tb\n"},
		"no row end":   {`\pard\intbl a\cell b\cell\pard c`, "a\tb\nc\n"},
		"footnote":     {`B\'e4nkar{\super\chftn{\footnote\pard{\super\chftn} Se planen.}} och m{\super 2}.\par Mer{\super\chftn{\*\footnote\chftn  Muntligt.}}`, "Bänkar¹ och m².\nMer²\n\n¹ Se planen.\n² Muntligt.\n"},
		"head":         {`{\header Kommunen\par}{\headerf F\'f6rsta\par}{\footer Sida {\field{\*\fldinst PAGE}{\fldrslt 1}} Box 1\par}Text`, "Första\n\nText\n\nSida  Box 1\n"},
		"box":          {`F\'f6re{\shp{\*\shpinst{\sp{\sn a}{\sv 1}}{\shptxt\pard Dnr 1\par}}{\shprslt{\*\do x}}} efter\par Mer`, "Före efter\n\nDnr 1\n\nMer\n"},
		"changes":      {`{\*\revtbl{Unknown;}{Bo Ek;}}att {\deleted\revauthdel1 inte }{\revised\revauth1 alltid }bygga`, "att alltid bygga\n"},
		"upr":          {`{\upr{a?}{\*\ud{a\u229?}}}`, "aå\n"},
		"annotations":  {`a{\*\atnid X}{\*\annotation b}{\chatn}c`, "ac\n"},
		"no end":       {`a{\b b`, "ab\n"},
		"too many end": {`a}}}b`, "a\n"},
	} {
		if got := rtfText(t, `{\rtf1\ansi\ansicpg1252 `+c.in+`}`).String; got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", name, got, c.want)
		}
	}
}

func TestRTFBlocks(t *testing.T) {
	got := rtfText(t, `{\rtf1{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 rubrik stor;}{\s2\sb100 heading 2;}}\pard\s1 Ett\par\pard\s2 Tv\'e5\par\pard\outlinelevel2 Tre\par\pard{\listtext 1.\tab}\ilvl1 Fyra\par{\listtext\pard\plain 1.1\tab}\pard\s2 Fem\par\pard\intbl a\cell b\cell\row}`)
	want := []reading.Block{{Kind: reading.Heading, Level: 1}, {Kind: reading.Heading, Level: 2}, {Kind: reading.Heading, Level: 3}, {Kind: reading.Item, Level: 2}, {Kind: reading.Heading, Level: 2}, {Kind: reading.Cell, Level: 1}, {Kind: reading.Cell, Level: 2}}
	if len(got.Blocks) != len(want) {
		t.Fatalf("%+v in %q", got.Blocks, got.String)
	}
	for i, b := range got.Blocks {
		if b.Kind != want[i].Kind || b.Level != want[i].Level {
			t.Errorf("%d: %+v", i, b)
		}
	}
}

func TestRTFRemarks(t *testing.T) {
	got := rtfText(t, `{\rtf1{\*\revtbl{Unknown;}{Bo Ek;}}att {\deleted\revauthdel1 inte }{\revised\revauth1 alltid }bygga{\v x}{\*\annotation y}{\pict 00}{\*\shppict{\pict 00}}{\nonshppict{\pict 00}}{\object{\*\objclass Excel.Sheet.12}{\*\objdata 00}{\result{\pict 00}}}`)
	codes := map[app.RemarkCode]app.Remark{}
	for _, r := range got.Remarks {
		codes[r.Code] = r
	}
	if r := codes[app.RemarkDeleted]; r.What != "inte" || r.By != "Bo Ek" || r.Start != len("att ") {
		t.Errorf("%+v", r)
	}
	if r := codes[app.RemarkInserted]; got.String[r.Start:r.End] != "alltid " || r.By != "Bo Ek" {
		t.Errorf("%+v", r)
	}
	if codes[app.RemarkPictures].N != 3 || codes[app.RemarkComments].N != 1 || codes[app.RemarkHidden].Code == "" || codes[app.RemarkEmbedded].What != "Excel.Sheet.12" || codes[app.RemarkCutOff].Code == "" {
		t.Errorf("%+v", got.Remarks)
	}
	if whole := rtfText(t, `{\rtf1 a}`); len(whole.Remarks) != 0 {
		t.Errorf("%+v", whole.Remarks)
	}
}

func TestRTFIsRefused(t *testing.T) {
	for _, in := range []string{"", "Motion", `{\urtf`, strings.Repeat(" ", 2000) + `{\rtf1 a}`} {
		if _, err := RTF(context.Background(), []byte(in)); app.CodeOf(err) != app.CodeBrokenFile {
			t.Errorf("%.20q: %v", in, err)
		}
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, err := RTF(ctx, []byte(`{\rtf1 `+strings.Repeat("a ", 10000)+`}`)); err == nil {
		t.Error("goes on after it was stopped")
	}
}
