package reading

// Word is one that a machine has read from a picture of a page.
type Word struct {
	Text       string
	Box        Box // where its ink stands
	Line       int // words of one line have the same number; lines come in reading order
	Confidence int // in percent, as the machine says
}
