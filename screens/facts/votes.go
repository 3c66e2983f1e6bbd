package facts

import (
	"slices"
	"strings"

	"yttra/app"
)

// casts lists how one may vote, in the order it is offered.
var castOrder = []app.Cast{app.Yes, app.No, app.Abstain}

// voter is the name of somebody who is there, without what they are there as:
// "Karin Påhittad (A), ordförande" votes as Karin Påhittad (A).
func voter(line string) string {
	name, _, _ := strings.Cut(line, ",")
	return strings.TrimSpace(name)
}

// deciding are those who may vote, by name, each once.
func (p *Paper) deciding() []string {
	var out []string
	for _, line := range rows(p.typed[fieldDeciding]) {
		if name := voter(line); name != "" && !slices.Contains(out, name) {
			out = append(out, name)
		}
	}
	return out
}

// FetchVoters makes the table of votes of those who decide. Somebody who has a vote
// already keeps it, also when they are not among them.
func (p *Paper) FetchVoters() {
	now := p.deciding()
	for _, name := range p.voters {
		switch i := slices.Index(now, voter(name)); {
		case i >= 0: // as it is written in the table, perhaps with an office
			now[i] = name
		case !slices.Contains(now, name) && p.casts[name] != "":
			now = append(now, name)
		}
	}
	p.voters = now
}

// removeVoter takes somebody out of the table.
func (p *Paper) removeVoter(name string) {
	p.voters = slices.DeleteFunc(slices.Clone(p.voters), func(o string) bool { return o == name })
	delete(p.casts, name)
}

// votes are the votes that have been told; a row that waits for one is none.
func (p *Paper) votes(was []app.Vote) []app.Vote {
	var out []app.Vote
	for _, name := range p.voters {
		v := app.Vote{Name: name}
		if i := slices.IndexFunc(was, func(o app.Vote) bool { return o.Name == name }); i >= 0 {
			v = was[i]
		}
		if v.Cast = p.casts[name]; v.Cast != "" {
			out = append(out, v)
		}
	}
	return out
}

// tally counts the votes: yes, no, abstaining, and those that are not told.
func (p *Paper) tally() (yes, no, abstain, untold int) {
	for _, name := range p.voters {
		switch p.casts[name] {
		case app.Yes:
			yes++
		case app.No:
			no++
		case app.Abstain:
			abstain++
		default:
			untold++
		}
	}
	return yes, no, abstain, untold
}
