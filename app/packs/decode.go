package packs

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/BurntSushi/toml"

	"yttra/app"
)

// maxFile is the largest rule file that is read; real ones are a few kilobytes.
const maxFile = 1 << 20

// decode reads one TOML file strictly into v. It fails with CodePack, the file,
// and the line and key where reading stopped or that nobody knows.
func decode(file string, data []byte, v any) (lineIndex, error) {
	if len(data) > maxFile {
		return lineIndex{}, &app.Problem{Code: app.CodePack, What: file, Err: fmt.Errorf("larger than %d bytes", maxFile)}
	}
	text := string(data)
	ix := lineIndex{file, text}
	meta, err := toml.Decode(text, v)
	if err != nil {
		return ix, syntaxFault(file, err)
	}
	for _, key := range meta.Undecoded() {
		if len(key) > 2 && key[0] == "example" && slices.Contains(freeTables, key[1]) {
			continue // tables inside a free table are not counted as read
		}
		return ix, ix.fault(ix.find(key), errors.New("unknown key"))
	}
	return ix, nil
}

// freeTables are the tables of an example whose keys are another room's; app/check
// refuses those it does not know when the example is run.
var freeTables = []string{"facts", "matter", "document"}

// mismatch is how the TOML reader words a value of the wrong type, for which it
// has no type of error.
var mismatch = regexp.MustCompile(`line (\d+) \(last key "([^"]*)"\)`)

func syntaxFault(file string, err error) error {
	var p toml.ParseError
	line, key := "", ""
	if errors.As(err, &p) {
		line, key = strconv.Itoa(p.Position.Line), p.LastKey
	} else if m := mismatch.FindStringSubmatch(err.Error()); m != nil {
		line, key = m[1], m[2]
	}
	where := ""
	if line != "" {
		where = "line " + line
	}
	if key != "" {
		where += ", key " + key
	}
	return &app.Problem{Code: app.CodePack, What: file, Where: where, Err: err}
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
