package archive

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"yttra/app"
	"yttra/app/store"
)

// BenchmarkExport writes a register of matters of 10 kB with two versions each, without
// PDFs, and tells how much memory it took at most above what the register takes;
// YTTRA_BENCH_ROWS=10000 is the size that others have been measured at.
func BenchmarkExport(b *testing.B) {
	n := 500
	if v, err := strconv.Atoi(os.Getenv("YTTRA_BENCH_ROWS")); err == nil {
		n = v
	}
	s, err := store.Open(b.TempDir(), store.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	words := strings.Fields("nämnden föreslår att kommunen prövar en cykelväg längs gatan eftersom trafiken ökar och barn går till skolan varje dag under året")
	for i := range n {
		var text strings.Builder
		for k := range 1500 {
			text.WriteString(words[(i*7+k*k+k/3)%len(words)] + " ")
		}
		for v := range 2 {
			m := &app.Matter{ID: fmt.Sprintf("%026d", i), Title: fmt.Sprintf("Motion om cykelväg %d", i), References: []string{fmt.Sprintf("KS 2026/%05d", i)}, Measures: []app.Measure{app.General},
				Documents: []app.Document{{ID: "d", Kind: "opinion", Sections: []app.Section{{Role: "assessment", Heading: "Bedömning", Text: fmt.Sprint(v, " ", text.String())}}}}}
			if _, err := s.Save(app.Change{Matter: m, Base: uint64(v), Name: "n", At: noon}); err != nil {
				b.Fatal(err)
			}
		}
	}
	o := options(b)
	o.Paper = nil
	var most uint64
	o.Step = func(done, _ int) {
		if done%200 == 0 {
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			most = max(most, m.HeapInuse)
		}
	}
	runtime.GC()
	var before runtime.MemStats
	runtime.ReadMemStats(&before)
	file := filepath.Join(b.TempDir(), "allt.zip")
	for b.Loop() {
		start := time.Now()
		w, err := Write(context.Background(), file, s, o)
		if err != nil || w.Matters != n {
			b.Fatal(w, err)
		}
		b.ReportMetric(float64(w.Bytes)/1e6, "MB")
		b.ReportMetric(time.Since(start).Seconds(), "s")
		b.ReportMetric(float64(max(most, before.HeapInuse)-before.HeapInuse)/1e6, "MB-heap")
	}
}
