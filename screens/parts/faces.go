package parts

import (
	"sync"

	"fyne.io/fyne/v2"

	"yttra/reports/fonts"
	"yttra/reports/layout"
)

// faces are read once, when a window first asks; the terminal never does.
var faces = sync.OnceValue(func() map[layout.Face]fyne.Resource {
	m := map[layout.Face]fyne.Resource{}
	for _, f := range fonts.All() {
		m[f] = fyne.NewStaticResource(fonts.Name(f)+".ttf", fonts.Shared(f))
	}
	return m
})

func fontOf(f layout.Face) fyne.Resource { return faces()[f] }

// Licences are those of the fonts, to be shown with the program.
func Licences() []fonts.Licence { return fonts.Licences() }
