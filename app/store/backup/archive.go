package backup

import (
	"bytes"
	"context"
	"os"
	"sort"

	"yttra/app/store/journal"
)

// Archive is a backup in which single records are looked up. It remembers only where
// each frame begins: records stand in the order of their keys.
type Archive struct {
	Info   Info
	f      *os.File
	frames []frameAt
}

type frameAt struct {
	first []byte // key of its first record
	at    int64
}

// Open reads all of a backup, as Read does, and then holds its file open.
func Open(ctx context.Context, path string, step func(done, total int)) (*Archive, error) {
	a := &Archive{}
	var err error
	if a.Info, err = Read(ctx, path, Contents{Step: step, Frame: func(first []byte, at int64) {
		a.frames = append(a.frames, frameAt{first, at})
	}}); err != nil {
		return nil, err
	}
	if a.f, err = os.Open(path); err != nil {
		return nil, unread(path, err)
	}
	return a, nil
}

// Close lets go of the file.
func (a *Archive) Close() error { return a.f.Close() }

// Each calls fn with every record whose key begins with prefix, in order. Key and value
// are fn's.
func (a *Archive) Each(prefix []byte, fn func(key, sealed []byte) error) error {
	i := sort.Search(len(a.frames), func(i int) bool { return bytes.Compare(a.frames[i].first, prefix) > 0 })
	for i = max(0, i-1); i < len(a.frames); i++ {
		if k := a.frames[i].first; bytes.Compare(k, prefix) > 0 && !bytes.HasPrefix(k, prefix) {
			return nil
		}
		b, err := journal.NewFrames(a.f, a.frames[i].at, a.Info.Foot.Bytes).Next()
		if err != nil {
			return bad(a.Info.Path, "%w", err)
		}
		for _, o := range b.Ops {
			if !bytes.HasPrefix(o.Key, prefix) {
				continue
			}
			if err := fn(o.Key, o.Value); err != nil {
				return err
			}
		}
	}
	return nil
}

// Get gives a record; ok is false when there is none.
func (a *Archive) Get(key []byte) (sealed []byte, ok bool, err error) {
	err = a.Each(key, func(k, v []byte) error {
		if bytes.Equal(k, key) {
			sealed, ok = v, true
		}
		return nil
	})
	return sealed, ok, err
}
