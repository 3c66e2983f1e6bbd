package store

import (
	"time"

	"yttra/app"
)

// missing reads everything, and names what cannot be: it is called when what was put
// together does not come to what there was.
func (r *register) missing() (out []app.Lost) {
	list, _ := r.list(rows)
	gone, _ := r.list(bin)
	for _, row := range append(list.List(), gone.List()...) {
		out = append(out, r.missingOf(row)...)
	}
	if _, err := r.Profile(); err != nil {
		out = append(out, app.Lost{Kind: app.LostProfile})
	}
	if len(out) == 0 {
		out = append(out, app.Lost{Kind: app.LostUnknown})
	}
	return out
}

// missingOf names what of a matter cannot be read.
func (r *register) missingOf(row app.Row) (out []app.Lost) {
	revs, err := r.Revisions(row.ID)
	if err != nil && len(revs) == 0 {
		return []app.Lost{{Kind: app.LostMatter, Matter: row.ID, Title: row.Title}}
	}
	var last time.Time
	for _, rev := range revs {
		if _, err := r.LoadRevision(row.ID, rev.Number); err != nil {
			out = append(out, app.Lost{Kind: app.LostVersion, Matter: row.ID, Title: row.Title, Revision: rev.Number})
		} else if last.IsZero() {
			last = rev.At
		}
	}
	for i := range out {
		out[i].Last = last
	}
	return out
}
