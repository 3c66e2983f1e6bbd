package store

import (
	"fmt"
	"math/rand/v2"
	"testing"
	"time"

	"yttra/app"
)

// BenchmarkEncrypted does the same to a plain and to an encrypted register, turn by
// turn: a machine that has other things to do is as slow for both.
func BenchmarkEncrypted(b *testing.B) {
	var both [2]*register
	for i := range both {
		r, err := openFolder(b.TempDir(), cheaply(""), 0)
		if err != nil {
			b.Fatal(err)
		}
		defer func() { both[i].Close() }()
		fillBulk(b, r, 300)
		both[i] = r
	}
	next, err := both[1].Convert(b.Context(), app.Conversion{Encrypt: true, Passphrase: []byte(phrase)}, nil)
	if err != nil {
		b.Fatal(err)
	}
	both[1] = next.(*register)
	var took [2][3]time.Duration
	random, rounds := rand.New(rand.NewPCG(1, 1)), 0
	for b.Loop() {
		id, text := bulkID(random.IntN(300)), prose(random, 800)
		for i := range both {
			for j, d := range sawListedAndSaved(b, both[i], id, text, rounds) {
				took[i][j] += d
			}
		}
		rounds++
	}
	for j, name := range []string{"load", "list", "save"} {
		for i, kind := range []string{"plain", "encrypted"} {
			b.ReportMetric(took[i][j].Seconds()*1e6/float64(rounds), fmt.Sprintf("%s-%s-µs", name, kind))
		}
	}
	for i, kind := range []string{"plain", "encrypted"} {
		size := 0
		if err := both[i].eachSealed(func(key, sealed []byte) error { size += len(key) + len(sealed); return nil }); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(size)/1024, kind+"-KiB")
	}
}

func sawListedAndSaved(b *testing.B, r *register, id, text string, round int) (took [3]time.Duration) {
	start := time.Now()
	m, rev, err := r.Load(id)
	took[0] = time.Since(start)
	if err != nil {
		b.Fatal(err)
	}
	start = time.Now()
	if _, err := r.List(); err != nil {
		b.Fatal(err)
	}
	took[1] = time.Since(start)
	m.Documents[0].Sections[0].Text = text
	start = time.Now()
	if _, err := r.Save(app.Change{Matter: m, Base: rev.Number, At: noon.Add(time.Duration(round) * time.Minute)}); err != nil {
		b.Fatal(err)
	}
	took[2] = time.Since(start)
	return took
}
