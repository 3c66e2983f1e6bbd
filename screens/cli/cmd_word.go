package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"yttra/reports"
	"yttra/reports/fonts"
	"yttra/reports/word"
)

func (f *face) wordCommand() *cobra.Command {
	var o pdfOptions
	c := &cobra.Command{
		Use:   "word matter.json -o out.docx",
		Short: "Makes the paper of a document as a Word file, to be finished in Word",
		Args:  oneFile,
		RunE: func(_ *cobra.Command, args []string) error {
			if err := o.sound(); err != nil {
				return err
			}
			return f.word(args[0], o)
		},
	}
	o.flags(c, "the Word file to write")
	return c
}

// word writes the paper as a Word file; what holds back the final PDF holds it back.
func (f *face) word(path string, o pdfOptions) error {
	in, err := f.paperOf(path, o)
	if err != nil {
		return err
	}
	data, err := wordFile(in)
	var left *reports.LeftError
	switch {
	case errors.As(err, &left):
		return f.left(left)
	case err != nil:
		return made(path, err)
	}
	return f.written(o.out, data)
}

// wordFile makes the Word file, and looks through it when it is for the web.
func wordFile(in reports.Input) ([]byte, error) {
	doc, err := reports.Blocks(in)
	if err != nil {
		return nil, err
	}
	data, err := word.Write(doc, fonts.New())
	if err != nil {
		return nil, fmt.Errorf("write paper: %w", err)
	}
	return data, reports.CleanWord(in, data)
}
