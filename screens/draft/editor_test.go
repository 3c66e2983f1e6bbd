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

// edited runs an edit on the unit at the mark in a text.
func edited(t testing.TB, in string, f func(text string, units []unit, i int, s app.Span) (string, int)) string {
	t.Helper()
	text, s := at(t, in)
	units := unitsOf(text)
	out, c := f(text, units, unitAt(units, s.Start), s)
	return marked(out, c)
}

func TestEnter(t *testing.T) {
	for in, want := range map[string]string{
		"Första |andra":           "Första\n\n|andra",
		"Åäö|":                    "Åäö\n\n|",
		"|Åäö":                    "\n\n|Åäö",
		"a |bort |b":              "a\n\n|b",
		"- äpple|":                "- äpple\n- |",
		"- äpple |päron":          "- äpple\n- |päron",
		"- |päron":                "- \n- |päron",
		"9. nio|":                 "9. nio\n10. |",
		"1) ett|":                 "1) ett\n2) |",
		"1. ett|\n2. två\n3. tre": "1. ett\n2. |\n3. två\n4. tre",
		"1. a|\n   b) be\n2. två": "1. a\n2. |\n   b) be\n3. två",
		"a) a\n  b) be|":          "a) a\n  b) be\n  c) |",
		"-|":                      "-\n\n|",
		"rad|\n- a":               "rad\n\n|\n\n- a",
		"- äpple\n- |":            "- äpple\n\n|",
		"- a\n- |\n- b":           "- a\n\n|\n\n- b",
		"- a\n  - |\n- b":         "- a\n- |\n- b",
		"Före:\n\n- |\n\nEfter":   "Före:\n\n|\n\nEfter",
		"### Rubrik|":             "### Rubrik\n\n|",
		"### Rub|rik":             "### Rub\n\n|rik",
		"### |Rubrik":             "\n\n### |Rubrik",
		"> ci|tat":                "> ci\n\n> |tat",
		"> citat|":                "> citat\n\n|",
		"👩‍👩‍👧|👍":                 "👩‍👩‍👧\n\n|👍",
		"kafe\u0301| stängt":      "kafe\u0301\n\n|stängt",
	} {
		if got := edited(t, in, enter); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestJoin(t *testing.T) {
	before := func(text string, units []unit, i int, _ app.Span) (string, int) {
		out, at, _ := joinBefore(text, units, i)
		return out, at
	}
	after := func(text string, units []unit, i int, _ app.Span) (string, int) {
		out, at, _ := joinAfter(text, units, i)
		return out, at
	}
	for _, c := range []struct {
		in, before, after string // the caret's unit with the one before, and with the one after
	}{
		{"Ett.\n\n|Två.\n\nTre.", "Ett. |Två.\n\nTre.", "Ett.\n\nTvå. |Tre."},
		{"Ett \n\n|två\n\n- tre", "Ett |två\n\n- tre", "Ett \n\ntvå |tre"},
		{"- ett\n- |två\n- tre", "- ett\n\n|två\n\n- tre", "- ett\n- två |tre"},
		{"- ett\n  - |två\n- tre", "- ett\n- |två\n- tre", "- ett\n  - två |tre"},
		{"- ett\n\n|två\n\n- tre", "- ett |två\n\n- tre", "- ett\n\ntvå |tre"},
		{"### |R\n\nx", "|R\n\nx", "### R |x"},
		{"> |c\n\nx", "|c\n\nx", "> c |x"},
		{"å\n\n|\n\nö", "å|\n\nö", "å\n\n|ö"},
		{"å\n\n|\n\n- a\n- b", "å|\n\n- a\n- b", "å\n\n- |a\n- b"},
		{"x[^1]\n\n[^1]: |n", "x[^1]\n\n[^1]: |n", "x[^1]\n\n[^1]: n|"},
		{"e\u0301\n\n|👍\n\n\n🏽", "e\u0301 |👍\n\n\n🏽", "e\u0301\n\n👍 |🏽"},
	} {
		if got := edited(t, c.in, before); got != c.before {
			t.Errorf("%q with the one before: %q, want %q", c.in, got, c.before)
		}
		if got := edited(t, c.in, after); got != c.after {
			t.Errorf("%q with the one after: %q, want %q", c.in, got, c.after)
		}
	}
	const table = "| a | b |\n| --- | --- |\n| c | d |"
	if out, at, ok := joinBefore(table+"\n\n", unitsOf(table+"\n\n"), 1); !ok || out != table || at != len(table)-2 {
		t.Errorf("an empty paragraph after a table: %q, caret at %d, %v", out, at, ok)
	}
	if out, _, ok := joinBefore(table+"\n\nx", unitsOf(table+"\n\nx"), 1); ok || out != table+"\n\nx" {
		t.Errorf("words after a table went into it: %q", out)
	}
	if out, _, ok := joinAfter("x\n\n"+table, unitsOf("x\n\n"+table), 0); ok || out != "x\n\n"+table {
		t.Errorf("a table went into the words before it: %q", out)
	}
	if out, at, ok := joinBefore("Först\n\nsen", unitsOf("Först\n\nsen"), 0); ok || out != "Först\n\nsen" || at != 0 {
		t.Errorf("nothing stands before the first block, got %q at %d, %v", out, at, ok)
	}
	if out, _, ok := joinAfter("Först\n\nsen", unitsOf("Först\n\nsen"), 1); ok || out != "Först\n\nsen" {
		t.Errorf("nothing stands after the last block, got %q, %v", out, ok)
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

// Whatever is typed, split and joined, no letter is lost or invented: the words
// of the units are the words that were typed, and the units cover the text.
func TestEditingLosesNoLetter(t *testing.T) {
	letters := rapid.StringOfN(rapid.SampledFrom([]rune("aåäöÅ e\u0301👍🏽*–-1.|#>")), 0, 6, -1)
	bare := func(s string) string {
		return strings.Map(func(r rune) rune {
			if strings.ContainsRune(" \n-.#>*0123456789", r) { // what marks are made of
				return -1
			}
			return r
		}, s)
	}
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(letters, 1, 5).Draw(t, "blocks"), gap)
		for range rapid.IntRange(1, 30).Draw(t, "keys") {
			want := bare(text)
			units := unitsOf(text)
			i := rapid.IntRange(0, len(units)-1).Draw(t, "unit")
			s := units[i].text
			at := s.Start + runeStart(text[s.Start:s.End], rapid.IntRange(0, s.End-s.Start).Draw(t, "at"))
			key := rapid.SampledFrom([]string{"type", "split", "join", "after", "list", "in", "out"}).Draw(t, "key")
			c := at
			switch key {
			case "type":
				word := letters.Draw(t, "word")
				want = bare(text[:at] + word + text[at:])
				text, c = change(text, app.Span{Start: at, End: at}, word)
			case "split":
				text, c = enter(text, units, i, app.Span{Start: at, End: at})
			case "join":
				text, c, _ = joinBefore(text, units, i)
			case "after":
				text, c, _ = joinAfter(text, units, i)
			case "list":
				text, c = restyle(text, units, i, i, NumberStyle, at)
			case "in":
				text, c = indent(text, units, i, 1)
			case "out":
				text, c = indent(text, units, i, -1)
			}
			if got := bare(text); got != want || c < 0 || c > len(text) {
				t.Fatalf("after %s %q, want the letters of %q; caret at %d", key, text, want, c)
			}
			whole(t, text)
		}
	})
}

func whole(t *rapid.T, text string) {
	end := 0
	for i, u := range unitsOf(text) {
		b := u.span
		if i > 0 && strings.Trim(text[end:b.Start], "\n") != "" || b.Start < end || u.text.Start < b.Start || u.text.End != b.End || strings.Contains(text[b.Start:b.End], gap) {
			t.Fatalf("units of %q do not cover it: %v", text, unitsOf(text))
		}
		for _, s := range u.spots() {
			if s.Start < u.text.Start || s.End > u.text.End || s.Start > s.End {
				t.Fatalf("units of %q have a spot outside: %v", text, u)
			}
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

// The paper reads the same blocks as the person sees, in a text without odd
// empty lines.
func TestBlocksAreThePapersBlocks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := tidy(rapid.StringOfN(rapid.SampledFrom([]rune("aå 1.-\n\n#>*")), 0, 40, -1).Draw(t, "text"))
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

// tidy is a text with one blank line between its units and none at its ends.
func tidy(text string) string {
	var units []string
	for _, s := range markup.Split(text) {
		units = append(units, text[s.Start:s.End])
	}
	return strings.Join(units, "\n\n")
}
