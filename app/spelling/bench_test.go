package spelling_test

import (
	"runtime"
	"testing"

	"yttra/app/spelling"
)

func BenchmarkRead(b *testing.B) {
	aff, dic := swedishFiles(b)
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	d, err := spelling.Read(aff, dic)
	if err != nil {
		b.Fatal(err)
	}
	runtime.GC()
	runtime.ReadMemStats(&after)
	held := float64(after.HeapAlloc-before.HeapAlloc+uint64(len(dic))) / (1 << 20)
	for b.Loop() {
		if d, err = spelling.Read(aff, dic); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(held, "MB-held")
	runtime.KeepAlive(d)
}

func BenchmarkKnows(b *testing.B) {
	d := swedish(b)
	words := sourceWords(b)
	n := 0
	for b.Loop() {
		for _, w := range words {
			d.Knows(w)
		}
		n += len(words)
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "words/s")
}

// Every word is right, as most are.
func BenchmarkKnowsRightWords(b *testing.B) {
	d := swedish(b)
	var words []string
	for _, w := range sourceWords(b) {
		if d.Knows(w) {
			words = append(words, w)
		}
	}
	n := 0
	for b.Loop() {
		for _, w := range words {
			d.Knows(w)
		}
		n += len(words)
	}
	b.ReportMetric(float64(n)/b.Elapsed().Seconds(), "words/s")
}
