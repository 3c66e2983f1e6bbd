package pdf

import (
	"bytes"
	"fmt"
	"regexp"
)

// catalogs finds the objects that are the catalog of a file.
var catalogs = regexp.MustCompile(`(\d{1,9}) (\d{1,5}) obj[^>]{0,500}/Type\s*/Catalog\b`)

// mended gives a file that was cut off an end: PDFium finds the objects of a file
// without a table, but not which of them is the first. nil when nobody can tell.
func mended(data []byte) []byte {
	all := catalogs.FindAllSubmatch(data, -1)
	if len(all) == 0 {
		return nil
	}
	last := all[len(all)-1]
	return append(bytes.Clone(data), fmt.Appendf(nil, "\nendstream\nendobj\ntrailer\n<</Root %s %s R>>\nstartxref\n0\n%%%%EOF\n", last[1], last[2])...)
}
