package store

import (
	"cmp"
	"errors"
	"fmt"

	"github.com/dgraph-io/badger/v4"

	"yttra/app"
	"yttra/app/store/journal"
	"yttra/app/store/seal"
)

// A change is accepted when it stands in the journal: what Badger calls synced is not
// on Windows, and a full disk there is a signal. Badger comes after, unsynced. What it
// lacks when the register is opened again is taken from the journal.

// update runs a writing transaction, one at a time: fn sees what all before it wrote.
// When it returns nil the change survives a power cut.
// fn may be called more than once.
func (r *register) update(fn func(tx) error) error {
	return r.healed(func() error { return r.change(fn) })
}

func (r *register) change(fn func(tx) error) (err error) {
	defer caught(&err, r.dir)
	if r.dir != "" {
		if err := room(r.dir, r.reserve, app.CodeNotSaved); err != nil {
			return err
		}
	}
	r.writing.Lock()
	defer r.writing.Unlock()
	if why := cmp.Or(r.behind, r.doubt); why != nil {
		return behind(r.dir, why)
	}
	if r.converting {
		return &app.Problem{Code: app.CodeNotSaved, What: r.dir, Where: "convert"}
	}
	t := r.db.NewTransaction(true)
	defer t.Discard()
	var ops []journal.Op
	sum := r.total
	x := tx{t: t, box: r.box, seq: r.applied + 1, ops: &ops, total: &sum, now: r.o.Now, scrub: &r.scrub}
	if err := fn(x); errors.Is(err, badger.ErrTxnTooBig) {
		return &app.Problem{Code: app.CodeTooLarge, What: r.dir, Where: fmt.Sprintf("%d MB", memTable*15/100>>20)}
	} else if err != nil {
		return err
	}
	if len(ops) == 0 {
		return nil
	}
	if err := x.putApplied(); err != nil {
		return err
	}
	if err := r.commit(t, journal.Batch{Seq: x.seq, Ops: ops}); err != nil {
		return err
	}
	r.applied, r.total = x.seq, sum
	r.witness()
	r.follow(ops)
	return nil
}

// commit writes a change into the journal and then into Badger. When Badger does not
// take what stands in the journal, it counts for behind: what it has is not known until
// the register is opened again, and until then nothing more is written. The change is
// taken out of the journal, so that it is what its caller is told: not saved. When that
// cannot be done either it is there the next time.
func (r *register) commit(t *badger.Txn, b journal.Batch) error {
	if r.journal == nil {
		return t.Commit()
	}
	if err := r.journal.Append(b); err != nil {
		return fmt.Errorf("write journal: %w", err)
	}
	if err := r.into(t); err != nil {
		r.behind = err
		return behind(r.dir, errors.Join(err, r.journal.Undo()))
	}
	return nil
}

// into commits a transaction; a panic of Badger's is a failure too.
func (r *register) into(t *badger.Txn) (err error) {
	defer caught(&err, r.dir)
	return t.Commit()
}

func behind(dir string, err error) error {
	return &app.Problem{Code: app.CodeNotSaved, What: dir, Where: "behind", Err: err}
}

// replay takes from the journal what Badger has not got. When it is Badger that has
// more, the journal has lost its end: it goes on from there, and a backup is due.
func (r *register) replay() error {
	where := func(t tx) (err error) { r.applied, r.total, err = t.applied(); return err }
	if err := r.view(where); err != nil {
		return err
	}
	if r.journal.Last() == r.applied { // nothing is behind it, and it was found whole
		return nil
	}
	holes, err := r.journal.Each(r.applied, func(b journal.Batch) error {
		if b.Seq != r.applied+1 {
			return &app.Problem{Code: app.CodeDamaged, What: r.dir, Where: "journal", Err: fmt.Errorf("change %d is missing", r.applied+1)}
		}
		if err := r.apply(b); err != nil {
			return err
		}
		r.applied = b.Seq
		return nil
	})
	if err == nil {
		err = r.view(where)
	}
	if err == nil && len(holes) > 0 && holes[len(holes)-1].After >= r.applied {
		err = &app.Problem{Code: app.CodeDamaged, What: r.dir, Where: "journal", Err: &holes[len(holes)-1]}
	}
	if err == nil && r.journal.Last() < r.applied {
		r.short = true
		err = r.journal.Skip(r.applied)
	}
	return coded(err, app.CodeDamaged, r.dir)
}

// apply writes a change from the journal into Badger as it is.
func (r *register) apply(b journal.Batch) error {
	return r.db.Update(func(t *badger.Txn) error {
		for _, o := range b.Ops {
			err := error(nil)
			if o.Value == nil {
				err = t.Delete(o.Key)
			} else if _, err = seal.Check(o.Key, o.Value); err == nil {
				err = t.Set(o.Key, o.Value)
			}
			if err != nil {
				return fmt.Errorf("replay change %d: %w", b.Seq, err)
			}
		}
		return nil
	})
}
