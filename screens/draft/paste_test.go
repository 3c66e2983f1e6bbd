package draft

import (
	"strings"
	"testing"
	"unicode/utf8"

	"yttra/app"
)

func TestPaste(t *testing.T) {
	for _, c := range []struct{ name, in, clip, want string }{
		{"a word", "En | bil", "röd", "En röd| bil"},
		{"over words", "En |grön| bil", "röd", "En röd| bil"},
		{"one line with its end", "Hej |", "då\r\n", "Hej då|"},
		{"lines broken by a page", "|", "Nämnden har\nprövat åtgärden\r\noch avstyrker.", "Nämnden har prövat åtgärden och avstyrker.|"},
		{"two paragraphs", "Före |efter", "Ett.\n \n\nTvå.", "Före Ett.\n\nTvå.|efter"},
		{"bullets", "|", "Skäl:\n• integritet\n  och barn\n– kostnad\n- tid", "Skäl:\n\n- integritet och barn\n- kostnad\n- tid|"},
		{"numbers", "|", "1) ett\n2) två", "1) ett\n2) två|"},
		{"a list after words", "Skäl: |", "• å\n• ä", "Skäl: \n\n- å\n- ä|"},
		{"a list into an item", "- |", "• å\n• ä", "- å\n- ä|"},
		{"a list at the end of an item", "- först|", "• å\n• ä", "- först\n- å\n- ä|"},
		{"a list before words", "|efter", "• å\n• ä", "- å\n- ä|\n\nefter"},
		{"unseen characters", "|", "in\u00adtegri\u200btet\ufeff", "integritet|"},
		{"tabs", "|", "1\t000 kr", "1 000 kr|"},
		{"broken UTF-8", "|", "a\xffb", "a\ufffdb|"},
		{"Word paragraphs", "|", "Första stycket.\r\nAndra stycket är längre.\r\nEn rubrik\r\nTredje.", "Första stycket.\n\nAndra stycket är längre.\n\nEn rubrik\n\nTredje.|"},
		{"Word bullets", "|", "Skäl:\r\n•\tintegritet\r\no\tbarn\r\n\u00a7\tförskola\r\n•\tkostnad\r\nSlut.", "Skäl:\n\n- integritet\n  - barn\n    - förskola\n- kostnad\n\nSlut.|"},
		{"Word numbers", "|", "1.\tett\r\n2.\ttvå\r\n10.\ttio", "1. ett\n2. två\n10. tio|"},
		{"middle dots", "|", "·\ta\r\n·\tb", "- a\n- b|"},
		{"a year and an amount", "|", "2026. Ett år\n250. Kronor", "2026. Ett år\n\n250. Kronor|"},
		{"a line break of Word", "|", "Rad ett\vrad två.\r\nNytt.", "Rad ett rad två.\n\nNytt.|"},
		{"parted words of a PDF", "|", "Nämnden har prövat proportiona-\nliteten och för- \noch nackdelar hos IT-\navdelningen samt e-\npost till EU-\nkommissionen.", "Nämnden har prövat proportionaliteten och för- och nackdelar hos IT-avdelningen samt e-post till EU-kommissionen.|"},
		{"a soft hyphen at the line end", "|", "integri\u00ad\ntet", "integritet|"},
		{"paragraphs of a PDF", "|", "Rubriken\nNämnden har prövat åtgärden och funnit att den inte är\nproportionerlig. Den avstyrker därför motionen i alla delar.\nKort rad.\nNytt stycke börjar här och går vidare till nästa rad som\nslutar.", "Rubriken\n\nNämnden har prövat åtgärden och funnit att den inte är proportionerlig. Den avstyrker därför motionen i alla delar. Kort rad.\n\nNytt stycke börjar här och går vidare till nästa rad som slutar.|"},
		{"page heads", "|", "Nämnden har prövat\n\nSida 1 (3)\n\nåtgärden.\n2(3)\nHon sade 3 (4) gånger.", "Nämnden har prövat åtgärden.\n\nHon sade 3 (4) gånger.|"},
		{"a page head alone is text", "|", "Sida 1 (3)", "Sida 1 (3)|"},
		{"ligatures and composed letters", "|", "e\ufb00ektiv \ufb01nans sa\u030a", "effektiv finans så|"},
		{"no-break spaces stay", "|", "5\u00a0§ och\n1\u00a0000\u00a0kr", "5\u00a0§ och\n\n1\u00a0000\u00a0kr|"},
		{"a table of a spreadsheet", "före|", "Post\tKronor\r\nKamera\t35 000\r\nSumma | allt\t1", "före\n\n| Post | Kronor |\n| --- | ---: |\n| Kamera | 35 000 |\n| Summa \\| allt | 1 ||"},
		{"our own Markdown", "|", "### Rubrik\n\n- a\n  - b\n\n> citat\n\ntext[^1]\n\n[^1]: not", "### Rubrik\n\n- a\n  - b\n\n> citat\n\ntext[^1]|\n\n[^1]: not"},
		{"right to left", "|", "\u202eאבג\u202c och", "אבג och|"},
		{"control characters", "|", "a\x00b\x1b[31m", "ab[31m|"},
		{"lone surrogates", "|", "a\xed\xa0\x80b", "a\ufffdb|"},
		{"nothing", "a|b|c", "\n\n", "a|c"},
		{"emoji and marks", "a|b", "👩‍👩‍👧\n\ne\u0301", "a👩‍👩‍👧\n\né|b"},
	} {
		t.Run(c.name, func(t *testing.T) {
			text, s := at(t, c.in)
			out, at := paste(text, s, c.clip)
			if got := marked(out, at); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func FuzzPaste(f *testing.F) {
	f.Add("Före |efter", "• å\r\n\r\n1) ö")
	f.Add("- |", "–\u00a0x\n\ny")
	f.Add("*| ", "0")
	f.Fuzz(func(t *testing.T, in, clip string) {
		before, after, _ := strings.Cut(in, "|")
		text := strings.ToValidUTF8(before+after, "")
		i := min(len(text), len(strings.ToValidUTF8(before, "")))
		i = runeStart(text, i)
		out, at := paste(text, app.Span{Start: i, End: i}, clip)
		if at < 0 || at > len(out) || !utf8.ValidString(out) {
			t.Fatalf("caret %d in %q", at, out)
		}
		blocksOf(out)
	})
}
