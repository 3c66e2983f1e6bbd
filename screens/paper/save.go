package paper

import (
	"context"
	"os"
	"time"

	"yttra/app/disk"
	"yttra/i18n"
	"yttra/reports"
	"yttra/screens/parts"
)

// export asks where, makes the file away from the window's thread, and then says
// where it lies. A final paper that has been saved makes the document final.
func (v *view) export(final bool) {
	file, err := v.m.Snapshot(final)
	if err != nil {
		v.h.Problem(err)
		return
	}
	v.h.ChooseFile(parts.FileOptions{Purpose: "pdf", Title: v.h.Words().T("menu.export"), Save: true, Name: v.m.Name(final), Endings: []string{".pdf"}, Kind: "PDF",
		Done: func(path string) { v.saveTo(path, file, final) }})
}

func (v *view) saveTo(path string, file File, final bool) {
	id := v.d.State().Document().ID
	v.make(path, file, func(found reports.Proof, err error) {
		if err == nil && final && !v.m.Final() {
			v.makeFinal()
		}
		if err == nil {
			v.d.RecordCheck(id)
		}
		v.m.SetProof(time.Now(), found, err)
		v.drawSide()
	})
}

// make writes a file away from the window's thread; done hears what came of it, and
// then it is told where the file lies.
func (v *view) make(path string, file File, done func(found reports.Proof, err error)) {
	words := v.h.Words()
	var found reports.Proof
	v.h.Work(words.T("paper.making"), func(ctx context.Context, step func(done, total int)) error {
		data, proof, err := file.Write(ctx, step)
		if err != nil {
			dropEmpty(path)
			return err
		}
		found = proof
		return writeFile(path, data)
	}, func(err error) {
		v.noteMade(path, file, found, err)
		done(found, err)
		v.h.Problem(err)
		if err == nil {
			v.tell(words.T("paper.saved", i18n.Vars{"Path": path}))
		}
	})
}

// writeFile puts a whole file in place, or leaves what was there.
func writeFile(path string, data []byte) error {
	if err := disk.Write(path, data, disk.Shared); err != nil {
		dropEmpty(path)
		return err
	}
	return nil
}

// dropEmpty takes away the empty file that choosing a name has left, when
// nothing came to stand in it.
func dropEmpty(path string) {
	if info, err := os.Stat(path); err == nil && info.Size() == 0 {
		_ = os.Remove(path) // an empty file that stays harms nobody
	}
}

// tell shows a row that says what was done.
func (v *view) tell(s string) {
	v.say(parts.Banner(parts.MarkMet, s, &parts.Action{Text: v.h.Words().T("word.close"), Do: func() { v.say(nil); v.focus() }}))
}
