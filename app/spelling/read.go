package spelling

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"strings"
	"unicode/utf8"

	"yttra/app"
)

// maxFile is the largest file that is read, and maxStems the most words.
const (
	maxFile  = 64 << 20
	maxStems = 1<<indexBits - 2
)

// Read makes a dictionary of the two files: of affixes (.aff) and of words
// (.dic). It keeps words and changes nothing in it. A damaged file is
// CodeDictionary with its line.
func Read(aff, words []byte) (*Dictionary, error) {
	if len(aff) > maxFile || len(words) > maxFile {
		return nil, damaged("", 0, errors.New("larger than is read"))
	}
	d := &Dictionary{}
	r := &affixReader{affixes: &d.affixes, flags: newFlagReader()}
	if err := r.read(aff); err != nil {
		return nil, err
	}
	if err := d.readWords(words, r); err != nil {
		return nil, err
	}
	r.finish()
	d.sets = r.flags.sets
	d.index()
	return d, nil
}

func damaged(file string, line int, err error) error {
	return &app.Problem{Code: app.CodeDictionary, What: file, Where: fmt.Sprintf("line %d", line), Err: err}
}

// readWords reads the stems. The first line is how many there are.
func (d *Dictionary) readWords(data []byte, r *affixReader) error {
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	if r.latin {
		data = fromLatin(data)
	}
	if len(data) > math.MaxUint32 || !utf8.Valid(data) {
		return damaged(".dic", 0, errors.New("not in the encoding that .aff names"))
	}
	d.text = data
	d.entries = make([]entry, 0, bytes.Count(data, []byte("\n")))
	line := 0
	for at := 0; at < len(data); {
		next := len(data)
		if i := bytes.IndexByte(data[at:], '\n'); i >= 0 {
			next = at + i + 1
		}
		line++
		if line > 1 {
			if err := d.stemAt(at, data[at:next], r); err != nil {
				return damaged(".dic", line, err)
			}
		} else if !isCount(data[at:next]) {
			return damaged(".dic", 1, errors.New("does not begin with a number of words"))
		}
		at = next
	}
	if len(d.entries) == 0 {
		return damaged(".dic", line, errors.New("has no words"))
	}
	return nil
}

func isCount(line []byte) bool {
	line = bytes.TrimSpace(line)
	return len(line) > 0 && len(bytes.Trim(line, "0123456789")) == 0
}

// stemAt reads "word/FLAGS" and what may follow after a tab.
func (d *Dictionary) stemAt(at int, line []byte, r *affixReader) error {
	line, _, _ = bytes.Cut(line, []byte("\t"))
	line = bytes.TrimRight(line, "\r\n ")
	size, flags := len(line), ""
	if i := slash(line); i > 0 {
		size, flags = i, string(line[i+1:])
	}
	if size == 0 || size > maxWord || line[0] == '\t' {
		return nil
	}
	if len(d.entries) >= maxStems {
		return errTooMany
	}
	set, err := r.flags.set(strings.TrimSpace(flags))
	if err != nil {
		return err
	}
	d.entries = append(d.entries, entry{uint32(at), uint16(set), uint8(size), uint8(utf8.RuneCount(line[:size]))})
	return nil
}

// slash finds the stroke before the flags; "\/" is a stroke in the word.
func slash(line []byte) int {
	for i, b := range line {
		if b == '/' && i > 0 && line[i-1] != '\\' {
			return i
		}
	}
	return -1
}

// fromLatin makes ISO 8859-1 into UTF-8.
func fromLatin(b []byte) []byte {
	out := make([]byte, 0, len(b)+len(b)/16)
	for _, c := range b {
		out = utf8.AppendRune(out, rune(c))
	}
	return out
}
