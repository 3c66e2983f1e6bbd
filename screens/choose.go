package screens

import (
	"errors"
	"os"
	"path/filepath"

	"github.com/ncruces/zenity"

	"yttra/app"
	"yttra/screens/parts"
	"yttra/screens/settings"
)

// system is the system's own file dialog; tests put their own in its place.
type system interface {
	// Has reports whether there is one.
	Has() bool
	// Choose blocks until the person has chosen. An empty path: nothing chosen.
	Choose(o parts.FileOptions, folder string) (path string, err error)
}

// ChooseFile asks for a file or folder with the system's own dialog, away from
// the window's thread, and with ours where the system has none. The folder is
// remembered for the next time.
func (w *Window) ChooseFile(o parts.FileOptions) {
	folder := w.lastFolder(o.Purpose)
	done := o.Done
	o.Done = func(path string) {
		w.rememberFolder(o, path)
		done(path)
	}
	if w.system == nil || !w.system.Has() {
		w.showFiles(o, folder)
		return
	}
	if w.choosing { // the other dialog is still open, perhaps behind the window
		return
	}
	w.choosing = true
	w.threads.away(func() {
		path, err := w.system.Choose(o, standing(folder))
		w.threads.back(func() {
			w.choosing = false
			w.chosen(o, folder, path, err)
		})
	})
}

func (w *Window) chosen(o parts.FileOptions, folder, path string, err error) {
	switch {
	case w.closed:
	case err != nil: // the dialog itself broke; ours always opens
		w.log(err)
		w.showFiles(o, folder)
	case path != "":
		w.whole(func() { o.Done(path) })
	}
	w.hold()
}

// showFiles opens the house's own dialog.
func (w *Window) showFiles(o parts.FileOptions, folder string) {
	parts.ShowFiles(w.win, o, parts.FilesFrom{Words: w.words, Home: homeFolder(), Folder: folder, Aside: w.aside})
}

// lastFolder is where something of this purpose was last found; home when
// nobody has looked.
func (w *Window) lastFolder(purpose string) string {
	if folder := w.known().Folders[purpose]; folder != "" {
		return folder
	}
	return homeFolder()
}

// standing is a folder that is there; home when it is gone. It asks the disk.
func standing(folder string) string {
	if info, err := os.Stat(folder); err == nil && info.IsDir() {
		return folder
	}
	return homeFolder()
}

func homeFolder() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	return home
}

func (w *Window) rememberFolder(o parts.FileOptions, path string) {
	if !o.Folder {
		path = filepath.Dir(path)
	}
	w.remember(func(s *settings.Settings) {
		if s.Folders == nil {
			s.Folders = map[string]string{}
		}
		s.Folders[o.Purpose] = path
	})
}

// native is the system's dialog: the common file dialog on Windows, the one of
// the Finder on macOS, zenity and its kin elsewhere.
type native struct{}

func (native) Has() bool { return zenity.IsAvailable() }

func (native) Choose(o parts.FileOptions, folder string) (string, error) {
	opts := []zenity.Option{zenity.Title(o.Title)}
	start := folder + string(filepath.Separator)
	if o.Save {
		start = filepath.Join(folder, o.Name)
		opts = append(opts, zenity.ConfirmOverwrite())
	}
	if folder != "" || o.Save {
		opts = append(opts, zenity.Filename(start))
	}
	if o.Folder {
		opts = append(opts, zenity.Directory())
	} else if len(o.Endings) > 0 {
		opts = append(opts, zenity.FileFilters{filter(o)})
	}
	choose := zenity.SelectFile
	if o.Save {
		choose = zenity.SelectFileSave
	}
	path, err := choose(opts...)
	switch {
	case errors.Is(err, zenity.ErrCanceled):
		return "", nil
	case err != nil:
		return "", &app.Problem{Code: app.CodeNoFile, Where: "dialog", Err: err}
	}
	return parts.WithEnding(o, path), nil
}

func filter(o parts.FileOptions) zenity.FileFilter {
	f := zenity.FileFilter{Name: o.Kind, CaseFold: true}
	for _, e := range o.Endings {
		f.Patterns = append(f.Patterns, "*"+e)
	}
	return f
}
