package incoming

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"sync"

	"yttra/app"
	"yttra/app/intake"
	"yttra/app/reading"
)

// BatchOptions say what is done with many files.
type BatchOptions struct {
	Out  func(n int, p *Paper) (written string, err error) // keeps what was read of file n, and tells where; one at a time
	Tell func(done, all int, path string)                  // how far it has come; nil: nobody asks
}

// Report is what became of many files, in the order they were given.
type Report struct {
	Results []Result
	Passed  []string // over: of a kind that is not read; see Choose
}

// Result is what became of one file. Its bytes and its text are not held any longer.
type Result struct {
	Path    string
	SHA256  string
	Same    string         // the path of a file before it that is the same to the byte: this one was not taken
	Err     error          // why it could not be taken; nil: it was, or is the Same
	Written string         // where it was kept, as Out tells
	Format  app.Format     // of the paper
	Kind    app.SourceKind // of the paper
	Pages   int
	Inside  string   // the name of the file in a letter that was taken for the paper; empty: the file itself is
	Left    []string // the names of the other files in that letter, which were not taken
	Title   string
	Movers  []string
	Claims  int
	Doubts  []Doubted
	Remarks []app.Remark
}

// Doubted is why something found is not sure; the words for it are in i18n
// (doubt.<doubt>). Field is as in app.Drawn; empty: it is about the paper as a whole.
type Doubted struct{ Field, Doubt string }

// Taken, Same, Failed and Stopped count the files that were taken, that are as another,
// that could not be taken, and whose turn never came.
func (r Report) Taken() int {
	return r.count(func(x Result) bool { return x.Err == nil && x.Same == "" })
}
func (r Report) Same() int { return r.count(func(x Result) bool { return x.Same != "" }) }
func (r Report) Failed() int {
	return r.count(func(x Result) bool { return x.Err != nil && !x.Stopped() })
}
func (r Report) Stopped() int { return r.count(Result.Stopped) }

// Stopped tells that the work was stopped before it was this file's turn.
func (r Result) Stopped() bool { return app.CodeOf(r.Err) == app.CodeCancelled }

func (r Report) count(which func(Result) bool) (n int) {
	for _, x := range r.Results {
		if which(x) {
			n++
		}
	}
	return n
}

// atOnce is how many files are on their way: while the process apart reads one, what the
// other seems to be is found out here.
const atOnce = 2

// Batch takes in many files. None is lost when another fails: each has its result. The
// same file twice is taken once. When ctx ends, what is done stands, and the rest is
// told to have been stopped.
func Batch(ctx context.Context, r *Reader, paths []string, o BatchOptions) Report {
	b := &batch{ctx: ctx, reader: r, o: o, results: make([]Result, len(paths))}
	jobs := make(chan batchJob)
	var workers sync.WaitGroup
	for range atOnce {
		workers.Go(func() {
			for j := range jobs {
				b.finish(j.n, b.take(j))
			}
		})
	}
	seen := map[[32]byte]string{}
	for n, path := range paths {
		b.results[n].Path = path
		if ctx.Err() != nil {
			b.results[n].Err = &app.Problem{Code: app.CodeCancelled, What: filepath.Base(path)}
			continue
		}
		data, err := reading.Bytes(path)
		if err != nil {
			b.finish(n, err)
			continue
		}
		sum := sha256.Sum256(data)
		b.results[n].SHA256 = hex.EncodeToString(sum[:])
		if first, twice := seen[sum]; twice {
			b.results[n].Same = first
			b.finish(n, nil)
			continue
		}
		seen[sum] = path
		jobs <- batchJob{n, data}
	}
	close(jobs)
	workers.Wait()
	return Report{Results: b.results}
}

type batchJob struct {
	n    int
	data []byte
}

type batch struct {
	ctx     context.Context
	reader  *Reader
	o       BatchOptions
	results []Result

	mu   sync.Mutex
	done int
}

// take takes in one file. A fault of our own in it is that file's alone.
func (b *batch) take(j batchJob) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("take in %s: %v", b.results[j.n].Path, r)
		}
	}()
	p, err := b.reader.Read(b.ctx, filepath.Base(b.results[j.n].Path), j.data)
	if err != nil {
		return err
	}
	_, main := b.reader.Main(b.ctx, p)
	b.mu.Lock()
	defer b.mu.Unlock()
	// Asked under the lock: another's Out may be what stops the work, while this one waits.
	if err := b.ctx.Err(); err != nil {
		return err
	}
	x := &b.results[j.n]
	if main != p {
		x.Inside, x.Left = main.Name, p.Besides(main)
	}
	x.say(main)
	if b.o.Out == nil {
		return nil
	}
	x.Written, err = b.o.Out(j.n, main)
	return err
}

// say keeps what is told of a paper.
func (x *Result) say(p *Paper) {
	x.Format, x.Pages, x.Kind, x.Claims, x.Remarks = p.Text.Format, len(p.Text.Pages), p.Proposal.Kind, len(p.Proposal.Claims), p.Text.Remarks
	for _, m := range p.Proposal.Matter().Movers {
		name := m.Name
		if m.Party != "" {
			name += " (" + m.Party + ")"
		}
		x.Movers = append(x.Movers, name)
	}
	x.Title = p.Proposal.Subject.Value
	if d := p.Proposal.KindDoubt; d != "" {
		x.Doubts = append(x.Doubts, Doubted{Field: "kind", Doubt: string(d)})
	}
	for _, d := range p.Proposal.Doubts {
		field := "claim" // which they are about, but for one
		if d == intake.NotAMotion {
			field = ""
		}
		x.Doubts = append(x.Doubts, Doubted{Field: field, Doubt: string(d)})
	}
	for _, d := range p.Proposal.Drawn() {
		if d.Doubt != "" {
			x.Doubts = append(x.Doubts, Doubted{Field: d.Field, Doubt: d.Doubt})
		}
	}
}

// finish notes the end of a file, and tells.
func (b *batch) finish(n int, err error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	x := &b.results[n]
	switch {
	case err == nil:
	case b.ctx.Err() != nil && app.ProblemOf(err) == nil:
		x.Err = &app.Problem{Code: app.CodeCancelled, What: filepath.Base(x.Path), Err: err}
	default:
		x.Err = err
	}
	if b.done++; b.o.Tell != nil {
		b.o.Tell(b.done, len(b.results), x.Path)
	}
}
