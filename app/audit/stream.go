package audit

import (
	"bytes"
	"fmt"
	"io"
	"slices"

	"yttra/app"
)

// perPage is how many events are told at once.
const perPage = 2000

// Stream gives what writes all events of a register as CSV, oldest first, some at a
// time: a register of thirty years has many. matters are those whose events are told,
// and only theirs; nil: all.
func (t Teller) Stream(from app.Trail, matters []string) func(io.Writer) error {
	return func(w io.Writer) error {
		head, err := from.TrailHead()
		if err != nil {
			return fmt.Errorf("read events: %w", err)
		}
		for n := uint64(0); n == 0 || n < head.Count; n += perPage {
			page, err := from.Events(app.EventFilter{Before: n + perPage + 1, Most: perPage})
			if err != nil {
				return fmt.Errorf("read events: %w", err)
			}
			page = slices.DeleteFunc(page, func(e app.Event) bool {
				return e.Number <= n || e.Number > head.Count || matters != nil && !slices.Contains(matters, e.Matter)
			})
			slices.Reverse(page)
			data, err := t.CSV(page)
			if err != nil {
				return err
			}
			if n > 0 { // the heads of the columns stand once
				_, data, _ = bytes.Cut(data, []byte("\r\n"))
			}
			if _, err := w.Write(data); err != nil {
				return fmt.Errorf("write table: %w", err)
			}
		}
		return nil
	}
}
