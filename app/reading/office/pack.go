package office

import (
	"bytes"
	"errors"
	"io/fs"
	"path"
	"strings"

	"yttra/app"
	"yttra/app/unzip"
)

// What is unpacked of a file, at most. A part of more than atLeast that is mostRatio
// times larger than it is packed was made to do harm.
const (
	mostPart  = 48 << 20
	mostAll   = 96 << 20
	mostRatio = 250
	atLeast   = 8 << 20
	mostAny   = 1 << 30 // a part that is never read
)

// pack is the zip that an office file is.
type pack struct {
	z    *unzip.Zip
	room int64
	cut  bool // something that was asked for is not whole
}

func openPack(data []byte) (*pack, error) {
	z, err := unzip.Open(bytes.NewReader(data), int64(len(data)))
	switch {
	case errors.Is(err, unzip.ErrZip):
		return nil, broken("zip", err)
	case err != nil:
		return nil, &app.Problem{Code: app.CodeExpands, Err: err}
	}
	for i := range z.Entries {
		if e := &z.Entries[i]; e.Size > mostAny || e.Size > mostPart && e.Size/mostRatio > e.Packed {
			return nil, &app.Problem{Code: app.CodeExpands, Err: errors.New(e.Name)}
		}
	}
	return &pack{z: z, room: mostAll, cut: z.Cut}, nil
}

// part unpacks a part. It fails with fs.ErrNotExist when there is none and with
// CodeExpands; of one that is damaged what comes before the damage is given.
func (p *pack) part(name string) ([]byte, error) {
	name = strings.TrimPrefix(path.Clean("/"+name), "/")
	at, there := p.find(name)
	if !there {
		if t := p.z.Torn; t != nil && t.Name == name {
			p.cut = true
			return p.z.ReadTorn(mostPart), nil
		}
		for _, f := range p.z.Faults {
			if f.Kind == unzip.Locked && f.Name == name {
				return nil, &app.Problem{Code: app.CodeFileLocked}
			}
		}
		return nil, fs.ErrNotExist
	}
	e := &p.z.Entries[at]
	most := min(mostPart, p.room, max(atLeast, e.Packed*mostRatio))
	data, err := p.z.Read(e, most)
	switch {
	case app.CodeOf(err) == app.CodeTooLarge && e.Size > most:
		return nil, &app.Problem{Code: app.CodeExpands, Err: err}
	case err != nil:
		p.cut = true
	}
	data = data[:min(int64(len(data)), most)] // a size that is a lie is damage
	p.room -= int64(len(data))
	return data, nil
}

// find finds a part; some programs write the names of parts in other cases than they
// call them.
func (p *pack) find(name string) (int, bool) {
	if at, there := p.z.Find(name); there {
		return at, true
	}
	for i := range p.z.Entries {
		if n := p.z.Entries[i].Name; strings.EqualFold(n, name) && p.z.Has(n) {
			return i, true
		}
	}
	return 0, false
}

// any gives the first part whose name a function wants.
func (p *pack) any(want func(name string) bool) (string, bool) {
	for i := range p.z.Entries {
		if want(p.z.Entries[i].Name) {
			return p.z.Entries[i].Name, true
		}
	}
	return "", false
}
