package archive

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path"
	"slices"
	"time"

	"yttra/app"
	"yttra/app/disk"
)

// Write puts an archive in place at a path, whole or not at all. What of the register
// cannot be read, and papers that cannot be made, are left out and told. It fails with
// CodeNoFile, and when ctx is done.
func Write(ctx context.Context, file string, s app.Store, o Options) (Written, error) {
	var out Written
	err := disk.Stream(file, disk.Private, func(f *os.File) error {
		p, err := newPacker(f)
		if err != nil {
			return err
		}
		w := &writer{packer: p, store: s, o: o}
		err = w.all(ctx)
		out = w.told
		return errors.Join(err, p.close())
	})
	if err != nil {
		return out, fmt.Errorf("write archive: %w", err)
	}
	return out, nil
}

// writer writes one archive.
type writer struct {
	*packer
	store   app.Store
	o       Options
	told    Written
	say     printer
	profile app.Profile
	rows    []listedRow
	place   names
}

// listedRow is a matter in the list that stands in the archive.
type listedRow struct {
	app.Row
	folder string
	bin    bool
	gone   bool // it could not be read at all
}

func (w *writer) all(ctx context.Context) error {
	var err error
	if w.say, err = newPrinter(w.o.Packs); err != nil {
		return err
	}
	if w.profile, err = w.store.Profile(); err != nil {
		w.fault(Fault{Kind: NoProfile, Err: err})
	}
	if err := w.gather(); err != nil {
		return err
	}
	if err := w.add(readMeName, w.say.readMe(w), w.o.At); err != nil {
		return err
	}
	if err := w.add(styleName, w.say.style, w.o.At); err != nil {
		return err
	}
	if err := w.addProfile(); err != nil {
		return err
	}
	for i := range w.rows {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := w.matter(ctx, &w.rows[i]); err != nil {
			return err
		}
		if w.o.Step != nil {
			w.o.Step(i+1, len(w.rows))
		}
	}
	return w.end()
}

// gather lists what is to be written, in the order it is listed for a reader.
func (w *writer) gather() error {
	take := func(rows iter.Seq[app.Row], err error, bin bool) error {
		if err != nil && app.CodeOf(err) != app.CodeDamaged {
			return fmt.Errorf("list matters: %w", err)
		}
		if err != nil {
			w.fault(Fault{Kind: NoMatter, Err: err})
		}
		for r := range rows {
			if w.o.Matters == nil || slices.Contains(w.o.Matters, r.ID) {
				w.rows = append(w.rows, listedRow{Row: r, bin: bin})
			}
		}
		return nil
	}
	rows, err := w.store.List()
	if err := take(each(rows), err, false); err != nil {
		return err
	}
	if w.o.Bin {
		bin, err := w.store.Bin()
		if err := take(slices.Values(bin), err, true); err != nil {
			return err
		}
	}
	for _, id := range w.o.Matters {
		if !slices.ContainsFunc(w.rows, func(r listedRow) bool { return r.ID == id }) {
			return &app.Problem{Code: app.CodeNotFound, What: id}
		}
	}
	slices.SortFunc(w.rows, byReference)
	w.place = names{}
	for i := range w.rows {
		w.rows[i].folder = w.place.folder(w.rows[i].Row)
	}
	return nil
}

// each gives the rows of a list without their places.
func each(rows app.Rows) iter.Seq[app.Row] {
	return func(yield func(app.Row) bool) {
		for _, r := range rows.All() {
			if !yield(r) {
				return
			}
		}
	}
}

func (w *writer) addProfile() error {
	data, err := app.EncodeProfile(w.profile)
	if err != nil {
		w.fault(Fault{Kind: NoProfile, Err: err})
		return nil
	}
	return w.add(profileName, data, w.o.At)
}

// end writes the lists that close the archive.
func (w *writer) end() error {
	if w.o.Events != nil {
		err := w.addFrom(eventsName, w.o.At, w.o.Events)
		if app.CodeOf(err) == app.CodeDamaged {
			w.fault(Fault{Kind: NoEvents, Err: err})
		} else if err != nil {
			return err
		}
	}
	w.rows = slices.DeleteFunc(w.rows, func(r listedRow) bool { return r.gone })
	if err := w.index(); err != nil {
		return err
	}
	if err := w.manifest(); err != nil {
		return err
	}
	if err := w.finish(); err != nil {
		return err
	}
	w.told.Bytes = w.at
	return nil
}

// manifest writes the list of contents; it is the only file that is not in it.
func (w *writer) manifest() error {
	list := w.list
	defer func() { w.list = list }()
	if err := list.Flush(); err != nil {
		return err
	}
	head := fmt.Appendf(nil, "{\n  \"format\": %q,\n  \"version\": %d,\n  \"program\": %s,\n  \"made\": %q,\n  \"matters\": %d,\n  \"files\": [",
		Format, Version, quoted(w.o.Program), w.o.At.Format(time.RFC3339), w.told.Matters)
	var err error
	if w.list, err = newScratch(list.f.Name()); err != nil { // where its own line goes
		return err
	}
	defer func() { err = errors.Join(err, w.list.close()) }()
	err = w.addFrom(manifestName, w.o.At, func(to io.Writer) error {
		if _, err := to.Write(head); err != nil {
			return err
		}
		if err := list.pour(to); err != nil {
			return err
		}
		_, err := to.Write([]byte("\n  ]\n}\n"))
		return err
	})
	return err
}

func (w *writer) fault(f Fault) {
	if len(w.told.Faults) < mostFaults {
		w.told.Faults = append(w.told.Faults, f)
	}
}

// words of a fault for a reader of the archive.
func (w *writer) why(err error) string {
	switch {
	case err == nil:
		return ""
	case w.o.Say != nil:
		return w.o.Say(err)
	}
	return err.Error()
}

// in is a path in the folder of a matter.
func (r *listedRow) in(parts ...string) string {
	return path.Join(append([]string{mattersName, r.folder}, parts...)...)
}
