package store

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

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
	fillRows(b, r, n)
	b.ReportAllocs()
	for b.Loop() {
		if rows, err := r.List(); err != nil || rows.Len() != n {
			b.Fatal(rows.Len(), err)
		}
	}
}

// BenchmarkOpen opens a register of 2000 matters and lists it, as a start does:
// the bytes are what a start leaves to be collected.
func BenchmarkOpen(b *testing.B) {
	dir := b.TempDir()
	r, err := open(dir, 0)
	if err != nil {
		b.Fatal(err)
	}
	fillRows(b, r, 2000)
	if err := r.Close(); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		r, err := open(dir, 0)
		if err != nil {
			b.Fatal(err)
		}
		if rows, err := r.List(); err != nil || rows.Len() != 2000 {
			b.Fatal(rows.Len(), err)
		}
		if err := r.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// fillRows puts rows into a register, many in one transaction, or it takes the day.
func fillRows(b *testing.B, r *register, n int) {
	b.Helper()
	for done := 0; done < n; { // many rows in one transaction, or it takes the day
		err := r.update(func(t tx) error {
			for range min(1000, n-done) {
				id := fmt.Sprintf("%026d", done)
				m := matter(id, "Motion om cykelväg "+id, "x")
				m.Movers[0].Extra = nil // few movers come from another version
				row := app.RowOf(app.Change{Matter: m, At: noon}, 1)
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

// BenchmarkAcknowledge changes one section of one of a hundred matters of 10 KB and
// saves it, once a pause: it tells how long it takes until the save is acknowledged,
// which is when it would survive a power cut.
func BenchmarkAcknowledge(b *testing.B) {
	r, err := open(b.TempDir(), 0)
	if err != nil {
		b.Fatal(err)
	}
	defer r.Close()
	fillBulk(b, r, 100)
	random := rand.New(rand.NewPCG(1, 1))
	var times []time.Duration
	for b.Loop() {
		id := bulkID(random.IntN(100))
		m, rev, err := r.Load(id)
		if err != nil {
			b.Fatal(err)
		}
		m.Documents[0].Sections[random.IntN(12)].Text = prose(random, 800)
		start := time.Now()
		if _, err := r.Save(app.Change{Matter: m, Base: rev.Number, At: noon.Add(time.Duration(len(times)) * time.Minute)}); err != nil {
			b.Fatal(err)
		}
		times = append(times, time.Since(start))
	}
	slices.Sort(times)
	b.ReportMetric(times[len(times)/2].Seconds()*1000, "p50-ms")
	b.ReportMetric(times[(len(times)-1)*95/100].Seconds()*1000, "p95-ms")
}

// BenchmarkSaveBesideAnnex saves the same matter with an annex of 20 MB, as every
// pause in the typing does: it must cost what it costs without.
func BenchmarkSaveBesideAnnex(b *testing.B) {
	r, err := open(b.TempDir(), 0)
	if err != nil {
		b.Fatal(err)
	}
	defer r.Close()
	m := matter("m", "T", strings.Repeat("ord på papper ", 700))
	m.Documents[0].Annexes = []app.Annex{{Title: "Karta", How: app.AnnexAttached, Name: "karta.tif", Data: noise(20 << 20)}}
	var base uint64
	save := func() {
		if _, err := r.Save(app.Change{Matter: m, Base: base, At: noon}); err != nil {
			b.Fatal(err)
		}
		base++
	}
	save() // the annex itself is written once
	for b.Loop() {
		save()
	}
}

func BenchmarkOpenMemory(b *testing.B) {
	for b.Loop() {
		s, err := OpenMemory(nil)
		if err != nil {
			b.Fatal(err)
		}
		s.Close()
	}
}
