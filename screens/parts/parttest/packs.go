package parttest

import (
	"sync"
	"testing"

	"yttra/app/packs"
)

var loaded = sync.OnceValues(packs.Load)

// Packs gives the embedded packs, read once for all tests: nothing in them
// changes after loading, and they are some megabytes.
func Packs(t testing.TB) *packs.Packs {
	t.Helper()
	p, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	return p
}
