package app

import "strings"

// formulas begin with one of these, in a spreadsheet.
const formulas = "=+-@\t\r"

// Inert keeps a text in a cell from being taken for a formula: an apostrophe stands
// before it, as a person would write it. One that has such a mark gets one more.
func Inert(s string) string {
	if bare := strings.TrimLeft(s, "'"); bare != "" && strings.IndexByte(formulas, bare[0]) >= 0 {
		return "'" + s
	}
	return s
}
