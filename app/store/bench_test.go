package store

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"yttra/app"
)

// BenchmarkList lists a register of so many matters; YTTRA_BENCH_ROWS=100000 is
// the size the list was made for.
func BenchmarkList(b *testing.B) {
	n := 2000
	if v, err := strconv.Atoi(os.Getenv("YTTRA_BENCH_ROWS")); err == nil {
		n = v
	}
	r, err := open(b.TempDir(), 0)
	if err != nil {
		b.Fatal(err)
	}
	defer r.Close()
	for done := 0; done < n; { // many rows in one transaction, or it takes the day
		err := r.update(func(t tx) error {
			for range min(1000, n-done) {
				id := fmt.Sprintf("%026d", done)
				row := app.RowOf(app.Change{Matter: matter(id, "Motion om cykelväg "+id, "x"), At: noon}, 1)
				if err := t.putRow(row, true); err != nil {
					return err
				}
				done++
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	for b.Loop() {
		if rows, err := r.List(); err != nil || len(rows) != n {
			b.Fatal(len(rows), err)
		}
	}
}

// BenchmarkSave saves a matter of 10 kB, as the desk does after a quiet second.
func BenchmarkSave(b *testing.B) {
	r, err := open(b.TempDir(), 0)
	if err != nil {
		b.Fatal(err)
	}
	defer r.Close()
	m := matter("m", "T", strings.Repeat("ord på papper ", 700))
	var base uint64
	for b.Loop() {
		if _, err := r.Save(app.Change{Matter: m, Base: base, At: noon}); err != nil {
			b.Fatal(err)
		}
		base++
	}
}

func BenchmarkOpenMemory(b *testing.B) {
	for b.Loop() {
		s, err := OpenMemory()
		if err != nil {
			b.Fatal(err)
		}
		s.Close()
	}
}
