package compare

import (
	"math/rand/v2"
	"strings"
	"testing"

	"yttra/app"
)

// show writes edits as text one can read: [-gone-]{+come+}.
func show(edits []Edit) string {
	var b strings.Builder
	for _, e := range edits {
		switch e.Op {
		case Removed:
			b.WriteString("[-" + e.Old + "-]")
		case Added:
			b.WriteString("{+" + e.New + "+}")
		default:
			b.WriteString(e.New)
		}
	}
	return b.String()
}

func TestWords(t *testing.T) {
	for _, c := range []struct{ name, old, new, want string }{
		{"nothing", "", "", ""},
		{"same", "Nämnden avstyrker.", "Nämnden avstyrker.", "Nämnden avstyrker."},
		{"one word", "Nämnden avstyrker motionen nu.", "Nämnden tillstyrker motionen nu.", "Nämnden [-avstyrker -]{+tillstyrker +}motionen nu."},
		{"å is a letter of its own", "Vi tar båten över sundet", "Vi tar baten över sundet", "Vi tar [-båten -]{+baten +}över sundet"},
		{"punctuation sticks to its word", "Kameror sätts upp vid entrén.", "Kameror sätts upp vid entrén, och vid porten.", "Kameror sätts upp vid [-entrén.-]{+entrén, och vid porten.+}"},
		{"all new", "", "Ny text.", "{+Ny text.+}"},
		{"all gone", "Gammal text.", "", "[-Gammal text.-]"},
		{"no confetti of small words", "Kameror vid entrén och i hallen samt på gården är dyra att köpa.", "Vakter i skolan och på torget samt på kvällen är dyra att köpa.",
			"[-Kameror vid entrén och i hallen samt -]{+Vakter i skolan och på torget samt +}på [-gården -]{+kvällen +}är dyra att köpa."},
		{"two changes far apart", "Nämnden avstyrker motionen eftersom den saknar finansiering under året.", "Nämnden tillstyrker motionen eftersom den saknar finansiering under våren.",
			"Nämnden [-avstyrker -]{+tillstyrker +}motionen eftersom den saknar finansiering under [-året.-]{+våren.+}"},
		{"written anew", "Förvaltningen föreslår en utredning av behovet i hela kommunen.", "Det är för dyrt i år.", "[-Förvaltningen föreslår en utredning av behovet i hela kommunen.-]{+Det är för dyrt i år.+}"},
		{"white space is no word", "Enligt 5 §  i lagen.", "Enligt 5\u00a0§ i\nlagen.", "Enligt 5\u00a0§ i\nlagen."},
		{"space at the ends", "  Ett ord ", "Ett ord", "Ett ord"},
		{"only space", " ", "\n", "\n"},
		{"space to words", " ", "Ord", "{+Ord+}"},
	} {
		t.Run(c.name, func(t *testing.T) {
			edits := Words(c.old, c.new)
			got := show(edits)
			if c.name == "no confetti of small words" {
				if n := Changes(edits); n > 2 {
					t.Errorf("%d changes: %s", n, got)
				}
			} else if got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
			whole(t, c.old, c.new, edits)
		})
	}
}

// whole holds that the edits applied to the old text give the new one, that they
// alternate, and that the same is the same.
func whole(t *testing.T, old, new string, edits []Edit) {
	t.Helper()
	var a, b strings.Builder
	for i, e := range edits {
		a.WriteString(e.Old)
		b.WriteString(e.New)
		switch {
		case e.Op == Same && strings.Join(strings.Fields(e.Old), " ") != strings.Join(strings.Fields(e.New), " "):
			t.Errorf("called the same: %q and %q", e.Old, e.New)
		case e.Op == Added && e.Old != "", e.Op == Removed && e.New != "", e.Op == Changed:
			t.Errorf("edit %+v", e)
		case e.Op == Removed && i > 0 && edits[i-1].Op != Same, e.Op == Added && i > 0 && edits[i-1].Op == Added:
			t.Errorf("edits %d and %d are one", i-1, i)
		}
	}
	if a.String() != old || b.String() != new {
		t.Errorf("edits of %q to %q give %q to %q", old, new, a.String(), b.String())
	}
	if strings.Join(strings.Fields(old), " ") == strings.Join(strings.Fields(new), " ") && Changes(edits) != 0 {
		t.Errorf("%q and %q differ: %s", old, new, show(edits))
	}
}

func TestWordsOfRandomTexts(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	some := strings.Fields("nämnden skolan en och att i på kameror vakter entré, beslut. Förvaltningen **fet** – 5 § avslås bifalls\u00a0nu")
	text := func() []string {
		var out []string
		for range r.IntN(60) {
			out = append(out, some[r.IntN(len(some))])
		}
		return out
	}
	for range 3000 {
		a := text()
		b := append([]string{}, a...)
		if r.IntN(3) == 0 {
			b = text()
		}
		for range r.IntN(6) {
			if len(b) > 0 {
				k := r.IntN(len(b))
				b = append(b[:k:k], append(text()[:0], b[min(len(b), k+r.IntN(3)):]...)...)
			}
		}
		x, y := strings.Join(a, " "), strings.Join(b, "  ")
		whole(t, x, y, Words(x, y))
	}
}

// align must find as much as there is: held against the plain table.
func TestAlignIsLongest(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 2000 {
		a, b := make([]int32, r.IntN(14)), make([]int32, r.IntN(14))
		for i := range a {
			a[i] = int32(r.IntN(4))
		}
		for i := range b {
			b[i] = int32(r.IntN(4))
		}
		n, last := 0, int32(-1)
		for i, j := range align(a, b) {
			if j < 0 {
				continue
			}
			if a[i] != b[j] || j <= last {
				t.Fatalf("%v %v: %d with %d", a, b, i, j)
			}
			n, last = n+1, j
		}
		if want := longest(a, b); n != want {
			t.Fatalf("%v %v: %d fellows, there are %d", a, b, n, want)
		}
	}
}

func longest(a, b []int32) int {
	table := make([][]int, len(a)+1)
	for i := range table {
		table[i] = make([]int, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			table[i][j] = max(table[i+1][j], table[i][j+1])
			if a[i] == b[j] {
				table[i][j] = max(table[i][j], table[i+1][j+1]+1)
			}
		}
	}
	return table[0][0]
}

// hostile is a text of random small words.
func hostile(size int, seed uint64, parting string) string {
	r := rand.New(rand.NewPCG(seed, 6))
	var b strings.Builder
	for i := 0; b.Len() < size; i++ {
		b.WriteString(strings.Repeat(string(rune('a'+r.IntN(20))), 1+r.IntN(5)))
		if i%80 == 79 {
			b.WriteString(parting)
		} else {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

// partings make one paragraph, many, or a list of a hostile text.
var partings = map[string]string{"paragraph": " ", "paragraphs": "\n\n", "list": "\n- "}

func TestHostileTextsAreBounded(t *testing.T) {
	l := newLexicon()
	a, b := l.tokens(hostile(1<<20, 1, " ")), l.tokens(hostile(1<<20, 2, " "))
	if g := aligned(a.ids, b.ids); g.steps > 4*work {
		t.Errorf("%d steps", g.steps)
	}
	for name, parting := range partings {
		old, new := hostile(200_000, 1, parting), hostile(200_000, 2, parting)
		r := newReader()
		r.sections([]app.Section{{Text: old}}, []app.Section{{Text: new}}, func(app.Section, bool) []string { return nil })
		if r.left < -1_000_000 {
			t.Errorf("%s: %d words looked at", name, work-r.left)
		}
		paragraphsWhole(t, old, new)
	}
}

// BenchmarkHostile compares two texts of five megabytes with next to nothing in
// common.
func BenchmarkHostile(b *testing.B) {
	for name, parting := range partings {
		old, new := side(hostile(5<<20, 1, parting)), side(hostile(5<<20, 2, parting))
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				Matters(old, new)
			}
		})
	}
}

func FuzzWords(f *testing.F) {
	f.Add("Nämnden avstyrker.", "Nämnden tillstyrker nu.")
	f.Add("a b c d e f g", "a x c y e z g")
	f.Add(" \n", "\u00a0")
	f.Add("\xff\xfe b", "b \xff")
	f.Fuzz(func(t *testing.T, a, b string) {
		whole(t, a, b, Words(a, b))
		paragraphsWhole(t, a, b)
	})
}
