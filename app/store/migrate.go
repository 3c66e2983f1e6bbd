package store

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/dgraph-io/badger/v4"

	"yttra/app"
)

// A register of an earlier schema is brought forward, one step for each schema, before
// anything else is done with it. First everything is copied as it is (before.go). A step
// reads the old data and fills a folder beside it, which takes its place when it is
// whole: a process that ends in between begins anew. There is no way back but the copy.

// steps take a register from a schema to the next.
var steps = map[int]func(*migration) error{
	1: (*migration).fromOne,
}

// migration is a register on its way from one schema to the next.
type migration struct {
	from  int
	old   *badger.DB // as the former version left it
	into  *register  // to be filled; its files are those of the register
	found []app.Damage
	lost  []app.Lost
}

// migrate brings the register forward to this schema. It is locked, and nobody has
// opened what is in it.
func (r *register) migrate() error {
	m, err := markOf(r.dir)
	if err != nil || m.Schema == Schema || m.Schema == 0 {
		return nil // new, or refused or repaired further on
	}
	for from := m.Schema; from < Schema; from++ {
		if err := r.stepFrom(from); err != nil {
			return fmt.Errorf("from schema %d: %w", from, coded(err, app.CodeDamaged, r.dir))
		}
	}
	return nil
}

// stepFrom takes the register from a schema to the next.
func (r *register) stepFrom(from int) (err error) {
	if steps[from] == nil {
		return &app.Problem{Code: app.CodeDamaged, What: r.dir, Where: fmt.Sprintf("schema %d", from)}
	}
	if r.o.Tell != nil {
		r.o.Tell(app.StepMigrate, 0, 0)
	}
	size := sizeOfFolder(dataIn(r.dir))
	if err := room(r.dir, r.reserve+3*size, app.CodeNoFile); err != nil {
		return err
	}
	copied, err := copyBefore(r.dir, from, r.now())
	if err != nil {
		return &app.Problem{Code: app.CodeNoFile, What: r.dir, Err: err}
	}
	at := func(err error) error {
		return &app.Problem{Code: app.CodeDamaged, What: r.dir, Where: copied, Err: err}
	}
	if err := inspect(dataIn(r.dir), true); err != nil {
		return at(err)
	}
	old, err := openBadger(options(dataIn(r.dir)))
	if err != nil {
		return &app.Problem{Code: openingCode(err), What: r.dir, Where: copied, Err: err}
	}
	done, err := isOf(old, from+1)
	if err != nil || done { // it took its place, and the mark was not written any more
		err = errors.Join(err, old.Close())
		if err != nil {
			return at(err)
		}
		r.forward = true
		return r.marked(from + 1)
	}
	m := &migration{from: from, old: old}
	if err := errors.Join(r.fill(m), old.Close()); err != nil {
		return err
	}
	if err := swap(r.dir); err != nil {
		return err
	}
	if err := errors.Join(os.RemoveAll(journalIn(r.dir)), r.marked(from+1)); err != nil {
		return err
	}
	r.forward = true
	return m.tell(r, copied)
}

// fill makes data.part out of what is there.
func (r *register) fill(m *migration) (err error) {
	part := dataIn(r.dir) + partSuffix
	if err := errors.Join(os.RemoveAll(part), os.MkdirAll(part, 0o700)); err != nil {
		return err
	}
	db, err := openBadger(options(part))
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	m.into = &register{dir: r.dir, db: db, o: r.o, box: r.box, reserve: r.reserve}
	if err := steps[m.from](m); err != nil {
		return err
	}
	return m.into.update(func(t tx) error {
		if err := t.put(keySchema, 1, schemaRecord{m.from + 1}); err != nil {
			return err
		}
		return t.record(app.Event{Action: app.ActMigrated, By: program, About: fmt.Sprintf("%d→%d", m.from, m.from+1)})
	})
}

// marked says that the register is of a schema now, and that it was left whole.
func (r *register) marked(schema int) error {
	if err := writeMark(r.dir, mark{Schema: schema, Keys: r.secret.keys.ID}); err != nil {
		return err
	}
	return writeClean(r.dir, 0, cleanMark{})
}

// tell keeps a report of what was damaged in the old data and could not be brought along.
func (m *migration) tell(r *register, copied string) error {
	if len(m.found) == 0 {
		return nil
	}
	return keepReport(r.dir, app.Repair{At: r.now(), Found: m.found, Lost: m.lost, Aside: copied}, r.box)
}

// begun makes the backup that the journal of a register which was brought forward
// follows on. When there is no room for it the next that is due heals that.
func (r *register) begun() {
	if !r.forward {
		return
	}
	r.short = true
	_, _, _ = r.backUp(context.Background(), app.BackupDaily, func(done, all int) {
		if r.o.Tell != nil {
			r.o.Tell(app.StepBackup, done, all)
		}
	})
}

// step tells how far it has come.
func (m *migration) step(done, all int) {
	if m.into.o.Tell != nil {
		m.into.o.Tell(app.StepMigrate, done, all)
	}
}

// bad notes a record that cannot be read.
func (m *migration) bad(title string, err error) {
	m.found = append(m.found, app.Damage{Kind: app.DamageRecord, Title: title, Detail: err.Error()})
}
