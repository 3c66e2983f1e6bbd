package arrivals

import (
	"context"
	"path/filepath"
	"sync"

	"yttra/app"
	"yttra/app/incoming"
	"yttra/i18n"
)

// State is how far one file of many has come.
type State int

const (
	Waiting State = iota
	Ready         // read: it can become a matter
	Same          // the same file as one before it, or as one in the register
	Failed        // it could not be read
	Stopped       // the work was stopped before its turn
	Made          // it has become a matter
)

// Item is one file of many.
type Item struct {
	Path   string
	State  State
	Result incoming.Result
	Same   string // which file or matter it is the same as
	Out    bool   // left out by the person
	Model  *Model // as it was corrected; nil: nobody has looked at it
	paper  *incoming.Paper
}

// Known gives the titles of the matters in the register by the sums of the files they
// were made of.
type Known func(ctx context.Context) map[string]string

// Many is many files that are taken in at once.
type Many struct {
	Items  []*Item
	Report incoming.Report
	Passed []string // over, as not being papers
	Done   bool     // all have been read, or it was stopped

	reader *incoming.Reader
	today  app.Date
	guess  func(*Form)
	known  Known

	mu   sync.Mutex // the papers come from where they are read
	held int        // bytes of papers that are kept until they become matters
	came map[int]*incoming.Paper
	here map[string]string
}

// mostHeld is how many bytes of papers are kept; what does not fit is read again.
const mostHeld = 256 << 20

// NewMany makes the list of files, none of them read yet.
func NewMany(r *incoming.Reader, paths []string, today app.Date, suggest func(*Form), known Known) *Many {
	m := &Many{reader: r, today: today, guess: suggest, known: known, came: map[int]*incoming.Paper{}}
	for _, p := range paths {
		m.Items = append(m.Items, &Item{Path: p})
	}
	return m
}

// Read reads all files, also pages that are pictures where this computer can; step is told how far it has come. It may be called away from the
// window's thread; Settle is called on it, after.
func (m *Many) Read(ctx context.Context, step func(done, all int)) error {
	var paths []string
	for _, x := range m.Items {
		paths = append(paths, x.Path)
	}
	m.Report = incoming.Batch(incoming.WithPictures(ctx, nil), m.reader, paths, incoming.BatchOptions{
		Tell: func(done, all int, _ string) { step(done, all) },
		Out: func(n int, p *incoming.Paper) (string, error) {
			m.mu.Lock()
			defer m.mu.Unlock()
			if m.held += len(p.Data); m.held <= mostHeld {
				m.came[n] = p
			}
			return "", nil
		}})
	m.Report.Passed = m.Passed
	m.here = m.known(ctx)
	return nil
}

// Settle takes what became of the files to the list.
func (m *Many) Settle() {
	m.Done = true
	for i, r := range m.Report.Results {
		x := m.Items[i]
		x.Result, x.paper = r, m.came[i]
		switch {
		case r.Same != "":
			x.State, x.Same = Same, filepath.Base(r.Same)
		case r.Stopped():
			x.State = Stopped
		case r.Err != nil:
			x.State = Failed
		default:
			x.State = Ready
			if title, ok := m.here[r.SHA256]; ok {
				x.State, x.Same, x.Out = Same, title, true
			}
		}
	}
	m.came = nil
}

// Count gives how many will become matters.
func (m *Many) Count() (n int) {
	for _, x := range m.Items {
		if x.Takes() {
			n++
		}
	}
	return n
}

// Takes tells whether an item becomes a matter.
func (x *Item) Takes() bool { return !x.Out && x.Can() }

// Can tells whether an item may become a matter: it was read, and has not become one. One
// that is in the register already may, when the person says so.
func (x *Item) Can() bool {
	return x.State == Ready || x.State == Same && x.Result.Same == "" && x.Result.Err == nil
}

// Doubtful tells that something about a file is not sure.
func (x *Item) Doubtful() bool { return x.Can() && x.Model == nil && len(x.Result.Doubts) > 0 }

// Paper gives what was read of an item, again when it was not kept. It may be called
// away from the window's thread.
func (m *Many) Paper(ctx context.Context, x *Item) (*incoming.Paper, error) {
	if x.paper != nil {
		return x.paper, nil
	}
	ctx = incoming.WithPictures(ctx, nil)
	p, err := m.reader.Take(ctx, x.Path)
	if err != nil {
		return nil, err
	}
	_, p = m.reader.Main(ctx, p)
	return p, nil
}

// Look is the model of an item, to be looked at and corrected.
func (m *Many) Look(x *Item, p *incoming.Paper) *Model {
	if x.Model != nil {
		return x.Model
	}
	return ModelOf(p, m.today, m.guess)
}

// Next is the next item that is to become a matter; nil: there is none.
func (m *Many) Next() *Item {
	for _, x := range m.Items {
		if x.Takes() {
			return x
		}
	}
	return nil
}

// Became notes what came of making a matter of an item.
func (x *Item) Became(err error) {
	x.paper, x.Model = nil, nil
	x.State = Made
	if err != nil {
		x.State, x.Result.Err = Failed, err
	}
}

// Title is what an item is called: as it was corrected, as proposed, or its name.
func (x *Item) Title() string {
	switch {
	case x.Model != nil:
		return x.Model.Values[Title]
	case x.Result.Title != "":
		return x.Result.Title
	}
	return filepath.Base(x.Path)
}

// Words tell in a line what an item is, or why it is not.
func (x *Item) Words(w i18n.Words, problem func(error) string) string {
	switch x.State {
	case Waiting:
		return w.T("many.waiting")
	case Stopped:
		return w.T("batch.stopped")
	case Failed:
		return problem(x.Result.Err)
	case Same:
		if x.Result.Same != "" {
			return w.T("batch.same", i18n.Vars{"File": x.Same})
		}
		return w.T("many.known", i18n.Vars{"Title": x.Same})
	}
	kind, claims, title := x.Result.Kind, x.Result.Claims, x.Title()
	if x.Model != nil {
		kind, claims = x.Model.Kind, len(x.Model.said(Claims))
	}
	line := w.T("batch.kind."+kind.Word()) + " · " + title
	if claims > 0 || kind == app.MotionSource {
		line += " · " + w.N("many.claims", claims)
	}
	if x.Result.Inside != "" {
		line += " · " + w.T("many.inside", i18n.Vars{"File": x.Result.Inside})
	}
	return line
}
