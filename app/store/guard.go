package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"yttra/app"
	"yttra/app/store/backup"
	"yttra/app/store/journal"
	"yttra/app/store/seal"
)

// guarding is one opening of a folder: Badger is let at data/ only when what it would
// answer by deleting tables, or by ending the process, has been looked for; and when
// data/ is damaged it is put together anew from backup and journal.
type guarding struct {
	r      *register
	known  bool   // a register was kept here before
	aside  string // where data/ lies as it was before anything was done with it
	report app.Repair
}

// guarded opens what is in the folder. The register is locked for this process, and
// the clean mark has been taken away. It fails with CodeUnreadable when nothing
// can be read; the folder is then as it was, and the problem says where a copy lies.
func (r *register) guarded(known bool, mark error) error {
	g := &guarding{r: r, known: known || kept(r.dir), report: app.Repair{At: r.now(), Whole: true}}
	if mark != nil {
		g.found(app.DamageMark, filepath.Base(markIn(r.dir)), mark)
	}
	why := g.look()
	if why == nil {
		if why = r.openData(g.known); why == nil {
			why = r.lacking()
		} else if !spoilt(why) {
			return errors.Join(why, g.settle(why))
		}
		if why == nil {
			return g.settle(nil)
		}
		if err := r.shutData(); err != nil {
			return errors.Join(why, err)
		}
	}
	if err := g.repair(why); err != nil {
		return err
	}
	if err := r.openData(g.known); err != nil {
		return err
	}
	return g.settle(nil)
}

// spoilt reports whether an opening failed for what lies in data/, and not for what is
// around it.
func spoilt(err error) bool { return err != nil && app.CodeOf(err) == app.CodeDamaged }

// kept reports whether there are traces of a register in a folder, though its mark may
// be gone.
func kept(dir string) bool {
	return len(like(dataIn(dir), "*.sst"))+len(like(journalIn(dir), "*"))+len(like(backupsIn(dir), "*"+backup.Suffix)) > 0
}

func (g *guarding) found(kind app.DamageKind, name string, why error) {
	g.report.Found = append(g.report.Found, app.Damage{Kind: kind, Name: name, Detail: fmt.Sprint(why)})
}

// look tells why data/ must not be opened; nil: it may.
func (g *guarding) look() error {
	dir, o := g.r.dir, g.r.o
	switch {
	case g.r.left.clean:
		above, _ := tablesIn(dataIn(dir)).split()
		if bad := above.scrub(func(int, int) {}); len(bad) > 0 {
			return fmt.Errorf("%d tables are damaged: %v", len(bad), bad)
		}
		return nil
	case !g.known || g.former():
		return inspect(dataIn(dir), g.known)
	}
	if err := g.copyAside(); err != nil {
		return &app.Problem{Code: app.CodeNoFile, What: dir, Err: err}
	}
	if err := inspect(dataIn(dir), true); err != nil {
		return err
	}
	if o.Tell != nil {
		o.Tell(app.StepVerify, 0, 0)
	}
	_, _, err := o.verify(dataIn(dir))
	return err
}

// former reports whether the records are of an earlier schema, which have no envelope
// that is known here.
func (g *guarding) former() bool {
	m, err := markOf(g.r.dir)
	return err == nil && m.Schema < Schema
}

func (g *guarding) copyAside() (err error) {
	if g.aside == "" {
		g.aside, err = setAside(g.r.dir, g.report.At)
	}
	return err
}

// repair puts data/ together anew, and swaps it in.
func (g *guarding) repair(why error) error {
	r := g.r
	if !g.known { // nothing was ever promised here
		return errors.Join(os.RemoveAll(dataIn(r.dir)), os.MkdirAll(dataIn(r.dir), 0o700))
	}
	if g.former() {
		if err := g.copyAside(); err != nil {
			return &app.Problem{Code: app.CodeNoFile, What: r.dir, Err: err}
		}
		return g.giveUp(why)
	}
	if err := room(r.dir, r.reserve+sizeOfFolder(dataIn(r.dir)), app.CodeNoFile); err != nil {
		return err
	}
	if err := g.copyAside(); err != nil {
		return &app.Problem{Code: app.CodeNoFile, What: r.dir, Err: err}
	}
	if r.o.Tell != nil {
		r.o.Tell(app.StepRebuild, 0, 0)
	}
	out, err := rebuild(r.dir, r.o)
	switch {
	case errors.Is(err, errNothing):
		return g.giveUp(errors.Join(why, err))
	case err != nil:
		return coded(err, app.CodeNoFile, r.dir)
	}
	kind := app.DamageData
	if !r.left.clean && r.left.mark.Seq == 0 && len(r.left.mark.Files) == 0 {
		kind = app.DamageEnd
	}
	g.found(kind, "data", why)
	g.tell(out)
	if err := writeReport(r.dir, pending, g.report, seal.Box{}); err != nil {
		return err
	}
	if err := swap(r.dir); err != nil {
		return &app.Problem{Code: app.CodeNoFile, What: r.dir, Err: err}
	}
	return nil
}

// tell writes what was put together into the report.
func (g *guarding) tell(out rebuilt) {
	p := &g.report
	p.Rebuilt, p.Backup, p.Changes, p.Rescued = true, out.backup, out.changes, out.rescued
	p.Whole, p.Aside = out.proven, g.aside
	for _, d := range out.bad {
		p.Found = append(p.Found, app.Damage{Kind: d.kind, Name: d.name, Detail: d.detail})
	}
}

// giveUp leaves the folder as it is: nothing in it can be read, and a copy lies aside.
func (g *guarding) giveUp(why error) error {
	return &app.Problem{Code: app.CodeUnreadable, What: g.r.dir, Where: g.aside, Err: why}
}

// settle ends an opening: what was set aside goes when all was well, what was found
// around data/ is answered, and the report is kept.
func (g *guarding) settle(opened error) error {
	r := g.r
	if opened != nil {
		return nil // it was refused for another reason; nothing was done
	}
	if !g.report.Rebuilt && dropAside(g.aside) != nil { // Windows lets no file go that is open under another name
		r.aside = g.aside
	}
	g.journal()
	if g.report.Rebuilt && !g.report.Whole {
		g.report.Lost = r.missing()
	}
	if why := r.lacking(); why != nil {
		g.found(app.DamageJournal, "", why)
		g.report.Whole, g.report.Lost = false, append(g.report.Lost, app.Lost{Kind: app.LostUnknown})
		r.witness()
	}
	if g.report.Rebuilt {
		_ = r.Record(app.Event{Action: app.ActRepaired, By: program}) // the report tells of it as well
	}
	if len(g.report.Found) > 0 {
		if err := keepReport(r.dir, g.report, r.box); err != nil {
			return err
		}
	}
	_ = thinAsides(r.dir, g.report.At) // the next opening tries again
	return nil
}

// journal looks whether the journal still has what a next repair would need of it.
// Badger has all of it; what is wrong here is healed by a new backup.
func (g *guarding) journal() {
	r := g.r
	if r.forward { // its journal begins here, and a backup is made at once
		return
	}
	if r.left.clean && !g.report.Rebuilt && !r.short {
		return
	}
	after := uint64(0)
	if all, err := backup.List(filepath.Join(r.dir, backup.Folder)); err == nil && len(all) > 0 && all[0].Fault == nil {
		after = all[0].Header.Seq
	}
	next, gap := after+1, false
	holes, err := journal.Read(journalIn(r.dir), after, func(b journal.Batch) error {
		gap = gap || b.Seq != next
		next = b.Seq + 1
		return nil
	})
	for _, h := range holes {
		gap = true
		g.found(app.DamageJournal, h.File, &h)
	}
	if err != nil {
		g.found(app.DamageJournal, "", err)
	}
	if !gap && next <= r.applied {
		gap = true
		g.found(app.DamageJournal, "", fmt.Errorf("it ends at change %d of %d", next-1, r.applied))
	}
	r.short = r.short || gap || err != nil
}

// sizeOfFolder is what the files in a folder come to, in bytes.
func sizeOfFolder(dir string) (n uint64) {
	_ = filepath.WalkDir(dir, func(_ string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			if info, err := d.Info(); err == nil {
				n += uint64(info.Size())
			}
		}
		return nil
	})
	return n
}
