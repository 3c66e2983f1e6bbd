package packs

import (
	"cmp"
	"errors"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/BurntSushi/toml"
)

// maxFile is the largest rule file that is read; real ones are a few kilobytes.
const maxFile = 1 << 20

// decode reads one TOML file strictly into v. It fails with CodePack, the file,
// and the line and key where reading stopped or that nobody knows.
func decode(file string, data []byte, v any) (lineIndex, error) {
	ix, _, err := decodeKeys(file, data, v)
	return ix, err
}

// decodeKeys is decode, and tells which keys are written in the file.
func decodeKeys(file string, data []byte, v any) (lineIndex, toml.MetaData, error) {
	if len(data) > maxFile {
		return lineIndex{}, toml.MetaData{}, fileFault(file, TooLarge, "1 MB")
	}
	text := strings.TrimPrefix(string(data), "\ufeff")
	ix := lineIndex{file, text}
	if line := notUTF8(text); line > 0 {
		return ix, toml.MetaData{}, placed(file, line, "", &Flaw{Why: Encoding})
	}
	meta, err := toml.Decode(text, v)
	if err != nil {
		return ix, meta, syntaxFault(file, err)
	}
	for _, key := range meta.Undecoded() {
		if len(key) > 2 && key[0] == "example" && slices.Contains(freeTables, key[1]) {
			continue // tables inside a free table are not counted as read
		}
		return ix, meta, ix.fault(ix.find(key), &Flaw{Why: UnknownKey})
	}
	return ix, meta, nil
}

// freeTables are the tables of an example whose keys are another room's; app/check
// refuses those it does not know when the example is run.
var freeTables = []string{"facts", "matter", "document"}

// mismatch is how the TOML reader words a value of the wrong type, for which it
// has no type of error.
var mismatch = regexp.MustCompile(`line (\d+) \(last key "([^"]*)"\)`)

func syntaxFault(file string, err error) error {
	var p toml.ParseError
	line, key, what := 0, "", err.Error()
	if errors.As(err, &p) {
		line, key, what = p.Position.Line, p.LastKey, cmp.Or(p.Message, what)
	} else if m := mismatch.FindStringSubmatch(what); m != nil {
		line, _ = strconv.Atoi(m[1]) // digits; one too long for a line is none
		key = m[2]
		if _, after, ok := strings.Cut(what, "): "); ok {
			what = after
		}
	}
	return placed(file, line, key, &Flaw{Why: Syntax, What: what})
}

// notUTF8 gives the first line with a byte that is no UTF-8; 0 when there is none.
func notUTF8(text string) int {
	if utf8.ValidString(text) {
		return 0
	}
	n := 1
	for line := range strings.Lines(text) {
		if !utf8.ValidString(line) {
			break
		}
		n++
	}
	return n
}

// find turns a TOML key path, which leaves out the numbers of tables, into the
// first key of the index that matches it.
func (ix lineIndex) find(path toml.Key) string {
	want := strings.Join(path, ".")
	best, at := "", ix.lines()
	for key, line := range at {
		if withoutNumbers(key) == want && (best == "" || line < at[best]) {
			best = key
		}
	}
	if best == "" {
		return want
	}
	return best
}

func withoutNumbers(key string) string {
	for {
		head, rest, ok := strings.Cut(key, "[")
		if !ok {
			return key
		}
		_, tail, _ := strings.Cut(rest, "]")
		key = head + tail
	}
}
