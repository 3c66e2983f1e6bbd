package parts

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"

	"yttra/app"
)

// ChooseOpen asks for a file to read, by the endings of its name: ".txt". done
// gets the path, and is not called when the person changes their mind.
func ChooseOpen(w fyne.Window, endings []string, done func(path string), failed func(error)) {
	d := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
		if f == nil && err == nil {
			return
		}
		take(f, err, done, failed)
	}, w)
	d.SetFilter(storage.NewExtensionFileFilter(endings))
	d.Show()
	d.Resize(roomFor(w))
}

// ChooseSave asks where to write a file. Choosing leaves an empty file there,
// which the writer replaces or takes away.
func ChooseSave(w fyne.Window, name string, endings []string, done func(path string), failed func(error)) {
	d := dialog.NewFileSave(func(f fyne.URIWriteCloser, err error) {
		if f == nil && err == nil {
			return
		}
		take(f, err, done, failed)
	}, w)
	d.SetFilter(storage.NewExtensionFileFilter(endings))
	d.SetFileName(name)
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
