package paper

import (
	"context"

	"yttra/reports"
	"yttra/screens/parts"
)

// Save asks where, and makes the file of a paper that is not the open document's, as
// the list of a register: the same road as every paper, read back before it is let
// out. done is told where it lies.
func Save(h parts.Host, in reports.Input, title, name string, done func(path string)) {
	h.ChooseFile(parts.FileOptions{Purpose: "pdf", Title: title, Save: true, Name: slug(name) + ".pdf", Endings: []string{".pdf"}, Kind: "PDF", Done: func(path string) {
		h.Work(h.Words().T("paper.making"), func(ctx context.Context, step func(done, total int)) error {
			data, _, err := reports.Write(ctx, in, step)
			if err != nil {
				dropEmpty(path)
				return err
			}
			return writeFile(path, data)
		}, func(err error) {
			if h.Problem(err); err == nil {
				done(path)
			}
		})
	}})
}
