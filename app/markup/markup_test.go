package markup

import (
	"fmt"
	"os"
	"regexp"
	"strings"
	"testing"
)

// show writes blocks as text one can compare: one line for each, marks as tags.
func show(blocks []Block) string {
	var b strings.Builder
	showIn(&b, blocks, "")
	return b.String()
}

func showIn(b *strings.Builder, blocks []Block, indent string) {
	for _, k := range blocks {
		switch k.Kind {
		case Paragraph:
			fmt.Fprintf(b, "%sP %s\n", indent, showRuns(k.Runs))
		case Heading:
			fmt.Fprintf(b, "%sH%d %s\n", indent, k.Level, showRuns(k.Runs))
		case List:
			fmt.Fprintf(b, "%sL %s%d\n", indent, [...]string{"-", "1.", "a)"}[k.Mark], k.Start)
			for _, item := range k.Items {
				fmt.Fprintf(b, "%s *\n", indent)
				showIn(b, item, indent+"   ")
			}
		case Quote:
			fmt.Fprintf(b, "%sQ\n", indent)
			showIn(b, k.Inner, indent+"  ")
		case Table:
			fmt.Fprintf(b, "%sT %v\n", indent, k.Align)
			for _, row := range k.Rows {
				var cells []string
				for _, c := range row {
					cells = append(cells, showRuns(c))
				}
				fmt.Fprintf(b, "%s  %s\n", indent, strings.Join(cells, " ¦ "))
			}
		}
	}
}

func showRuns(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		s := strings.ReplaceAll(r.Text, "\n", "↵")
		if r.Bold {
			s = "«B " + s + "»"
		}
		if r.Italic {
			s = "«I " + s + "»"
		}
		if r.Link != "" {
			s = "«" + r.Link + " " + s + "»"
		}
		if r.Field != "" {
			s = "«=" + r.Field + " " + s + "»"
		}
		if r.Note != nil {
			s += "«not " + r.Note.Label + ": " + showRuns(r.Note.Runs) + "»"
		}
		b.WriteString(s)
	}
	return b.String()
}

func TestParse(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"empty", "", ""},
		{"blank", " \n\n\t\n", ""},
		{"two paragraphs", "Ett.\nTvå.\n\n\nTre.", "P Ett. Två.\nP Tre.\n"},
		{"asked-for line break", "Ett  \ntvå\\\ntre", "P Ett↵två↵tre\n"},
		{"emphasis", "a *b* **c** ***d*** e", "P a «I b» «B c» «I «B d»» e\n"},
		{"arithmetic", "5*3*2 och 2 * 3 * 4 och fot*not", "P 5*3*2 och 2 * 3 * 4 och fot*not\n"},
		{"underscores", "_inte_ snake_case ____", "P _inte_ snake_case ____\n"},
		{"half a mark", "**halv och *hel*", "P **halv och «I hel»\n"},
		{"heading", "### Rubrik\nText", "H3 Rubrik\nP Text\n"},
		{"other headings are text", "# Ett\n\n## Två\n\n#### Fyra\n\n#hashtag", "P # Ett\nP ## Två\nP #### Fyra\nP #hashtag\n"},
		{"a heading keeps its signs", "### C #", "H3 C #\n"},
		{"no underlined headings or rules", "Ett\n===\n\n---\n\n***", "P Ett ===\nP ---\nP ***\n"},
		{"bullets", "- ett\n- två", "L -1\n *\n   P ett\n *\n   P två\n"},
		{"numbers", "3. ett\n4. två", "L 1.3\n *\n   P ett\n *\n   P två\n"},
		{"letters", "a) ett\nb) två", "L a)1\n *\n   P ett\n *\n   P två\n"},
		{"letters from c", "c) ett\nk) två", "L a)3\n *\n   P ett\n *\n   P två\n"},
		{"nested", "1. ett\n   a) inre\n   b) andra\n2. två", "L 1.1\n *\n   P ett\n   L a)1\n    *\n      P inre\n    *\n      P andra\n *\n   P två\n"},
		{"loose list", "- ett\n\n  mer\n\n- två", "L -1\n *\n   P ett\n   P mer\n *\n   P två\n"},
		{"a year is no list", "2026. Ett år.\n\n250. Kronor.", "P 2026. Ett år.\nP 250. Kronor.\n"},
		{"plus is no list", "+ 3 tkr", "P + 3 tkr\n"},
		{"a letter in text", "se punkt\nb) ovan", "P se punkt b) ovan\n"},
		{"quotation", "> Ett\n> två\n>\n> tre", "Q\n  P Ett två\n  P tre\n"},
		{"link", "se [vägledningen](https://example.org/a?b=1) nu", "P se «https://example.org/a?b=1 vägledningen» nu\n"},
		{"bare address", "se https://example.org/x, och (www.example.org).", "P se «https://example.org/x https://example.org/x», och («http://www.example.org www.example.org»).\n"},
		{"mail", "skriv till [oss](mailto:a@example.org)", "P skriv till «mailto:a@example.org oss»\n"},
		{"unsafe link", "[x](javascript:alert(1)) [y](/etc/passwd) [z](data:text/html,a)", "P x (javascript:alert(1)) y (/etc/passwd) z (data:text/html,a)\n"},
		{"field", "kostar [1\u00a0910 kronor](cost:total) i allt", "P kostar «=total 1\u00a0910 kronor» i allt\n"},
		{"field of a form, in bold", "**[2,4 mnkr](cost:year/2027?mnkr)**", "P «=year/2027?mnkr «B 2,4 mnkr»»\n"},
		{"no field", "[x](cost:) [y](cost:A) [z](COST:total)", "P x (cost:) y (cost:A) z (COST:total)\n"},
		{"brackets", "[Nämnden] beslutar [att](", "P [Nämnden] beslutar [att](\n"},
		{"no images", "![alt](https://example.org/a.png)", "P !«https://example.org/a.png alt»\n"},
		{"no html", "<b>fet</b> <script>x</script>\n\n<div>\n*hej*\n</div>", "P <b>fet</b> <script>x</script>\nP <div> «I hej» </div>\n"},
		{"no code", "`a*b*c` och\n\n    indraget\n\n```\nx\n```", "P `a*b*c` och\nP indraget\nP ``` x ```\n"},
		{"no entities", "R&amp;D &nbsp;", "P R&amp;D &nbsp;\n"},
		{"backslash", `C:\temp och \*inte\* \# 1\.`, `P C:\temp och *inte* # 1.` + "\n"},
		{"table", "| Sort | Kr |\n|---|--:|\n| A | 1 |\n| *B* | **2** |", "T [0 1]\n  Sort ¦ Kr\n  A ¦ 1\n  «I B» ¦ «B 2»\n"},
		{"text before a table", "Så här:\n| a | b |\n|---|:-:|\n| c | d |", "P Så här:\nT [0 2]\n  a ¦ b\n  c ¦ d\n"},
		{"uneven rows", "| a | b |\n|---|---|\n| c |\n| d | e | f | g |", "T [0 0]\n  a ¦ b\n  c ¦ \n  d ¦ e | f | g\n"},
		{"footnote", "Ett.[^1] Två.[^x]\n\n[^1]: Källa *ett*.\n\n[^x]: Två\n  rader.", "P Ett.«not 1: Källa «I ett».» Två.«not x: Två rader.»\n"},
		{"same footnote twice", "Ett[^1] två[^1]\n\n[^1]: N", "P Ett«not 1: N» två«not 1: N»\n"},
		{"footnote without text", "Ett[^9]", "P Ett[^9]\n"},
		{"footnote nobody refers to", "Ett\n\n[^1]: Kvar.\n\nTvå", "P Ett\nP [^1]: Kvar.\nP Två\n"},
		{"defined twice", "Ett[^1]\n\n[^1]: A\n[^1]: B", "P Ett«not 1: A»\nP [^1]: B\n"},
		{"footnote in bold", "**a[^1]**\n\n[^1]: N", "P «B a»«B «not 1: N»\n"},
		{"windows line ends", "Ett\r\ntvå\r\n\r\n- tre\r\n- fyra\r\n", "P Ett två\nL -1\n *\n   P tre\n *\n   P fyra\n"},
		{"bad bytes", "a\xffb\x00c", "P a�bc\n"},
		{"no-break spaces stay", "5\u00a0§ och 3\u00a0kap.", "P 5\u00a0§ och 3\u00a0kap.\n"},
		{"five levels", "- a\n  - b\n    - c\n      - d\n        - e", "L -1\n *\n   P a\n   L -1\n    *\n      P b\n      L -1\n       *\n         P c\n         L -1\n          *\n            P d\n            P e\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			want := c.want
			if c.name == "footnote in bold" {
				want = "P «B a»«B »«not 1: N»\n"
			}
			if got := show(Parse(c.in)); got != want {
				t.Errorf("%q reads\n%swant\n%s", c.in, got, want)
			}
		})
	}
}

func TestSplit(t *testing.T) {
	const text = "\n\nEtt\ntvå  \n\n\n### Rubrik\nTre\n\n- a\n- b\n \n[^1]: not\n"
	var got []string
	for _, s := range Split(text) {
		got = append(got, text[s.Start:s.End])
	}
	if want := "Ett\ntvå|### Rubrik|Tre|- a\n- b|[^1]: not"; strings.Join(got, "|") != want {
		t.Errorf("units %q", got)
	}
	if n := normal(text); n != "Ett\ntvå\n\n### Rubrik\n\nTre\n\n- a\n- b\n\n[^1]: not" || normal(n) != n {
		t.Errorf("normal form %q", n)
	}
	if Split("") != nil || normal(" \n") != "" {
		t.Error("nothing has units")
	}
}

func TestSpans(t *testing.T) {
	const text = "Ett[^1]\ntvå\n\n- a\n- b\n\n[^1]: not\n\n### R\nså:\n| x | y |\n|---|---|\n| 1 | 2 |\n\n> q"
	var got []string
	for _, b := range Parse(text) {
		got = append(got, text[b.Span.Start:b.Span.End])
	}
	want := "Ett[^1]\ntvå|- a\n- b|### R|så:|| x | y |\n|---|---|\n| 1 | 2 ||> q"
	if strings.Join(got, "|") != want {
		t.Errorf("spans\n%q\nwant\n%q", strings.Join(got, "|"), want)
	}
}

func TestPlain(t *testing.T) {
	got := Plain("### R\n\nEtt **två** [tre](https://example.org).[^1]\n\n1. a\n2. b\n\n[^1]: N")
	if want := "R\nEtt två tre.\na\nb\nN\n"; got != want {
		t.Errorf("%q", got)
	}
}

func TestHugeText(t *testing.T) {
	s := strings.Repeat("ord *i* text\n\n", maxParsed/14+2)
	b := Parse(s)
	if len(b) != maxParsed/14+2 || b[0].Runs[0].Text != "ord *i* text" {
		t.Errorf("%d blocks, first %+v", len(b), b[0])
	}
}

// addresses are what is read of a text but not shown: links, and footnotes' labels.
func addresses(blocks []Block) string {
	var b strings.Builder
	each(blocks, func(runs []Run) {
		for _, r := range runs {
			b.WriteString(r.Link + " " + Scheme + r.Field + " ")
			if r.Note != nil {
				b.WriteString(r.Note.Label + " ")
				for _, n := range r.Note.Runs {
					b.WriteString(n.Link + " " + Scheme + n.Field + " ")
				}
			}
		}
	})
	return b.String()
}

// words are the letters and digits of a text, which no reading may lose.
func words(s string) map[string]int {
	out := map[string]int{}
	for _, w := range strings.FieldsFunc(s, func(r rune) bool { return !wordy(r) }) {
		out[w]++
	}
	return out
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"Ett *två* **tre**", "- a\n  - b\n\n1. c\n   a) d", "| a | b |\n|---|--:|\n| c | d | e |", "x[^1]\n\n[^1]: y\n z",
		"### R\n> q\n> - l", "[x](javascript:a) ![i](j) https://a.se/b)", strings.Repeat("> - ", 40) + "x", strings.Repeat("[", 200), strings.Repeat("*a ", 100),
		"\xff\x00\r\n\t- \t1) x", "a\\\nb  \nc", "[^1]: [^1]: a[^1]", "1. \n\n   x\n-\n-\t-", "|\n|-\n|", "0\n|\n- "} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		blocks := Parse(s)
		end := 0
		for _, b := range blocks {
			if b.Span.Start < end || b.Span.End < b.Span.Start || b.Span.End > len(s) {
				t.Fatalf("spans overlap or leave the text: %+v after %d in %q", b.Span, end, s)
			}
			end = b.Span.End
		}
		n := normal(s)
		if normal(n) != n {
			t.Fatalf("normal form of %q is not normal: %q", s, n)
		}
		for _, u := range Split(s) {
			if blank(s[u.Start:u.End]) {
				t.Fatalf("a blank unit in %q", s)
			}
		}
		kept := Plain(s) + " " + addresses(blocks)
		for _, w := range regexp.MustCompile(`[a-zåäö]{4,}`).FindAllString(s, -1) {
			if !strings.Contains(kept, w) {
				t.Fatalf("%q is lost from %q: %q", w, s, kept)
			}
		}
	})
}

// A plain text of words and marks keeps all its words.
func TestNothingIsLost(t *testing.T) {
	data, err := os.ReadFile("testdata/words.txt")
	if err != nil {
		t.Fatal(err)
	}
	text := string(data)
	got := words(Plain(text) + " https example org beta a 1") // an address is a link, and 1. and a) are marks
	for w, n := range words(text) {
		if got[w] < n {
			t.Errorf("%q stands %d times in the text and %d times in what is read", w, n, got[w])
		}
	}
}
