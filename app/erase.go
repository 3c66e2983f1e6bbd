package app

import "time"

// Eraser takes matters away for good: those that somebody says must go, and those that
// have lain in the bin for their days.
type Eraser interface {
	// Erasure tells what would go with a matter. It fails with CodeNotFound.
	Erasure(id string) (Erasure, error)

	// Erase takes a matter away with all its versions and its files. Nothing brings it
	// back: a mark of it stays (Erased), so that it is left out of whatever is read from
	// an older copy. step hears how far it has come; it may be nil. When it fails after
	// the matter has gone from the list the rest is done at the next TidyUp.
	Erase(id, reason string, step func(done, all int)) error

	// Erased are the matters that were erased, in the order it was done.
	Erased() ([]Tombstone, error)

	// TidyUp does what is due: what has lain in the bin for BinDays goes, older autosaves
	// are thinned, files nobody needs are removed. It tells which matters went.
	TidyUp() (gone []string, err error)
}

// Tombstone is what is left of a matter that was erased: no words of it.
type Tombstone struct {
	ID string    `json:"id"`
	At time.Time `json:"at"`

	// Left: some of its records or files are still to be removed, in Badger's tables or
	// beside them.
	Left bool `json:"left,omitempty"`
}

// Erasure is what goes with a matter, and what of it lies outside the register.
type Erasure struct {
	Row       Row
	InBin     bool
	Versions  int
	Documents int
	Files     int      // that go with it
	Shared    int      // files that stay, since another matter has them too
	Bytes     int64    // of the files that go
	Exports   []Export // files that were made of its documents and handed out; they lie elsewhere
}
