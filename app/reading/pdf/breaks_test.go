package pdf

import (
	"strings"
	"testing"
)

// wide puts words with wide spaces between them, as in letters of one width, or in a line
// that is set out to the margin.
func (p *page) wide(x, base, size float32, text string) {
	for _, w := range strings.Fields(text) {
		x = p.write(x, base, size, w) + 0.65*size
	}
}

// An "att" at the beginning of a line with wide spaces does not stand in the margin.
func TestAttAfterAWideSpace(t *testing.T) {
	p := newPage()
	for i, s := range []string{"Det ska inte kosta invånarna för mycket tid eller pengar", "att göra ett besök i den gamla staden mellan broarna och", "torget, och det vet alla."} {
		p.wide(70, 100+14*float32(i), 11, s)
	}
	same(t, p.read(), "Det ska inte kosta invånarna för mycket tid eller pengar att göra ett besök i den gamla staden mellan broarna och torget, och det vet alla.")
}

// A short paper has no lines that run over: the gap between its claims is a gap, also
// where they are as long as the line.
func TestTheGapOfAShortPaper(t *testing.T) {
	for _, c := range [][]string{
		{"Vi föreslår kommunfullmäktige", "att1 bygga ut Linden med tjugo nya platser", "att2 göra det möjligt för par att bo"},
		{"Vi yrkar", "att en lång gångväg byggs längs ån förbi kvarnen och torget", "att en lika lång gångväg byggs på andra sidan av samma å"},
		{"Vi föreslår:", "uppdra åt nämnden att bygga en gångväg längs ån till bron", "uppdra åt styrelsen att bekosta gångvägen ur sin budget"},
	} {
		p := newPage()
		for i, s := range c {
			p.write(70, 100+22*float32(i), 11, s)
		}
		if got := strings.ReplaceAll(p.read().String, "\n\n", "\n"); strings.TrimSpace(got) != strings.Join(c, "\n") {
			t.Errorf("%q", got)
		}
	}
}

// After a comma, a sentence that is no claim by itself goes on with "att".
func TestAttAfterAComma(t *testing.T) {
	p := newPage()
	for i, s := range []string{"Det finns många sätt att lära av varandra, och skolan är full av", "kunskap. Vi föreslår att nämnden får i uppdrag att införa stöd,", "att varje lärare får tio timmar och att resultatet av det som", "har gjorts utvärderas."} {
		p.write(70, 100+14*float32(i), 11, s)
	}
	same(t, p.read(), "Det finns många sätt att lära av varandra, och skolan är full av kunskap. Vi föreslår att nämnden får i uppdrag att införa stöd, att varje lärare får tio timmar och att resultatet av det som har gjorts utvärderas.")
}
