package archive

import (
	"errors"
	"io"

	"yttra/app"
	"yttra/app/unzip"
)

// What is read of an archive, at most.
const (
	mostText  = 64 << 20  // bytes of a matter or a list, unless it is large packed as well
	mostRatio = 300       // how much larger than packed a file that is only held against its sum may be
	atLeast   = 1 << 20   // which is allowed whatever the ratio
	mostList  = 512 << 20 // bytes of the list of contents
)

// contents is the zip of an archive, and what the list of contents says of its files.
type contents struct {
	*unzip.Zip
	listing []listing // of Entries, in the same order
	faults  []Fault
}

// listing is a file as the list of contents has it.
type listing struct {
	sum    [32]byte
	listed bool
}

func (z *contents) fault(f Fault) {
	if len(z.faults) < mostFaults {
		z.faults = append(z.faults, f)
	}
}

// zipFaults are what is wrong with the zip itself, as it is told of an archive.
var zipFaults = map[unzip.FaultKind]FaultKind{unzip.BadName: BadName, unzip.Locked: Locked, unzip.Twice: Twice, unzip.Damaged: Damaged, unzip.Cut: Cut}

// unzipped opens the zip of an archive. It fails with CodeNotArchive when it is no zip
// at all.
func unzipped(r io.ReaderAt, size int64) (*contents, error) {
	z, err := unzip.Open(r, size)
	if errors.Is(err, unzip.ErrZip) {
		return nil, &app.Problem{Code: app.CodeNotArchive, Err: err}
	}
	if err != nil {
		return nil, err
	}
	c := &contents{Zip: z, listing: make([]listing, len(z.Entries))}
	for _, f := range z.Faults {
		c.fault(Fault{Kind: zipFaults[f.Kind], Name: f.Name})
	}
	return c, nil
}
