package cli

import (
	"slices"
	"strings"
	"testing"

	"yttra/app/packs"
)

// The help names every kind that is built in.
func TestKindListIsWhole(t *testing.T) {
	p, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	said := strings.Split(kindList, ", ")
	var built []string
	for _, k := range p.Kinds {
		built = append(built, k.ID)
	}
	slices.Sort(said)
	slices.Sort(built)
	if !slices.Equal(said, built) {
		t.Errorf("%v, want %v", said, built)
	}
}
