package matters

import (
	"context"

	"yttra/app"
	"yttra/app/search"
)

// asker has the texts searched away from the window's thread, one search at a time:
// what is typed meanwhile is asked for when the answer has come.
type asker struct {
	texts  *search.Texts
	under  bool     // a search is under way
	gaveUp bool     // the person stopped the reading of texts
	stop   func()   // ends the search under way
	wanted []string // rows whose words are to be shown
}

// askPause is how many milliseconds without a key there are before texts are
// searched; quotePause gathers the rows that are drawn at once.
const (
	askPause   = 150
	quotePause = 1
)

// ask has the texts searched for what is typed, soon. What is typed is found in the
// rows at once; the texts' answer is put below.
func (v *view) ask() {
	if v.asker.stop != nil {
		v.asker.stop()
	}
	if v.asker.texts != nil && v.m.Query() == "" {
		v.asker.gaveUp = false
	}
	if v.asks() {
		v.h.After("matters.texts", askPause, v.askNow)
	}
}

// asks reports whether texts are to be searched.
func (v *view) asks() bool {
	_, yes := v.m.Asks()
	return yes && v.asker.texts != nil && !v.asker.gaveUp
}

func (v *view) askNow() {
	if v.asker.under || !v.asks() {
		return
	}
	typed, rows := v.m.Query(), v.m.Everything()
	q, _ := v.m.Asks()
	find, stop := context.WithCancel(context.Background())
	v.asker.under, v.asker.stop = true, stop
	var found []map[string]bool
	v.h.Work(v.h.Words().T("matters.reading"), func(ctx context.Context, step func(done, total int)) error {
		if err := v.asker.texts.Keep(ctx, rows, step); err != nil {
			return err
		}
		var err error
		if found, err = v.asker.texts.Find(find, q); find.Err() != nil {
			return nil // something else has been typed
		}
		return err
	}, func(err error) {
		stop()
		v.asker.under, v.asker.stop = false, nil
		v.answered(typed, found, err)
	})
}

func (v *view) answered(typed string, found []map[string]bool, err error) {
	switch {
	case app.CodeOf(err) == app.CodeCancelled && err != nil:
		v.asker.gaveUp = true
	case err != nil:
		v.asker.gaveUp = true
		v.h.Problem(err)
	case found != nil && typed == v.m.Query():
		v.m.Answer(typed, found)
	}
	v.rowsChanged()
	if v.asks() {
		v.askNow()
	}
}

// wantQuote asks for the words to show of a row that has come into sight.
func (v *view) wantQuote(id string) {
	if v.asker.texts == nil {
		return
	}
	v.asker.wanted = append(v.asker.wanted, id)
	v.h.After("matters.quotes", quotePause, v.quote)
}

func (v *view) quote() {
	ids, typed := v.asker.wanted, v.m.Query()
	v.asker.wanted = nil
	q := search.Parse(typed)
	var quotes map[string]search.Quote
	v.h.Work(v.h.Words().T("matters.reading"), func(ctx context.Context, _ func(done, total int)) error {
		quotes = v.asker.texts.Quotes(ctx, ids, q)
		return nil
	}, func(err error) {
		if err != nil {
			v.h.Problem(err)
			return
		}
		for _, id := range ids { // what has no words is not asked for again
			if _, ok := quotes[id]; !ok {
				quotes[id] = search.Quote{}
			}
		}
		v.m.Quotes(typed, quotes)
		v.list.Refresh()
	})
}
