package store

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/dgraph-io/badger/v4"

	"yttra/app"
	"yttra/app/disk"
	"yttra/app/store/backup"
	"yttra/app/store/journal"
	"yttra/app/store/seal"
)

// A record that a reader finds damaged, or missing where another says it is, is looked
// up in the journal and the latest backup and written anew, and the reader gets the
// right value. Where neither has it for certain, the reader is told that it is damaged.
// The register is then looked at as a whole before it is opened the next time.

// healing is what was found while the register is open.
type healing struct {
	mu     sync.Mutex
	ready  bool // the opening is over
	report app.Repair
}

// mostHealed is how many records one reading may wait for.
const mostHealed = 100

// healed runs something that reads, and again after a record that it stumbled over has
// been written anew.
func (r *register) healed(read func() error) error {
	err := read()
	for range mostHealed {
		p := app.ProblemOf(err)
		if p == nil || p.Code != app.CodeDamaged || !isRecord(p.What) || !r.heal(p.What, p.Err) {
			return err
		}
		err = read()
	}
	return err
}

// isRecord reports whether a problem is about a record, or all under a key.
func isRecord(what string) bool {
	kind, _, ok := strings.Cut(what, "/")
	return what == string(keyProfile) || ok && slices.Contains([]string{"meta", "matter", "rev", "part", "row", "bin", "use", "erased", "trail", "said"}, kind)
}

// heal writes what lies under a key, or under all that begin with it, as it ought to be.
// It reports whether anything was written.
func (r *register) heal(key string, why error) bool {
	if !r.healing.ready || r.dir == "" {
		return false
	}
	n, err := r.mend([]byte(key))
	if err != nil || n == 0 {
		return false
	}
	r.tellHealed(app.Damage{Kind: app.DamageRecord, Name: key, Detail: fmt.Sprint(why)}, n)
	return true
}

// healUnder is heal for a reader that went on past what it could not read: of the one
// record that its error names, and of all under a key, since an iterator of Badger's
// ends early and says nothing when it cannot read a block.
func (r *register) healUnder(prefix string, err error) bool {
	p := app.ProblemOf(err)
	if p == nil || p.Code != app.CodeDamaged {
		return false
	}
	one := isRecord(p.What) && r.heal(p.What, p.Err)
	return r.heal(prefix, p.Err) || one
}

// mend holds the records under a key against journal and backup, and writes those that
// Badger has not, or has otherwise.
func (r *register) mend(prefix []byte) (n int, err error) {
	defer caught(&err, r.dir)
	r.writing.Lock()
	defer r.writing.Unlock()
	if r.behind != nil {
		return 0, r.behind
	}
	right, err := r.truth(prefix)
	if err != nil {
		return 0, err
	}
	there := map[string][]byte{}
	err = r.db.View(func(t *badger.Txn) error {
		tx{t: t}.each(string(prefix), func(item *badger.Item) {
			if v, err := item.ValueCopy(nil); err == nil {
				there[string(item.Key())] = v
			}
		})
		return nil
	})
	if err != nil {
		return 0, err
	}
	err = r.db.Update(func(t *badger.Txn) error {
		for key, sealed := range right {
			if bytes.Equal(there[key], sealed) {
				continue
			}
			n++
			if err := t.Set([]byte(key), sealed); err != nil {
				return err
			}
		}
		for key := range there {
			if _, ok := right[key]; !ok {
				n++
				if err := t.Delete([]byte(key)); err != nil {
					return err
				}
			}
		}
		return nil
	})
	return n, err
}

// errUnsure is a value that cannot be known for certain.
var errUnsure = errors.New("backup and journal do not have all")

// truth gives the records under a key as the latest backup has them, with the changes
// of the journal after it.
func (r *register) truth(prefix []byte) (map[string][]byte, error) {
	out := map[string][]byte{}
	next := uint64(1)
	all, err := backup.List(backupsIn(r.dir))
	if latest, ok := newest(all); ok && err == nil {
		a, err := backup.Open(context.Background(), latest.Path, nil)
		if err != nil {
			return nil, err
		}
		err = a.Each(prefix, func(key, sealed []byte) error { out[string(key)] = bytes.Clone(sealed); return nil })
		if err = errors.Join(err, a.Close()); err != nil {
			return nil, err
		}
		next = latest.Header.Seq + 1
	}
	holes, err := journal.Read(journalIn(r.dir), next-1, func(b journal.Batch) error {
		if b.Seq != next {
			return errUnsure
		}
		next++
		for _, o := range b.Ops {
			switch _, bad := seal.Check(o.Key, o.Value); {
			case !bytes.HasPrefix(o.Key, prefix):
			case o.Value == nil:
				delete(out, string(o.Key))
			case bad == nil:
				out[string(o.Key)] = o.Value
			}
		}
		return nil
	})
	if err == nil && (len(holes) > 0 || next != r.applied+1) {
		err = errUnsure
	}
	return out, err
}

// tellHealed keeps a report of what was healed since the register was opened.
func (r *register) tellHealed(d app.Damage, n int) {
	d.Title = r.titleOf(d.Name)
	h := &r.healing
	h.mu.Lock()
	defer h.mu.Unlock()
	if len(h.report.Found) == 0 {
		h.report = app.Repair{At: r.now(), Whole: true}
	}
	h.report.Found = append(h.report.Found, d)
	h.report.Healed += n
	_ = writeReport(r.dir, nameOfReport(h.report), h.report, r.box) // the value is there all the same
}

// tainted reports whether damage was met while the register was open.
func (r *register) tainted() bool {
	r.healing.mu.Lock()
	defer r.healing.mu.Unlock()
	return len(r.healing.report.Found) > 0
}

// titleOf finds what the matter that a record belongs to is called; empty when nobody
// knows.
func (r *register) titleOf(key string) (title string) {
	_, rest, _ := strings.Cut(key, "/")
	name, _, _ := strings.Cut(rest, "/")
	_ = r.look(func(t tx) error {
		for _, list := range []string{rows, bin} {
			var row app.Row
			if ok, err := t.get([]byte(list+name), &row); ok && err == nil {
				title = row.Title
			}
		}
		return nil
	})
	return title
}

// fetchFile takes a file that is damaged or gone from the backups that have it.
func (r *register) fetchFile(sum string, why error) bool {
	at := fileIn(r.dir, r.box, sum)
	name := filepath.Base(at)
	all, err := backup.List(backupsIn(r.dir))
	if err != nil {
		return false
	}
	for _, b := range all {
		files, err := backup.FileList(b)
		if err != nil {
			continue
		}
		whole, ok := files[path.Join(name[:2], name)]
		if !ok {
			continue
		}
		sealed, err := os.ReadFile(backup.Bytes(backupsIn(r.dir), whole))
		if err == nil {
			_, err = seal.Check(keyFile(r.box, sum), sealed)
		}
		if err == nil {
			err = cmp.Or(os.MkdirAll(filepath.Dir(at), 0o700), disk.Write(at, sealed, disk.Private))
		}
		if err == nil {
			r.tellHealed(app.Damage{Kind: app.DamageFile, Name: filepath.Join("files", name[:2], name), Detail: fmt.Sprint(why)}, 1)
			return true
		}
	}
	return false
}
