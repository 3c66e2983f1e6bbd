package reports

import (
	"testing"

	"yttra/app"
	"yttra/app/cost"
	"yttra/app/packs"
)

func TestOf(t *testing.T) {
	p, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	m := half(t).Matter
	in, err := Of(p, m, &m.Documents[0], profile(), cost.Comparison{}, "Yttra 1")
	if err != nil {
		t.Fatal(err)
	}
	if in.Title != "Yttrande över motion om cykelväg till Lillskolan" || in.Kind.ID != "opinion" || len(in.Proposal.Points) != 1 || in.Sheet.Has() {
		t.Errorf("%q %q %v %v", in.Title, in.Kind.ID, in.Proposal, in.Sheet.Has())
	}
	m.Documents[0].Kind = "dikt"
	if _, err := Of(p, m, &m.Documents[0], profile(), cost.Comparison{}, ""); app.CodeOf(err) != app.CodeUnknownKind {
		t.Errorf("got %v", err)
	}
}
