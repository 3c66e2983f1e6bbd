package layout

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite the goldens")

// letters is a measurer where every rune is one unit wide, two mm at any size:
// 66 fit in the text column, and a Sketch stands as the page does.
type letters struct{}

func (letters) Width(_ Face, s string, _ float64) float64 { return 2 * float64(len([]rune(s))) }
func (letters) Kerns(_ Face, s string) []int              { return make([]int, len([]rune(s))) }
func (letters) Has(Face, rune) bool                       { return true }

func words() Words {
	return Words{Page: "Sida {n} ({of})", Watermark: "UTKAST", Table: "Tabell {n}.", Figure: "Figur {n}.", Link: "Länk till {text}", Note: "Fotnot {n}", Back: "Tillbaka från {n}", Ticked: "ja", Unticked: "nej"}
}

// place flows blocks under a small letterhead.
func place(blocks ...Block) Set {
	return Flow(Doc{Words: words(), Head: Letterhead{Name: "Kommun", Kind: "Prov"}, Blocks: blocks}, letters{})
}

func para(s string) Block { return Block{Runs: Plain(s)} }
func head(s string) Block { return Block{Role: Heading, Runs: Plain(s)} }

// filler is a paragraph of n full lines, each beginning with the word.
func filler(word string, n int) Block {
	var b strings.Builder
	for i := range n {
		w := fmt.Sprintf("%s%d", word, i+1)
		b.WriteString(w + strings.Repeat("x", 66-len([]rune(w))) + " ")
	}
	return para(strings.TrimSpace(b.String()))
}

func items(ss ...string) [][]Block {
	var out [][]Block
	for _, s := range ss {
		out = append(out, []Block{para(s)})
	}
	return out
}

func sketch(s Set) string {
	var b strings.Builder
	for i, p := range s.Pages {
		fmt.Fprintf(&b, "──── page %d\n%s", i+1, p.Sketch())
	}
	return b.String()
}

// pageOf finds the page that draws the text; 0 when none does.
func pageOf(s Set, text string) int {
	for i, p := range s.Pages {
		for _, it := range p.Items {
			if it.Kind == Text && it.Elem != nil && strings.Contains(it.S, text) {
				return i + 1
			}
		}
	}
	return 0
}

// golden holds text against testdata/name.txt, or rewrites it with -update.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name+".txt")
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	g, w := strings.Split(got, "\n"), strings.Split(string(want), "\n")
	for i := range max(len(g), len(w)) {
		if i >= len(g) || i >= len(w) || g[i] != w[i] {
			t.Fatalf("%s differs from line %d:\n%s\nwant\n%s", name, i+1, strings.Join(g[min(i, len(g)):min(i+3, len(g))], "\n"), strings.Join(w[min(i, len(w)):min(i+3, len(w))], "\n"))
		}
	}
}

// usual is the house's own look.
var usual = newLook(Look{})
