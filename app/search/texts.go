package search

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
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
	batch  int    // how many matters are taken in at a time

	keeping sync.Mutex // held while texts are taken in
	using   sync.RWMutex
	x       *index
	kept    []app.Rows // what the index was brought in step with last
	closed  atomic.Bool
	tidying sync.WaitGroup
}

// New makes the search of a register with its index in a folder of its own, which
// is emptied when it is no good; without a folder the index lies in memory.
func New(from Loader, folder string) *Texts { return &Texts{from: from, folder: folder, batch: atOnce} }

var errClosed = errors.New("the search is closed")

// atOnce is how many matters are taken in at a time: more are quicker, and need more
// memory meanwhile.
const atOnce = 1000

// Search brings the index in step with the register and looks a query up. An index
// that turns out to be damaged is made anew, and nobody hears of it.
func (t *Texts) Search(ctx context.Context, lists []app.Rows, q Query, step func(done, total int)) (*Answer, error) {
	for tries := 0; ; tries++ {
		err := t.Keep(ctx, lists, step)
		var a *Answer
		if err == nil {
			a, err = t.Find(ctx, q)
		}
		if !errors.Is(err, errDamaged) || tries == 2 {
			return a, err
		}
	}
}

// Keep brings the index in step with the register: texts that are missing or older
// are read, and matters that are gone are erased, their words too. step hears how far
// it has come, when there is enough to do that somebody may wait. A matter that cannot
// be read is left out. What has been taken in stays when it is stopped.
func (t *Texts) Keep(ctx context.Context, lists []app.Rows, step func(done, total int)) error {
	t.keeping.Lock()
	defer t.keeping.Unlock()
	x, err := t.open()
	if err != nil {
		return err
	}
	if slices.EqualFunc(t.kept, lists, app.Rows.Same) {
		return nil
	}
	t.kept = nil
	err = t.guard(func() error { return t.keep(ctx, x, lists, step) })
	if err == nil {
		t.kept = slices.Clone(lists)
	}
	return err
}

// Forget erases matters that are gone, their words too, and reads nothing. It does
// nothing where there is no index.
func (t *Texts) Forget(lists []app.Rows) error {
	t.keeping.Lock()
	defer t.keeping.Unlock()
	if t.x == nil {
		if _, err := os.Stat(filepath.Join(t.folder, markName)); t.folder == "" || err != nil {
			return nil
		}
	}
	x, err := t.open()
	if err != nil {
		return err
	}
	return t.guard(func() error {
		_, err := x.drop(lists)
		return err
	})
}

// drop erases what is in none of the lists, and gives what is in them and not in the
// index.
func (x *index) drop(lists []app.Rows) ([]wanted, error) {
	known := NewSet(len(x.l.keys))
	var late []wanted
	for _, rows := range lists {
		for _, r := range rows.All() {
			p := x.l.place(keyOf(r.ID))
			if p >= 0 {
				known.Add(p)
			}
			if s := stampOf(r); p < 0 || x.l.stamp(p) != s {
				late = append(late, wanted{r.ID, s})
			}
		}
	}
	var strangers []int
	append(Set{}, x.l.live...).without(known).each(func(p int) bool { strangers = append(strangers, p); return true })
	if len(strangers) > 0 {
		if err := x.erase(strangers); err != nil {
			return nil, fmt.Errorf("erase texts: %w", err)
		}
	}
	return late, nil
}

func (t *Texts) keep(ctx context.Context, x *index, lists []app.Rows, step func(done, total int)) error {
	late, err := x.drop(lists)
	if err != nil {
		return err
	}
	for done := 0; done < len(late); done += t.batch {
		if len(late) > t.batch {
			step(done, len(late))
		}
		if err := t.take(ctx, x, late[done:min(done+t.batch, len(late))]); err != nil {
			return fmt.Errorf("read texts: %w", err)
		}
	}
	if x.wasteful() {
		t.tidying.Go(t.tidy)
	}
	return nil
}

// wanted is a saved version of a matter that the index does not have.
type wanted struct {
	id    string
	stamp stamp
}

func (t *Texts) take(ctx context.Context, x *index, list []wanted) error {
	texts := make([]text, 0, len(list))
	for _, r := range list {
		if t.closed.Load() {
			return errClosed
		}
		if err := ctx.Err(); err != nil {
			return errors.Join(err, x.put(texts))
		}
		m, _, err := t.from.Load(r.id)
		if err != nil { // damaged, or removed for good: the list says so
			continue
		}
		texts = append(texts, textOf(m, r.id, r.stamp))
	}
	return x.put(texts)
}

// tidy puts the index together as one, while it is searched.
func (t *Texts) tidy() {
	t.keeping.Lock()
	defer t.keeping.Unlock()
	if x := t.x; x != nil && !t.closed.Load() && x.wasteful() {
		_ = t.guard(x.joinAll) // it is as good as it was
	}
}

// Settle waits until the index has been put together.
func (t *Texts) Settle() { t.tidying.Wait() }

// guard does something with the index. Whatever goes wrong in it, also an end that
// would be the program's, means that the index is damaged: it is thrown away.
func (t *Texts) guard(do func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true)) // a file cut while it is read
	defer func() {
		if p := recover(); p != nil {
			t.throwAway()
			err = fmt.Errorf("%w: %v", errDamaged, p)
		}
	}()
	return do()
}

// throwAway lets go of the index and removes it. Segments that something may still
// read are left to the end of the program.
func (t *Texts) throwAway() {
	t.using.Lock()
	defer t.using.Unlock()
	t.x = nil
	if t.folder != "" {
		_ = os.RemoveAll(t.folder) // opened anew it is emptied
	}
}

// Find looks a query up in the texts that have been taken in. Of a phrase only the
// first texts have been read; Go reads more.
func (t *Texts) Find(ctx context.Context, q Query) (*Answer, error) {
	t.using.RLock()
	x := t.x
	t.using.RUnlock()
	if x == nil {
		return newLayout(nil).find(ctx, q)
	}
	var a *Answer
	err := t.guard(func() (err error) {
		x.using.RLock()
		defer x.using.RUnlock()
		if a, err = x.l.find(ctx, q); err == nil {
			err = t.suggest(x.l, a, q)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("search texts: %w", err)
	}
	if a.Rest > 0 {
		a = t.Go(ctx, a, firstReading)
	}
	return a, nil
}

// suggest finds what may have been meant by words that no text has.
func (t *Texts) suggest(l *layout, a *Answer, q Query) error {
	for i, w := range q.Words {
		if w.Phrase || w.Without || a.words[i].Count() > 0 || len(pieces(w.Text)) != 1 {
			continue
		}
		r, where, err := l.near(w.Text)
		if err != nil {
			return err
		}
		where.each(func(p int) bool {
			id, err := l.id(p)
			if err != nil {
				return false
			}
			if m, _, err := t.from.Load(id); err == nil {
				a.Near[i] = asWritten(wordsOf(m), r)
			}
			return a.Near[i] == ""
		})
	}
	return nil
}

// Bodies are those that matters' papers speak for, in the order of their names.
func (t *Texts) Bodies() (bodies []string, err error) {
	t.using.RLock()
	x := t.x
	t.using.RUnlock()
	if x == nil {
		return nil, nil
	}
	err = t.guard(func() (err error) {
		x.using.RLock()
		defer x.using.RUnlock()
		bodies, err = x.l.words(fieldBody)
		return err
	})
	return bodies, err
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
	t.using.RLock()
	x := t.x
	t.using.RUnlock()
	if t.closed.Load() {
		return nil, errClosed
	}
	if x != nil {
		return x, nil
	}
	t.kept = nil
	var err error
	opening := func(folder string) error {
		return t.guard(func() error { x, err = openIndex(folder); return err })
	}
	if err = opening(t.folder); errors.Is(err, errDamaged) {
		err = opening(t.folder)
	}
	if err != nil && t.folder != "" { // no room or no leave to write: search all the same
		err = opening("")
	}
	if err != nil {
		return nil, fmt.Errorf("open search: %w", err)
	}
	t.using.Lock()
	defer t.using.Unlock()
	t.x = x
	return x, nil
}

// Close ends the search; what is under way stops at once.
func (t *Texts) Close() error {
	t.closed.Store(true)
	t.using.RLock()
	x := t.x
	t.using.RUnlock()
	if x != nil {
		x.halt()
	}
	t.keeping.Lock()
	defer t.keeping.Unlock()
	if t.x == nil {
		return nil
	}
	x, t.x = t.x, nil
	return t.guard(x.close)
}
