package trail

import (
	"context"
	"slices"

	"yttra/app"
	"yttra/app/disk"
	"yttra/i18n"
	"yttra/reports"
	"yttra/screens/parts"
)

// saveCSV and savePDF write all events that were chosen, not only those that have been
// read into the list.
func (v *view) saveCSV() {
	tell, f := v.m.tell, v.m.filter()
	v.save("csv", "CSV", func(context.Context, func(int, int)) ([]byte, error) {
		all, err := oldestFirst(v.o.Trail, f)
		if err != nil {
			return nil, err
		}
		return tell.CSV(all)
	})
}

// savePDF makes the paper, in Swedish whatever the person reads. The chain is checked
// again: the paper says when that was.
func (v *view) savePDF() {
	words, err := i18n.New("sv")
	if err != nil {
		v.h.Problem(err)
		return
	}
	sv := *v.m // what is chosen now
	sv.tell.Words = words
	v.save("pdf", "PDF", func(ctx context.Context, step func(int, int)) ([]byte, error) {
		all, err := oldestFirst(v.o.Trail, sv.filter())
		if err != nil {
			return nil, err
		}
		c, err := v.o.Trail.CheckTrail(nil, nil)
		if err != nil {
			return nil, err
		}
		list := reports.EventsInput{Lines: sv.tell.Lines(all), From: sv.from, To: sv.to, Chosen: sv.chosen(), Check: c, Faults: sv.tell.Faults(c.Faults, 20), At: sv.now()}
		if sv.only {
			list.Matter = sv.tell.Line(app.Event{Matter: sv.matter}).Matter
		}
		in, err := reports.Events(list, v.o.Profile, v.o.Creator)
		if err != nil {
			return nil, err
		}
		data, _, err := reports.Write(ctx, in, step)
		return data, err
	})
}

func oldestFirst(t app.Trail, f app.EventFilter) ([]app.Event, error) {
	all, err := t.Events(f)
	slices.Reverse(all)
	return all, err
}

// save asks where, and writes what is made away from the window's thread.
func (v *view) save(ending, kind string, write func(context.Context, func(int, int)) ([]byte, error)) {
	w := v.h.Words()
	name := w.T("trail.file_name", i18n.Vars{"Day": string(app.DateOf(v.m.now()))}) + "." + ending
	v.h.ChooseFile(parts.FileOptions{Purpose: "events", Title: w.T("trail.save." + ending), Save: true, Name: name, Endings: []string{"." + ending}, Kind: kind, Done: func(path string) {
		v.h.Work(w.T("trail.writing"), func(ctx context.Context, step func(int, int)) error {
			data, err := write(ctx, step)
			if err != nil {
				return err
			}
			return disk.Write(path, data, disk.Shared)
		}, func(err error) {
			v.box.Close()
			v.h.Problem(err)
			if err == nil && v.o.Told != nil {
				v.o.Told(path)
			}
		})
	}})
}
