package screens

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/disk"
	"yttra/screens/parts"
)

// saveCopy writes the open matter as a matter file where the person wants it,
// also when the register cannot be written.
func (w *Window) saveCopy() {
	s := w.o.Desk.State()
	if s.Matter == nil {
		return
	}
	w.leaveScreen()
	data, err := app.EncodeMatter(w.o.Desk.State().Matter)
	if err != nil {
		w.Problem(err)
		return
	}
	name := fileName(s.Matter) + ".yttra.json"
	if len(data) > app.MostMatter { // it could not be opened again
		w.Problem(disk.MatterTooLarge(name))
		return
	}
	w.ChooseFile(parts.FileOptions{Purpose: "copy", Title: w.words.T("menu.save_copy"), Save: true, Name: name, Endings: []string{".json"},
		Kind: w.words.T("window.files_matter"), Done: func(path string) { w.writeFile(path, data) }})
}

// writeFile writes a file the person asked for, away from the window's thread: it
// may lie on a slow network disk.
func (w *Window) writeFile(path string, data []byte) {
	w.Work(w.words.T("window.writing"), func(context.Context, func(int, int)) error {
		return disk.Write(path, data, disk.Private)
	}, func(err error) {
		if err != nil {
			w.Problem(err)
		}
	})
}

// openMatterFile takes a matter file into the register.
func (w *Window) openMatterFile() {
	w.ChooseFile(parts.FileOptions{Purpose: "matter", Title: w.words.T("menu.open_matter"), Endings: []string{".json", ".yttra"},
		Kind: w.words.T("window.files_matter"), Done: w.openFile})
}

// takeMatter adds a matter that came as a file. It gets a new identity, so that
// it never overwrites one that is here.
func (w *Window) takeMatter(name string, data []byte) {
	m, err := app.DecodeMatter(data)
	if err != nil {
		if p := app.ProblemOf(err); p != nil && p.What == "" {
			p.What = name
		}
		w.Problem(err)
		return
	}
	m.ID = ""
	w.addMatter(m, "")
}

// addMatter puts a matter into the register, opens it and shows where to begin.
func (w *Window) addMatter(m *app.Matter, kind string) {
	w.leaveScreen()
	if err := w.o.Desk.Add(m, kind); err != nil {
		w.Problem(err)
		return
	}
	w.Problem(nil)
	w.Go("draft")
}

// openFile opens a file by what it is called: a matter file, or a motion. It is
// read away from the window's thread.
func (w *Window) openFile(path string) {
	if strings.EqualFold(filepath.Ext(path), ".zip") {
		w.readArchive(path)
		return
	}
	if !slices.Contains([]string{".json", ".yttra"}, strings.ToLower(filepath.Ext(path))) {
		w.readMotion(path)
		return
	}
	var data []byte
	name := filepath.Base(path)
	w.Work(w.words.T("window.reading"), func(context.Context, func(int, int)) (err error) {
		data, err = disk.ReadMatter(path)
		if p := app.ProblemOf(err); p != nil {
			p.What = name
		}
		return err
	}, func(err error) {
		if err != nil {
			w.Problem(err)
			return
		}
		w.takeMatter(name, data)
	})
}

// fileName makes a file name of a matter's title: letters, digits and hyphens.
func fileName(m *app.Matter) string {
	var b strings.Builder
	for _, r := range strings.ToLower(m.Title) {
		switch {
		case strings.ContainsRune("abcdefghijklmnopqrstuvwxyzåäöé0123456789", r):
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
		if b.Len() > 60 {
			break
		}
	}
	if name := strings.Trim(b.String(), "-"); name != "" {
		return name
	}
	return "yttra"
}
