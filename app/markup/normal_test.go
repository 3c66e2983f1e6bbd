package markup

import "strings"

// normal is the text as its units give it back: one blank line between
// units, none at the ends. normal of normal is normal.
func normal(text string) string {
	var units []string
	for _, s := range Split(text) {
		units = append(units, text[s.Start:s.End])
	}
	return strings.Join(units, "\n\n")
}
