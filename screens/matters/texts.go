package matters

import (
	"context"
	"time"

	"yttra/app"
	"yttra/app/search"
)

// asker has the texts searched away from the window's thread. Reading texts that have
// changed and looking words up go on beside each other: while many texts are read, what
// has been read is searched. What is typed meanwhile is asked for when the answer to
// what was asked before has come.
type asker struct {
	texts   *search.Texts
	keeping bool     // texts are being read
	under   bool     // words are being looked up
	again   bool     // and are to be looked up once more
	gaveUp  bool     // the person stopped the reading of texts
	stop    func()   // ends the looking up
	wanted  []string // rows whose words are to be shown
	had     int      // how many matters there were, those in the bin too
}

// askPause is how many milliseconds without a key there are before texts are
// searched; quotePause gathers the rows that are drawn at once, and partPause is how
// long texts are read before what has been read is searched.
const (
	askPause    = 60
	quotePause  = 1
	partPause   = 600
	forgetPause = 400
)

// ask has the texts searched for what is asked, soon. What is typed is found in the
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

// askNow brings the texts in step with the register, and looks up.
func (v *view) askNow() {
	switch {
	case !v.asks():
	case v.asker.keeping:
		v.lookUp()
	default:
		v.keepTexts()
	}
}

// keepTexts reads the texts that have changed.
func (v *view) keepTexts() {
	lists := v.m.Everything()
	v.asker.keeping = true
	v.h.After("matters.part", partPause, func() {
		if v.asker.keeping {
			v.lookUp()
		}
	})
	v.h.Work(v.h.Words().T("matters.reading"), func(ctx context.Context, step func(done, total int)) error {
		return v.asker.texts.Keep(ctx, lists, step)
	}, func(err error) {
		v.asker.keeping = false
		if err != nil {
			v.asker.gaveUp = true
			if app.CodeOf(err) != app.CodeCancelled {
				v.h.Problem(err)
			}
		}
		v.lookUp()
	})
}

// lookUp looks what is asked up in what has been read.
func (v *view) lookUp() {
	q, yes := v.m.Asks()
	if v.asker.under || !yes || v.asker.texts == nil {
		v.asker.again = v.asker.under
		return
	}
	asked, lists, part := v.m.asked(), v.m.Everything(), v.asker.keeping || v.asker.gaveUp
	find, stop := context.WithCancel(context.Background())
	v.asker.under, v.asker.again, v.asker.stop = true, false, stop
	var found *search.Answer
	v.h.Work(v.h.Words().T("matters.looking"), func(ctx context.Context, step func(done, total int)) (err error) {
		if part {
			found, err = v.asker.texts.Find(find, q)
		} else {
			found, err = v.asker.texts.Search(find, lists, q, step)
		}
		if find.Err() != nil {
			return nil // something else has been asked
		}
		return err
	}, func(err error) {
		stop()
		v.asker.under, v.asker.stop = false, nil
		v.answered(asked, found, err)
	})
}

func (v *view) answered(asked string, found *search.Answer, err error) {
	switch {
	case app.CodeOf(err) == app.CodeCancelled && err != nil:
		v.asker.gaveUp = true
	case err != nil:
		v.asker.gaveUp = true
		v.h.Problem(err)
	case found != nil && asked == v.m.asked():
		v.m.Answer(asked, found)
		v.m.stale = v.asker.keeping
		v.goOn(asked, found)
	}
	v.rowsChanged()
	if v.asker.again {
		v.lookUp()
	} else if v.asks() && !v.asker.keeping {
		v.askNow()
	}
}

// goOn reads more texts where a phrase may stand, when there are more of them than
// could be read at once.
func (v *view) goOn(asked string, found *search.Answer) {
	if found.Rest == 0 {
		return
	}
	all := found.Rest
	more := found
	v.h.Work(v.h.Words().T("matters.looking"), func(ctx context.Context, step func(done, total int)) error {
		step(all-found.Rest, all)
		more = v.asker.texts.Go(ctx, found, time.Second)
		return ctx.Err()
	}, func(err error) {
		if err != nil || asked != v.m.asked() {
			return
		}
		v.m.Answer(asked, more)
		v.rowsChanged()
		v.goOn(asked, more)
	})
}

// forgetErased has the words of matters that are gone for good taken out of the index,
// soon and whether anybody searches or not.
func (v *view) forgetErased() {
	n := 0
	for _, l := range v.m.Everything() {
		n += l.Len()
	}
	fewer := n < v.asker.had
	v.asker.had = n
	if !fewer || v.asker.texts == nil {
		return
	}
	v.h.After("matters.forget", forgetPause, func() { // one that is put in the bin is gone from the list first
		lists := v.m.Everything()
		v.h.Work(v.h.Words().T("matters.reading"), func(context.Context, func(done, total int)) error {
			return v.asker.texts.Forget(lists)
		}, func(err error) {
			if err != nil {
				v.h.Problem(err)
			}
		})
	})
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
	ids, asked, typed := v.asker.wanted, v.m.asked(), v.m.Query()
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
		v.m.Quotes(asked, quotes)
		v.list.Refresh()
	})
}
