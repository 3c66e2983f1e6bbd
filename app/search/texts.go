package search

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"

	"yttra/app"
)

// Loader is what the search needs of a register; app.Store is one.
type Loader interface {
	Load(id string) (*app.Matter, app.Revision, error)
}

// Texts is the search in the texts of the register. Nothing is opened or read
// before somebody searches. It may be used from any thread, and is slow enough
// that the window's own should be spared.
type Texts struct {
	from   Loader
	folder string // empty: in memory

	keeping sync.Mutex // held while texts are taken in
	using   sync.RWMutex
	x       *index
	closed  atomic.Bool
}

// New makes the search of a register with its index in a folder of its own, which
// is emptied when it is no good; without a folder the index lies in memory.
func New(from Loader, folder string) *Texts { return &Texts{from: from, folder: folder} }

var errClosed = errors.New("the search is closed")

// batch is how many matters are taken in at a time.
const batch = 100

// Keep brings the index in step with the register: texts that are missing or older
// are read, and matters that are gone are dropped. step hears how far it has come,
// when there is enough to do that somebody may wait. A matter that cannot be read
// is left out.
func (t *Texts) Keep(ctx context.Context, lists []app.Rows, step func(done, total int)) error {
	t.keeping.Lock()
	defer t.keeping.Unlock()
	x, err := t.open()
	if err != nil {
		return err
	}
	own := map[string]bool{}
	var late []app.Row
	for _, rows := range lists {
		for _, r := range rows.All() {
			own[r.ID] = true
			if x.revision(r.ID) != r.Revision {
				late = append(late, r)
			}
		}
	}
	if gone := x.strangers(own); len(gone) > 0 {
		if err := x.put(nil, gone); err != nil {
			return fmt.Errorf("drop texts: %w", err)
		}
	}
	for done := 0; done < len(late); done += batch {
		if len(late) > batch {
			step(done, len(late))
		}
		if err := t.take(ctx, x, late[done:min(done+batch, len(late))]); err != nil {
			return fmt.Errorf("read texts: %w", err)
		}
	}
	return nil
}

func (t *Texts) take(ctx context.Context, x *index, rows []app.Row) error {
	texts := make([]text, 0, len(rows))
	for _, r := range rows {
		if t.closed.Load() {
			return errClosed
		}
		if err := ctx.Err(); err != nil {
			return err
		}
		m, _, err := t.from.Load(r.ID)
		if err != nil { // damaged, or removed for good: the list says so
			continue
		}
		texts = append(texts, text{r.ID, r.Revision, wordsOf(m)})
	}
	return x.put(texts, nil)
}

// Find gives, for each word of the query, the matters whose texts have it.
func (t *Texts) Find(ctx context.Context, q Query) ([]map[string]bool, error) {
	t.using.RLock()
	defer t.using.RUnlock()
	out := make([]map[string]bool, len(q.Words))
	if t.x == nil {
		return out, nil
	}
	for i, w := range q.Words {
		var err error
		if out[i], err = t.x.find(ctx, w.Text); err != nil {
			return nil, fmt.Errorf("search texts: %w", err)
		}
	}
	return out, nil
}

// Quotes gives the words to show of matters that were found by their texts; what
// cannot be read has none.
func (t *Texts) Quotes(ctx context.Context, ids []string, q Query) map[string]Quote {
	out := map[string]Quote{}
	for _, id := range ids {
		if ctx.Err() != nil || t.closed.Load() {
			break
		}
		if m, _, err := t.from.Load(id); err == nil {
			out[id] = QuoteOf(m, q)
		}
	}
	return out
}

// open opens the index at the first need.
func (t *Texts) open() (*index, error) {
	t.using.Lock()
	defer t.using.Unlock()
	if t.closed.Load() {
		return nil, errClosed
	}
	if t.x != nil {
		return t.x, nil
	}
	x, err := openIndex(t.folder)
	if err != nil && t.folder != "" { // no room or no leave to write: search all the same
		x, err = openIndex("")
	}
	if err != nil {
		return nil, fmt.Errorf("open search: %w", err)
	}
	t.x = x
	return x, nil
}

// Close ends the search; what is under way stops at once.
func (t *Texts) Close() error {
	t.closed.Store(true)
	t.keeping.Lock()
	defer t.keeping.Unlock()
	t.using.Lock()
	defer t.using.Unlock()
	if t.x == nil {
		return nil
	}
	err := t.x.x.Close()
	t.x = nil
	return err
}
