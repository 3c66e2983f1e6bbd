package figures

import (
	"reflect"
	"slices"
	"strconv"
	"strings"

	"yttra/app"
	"yttra/app/markup"
)

// Moves tells where the alternatives and lines of an estimate went in a later
// one, so that a text stays bound to what it speaks of and not to its number.
type Moves struct {
	ways, lines []int // by old number from 1, the new one; 0: to the proposal; -1: gone
	now         app.Estimate
	old         app.Estimate
}

// Follow compares two estimates. An alternative is the same when it has the same
// role, else name, else lines, else place among as many; a line when it says the
// same, else stands in the same place among as many.
func Follow(old, now app.Estimate) Moves {
	m := Moves{old: old, now: now}
	a, b := old.Alternatives, now.Alternatives
	m.ways = follow(len(a), len(b),
		func(i, j int) bool { return a[i].Role != app.OtherWay && a[i].Role == b[j].Role },
		func(i, j int) bool { return a[i].Name != "" && a[i].Name == b[j].Name },
		func(i, j int) bool { return len(a[i].Lines) > 0 && reflect.DeepEqual(a[i].Lines, b[j].Lines) })
	for i := range a { // it has become the proposal
		if now.Name != "" && a[i].Name == now.Name && old.Name != now.Name {
			m.ways[i] = 0
		}
	}
	m.lines = follow(len(old.Lines), len(now.Lines),
		func(i, j int) bool { return reflect.DeepEqual(old.Lines[i], now.Lines[j]) },
		func(i, j int) bool {
			return old.Lines[i].What != "" && old.Lines[i].What == now.Lines[j].What && old.Lines[i].Kind == now.Lines[j].Kind
		})
	return m
}

// follow pairs n things with m: by each sign of being the same in turn, those in
// the same place first, and at last by place when there are as many.
func follow(n, m int, same ...func(i, j int) bool) []int {
	out, taken := slices.Repeat([]int{-1}, n), make([]bool, m)
	if n == m {
		same = append(same, func(i, j int) bool { return i == j })
	}
	for _, is := range same {
		for i := range n {
			for k := range m {
				j := (i + k) % m
				if out[i] < 0 && !taken[j] && is(i, j) {
					out[i], taken[j] = j+1, true
				}
			}
		}
	}
	return out
}

// still tells that nothing has another number.
func (m Moves) still() bool {
	for i, to := range m.ways {
		if to != i+1 || wayName(m.old, i+1) != wayName(m.now, i+1) {
			return false
		}
	}
	for i, to := range m.lines {
		if to != i+1 {
			return false
		}
	}
	return true
}

// Apply gives the bound figures of a text the names they have in the later
// estimate. One that is gone keeps a name that nothing has.
func (m Moves) Apply(text string) string {
	fields := markup.Fields(text)
	if len(fields) == 0 || m.still() {
		return text
	}
	for i := len(fields) - 1; i >= 0; i-- {
		f := fields[i]
		if name := m.name(f.Name); name != f.Name && markup.IsFieldName(name) {
			end := f.Span.End - len(")")
			text = text[:end-len(f.Name)] + name + text[end:]
		}
	}
	return text
}

// name is a name in the later estimate.
func (m Moves) name(name string) string {
	key, form, formed := strings.Cut(name, "?")
	parts := strings.Split(key, "/")
	switch {
	case len(parts) >= 3 && parts[0] == "way":
		to, known := m.way(parts[1])
		if parts[1] = to; to == proposal {
			parts = parts[2:]
		}
		if !known {
			return name
		}
	case len(parts) == 2 && (parts[0] == "difference" || parts[0] == "lower" || parts[0] == "against" || parts[0] == "name"):
		to, known := m.way(parts[1])
		if !known {
			return name
		}
		if parts[1] = to; to == proposal {
			parts[1] = gone
		}
	case len(parts) >= 2 && parts[0] == "line":
		n, ok := number(parts[1])
		if !ok || n > len(m.lines) {
			return name
		}
		if parts[1] = gone; m.lines[n-1] > 0 {
			parts[1] = strconv.Itoa(m.lines[n-1])
		}
	default:
		return name
	}
	if key = strings.Join(parts, "/"); formed {
		key += "?" + form
	}
	return key
}

// A way that has become the proposal, and one that is gone: the number of no way
// and no line, so that what comes in its place is never taken for it.
const (
	proposal = "0"
	gone     = "999"
)

// way is what a way is called in the later estimate; known is false for one that
// the older had not.
func (m Moves) way(name string) (to string, known bool) {
	n, ok := number(name)
	switch name {
	case "today":
		n, ok = m.old.Way(app.Today), true
	case "full":
		n, ok = m.old.Way(app.Full), true
	}
	switch {
	case !ok || n < 1 || n > len(m.ways):
		return name, false
	case m.ways[n-1] > 0:
		return wayName(m.now, m.ways[n-1]), true
	case m.ways[n-1] == 0:
		return proposal, true
	case name == "today" || name == "full":
		return name, true // if the estimate gets one again it is the same thing
	}
	return gone, true
}
