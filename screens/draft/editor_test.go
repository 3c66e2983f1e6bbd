package draft

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"yttra/app"
	"yttra/app/markup"
)

// at reads a text where | marks the caret, or both ends of a span.
func at(t testing.TB, marked string) (string, app.Span) {
	t.Helper()
	parts := strings.Split(marked, "|")
	switch len(parts) {
	case 2:
		return parts[0] + parts[1], app.Span{Start: len(parts[0]), End: len(parts[0])}
	case 3:
		return strings.Join(parts, ""), app.Span{Start: len(parts[0]), End: len(parts[0]) + len(parts[1])}
	}
	t.Fatalf("%q has %d marks", marked, len(parts)-1)
	return "", app.Span{}
}

func marked(text string, at int) string { return text[:at] + "|" + text[at:] }

func TestBlocks(t *testing.T) {
	for text, want := range map[string]string{
		"":                       "‹›",
		"en":                     "‹en›",
		"en\n\ntvå":              "‹en›‹två›",
		"en\ntvå":                "‹en\ntvå›",
		"en\n\n\ntvå":            "‹en›‹två›",
		"en\n\n\n\ntvå":          "‹en›‹›‹två›",
		"en\n\n\n\n\ntvå":        "‹en›‹›‹två›",
		"en\n\n":                 "‹en›‹›",
		"\n\nen":                 "‹›‹en›",
		"- å\n- ä\n\nö👍🏽e\u0301": "‹- å\n- ä›‹ö👍🏽e\u0301›",
	} {
		got := ""
		for _, b := range blocksOf(text) {
			got += "‹" + text[b.Start:b.End] + "›"
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestEnter(t *testing.T) {
	for in, want := range map[string]string{
		"Första |andra":         "Första\n\n|andra",
		"Åäö|":                  "Åäö\n\n|",
		"|Åäö":                  "\n\n|Åäö",
		"a |bort |b":            "a\n\n|b",
		"- äpple|":              "- äpple\n- |",
		"- äpple |päron":        "- äpple\n- |päron",
		"- |päron":              "- \n- |päron",
		"9. nio|":               "9. nio\n10. |",
		"1) ett|":               "1) ett\n2) |",
		"  b) be|":              "  b) be\n  c) |",
		"-|":                    "|",
		"rad|\n- a":             "rad\n\n|- a",
		"rad\n|- a":             "rad\n\n|- a",
		"- äpple\n- |":          "- äpple\n\n|",
		"- a\n- |\n- b":         "- a\n\n|\n\n- b",
		"Före:\n\n- |\n\nEfter": "Före:\n\n|\n\nEfter",
		"|- äpple":              "\n\n|- äpple",
		"👩‍👩‍👧|👍":               "👩‍👩‍👧\n\n|👍",
		"kafe\u0301| stängt":    "kafe\u0301\n\n|stängt",
	} {
		text, s := at(t, in)
		out, c := enter(text, s)
		if got := marked(out, c); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestJoin(t *testing.T) {
	for _, c := range []struct {
		in, before, after string // the caret's block with the one before, and with the one after
	}{
		{"Ett.\n\nT|vå.\n\nTre.", "Ett. |Två.\n\nTre.", "Ett.\n\nTvå. |Tre."},
		{"Ett \n\n|två\n\n- tre", "Ett |två\n\n- tre", "Ett \n\ntvå |- tre"},
		{"- ett\n\n- |två\n\n- tre", "- ett\n|- två\n\n- tre", "- ett\n\n- två\n|- tre"},
		{"å\n\n|\n\nö", "å|\n\nö", "å\n\n|ö"},
		{"e\u0301\n\n👍|\n\n\n🏽", "e\u0301 |👍\n\n\n🏽", "e\u0301\n\n👍 |🏽"},
	} {
		text, s := at(t, c.in)
		out, at, ok := joinBefore(text, s)
		if got := marked(out, at); got != c.before || !ok {
			t.Errorf("%q with the one before: %q, want %q", c.in, got, c.before)
		}
		out, at, ok = joinAfter(text, s)
		if got := marked(out, at); got != c.after || !ok {
			t.Errorf("%q with the one after: %q, want %q", c.in, got, c.after)
		}
	}
	if out, at, ok := joinBefore("Först\n\nsen", app.Span{}); ok || out != "Först\n\nsen" || at != 0 {
		t.Errorf("nothing stands before the first block, got %q at %d, %v", out, at, ok)
	}
	if out, _, ok := joinAfter("Först\n\nsen", app.Span{Start: 8}); ok || out != "Först\n\nsen" {
		t.Errorf("nothing stands after the last block, got %q, %v", out, ok)
	}
}

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
		{"nothing", "a|b|c", "\n\n", "a|c"},
		{"emoji and marks", "a|b", "👩‍👩‍👧\n\ne\u0301", "a👩‍👩‍👧\n\ne\u0301|b"},
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

func TestEmphasize(t *testing.T) {
	for _, c := range []struct{ in, mark, want string }{
		{"en vik|tig sak", "**", "en **|viktig|** sak"},
		{"en **vik|tig** sak", "**", "en |viktig| sak"},
		{"en **vik|tig** sak", "*", "en ***|viktig|*** sak"},
		{"en ***vik|tig*** sak", "*", "en **|viktig|** sak"},
		{"en ***vik|tig*** sak", "**", "en *|viktig|* sak"},
		{"|en viktig |sak", "*", "*|en viktig|* sak"},
		{"en |**viktig**| sak", "**", "en |viktig| sak"},
		{"tomt | här", "**", "tomt **|** här"},
		{"kafe\u0301 å|ä", "*", "kafe\u0301 *|åä|*"},
		{"- |ett\n- två|", "**", "- |**ett**\n- **två**|"},
	} {
		text, s := at(t, c.in)
		out, s := emphasize(text, s, c.mark)
		got := out[:s.Start] + "|" + out[s.Start:s.End] + "|" + out[s.End:]
		if s.Empty() {
			got = marked(out, s.Start)
		}
		if got != c.want {
			t.Errorf("%q %s: %q, want %q", c.in, c.mark, got, c.want)
		}
	}
}

func TestRuns(t *testing.T) {
	for in, want := range map[string]string{
		"vanlig":               "vanlig",
		"en **fet** sak":       "en |B:fet| sak",
		"*kursiv* och ***b***": "I:kursiv| och |BI:b",
		"**fet *båda***":       "B:fet |BI:båda",
		"*a **b** c*":          "I:a |BI:b|I: c",
		"5 * 3 * 2":            "5 * 3 * 2",
		"5*3":                  "5*3",
		"**öppen":              "**öppen",
		"** inte **":           "** inte **",
		"å*ä*ö":                "å|I:ä|ö",
		"****":                 "****",
	} {
		var got []string
		for _, r := range runsOf(in, 0) {
			face := ""
			if r.bold {
				face += "B"
			}
			if r.italic {
				face += "I"
			}
			if face != "" {
				face += ":"
			}
			got = append(got, face+r.text)
			if in[r.at:r.at+len(r.text)] != r.text {
				t.Errorf("%q: %q is not at %d", in, r.text, r.at)
			}
		}
		if g := strings.Join(got, "|"); g != want {
			t.Errorf("%q: %q, want %q", in, g, want)
		}
	}
}

func TestClusters(t *testing.T) {
	for _, letter := range []string{"a", "å", "a\u030a", "👍🏽", "👩‍👩‍👧", "🇸🇪", "ḿ\u0323", "❤️"} {
		text := "x" + letter + "y"
		if got := clusterAfter(text, 1); got != 1+len(letter) {
			t.Errorf("%q ends at %d, want %d", letter, got, 1+len(letter))
		}
		if got := clusterBefore(text, 1+len(letter)); got != 1 {
			t.Errorf("%q begins at %d, want 1", letter, got)
		}
	}
	if got := clusterAfter("🇸🇪🇳🇴", 0); got != 8 {
		t.Errorf("two flags are two letters, first ends at %d", got)
	}
}

func TestWords(t *testing.T) {
	for _, c := range []struct {
		text          string
		at            int
		before, after int
	}{{"en åtgärd, två", 15, 13, 17}, {"en åtgärd, två", 5, 3, 11}, {"  x", 0, 0, 3}, {"", 0, 0, 0}, {"x --", 4, 0, 4}} {
		if b, a := wordBefore(c.text, c.at), wordAfter(c.text, c.at); b != c.before || a != c.after {
			t.Errorf("%q at %d: %d and %d", c.text, c.at, b, a)
		}
	}
}

// Whatever is typed, split and joined, the section's text is what the same keys
// make of a plain string, and the blocks cover it without overlap.
func TestEditingIsEditingAString(t *testing.T) {
	letters := rapid.StringOfN(rapid.SampledFrom([]rune("aåäöÅ e\u0301👍🏽*–")), 0, 6, -1)
	rapid.Check(t, func(t *rapid.T) {
		plain := strings.Join(rapid.SliceOfN(letters, 1, 5).Draw(t, "blocks"), gap)
		text := plain
		for range rapid.IntRange(1, 30).Draw(t, "keys") {
			blocks := blocksOf(text)
			i := rapid.IntRange(0, len(blocks)-1).Draw(t, "block")
			b := blocks[i]
			switch rapid.SampledFrom([]string{"type", "split", "join"}).Draw(t, "key") {
			case "type":
				word := letters.Draw(t, "word")
				at := b.Start + runeStart(text[b.Start:b.End], rapid.IntRange(0, b.End-b.Start).Draw(t, "at"))
				text, _ = change(text, app.Span{Start: at, End: at}, word)
				plain = plain[:at] + word + plain[at:]
			case "split":
				at := b.Start + runeStart(text[b.Start:b.End], rapid.IntRange(0, b.End-b.Start).Draw(t, "at"))
				s := widen(text, app.Span{Start: at, End: at}, b)
				text, _ = enter(text, app.Span{Start: at, End: at})
				plain = plain[:s.Start] + gap + plain[s.End:]
			case "join":
				if i == 0 {
					continue
				}
				a, with := blocks[i-1], ""
				if !a.Empty() && !b.Empty() && !strings.HasSuffix(plain[:a.End], " ") {
					with = " "
				}
				text, _, _ = joinBefore(text, b)
				plain = plain[:a.End] + with + plain[b.Start:]
			}
			if text != plain {
				t.Fatalf("text %q, plain %q", text, plain)
			}
			whole(t, text)
		}
	})
}

func whole(t *rapid.T, text string) {
	end := 0
	for i, b := range blocksOf(text) {
		if i > 0 && strings.Trim(text[end:b.Start], "\n") != "" || b.Start < end || strings.Contains(text[b.Start:b.End], gap) {
			t.Fatalf("blocks of %q do not cover it: %v", text, blocksOf(text))
		}
		end = b.End
	}
	if end != len(text) || !utf8.ValidString(text) {
		t.Fatalf("blocks of %q end at %d", text, end)
	}
}

func runeStart(s string, at int) int {
	for at > 0 && at < len(s) && !utf8.RuneStart(s[at]) {
		at--
	}
	return at
}

func FuzzPaste(f *testing.F) {
	f.Add("Före |efter", "• å\r\n\r\n1) ö")
	f.Add("- |", "–\u00a0x\n\ny")
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

// The paper reads the same blocks as the person sees, in a text without odd
// empty lines.
func TestBlocksAreThePapersBlocks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := markup.Normal(rapid.StringOfN(rapid.SampledFrom([]rune("aå 1.-\n\n#>*")), 0, 40, -1).Draw(t, "text"))
		want := markup.Split(text)
		if text == "" {
			return
		}
		got := blocksOf(text)
		if len(got) != len(want) {
			t.Fatalf("%q: %v, on paper %v", text, got, want)
		}
		for i := range got {
			if got[i].Start != want[i].Start || got[i].End != want[i].End {
				t.Fatalf("%q: %v, on paper %v", text, got, want)
			}
		}
	})
}
