package store

import (
	"bufio"
	"errors"
	"io"
	"path/filepath"
	"testing"

	"yttra/app"
)

// A block at the bottom that was damaged since the closing: the register opens, what
// stood in it is found all the same, nothing is written any more, and the next opening
// puts it together anew.
func TestDamageAtTheBottom(t *testing.T) {
	dir := closed(t)
	if err := merge(dataIn(dir), closing, &lines{w: bufio.NewWriter(io.Discard)}); err != nil {
		t.Fatal(err)
	}
	r, err := open(dir, 0) // and a clean mark of what lies there now
	if err != nil {
		t.Fatal(err)
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	above, bottom := tablesIn(dataIn(dir)).split()
	if len(above.paths) != 0 || len(bottom.paths) == 0 {
		t.Fatalf("%v above %v", above.paths, bottom.paths)
	}
	for _, path := range bottom.paths {
		if err := errors.Join(flipFile(path, 300_000), flipFile(path, 40_000)); err != nil {
			t.Fatal(err)
		}
	}
	if !lookBack(dir).clean {
		t.Fatal("the damage is where an opening looks")
	}
	if r, err = open(dir, 0); err != nil {
		t.Fatal(err)
	}
	for i := range 300 {
		if m, rev, err := r.Load(bulkID(i)); err != nil || m.ID != bulkID(i) || rev.Number != 1 {
			t.Fatal(i, err)
		}
	}
	<-r.scrub.done
	r.tidying.Wait()
	_, err = r.Save(app.Change{Matter: matter("ny", "T", "x"), At: noon})
	if p := app.ProblemOf(err); p == nil || p.Where != "behind" && p.Code != app.CodeDamaged {
		t.Error(err)
	}
	if err := r.Close(); err != nil {
		t.Fatal(err)
	}
	if lookBack(dir).clean {
		t.Error("it was left as if it were whole")
	}
	s := openIn(t, dir)
	if rows, err := s.List(); err != nil || rows.Len() != 300 {
		t.Error(rows.Len(), err)
	}
	save(t, s, app.Change{Matter: matter("ny", "T", "x"), At: noon})
	if reports, _ := filepath.Glob(filepath.Join(dir, "reports", "*.json")); len(reports) == 0 {
		t.Error("nothing is told")
	}
}
