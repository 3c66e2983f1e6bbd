package intake

import (
	"yttra/app"
	"yttra/app/reading"
)

// Read tells what kind of paper a text is, and proposes a matter from it. It always
// gives a proposal; what is not sure is said in the doubts.
func Read(t reading.Text) Proposal {
	f := flowOf(t)
	return f.propose(f.verdict(), t)
}

// As proposes a matter from a text of a kind that a person has decided.
func As(t reading.Text, kind app.SourceKind) Proposal {
	f := flowOf(t)
	v := f.verdict()
	if v.kind != kind {
		v = verdict{kind: kind}
		for _, n := range f.namings() {
			if n.kind == kind {
				v.name, v.named = n, true
				break
			}
		}
	}
	v.doubt = NoDoubt
	return f.propose(v, t)
}

func (f *flow) propose(v verdict, t reading.Text) Proposal {
	var p Proposal
	switch v.kind {
	case app.ReferralSource:
		p = f.asReferral(v, t.String)
	case app.LetterSource:
		p = f.asLetter(v, t.String)
	case app.PaperSource:
		kind := opinionPaper
		if v.name.minutes {
			kind = minutesPaper
		}
		p = f.asMotion(kind, t.String)
		asked, _ := f.addressed()
		p.Sender = f.bestSender(f.letterheads(asked)) // whose paper it is
	default:
		p = f.asMotion(motionPaper, t.String)
	}
	p.Kind, p.KindDoubt = v.kind, v.doubt
	if v.name.end > 0 {
		p.KindSpan = f.span(v.name.start, v.name.end)
	}
	return p
}

// within is what is left of a field past its first n bytes of Value.
func (f *flow) within(v Field, n int) Field {
	v.Value = upperFirst(v.Value[n:])
	return v
}
