package readingtest

// Layout is a way to lay out a paper. Lengths are in centimetres, sizes in points.
type Layout struct {
	Name          string
	Font          string
	Size          float64
	Leading       int // percent; 0: as the font has it
	Width, Height float64
	Margin        float64
	Left          float64 // the left margin where it is another
	Columns       int
	Justified     bool
	Hyphens       bool    // words may break at line ends
	Gap           float64 // between paragraphs, points
	Indent        bool    // the first line of a paragraph
	Head          bool    // letterhead on the first page; head, foot and number on each
	Lists         bool    // as lists of the program, not typed
	Notes         bool    // a footnote at every third long paragraph
	Typed         bool    // an empty paragraph where a line was empty, tabs where words stood apart
	Spaced        bool    // headings with wide letters
	Frame         bool    // the reference in a frame beside the text
	Tables        bool    // signatures in a table without lines
}

// Layouts are the ways that are tried.
var Layouts = []Layout{
	{Name: "plain", Font: "Nimbus Roman", Size: 12, Width: 21, Height: 29.7, Margin: 2.5, Gap: 8, Lists: true, Tables: true},
	{Name: "typed", Font: "Nimbus Sans", Size: 11, Width: 21, Height: 29.7, Margin: 2.5, Typed: true},
	{Name: "columns", Font: "Nimbus Sans", Size: 10, Width: 21, Height: 29.7, Margin: 2, Columns: 2, Gap: 6, Lists: true},
	{Name: "justified", Font: "Nimbus Roman", Size: 12, Width: 21, Height: 29.7, Margin: 3, Justified: true, Hyphens: true, Indent: true, Lists: true},
	{Name: "letterhead", Font: "Nimbus Sans", Size: 11, Leading: 115, Width: 21, Height: 29.7, Margin: 2.5, Gap: 8, Head: true, Lists: true, Tables: true, Frame: true},
	{Name: "narrow", Font: "DejaVu Serif", Size: 11, Leading: 120, Width: 14.8, Height: 21, Margin: 2.6, Hyphens: true, Gap: 6, Head: true},
	{Name: "notes", Font: "P052", Size: 11, Width: 21, Height: 29.7, Margin: 2.5, Gap: 8, Notes: true, Head: true, Lists: true},
	{Name: "spaced", Font: "URW Gothic", Size: 11, Leading: 150, Width: 21, Height: 29.7, Margin: 2.5, Left: 6, Gap: 12, Spaced: true, Justified: true, Tables: true},
	{Name: "magazine", Font: "Nimbus Roman", Size: 10, Width: 21, Height: 29.7, Margin: 1.8, Columns: 2, Justified: true, Hyphens: true, Indent: true, Head: true, Lists: true, Notes: true},
	{Name: "mono", Font: "Nimbus Mono PS", Size: 10, Width: 21, Height: 29.7, Margin: 2, Typed: true, Head: true},
}

// Named gives the layout of a name.
func Named(name string) Layout {
	for _, l := range Layouts {
		if l.Name == name {
			return l
		}
	}
	panic("no layout " + name)
}

// Paper is a plain paper laid out.
type Paper struct {
	Flat []byte   // a flat OpenDocument file
	Want []string // its words in the order they are read, footnotes last; without heads and feet
}

// Lay lays a plain paper out.
func Lay(text string, l Layout) Paper {
	paras := parasOf(text)
	if l.Notes {
		annotate(paras)
	}
	w := writer{l: l}
	w.document(paras)
	var want, notes []string
	for _, p := range paras {
		if p.mark != "" {
			want = append(want, Words(p.mark)...)
		}
		for _, c := range p.cells {
			want = append(want, Words(c)...)
		}
		if p.cells == nil {
			want = append(want, Words(p.text)...)
		}
		notes = append(notes, Words(p.note)...)
	}
	return Paper{Flat: []byte(w.b.String()), Want: append(want, notes...)}
}

var notes = []string{
	"Uppgiften är hämtad ur kommunens årsredovisning.",
	"Se protokoll från nämndens sammanträde i maj, bilaga två, där frågan utreddes närmare och flera alternativ prövades mot varandra.",
	"Muntlig uppgift.",
}

// annotate puts a footnote at every third long paragraph.
func annotate(ps []para) {
	n := 0
	for i := range ps {
		if len(ps[i].text) < 80 || ps[i].heading > 0 || ps[i].mark != "" || ps[i].cells != nil {
			continue
		}
		if n%3 == 0 {
			ps[i].note = notes[n/3%len(notes)]
		}
		n++
	}
}
