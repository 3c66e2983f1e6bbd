package search

import (
	"fmt"
	"strings"
	"testing"

	"yttra/app"
)

// A register of ten thousand matters of three hundred words each.
func BenchmarkFindInTenThousandTexts(b *testing.B) {
	x, err := openIndex(b.TempDir() + "/search")
	if err != nil {
		b.Fatal(err)
	}
	defer x.x.Close()
	const n = 10_000
	var texts []text
	for i := range n {
		var w strings.Builder
		for k := range 150 {
			fmt.Fprintf(&w, "samtycke%d nämnden ", (i*150+k*7919)%150_000)
		}
		if texts = append(texts, text{app.NewID(), 1, w.String()}); len(texts) == batch {
			if err := x.put(texts, nil); err != nil {
				b.Fatal(err)
			}
			texts = texts[:0]
		}
	}
	for _, word := range []string{"samtycke77", "nämnd", "bredband"} {
		b.Run(word, func(b *testing.B) {
			for b.Loop() {
				if _, err := x.find(b.Context(), word); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("one text changes", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			if err := x.put([]text{{"one", uint64(i + 1), "samtycke bredband"}}, nil); err != nil {
				b.Fatal(err)
			}
		}
	})
}
