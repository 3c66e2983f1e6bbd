package intake

import (
	"yttra/app"
	"yttra/app/reading"
)

// Read tells what kind of paper a text is, and proposes a matter from it. It always
// gives a proposal; what is not sure is said in the doubts.
func Read(t reading.Text) Proposal {
	p := Motion(t)
	if flowOf(t).kindOf() != motionPaper {
		p.Kind = app.PaperSource
	}
	return p
}

// As proposes a matter from a text of a kind that a person has decided.
func As(t reading.Text, kind app.SourceKind) Proposal {
	p := Read(t)
	p.Kind, p.KindDoubt = kind, NoDoubt
	return p
}
