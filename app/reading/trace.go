package reading

import "sort"

// Trace tells where each byte of a text that was made from another text comes
// from. Making never reorders, so a run of equal steps is one entry.
type Trace struct{ runs []run }

// run is a row of units, each tw bytes here and sw bytes in the source. It goes
// on until the next run begins.
type run struct {
	at, from int32
	tw, sw   uint8
}

// Add notes that the tw bytes at offset at were made from sw bytes at from.
func (t *Trace) Add(at, from, tw, sw int) {
	if n := len(t.runs); n > 0 {
		r := t.runs[n-1]
		if int(r.tw) == tw && int(r.sw) == sw {
			if d := at - int(r.at); d%tw == 0 && int(r.from)+d/tw*sw == from {
				return
			}
		}
	}
	t.runs = append(t.runs, run{int32(at), int32(from), uint8(tw), uint8(sw)})
}

// Start gives the source offset of the unit that holds offset o.
func (t *Trace) Start(o int) int { from, _ := t.unit(o); return from }

// End gives the source offset just after the unit before offset o.
func (t *Trace) End(o int) int {
	if o <= 0 {
		return t.Start(0)
	}
	from, width := t.unit(o - 1)
	return from + width
}

func (t *Trace) unit(o int) (from, width int) {
	i := sort.Search(len(t.runs), func(i int) bool { return int(t.runs[i].at) > o }) - 1
	if i < 0 {
		return 0, 0
	}
	r := t.runs[i]
	k := (o - int(r.at)) / int(r.tw)
	return int(r.from) + k*int(r.sw), int(r.sw)
}
