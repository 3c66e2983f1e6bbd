package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"yttra/app"
)

// FileOptions ask for one file or folder.
type FileOptions struct {
	Purpose string // what it is for; the last folder is remembered by it
	Title   string
	Save    bool     // a file to write; otherwise one to read
	Folder  bool     // a folder
	Name    string   // proposed, for a file to write
	Endings []string // of the names: ".txt"
	Kind    string   // what such files are called: ”Textfiler”
	Done    func(path string)
}

// ShowFiles is the house's own dialog, for systems without one: Fyne's. It begins
// in a folder, which may be empty. done is not called when the person changes
// their mind. Choosing a file to write leaves an empty file there, which the
// writer replaces.
func ShowFiles(w fyne.Window, o FileOptions, folder string, failed func(error)) {
	var d *dialog.FileDialog
	switch {
	case o.Folder:
		d = dialog.NewFolderOpen(func(u fyne.ListableURI, err error) {
			if err != nil {
				failed(&app.Problem{Code: app.CodeNoFile, Err: err})
			} else if u != nil {
				o.Done(u.Path())
			}
		}, w)
	case o.Save:
		d = dialog.NewFileSave(func(f fyne.URIWriteCloser, err error) {
			if f != nil || err != nil {
				take(f, err, o.Done, failed)
			}
		}, w)
		d.SetFileName(o.Name)
	default:
		d = dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
			if f != nil || err != nil {
				take(f, err, o.Done, failed)
			}
		}, w)
	}
	if len(o.Endings) > 0 && !o.Folder {
		d.SetFilter(storage.NewExtensionFileFilter(o.Endings))
	}
	if folder != "" {
		if l, err := storage.ListerForURI(storage.NewFileURI(folder)); err == nil {
			d.SetLocation(l)
		}
	}
	d.Show()
	d.Resize(roomFor(w))
}

// handle is what Fyne hands over: an open file. Only its path is wanted.
type handle interface {
	URI() fyne.URI
	Close() error
}

func take(f handle, err error, done func(string), failed func(error)) {
	if err != nil {
		failed(&app.Problem{Code: app.CodeNoFile, Err: err})
		return
	}
	path := f.URI().Path()
	if err := f.Close(); err != nil {
		failed(&app.Problem{Code: app.CodeNoFile, What: path, Err: err})
		return
	}
	done(path)
}

func roomFor(w fyne.Window) fyne.Size {
	s := w.Canvas().Size()
	return fyne.NewSize(min(860, s.Width-40), min(580, s.Height-40))
}
