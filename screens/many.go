package screens

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/incoming"
	"yttra/i18n"
	"yttra/screens/arrivals"
	"yttra/screens/parts"
)

// openMany asks for a folder, and takes in what lies in it.
func (w *Window) openMany() {
	w.leaveScreen()
	w.reader.Warm()
	w.ChooseFile(parts.FileOptions{Purpose: "many", Title: w.words.T("many.choose"), Folder: true, Done: func(path string) { w.takeMany([]string{path}) }})
}

// takeMany shows many files, or what lies in a folder, read one after the other.
func (w *Window) takeMany(paths []string) {
	var files, passed []string
	w.Work(w.words.T("motion.reading"), func(context.Context, func(int, int)) (err error) {
		files, passed, err = incoming.Choose(paths, false, "")
		return err
	}, func(err error) {
		if err == nil && len(files) == 0 {
			err = &app.Problem{Code: app.CodeNoPapers, What: filepath.Base(paths[0])}
		}
		w.Problem(err)
		if err == nil {
			w.showMany(files, passed)
		}
	})
}

func (w *Window) showMany(files, passed []string) {
	m := arrivals.NewMany(w.reader, files, app.DateOf(w.threads.now()), w.suggest, w.sums())
	m.Passed = passed
	made := 0
	arrivals.ShowMany(w, m, arrivals.ManyOptions{Quiet: w.inQuiet, Back: w.threads.back, Help: w.helpAt("motion"),
		Add: func(m *app.Matter, document string) error {
			m.Stage, m.Holder = app.Drafting, w.o.Desk.State().Profile.Officer.Name
			if err := w.o.Desk.Add(m, document); err != nil {
				return err
			}
			made++
			return nil
		},
		Look: func(m *arrivals.Model, done func(*arrivals.Model)) { w.lookAt(m, "word.save", done) },
		Ended: func() {
			if made > 0 {
				w.Go("matters")
				w.tell(w.words.N("many.told", made, i18n.Vars{}), parts.Action{})
			}
		}})
}

// sums are the files that the matters of the register were made of. It is called away
// from the window's thread.
func (w *Window) sums() arrivals.Known {
	store, rows := w.reg.Store, w.o.Desk.State().Rows
	return func(ctx context.Context) map[string]string {
		out := map[string]string{}
		if store == nil {
			return out
		}
		for _, id := range rows.IDs() {
			m, _, err := store.Load(string(id)) // one that is damaged is told where it is opened
			if ctx.Err() != nil {
				break
			}
			if err == nil && m.Motion != nil && m.Motion.SHA256 != "" {
				out[m.Motion.SHA256] = m.Title
			}
		}
		return out
	}
}

// ownEndings are those of files that this program writes itself.
var ownEndings = []string{".json", ".yttra", ".zip"}

// foreign tells whether all files are papers that came in, and none a file of our own.
func foreign(paths []string) bool {
	return !slices.ContainsFunc(paths, func(p string) bool { return slices.Contains(ownEndings, strings.ToLower(filepath.Ext(p))) })
}
