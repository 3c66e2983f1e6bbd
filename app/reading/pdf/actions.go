package pdf

import (
	"bytes"
	"compress/zlib"
	"io"
)

// needsXFA is the mark of a form that has no pages until a program with scripts makes
// them.
const needsXFA = "NeedsRendering"

// dangers are the names in a file of what it would do by itself. Yttra does none of it;
// a person should know that the file would.
var dangers = []string{needsXFA, "JavaScript", "Launch", "SubmitForm", "ImportData", "RichMedia"}

// maxInflated is how much of the packed objects of a file is looked through.
const maxInflated = 8 << 20

// actions finds names of dangers in a file.
func actions(data []byte) []string {
	found := map[string]bool{}
	scan(data, found, dangers)
	var out []string
	for _, name := range dangers {
		if found[name] {
			out = append(out, name)
		}
	}
	return out
}

// scan finds names in a file, also in its packed objects. An encrypted file tells
// nothing.
func scan(data []byte, found map[string]bool, names []string) {
	namesIn(data, found, names)
	left := maxInflated
	for rest := data; left > 0; {
		i := bytes.Index(rest, []byte("/ObjStm"))
		if i < 0 {
			break
		}
		rest = rest[i+1:]
		from := bytes.Index(rest[:min(len(rest), 1024)], []byte("stream"))
		if from < 0 {
			continue
		}
		packed := bytes.TrimLeft(rest[from+len("stream"):], "\r\n")
		z, err := zlib.NewReader(bytes.NewReader(packed))
		if err != nil {
			continue
		}
		plain, _ := io.ReadAll(io.LimitReader(z, int64(left))) // as much as there is
		left -= len(plain)
		namesIn(plain, found, names)
	}
}

func namesIn(data []byte, found map[string]bool, names []string) {
	for _, name := range names {
		for rest := data; !found[name]; {
			i := bytes.Index(rest, []byte("/"+name))
			if i < 0 {
				break
			}
			rest = rest[i+1+len(name):]
			found[name] = len(rest) == 0 || !regular(rest[0])
		}
	}
}

// regular tells whether a byte goes on with a name.
func regular(b byte) bool {
	return b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z' || b == '#' || b == '_' || b == '-'
}
