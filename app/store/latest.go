package store

import (
	"fmt"
	"hash/crc32"
)

// The number of the latest change stands in the lock as well, unforced. It is a witness
// for when both the journal and Badger's log have lost their end, as when files were put
// back from a copy of another day: without it the register would come up as it was
// before, and nobody would say so. A lock that says nothing witnesses nothing.

// latestAt is where it stands in the file; Windows locks the first byte.
const latestAt = 16

const latestSize = 20 + 1 + 8

func latestLine(seq uint64) string {
	number := fmt.Sprintf("%020d", seq)
	return fmt.Sprintf("%s %08x", number, crc32.ChecksumIEEE([]byte(number)))
}

// witness notes the latest change.
func (r *register) witness() {
	if r.lock != nil {
		_, _ = r.lock.WriteAt([]byte(latestLine(r.applied)), latestAt)
	}
}

// forgetLatest takes the note away, when another state of the register is about to take its place.
func (r *register) forgetLatest() {
	r.latest = 0
	if r.lock != nil {
		_ = r.lock.Truncate(latestAt)
	}
}

// readLatest reads what was noted; 0: nothing.
func (r *register) readLatest() uint64 {
	var line [latestSize]byte
	if _, err := r.lock.ReadAt(line[:], latestAt); err != nil {
		return 0
	}
	var seq uint64
	if _, err := fmt.Sscanf(string(line[:20]), "%d", &seq); err != nil || latestLine(seq) != string(line[:]) {
		return 0
	}
	return seq
}

// lacking tells which changes were accepted and are not here; nil: none that is known of.
func (r *register) lacking() error {
	if r.applied >= r.latest {
		return nil
	}
	return fmt.Errorf("changes %d to %d are missing", r.applied+1, r.latest)
}
