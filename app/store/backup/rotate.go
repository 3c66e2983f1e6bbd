package backup

import (
	"cmp"
	"fmt"
	"slices"
	"time"

	"yttra/app"
)

// How many are kept: the latest of so many days, weeks and months that have any, and
// so many of each kind that was not made by the day alone.
const (
	days    = 7
	weeks   = 4
	months  = 12
	special = 3
)

// Keep parts backups into those that are kept and those that may go. What is later is
// told by the number of the last change, never by the clock: a day that comes again
// because the clock was set back is the same day. Days without a backup do not count,
// so that a register nobody opened for a year has as many as before. A damaged backup
// is in nobody's place; it may go when there are seven whole ones after it.
func Keep(all []Info) (keep, drop []Info) {
	all = slices.Clone(all)
	slices.SortStableFunc(all, func(a, b Info) int {
		return cmp.Or(cmp.Compare(b.Header.Seq, a.Header.Seq), b.Header.Made.Compare(a.Header.Made))
	})
	shelves := []shelf{
		{most: days, of: func(t time.Time) string { return t.Format(time.DateOnly) }},
		{most: weeks, of: func(t time.Time) string { y, w := t.ISOWeek(); return fmt.Sprint(y, " ", w) }},
		{most: months, of: func(t time.Time) string { return t.Format("2006-01") }},
	}
	kinds := map[app.BackupKind]int{}
	var after app.BackupKind // of the whole one that came next
	for _, b := range all {
		if b.Fault != nil {
			if len(keep) < days {
				keep = append(keep, b)
			} else {
				drop = append(drop, b)
			}
			continue
		}
		stays := false
		for i := range shelves {
			stays = shelves[i].takes(b.Header.Made.Local()) || stays
		}
		k := b.Header.Kind
		if after == app.BackupRestored && k != after { // what was there before the restore, whyever it was made
			k = app.BackupBefore
		}
		after = b.Header.Kind
		if k != app.BackupDaily && kinds[k] < special {
			kinds[k]++
			stays = true
		}
		if stays {
			keep = append(keep, b)
		} else {
			drop = append(drop, b)
		}
	}
	return keep, drop
}

// shelf keeps the first that comes of each of so many days, weeks or months.
type shelf struct {
	most int
	of   func(time.Time) string
	seen []string
}

func (s *shelf) takes(t time.Time) bool {
	at := s.of(t)
	if len(s.seen) == s.most || slices.Contains(s.seen, at) {
		return false
	}
	s.seen = append(s.seen, at)
	return true
}
