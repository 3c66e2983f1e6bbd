package archive

import (
	"fmt"
	"path"
	"strings"
	"unicode"

	"yttra/app"
)

// Letters in the name of a matter's folder, and of a file.
const (
	longestFolder = 48
	longestFile   = 60
)

// reserved are the names that Windows keeps for itself, whatever follows a dot.
var reserved = map[string]bool{"con": true, "prn": true, "aux": true, "nul": true, "conin$": true, "conout$": true,
	"com1": true, "com2": true, "com3": true, "com4": true, "com5": true, "com6": true, "com7": true, "com8": true, "com9": true, "com¹": true, "com²": true, "com³": true,
	"lpt1": true, "lpt2": true, "lpt3": true, "lpt4": true, "lpt5": true, "lpt6": true, "lpt7": true, "lpt8": true, "lpt9": true, "lpt¹": true, "lpt²": true, "lpt³": true}

// safe makes a name that every system takes of what somebody wrote: å, ä and ö stay,
// what a system would stumble on becomes a hyphen. It may be empty.
func safe(s string, most int) string {
	var b strings.Builder
	n, gap := 0, false
	for _, r := range s {
		switch {
		case unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Co, r) || r == unicode.ReplacementChar || r > 0xffff:
			continue
		case unicode.IsSpace(r) || unicode.IsControl(r) || strings.ContainsRune(`<>:"/\|?*-`, r):
			gap = true
			continue
		}
		if gap && n > 0 {
			b.WriteByte('-')
			n++
		}
		gap = false
		if n >= most {
			break
		}
		b.WriteRune(r)
		n++
	}
	name := strings.Trim(b.String(), ".- ")
	if first, _, _ := strings.Cut(name, "."); reserved[strings.ToLower(strings.TrimSpace(first))] {
		name = "_" + name
	}
	return name
}

// names gives names that nobody else has, whether letters are large or small.
type names map[string]bool

// take gives the name itself, or one with a number before its ending.
func (n names) take(name string) string {
	ending := path.Ext(name)
	stem := strings.TrimSuffix(name, ending)
	out := name
	for i := 2; n[strings.ToLower(out)]; i++ {
		out = fmt.Sprintf("%s-%d%s", stem, i, ending)
	}
	n[strings.ToLower(out)] = true
	return out
}

// folder names the folder of a matter: what it is known by, and the beginning of its
// identity.
func (n names) folder(r app.Row) string {
	known := r.Title
	if len(r.References) > 0 && r.References[0] != "" {
		known = r.References[0]
	}
	name := strings.TrimRight(safe(strings.ReplaceAll(known, ".", "-"), longestFolder)+"-"+safe(strings.ReplaceAll(r.ID, ".", "-"), 8), "-")
	if name = strings.TrimLeft(name, "-"); name == "" {
		name = "x"
	}
	return n.take(name)
}

// file names a file as it was called, with the ending it had.
func (n names) file(name, otherwise string) string {
	name = path.Base(strings.ReplaceAll(name, `\`, "/"))
	ending := safe(strings.TrimPrefix(path.Ext(name), "."), 8)
	stem := safe(strings.TrimSuffix(name, path.Ext(name)), longestFile)
	if stem == "" {
		stem = otherwise
	}
	if ending != "" {
		stem += "." + ending
	}
	return n.take(stem)
}
