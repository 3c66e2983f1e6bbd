package intake

import (
	"strings"

	"yttra/app"
)

// paperKind tells a motion from papers that retell one.
type paperKind int

const (
	motionPaper paperKind = iota
	opinionPaper
	minutesPaper
)

// kindOf tells how claims are looked for: in a motion, or in a paper that retells one.
func (f *flow) kindOf() paperKind {
	v := f.verdict()
	switch {
	case v.kind == app.PaperSource && v.name.minutes:
		return minutesPaper
	case v.kind == app.PaperSource, v.kind == app.ReferralSource:
		return opinionPaper
	}
	return motionPaper
}

// verdict is what kind of paper a text is, and why.
type verdict struct {
	kind  app.SourceKind
	doubt Doubt
	name  naming // what says so; of no width when nothing does
	named bool
}

// verdict goes by what the paper calls itself, and where it does not, by what it asks
// and how it is laid out. What is not a motion must say so clearly: claims are looked
// for in all that may be one.
func (f *flow) verdict() verdict {
	all := f.namings()
	head, inHead := f.namedAside()
	switch {
	case inHead && (len(all) == 0 || head.kind != app.MotionSource && all[0].kind == app.MotionSource && !all[0].bare):
		return verdict{kind: head.kind, name: naming{start: head.start, end: head.end, minutes: head.minutes}}
	case len(all) == 0:
		return f.unnamed()
	}
	asks := f.asks()
	n, others := chosen(all, asks)
	v := verdict{kind: n.kind, name: n, named: true}
	if others {
		v.doubt = KindMixed
	}
	switch n.kind {
	case app.MotionSource:
		if n.minutes && f.finished() >= 2 {
			v.kind, v.name.minutes = app.PaperSource, true
		} else if asks >= 4 && !n.bare {
			if claims, _ := f.findClaims(motionPaper); len(claims) == 0 {
				v.doubt = KindMixed
			}
		}
	case app.ReferralSource:
		if asks == 0 && f.finished() >= 3 {
			v.doubt = KindMixed
		}
	case app.LetterSource:
		if asks >= 4 {
			v.doubt = KindMixed
		}
	}
	return v
}

// chosen picks the naming that holds: a motion's only when nothing before it calls the
// paper something else, and a name that stands alone before one in a title, as
// "Yttrande" over "Remiss av motion om …". others tells that another kind's name
// stands alone as well. A motion that somebody has written "Remiss" on is still one
// when nobody is asked for anything.
func chosen(all []naming, asks int) (n naming, others bool) {
	n = all[0]
	for _, o := range all[1:] {
		switch {
		case !o.bare || o.kind == n.kind:
		case n.bare && n.kind != app.MotionSource && o.kind != app.MotionSource:
			others = true
		case n.bare || o.kind == app.MotionSource && n.kind != app.LetterSource:
		case n.kind == app.MotionSource && o.kind == app.ReferralSource && asks < 2:
			others = true
		default:
			n = o
		}
	}
	return n, others
}

// unnamed judges a paper that does not say what it is.
func (f *flow) unnamed() verdict {
	asks, finished := f.asks(), f.finished()
	switch {
	case finished >= 4 && asks < 4:
		return verdict{kind: app.PaperSource, doubt: KindGuessed}
	case asks >= 3:
		return verdict{kind: app.ReferralSource, doubt: KindGuessed}
	}
	claims, _ := f.findClaims(motionPaper)
	if len(claims) == 0 {
		return verdict{kind: app.LetterSource, doubt: KindGuessed}
	}
	movers := f.findMovers(motionPaper, -1)
	if claims[0].Doubt != NoDoubt || len(movers) == 0 || movers[0].Party.Value == "" {
		return verdict{kind: app.MotionSource, doubt: KindGuessed}
	}
	return verdict{kind: app.MotionSource}
}

// headEnd gives the number of blocks before the running text: letterhead, title
// and names.
func (f *flow) headEnd() int {
	for i, b := range f.blocks {
		if i == 25 || b.end-b.start > 180 && endsSentence(f.of(b)) && i > 0 {
			return i
		}
	}
	return len(f.blocks)
}

// mostJudged bounds how many blocks are looked through for what kind a paper is.
const mostJudged = 600

// finished counts the headings that only papers of the municipality's own have; the
// decisive ones count twice.
func (f *flow) finished() int {
	seen := map[string]bool{}
	score := 0
	for i := range f.blocks[:min(len(f.blocks), mostJudged)] {
		for _, c := range f.cells(i) {
			if c.end-c.start > 60 {
				continue
			}
			low := strings.Trim(lowered(f.text[c.start:c.end]), " :.*_")
			weight := finishedHeadings[low]
			if weight == 0 && (strings.HasSuffix(low, "s förslag till beslut") || strings.HasSuffix(low, "förvaltningens bedömning")) {
				weight = 2
			}
			if weight > 0 && !seen[low] {
				seen[low] = true
				score += weight
			}
		}
	}
	return score
}

var finishedHeadings = map[string]int{
	"sammanfattning av ärendet": 2, "beskrivning av ärendet": 2, "ärendebeskrivning": 2, "ärendets beredning": 2, "ärendet": 1, "beslutsunderlag": 2,
	"förvaltningens bedömning": 2, "förvaltningens synpunkter": 2, "förvaltningens förslag till beslut": 2, "beslutet skickas till": 2, "beslut skickas till": 2,
	"beslutet expedieras till": 2, "expedieras till": 2, "beslutande": 1, "beslutande ledamöter": 2, "justerare": 1, "utses att justera": 2, "utdragsbestyrkande": 2,
	"justerandes signatur": 2, "sammanträdesdatum": 1, "sammanträdestid": 2, "beslutsgång": 2, "reservationer": 1, "ekonomiska konsekvenser": 1,
	"konsekvenser för barn": 1, "handlingar i ärendet": 2, "ärendets handläggning": 2, "remissinstansernas synpunkter": 2, "kommunstyrelsens beslut": 2,
	"nämndens beslut": 2, "kommunfullmäktiges beslut": 2,
}
