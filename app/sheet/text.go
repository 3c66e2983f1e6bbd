package sheet

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"

	"yttra/app"
)

// Pasted parts what was copied from a spreadsheet: tabs between cells, newlines
// between rows; a cell in quotation marks may hold both. Of a table that is too
// long there are MaxRows rows and one.
func Pasted(text string) Table {
	return Table{Rows: parted(strings.TrimRight(text, "\r\n\x00"), '\t', MaxRows+1)}
}

// TextTable parts a CSV file: UTF-8, UTF-16 or Windows-1252, cells parted by
// semicolon, comma or tab, as the file says in its first line (sep=;) or as most
// rows have it. Where commas part the cells, points are decimal signs; where semicolons
// do, commas are. It fails with CodeNotText.
func TextTable(data []byte) (Table, error) {
	text, err := decoded(data)
	if err != nil {
		return Table{}, err
	}
	text = strings.TrimRight(text, "\r\n\x1a")
	sep, rest, told := told(text)
	if !told {
		sep = separator(text)
	}
	t := Table{Rows: parted(rest, sep, MaxRows+1), Lang: map[byte]string{';': "sv", ',': "en"}[sep]}
	if told { // so that cells are named as the file has them
		t.Rows = append([][]string{nil}, t.Rows...)
	}
	return t, nil
}

// decoded makes a text of bytes. A mark at its head says how it is written; else
// it is UTF-8 when it can be, UTF-16 when every other byte is nought, and
// Windows-1252 when neither.
func decoded(data []byte) (string, error) {
	var plain encoding.Encoding = unicode.UTF8
	switch {
	case len(data) > 3 && data[0] != 0 && data[1] == 0 && data[3] == 0:
		plain = unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case len(data) > 3 && data[0] == 0 && data[1] != 0 && data[2] == 0:
		plain = unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	case !utf8.Valid(data) && !bytes.HasPrefix(data, []byte("\xff\xfe")) && !bytes.HasPrefix(data, []byte("\xfe\xff")):
		plain = charmap.Windows1252
	}
	out, _, err := transform.Bytes(unicode.BOMOverride(plain.NewDecoder()), data)
	if err != nil || bytes.IndexByte(out, 0) >= 0 {
		return "", &app.Problem{Code: app.CodeNotText, Err: err}
	}
	return string(out), nil
}

// told reads the line with which Excel says what parts the cells.
func told(text string) (sep byte, rest string, ok bool) {
	line, rest, _ := strings.Cut(text, "\n")
	line = strings.ToLower(strings.Trim(line, "\r\" "))
	if after, found := strings.CutPrefix(line, "sep="); found && len(after) == 1 {
		return after[0], rest, true
	}
	return 0, text, false
}

// separator finds what parts the beginning in the most cells that stand in columns:
// in rows of the same length, of two cells or more.
func separator(text string) byte {
	best, most := byte(';'), 0
	for _, sep := range []byte("\t;,") {
		cells := map[int]int{} // in rows of a length
		for _, row := range parted(text, sep, 50) {
			if n := len(row); n > 1 {
				cells[n] += n
			}
		}
		for _, n := range cells {
			if n > most {
				best, most = sep, n
			}
		}
	}
	return best
}

// parted parts a text in rows and cells, no more rows than most. A quotation mark
// that is never closed as one is a letter like others.
func parted(text string, sep byte, most int) [][]string {
	var rows [][]string
	row := []string{}
	for {
		cell, rest, quoted := unquoted(text, sep)
		if !quoted {
			end := strings.IndexAny(text, string(sep)+"\r\n")
			if end < 0 {
				end = len(text)
			}
			cell, rest = text[:end], text[end:]
		}
		row = append(row, unguarded(cell))
		switch {
		case rest == "":
			return append(rows, row)
		case rest[0] == sep:
			text = rest[1:]
			continue
		case strings.HasPrefix(rest, "\r\n"):
			rest = rest[1:]
		}
		if rows, row, text = append(rows, row), nil, rest[1:]; len(rows) == most {
			return rows
		}
	}
}

// maxCell bounds a cell in quotation marks, in bytes; spreadsheets hold less.
const maxCell = 1 << 17

// unquoted takes a cell in quotation marks; ok is false when the text does not
// begin with one that ends where a cell can end.
func unquoted(text string, sep byte) (cell, rest string, ok bool) {
	if !strings.HasPrefix(text, `"`) {
		return "", "", false
	}
	for i := 1; i < min(len(text), maxCell); i++ {
		if text[i] != '"' {
			continue
		}
		if i+1 < len(text) && text[i+1] == '"' {
			i++
			continue
		}
		rest = text[i+1:]
		if rest == "" || rest[0] == sep || rest[0] == '\n' || rest[0] == '\r' {
			return strings.ReplaceAll(text[1:i], `""`, `"`), rest, true
		}
		return "", "", false
	}
	return "", "", false
}
