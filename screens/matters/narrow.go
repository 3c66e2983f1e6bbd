package matters

import (
	"slices"
	"strings"

	"yttra/app"
)

// Narrow is what the list is narrowed to, beside the chip and the search; the zero
// Narrow leaves nothing out.
type Narrow struct {
	Stage int    // 1 is the first of stages; 0: any
	Year  string // that the matter came in
	Party string // of a mover
	Body  string // that answers; only texts tell
	Kind  string // of measure; only texts tell
}

// narrowing is what the model knows about it.
type narrowing struct {
	narrow Narrow
	known  *rowFacts // nil: not gathered since the rows changed
	bodies []string  // that are offered
}

// rowFacts are what rows can be narrowed by, each word kept once.
type rowFacts struct {
	years, parties []string
	year           []uint8  // of each row: 1 is the first of years; 0: it has none
	stage          []uint8  // of each row: 1 is the first of stages
	party          []uint64 // of each row: a bit for each of its parties
}

// mostParties is how many parties there are bits for. What comes after is not
// offered.
const mostParties = 64

func gatherFacts(rows app.Rows) *rowFacts {
	n := rows.Len()
	f := &rowFacts{year: make([]uint8, n), stage: make([]uint8, n), party: make([]uint64, n)}
	years, parties := map[string]int{}, map[string]int{}
	number := func(known map[string]int, list *[]string, most int, s string) int {
		k, ok := known[s]
		if !ok && len(*list) < most && s != "" {
			*list = append(*list, s)
			k = len(*list)
			known[s] = k
		}
		return k
	}
	for i, r := range rows.All() {
		if len(r.Received) >= 4 {
			f.year[i] = uint8(number(years, &f.years, 255, string(r.Received[:4])))
		}
		f.stage[i] = uint8(slices.Index(stages, r.Stage) + 1)
		for _, m := range r.Movers {
			if k := number(parties, &f.parties, mostParties, strings.TrimSpace(m.Party)); k > 0 {
				f.party[i] |= 1 << (k - 1)
			}
		}
	}
	return f
}

// Narrow narrows the list. A year or party that the rows of the register do not have
// any more stays chosen, and nothing passes.
func (m *Model) Narrow(n Narrow) {
	m.narrow = n
	m.ask()
}

// Narrowed is what the list is narrowed to.
func (m *Model) Narrowed() Narrow { return m.narrow }

// Offer takes the bodies that the list can be narrowed to.
func (m *Model) Offer(bodies []string) {
	m.bodies = slices.Compact(slices.Sorted(slices.Values(bodies)))
}

// Bodies are those offered, and the one chosen.
func (m *Model) Bodies() []string {
	if b := m.narrow.Body; b != "" && !slices.Contains(m.bodies, b) {
		return append([]string{b}, m.bodies...)
	}
	return m.bodies
}

// gather works out what rows can be narrowed by.
func (m *Model) gather() *rowFacts {
	if m.known == nil {
		m.known = gatherFacts(m.source())
	}
	return m.known
}

// Years are those that matters came in, latest first; Parties are in the order of the
// alphabet.
func (m *Model) Years() []string {
	out := slices.Sorted(slices.Values(m.gather().years))
	slices.Reverse(out)
	return out
}

// Parties are those of the movers.
func (m *Model) Parties() []string { return slices.Sorted(slices.Values(m.gather().parties)) }

// wanted is what narrowed holds rows against.
type wanted struct {
	year, stage uint8
	party       uint64
	none        bool // nothing passes: no row has it, or the texts have not answered yet
}

// want works out what rows must have.
func (m *Model) want() (w wanted) {
	n := m.narrow
	if n == (Narrow{}) {
		return w
	}
	w.stage = uint8(n.Stage)
	if n.Stage != 0 || n.Year != "" || n.Party != "" {
		f := m.gather()
		w.year = uint8(slices.Index(f.years, n.Year) + 1)
		if k := slices.Index(f.parties, n.Party); k >= 0 {
			w.party = 1 << k
		}
		w.none = n.Year != "" && w.year == 0 || n.Party != "" && w.party == 0
	}
	w.none = w.none || (n.Body != "" || n.Kind != "") && m.within == nil
	return w
}

// narrowed reports whether the i-th row of the source has what is wanted.
func (m *Model) narrowed(i int, w *wanted) bool {
	f := m.known
	return !w.none && (w.stage == 0 || f.stage[i] == w.stage) && (w.year == 0 || f.year[i] == w.year) &&
		(w.party == 0 || f.party[i]&w.party != 0) && (m.within == nil || m.within.Has(i))
}
