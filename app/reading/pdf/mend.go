package pdf

import (
	"bytes"
	"fmt"
	"regexp"
)

// heads finds those of objects.
var heads = regexp.MustCompile(`(\d{1,9}) (\d{1,5}) obj\b`)

// endless tells whether a file lacks the words that a PDF ends with.
func endless(data []byte) bool {
	return !bytes.Contains(data[max(0, len(data)-2048):], []byte("startxref"))
}

// catalogReach is how far into its object the name of a catalog stands.
const catalogReach = 600

// ending is an end for a file that was cut off: PDFium finds the objects of a file
// without a table, but not which of them is the first. nil when nobody can tell.
func ending(data []byte) []byte {
	for before := data; ; {
		i := bytes.LastIndex(before, []byte("/Catalog"))
		if i < 0 {
			return nil
		}
		before = data[:i]
		near := before[max(0, i-catalogReach):]
		all := heads.FindAllSubmatch(near, -1)
		if len(all) == 0 || !bytes.HasSuffix(bytes.TrimSpace(near), []byte("/Type")) {
			continue
		}
		last := all[len(all)-1]
		return fmt.Appendf(nil, "\nendstream\nendobj\ntrailer\n<</Root %s %s R>>\nstartxref\n0\n%%%%EOF\n", last[1], last[2])
	}
}
