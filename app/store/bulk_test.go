package store

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"yttra/app"
	"yttra/app/sample"
)

// bulkRows is how many matters a large register has here; YTTRA_BENCH_ROWS=100000 is
// the size that the figures are promised for.
func bulkRows() int {
	if n, err := strconv.Atoi(os.Getenv("YTTRA_BENCH_ROWS")); err == nil {
		return n
	}
	return 2000
}

// bulk gives the folder of a closed register with so many matters of 10 KB. With
// YTTRA_BENCH_FOLDER it is kept there for the next.
func bulk(tb testing.TB, n int) string {
	tb.Helper()
	dir := os.Getenv("YTTRA_BENCH_FOLDER")
	if dir == "" {
		dir = tb.TempDir()
	} else if dir = filepath.Join(dir, fmt.Sprint(n)); there(markIn(dir)) {
		return dir
	}
	r, err := openFolder(dir, Options{Child: Itself}, 0)
	if err != nil {
		tb.Fatal(err)
	}
	fillBulk(tb, r, n)
	if err := r.Close(); err != nil {
		tb.Fatal(err)
	}
	return dir
}

func there(path string) bool { _, err := os.Stat(path); return err == nil }

// fillBulk saves so many matters of 10 KB, many in one change, or it takes the day.
func fillBulk(tb testing.TB, r *register, n int) {
	tb.Helper()
	random := rand.New(rand.NewPCG(1, 2))
	for done := 0; done < n; {
		err := r.update(func(t tx) error {
			for range min(100, n-done) {
				m := bulkMatter(random, done)
				rec, pieces, err := r.takeApart(m, 0)
				if err == nil {
					err = t.putPieces(m.ID, pieces)
				}
				if err == nil {
					_, _, err = t.save(app.Change{Matter: m, At: noon.Add(time.Duration(done) * time.Second)}, rec)
				}
				if err != nil {
					return err
				}
				done++
			}
			return nil
		})
		if err != nil {
			tb.Fatal(err)
		}
	}
}

func bulkID(i int) string { return fmt.Sprintf("%026d", i*7919%1_000_003) }

// bulkMatter makes a matter of 10 KB in twelve sections.
func bulkMatter(random *rand.Rand, i int) *app.Matter {
	texts := make([]string, 12)
	for j := range texts {
		texts[j] = prose(random, 800)
	}
	m := matter(bulkID(i), "Motion om "+prose(random, 30), texts...)
	m.Movers[0].Extra = nil // few movers come from another version
	return m
}

var vocabulary = strings.Fields(sample.Motion())

// prose makes so many bytes of words.
func prose(random *rand.Rand, size int) string {
	var b strings.Builder
	for b.Len() < size {
		b.WriteString(vocabulary[random.IntN(len(vocabulary))])
		b.WriteByte(' ')
	}
	return b.String()
}
