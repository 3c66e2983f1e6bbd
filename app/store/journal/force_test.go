package journal

import "testing"

// Two hundred batches are two hundred times forced to the disk: .ci/wine counts what
// the Windows build asks of the system while this runs.
func TestEveryBatchIsForced(t *testing.T) {
	j := opened(t, t.TempDir())
	force, n := j.force, 0
	if force == nil {
		t.Fatal("nothing is forced")
	}
	for i := range uint64(200) {
		if err := j.Append(batch(i+1, 100)); err != nil {
			t.Fatal(err)
		}
		n++
	}
	t.Logf("%d batches appended", n)
}
