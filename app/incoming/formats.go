package incoming

import (
	"context"
	"path/filepath"
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/reading"
	"yttra/app/reading/letter"
	"yttra/app/reading/office"
	"yttra/app/reading/pdf"
)

// readers read the formats that papers come in, each from bytes that Sniff has taken
// for it. One row for each format.
var readers = map[app.Format]func(ctx context.Context, data []byte) (reading.Text, error){
	app.PDF:       pdf.Read,
	app.PlainText: func(_ context.Context, data []byte) (reading.Text, error) { return reading.Decode(data) },
	app.DOCX:      office.DOCX,
	app.ODT:       office.ODT,
	app.RTF:       letter.RTF,
	app.HTML:      letter.HTML,
	app.Mail:      letter.Mail,
}

// endings are what a file of a format is called.
var endings = map[app.Format][]string{
	app.PlainText: {".txt", ".text", ".md", ".markdown"},
	app.PDF:       {".pdf"},
	app.DOCX:      {".docx", ".docm", ".dotx"},
	app.ODT:       {".odt", ".ott", ".fodt"},
	app.RTF:       {".rtf", ".doc"},
	app.HTML:      {".html", ".htm", ".xhtml"},
	app.Mail:      {".eml"},
}

// Endings are those of the files that can be taken in, as they are chosen among: the
// first of each format first.
func Endings() []string {
	var first, rest []string
	for _, f := range []app.Format{app.PDF, app.DOCX, app.ODT, app.RTF, app.HTML, app.Mail, app.PlainText} {
		if _, ok := readers[f]; ok {
			first, rest = append(first, endings[f][0]), append(rest, endings[f][1:]...)
		}
	}
	return append(first, rest...)
}

// formatOf tells the format of a file by its bytes, and of a text by its name's ending or
// how it begins.
func formatOf(name string, data []byte) app.Format {
	f := reading.Sniff(data)
	if f != app.PlainText {
		return f
	}
	end := strings.ToLower(filepath.Ext(name))
	switch {
	case slices.Contains(endings[app.HTML], end):
		return app.HTML
	case letter.IsMail(data), slices.Contains(endings[app.Mail], end):
		return app.Mail
	case letter.IsHTML(data):
		return app.HTML
	}
	return app.PlainText
}

// Text reads what a file says. What it fails with names the file.
func (r *Reader) Text(ctx context.Context, name string, data []byte) (reading.Text, error) {
	f := formatOf(name, data)
	_, ok := readers[f]
	switch {
	case f == "doc":
		return reading.Text{}, &app.Problem{Code: app.CodeOldWord, What: name}
	case f == reading.Locked:
		return reading.Text{}, &app.Problem{Code: app.CodeFileLocked, What: name}
	case f == "msg", f == "tnef":
		return reading.Text{}, &app.Problem{Code: app.CodeOutlook, What: name}
	case !ok:
		return reading.Text{}, &app.Problem{Code: app.CodeNotPaper, What: name, Where: strings.ToUpper(string(f))}
	}
	have := r.ask
	if f == app.PlainText { // nothing can happen to it: it is read at once
		have = do
	}
	a, err := have(ctx, request{Task: taskRead, Format: f}, data)
	t, err := r.picturesIn(ctx, name, data, a.text, err)
	if err != nil {
		return reading.Text{}, reading.Named(name, err)
	}
	if t.Blank() {
		return reading.Text{}, &app.Problem{Code: app.CodeEmpty, What: name}
	}
	end := strings.ToLower(filepath.Ext(name))
	if f == app.PlainText && (end == ".md" || end == ".markdown") {
		t.Format = app.Markdown
	}
	if end != "" && !slices.Contains(endings[f], end) && known(end) {
		t.Remarks = append(t.Remarks, app.Remark{Code: app.RemarkEnding, What: end})
	}
	return t, nil
}

// known tells whether an ending is that of another format.
func known(end string) bool {
	for _, list := range endings {
		if slices.Contains(list, end) {
			return true
		}
	}
	return false
}
