// Package fonts holds the six faces the house prints with, Source Serif 4 and
// Source Sans 3, and knows how wide text is in them.
//
// The files are embedded and shipped as they came, with their licences. The
// package draws nothing.
package fonts

import (
	"embed"

	"yttra/reports/layout"
)

//go:embed ttf/*.txt
var licences embed.FS

// The files, one by one: what is embedded as bytes can be read where it lies,
// while a file of a file system is a copy in memory each time.
var (
	//go:embed ttf/SourceSans3_400Regular.ttf
	sans []byte
	//go:embed ttf/SourceSans3_600SemiBold.ttf
	sansBold []byte
	//go:embed ttf/SourceSans3_400Regular_Italic.ttf
	sansItalic []byte
	//go:embed ttf/SourceSerif4_400Regular.ttf
	serif []byte
	//go:embed ttf/SourceSerif4_600SemiBold.ttf
	serifBold []byte
	//go:embed ttf/SourceSerif4_400Regular_Italic.ttf
	serifItalic []byte
)

// Shared gives the TrueType file of a face, to be read only: it is one and the
// same for all who ask; nil for an unknown face.
func Shared(f layout.Face) []byte {
	switch f {
	case layout.Sans:
		return sans
	case layout.SansBold:
		return sansBold
	case layout.SansItalic:
		return sansItalic
	case layout.Serif:
		return serif
	case layout.SerifBold:
		return serifBold
	case layout.SerifItalic:
		return serifItalic
	}
	return nil
}

// names of the files, by face.
var names = [...]string{
	layout.Sans:        "SourceSans3_400Regular",
	layout.SansBold:    "SourceSans3_600SemiBold",
	layout.SansItalic:  "SourceSans3_400Regular_Italic",
	layout.Serif:       "SourceSerif4_400Regular",
	layout.SerifBold:   "SourceSerif4_600SemiBold",
	layout.SerifItalic: "SourceSerif4_400Regular_Italic",
}

// All lists the faces.
func All() []layout.Face {
	return []layout.Face{layout.Sans, layout.SansBold, layout.SansItalic, layout.Serif, layout.SerifBold, layout.SerifItalic}
}

// Name is the face's file name without its ending; empty for an unknown face.
func Name(f layout.Face) string {
	if f < 0 || int(f) >= len(names) {
		return ""
	}
	return names[f]
}

// Licence is a family of fonts and the text of its licence (SIL OFL 1.1).
type Licence struct {
	Family string
	Text   string
}

// Licences gives the licences, to be shown and shipped with the program.
func Licences() []Licence {
	return []Licence{
		{Family: "Source Sans 3", Text: licence("SourceSans3-OFL.txt")},
		{Family: "Source Serif 4", Text: licence("SourceSerif4-OFL.txt")},
	}
}

func licence(file string) string {
	b, _ := licences.ReadFile("ttf/" + file)
	return string(b)
}
