package paper

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"

	"yttra/i18n"
	"yttra/reports"
	"yttra/reports/fonts"
	"yttra/reports/word"
	"yttra/screens/parts"
)

// Word makes the paper as a Word file, from the same blocks as the PDF.
func (f File) Word() ([]byte, error) {
	doc, err := reports.Blocks(f.in)
	if err != nil {
		return nil, f.left(err)
	}
	data, err := word.Write(doc, fonts.New())
	if err == nil {
		err = f.left(reports.CleanWord(f.in, data))
	}
	return data, err
}

// WordName is what a Word file is called at first.
func (m *Model) WordName(final bool) string {
	return strings.TrimSuffix(m.Name(final), ".pdf") + ".docx"
}

// newWordBox saves the paper for those who must finish it in Word.
func newWordBox(v *view) fyne.CanvasObject {
	t := v.h.Words().T
	return parts.Box(parts.Page, parts.Line, 4, parts.Pad(9, 10, 10, 14, parts.Column(4,
		parts.Row(8, parts.Text(t("paper.word"), parts.TextControl, parts.Ink, parts.Bold), parts.Grow(), parts.NewLink(t("paper.word_save"), v.exportWord)),
		parts.NewPara(t("paper.word_text"), parts.TextSecond, parts.Ink, parts.Regular))))
}

// exportWord saves what the document is: a draft as a draft, and a final paper as
// one, unless something stops it, as it would its PDF.
func (v *view) exportWord() {
	final := v.m.Final()
	file, err := v.m.Snapshot(final)
	if err != nil {
		v.h.Problem(err)
		return
	}
	v.h.ChooseFile(parts.FileOptions{Purpose: "word", Title: v.h.Words().T("paper.word_title"), Save: true, Name: v.m.WordName(final), Endings: []string{".docx"}, Kind: "Word",
		Done: func(path string) { v.makeWord(path, file) }})
}

// makeWord writes the file away from the window's thread, and then says where it lies.
func (v *view) makeWord(path string, file File) {
	words := v.h.Words()
	v.h.Work(words.T("paper.word_making"), func(context.Context, func(done, total int)) error {
		data, err := file.Word()
		if err != nil {
			dropEmpty(path)
			return err
		}
		return writeFile(path, data)
	}, func(err error) {
		v.h.Problem(err)
		if err == nil {
			v.tell(words.T("paper.saved", i18n.Vars{"Path": path}))
		}
	})
}
