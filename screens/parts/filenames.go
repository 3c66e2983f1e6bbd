package parts

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"yttra/i18n"
)

// fileEntry is one row of a folder.
type fileEntry struct {
	Name   string // as the disk has it; any bytes
	Folder bool
	Size   int64     // bytes; -1 while nobody knows
	Day    time.Time // of the last change; zero while nobody knows
	key    string
}

func newFileEntry(name string, folder bool) fileEntry {
	return fileEntry{Name: name, Folder: folder, Size: -1, key: sortKey(shownName(name))}
}

// Hidden reports whether a file is one the system keeps for itself.
func (e fileEntry) Hidden() bool { return strings.HasPrefix(e.Name, ".") }

// sortFiles puts folders first, and then by name as a Swedish reader looks: å ä ö
// last, 2 before 10, large and small letters alike.
func sortFiles(es []fileEntry) {
	slices.SortFunc(es, func(a, b fileEntry) int {
		switch {
		case a.Folder != b.Folder && a.Folder:
			return -1
		case a.Folder != b.Folder:
			return 1
		case a.key != b.key:
			return strings.Compare(a.key, b.key)
		}
		return strings.Compare(a.Name, b.Name)
	})
}

// sortKey is a name whose bytes stand in the order of the alphabet. A run of
// digits is led by how many they are, so that numbers stand by their worth.
func sortKey(name string) string {
	var b strings.Builder
	r := []rune(strings.ToLower(name))
	for i := 0; i < len(r); i++ {
		if r[i] >= '0' && r[i] <= '9' {
			end := i
			for end < len(r) && r[end] >= '0' && r[end] <= '9' {
				end++
			}
			digits := strings.TrimLeft(string(r[i:end]), "0")
			b.WriteByte('0')
			b.WriteByte(byte(min(len(digits), 99)) + 1)
			b.WriteString(digits)
			i = end - 1
			continue
		}
		b.WriteRune(letterKey(r[i]))
	}
	return b.String()
}

// letterKey is the letter a letter stands with. Letters of other alphabets keep
// their own place, after ours.
func letterKey(r rune) rune {
	switch r {
	case 'å':
		return '{'
	case 'ä', 'æ':
		return '|'
	case 'ö', 'ø':
		return '}'
	case 'é', 'è', 'ê', 'ë':
		return 'e'
	case 'á', 'à', 'â', 'ã':
		return 'a'
	case 'ü', 'ú', 'ù', 'û':
		return 'u'
	case 'ó', 'ò', 'ô', 'õ':
		return 'o'
	case 'í', 'ì', 'î', 'ï':
		return 'i'
	case 'ç':
		return 'c'
	case 'ñ':
		return 'n'
	case '{', '|', '}', '~':
		return '_'
	}
	return r
}

// shownName is a name one can read: bytes that are no letters, and letters that
// cannot be seen, are shown as a box.
func shownName(name string) string {
	return strings.Map(func(r rune) rune {
		if r == unicode.ReplacementChar || !unicode.IsPrint(r) && r != '\u00a0' {
			return unicode.ReplacementChar
		}
		return r
	}, name)
}

// sizeText is a size as a person says it, in the words of the window.
func sizeText(w i18n.Words, bytes int64) string {
	const k = 1000
	switch {
	case bytes < 0:
		return ""
	case bytes < k:
		return w.T("files.bytes", i18n.Vars{"N": w.Int(bytes)})
	case bytes < k*k:
		return w.T("files.kilobytes", i18n.Vars{"N": w.Int((bytes + k - 1) / k)})
	case bytes < k*k*k:
		return w.T("files.megabytes", i18n.Vars{"N": tenths(w, bytes/(k*k/10))})
	}
	return w.T("files.gigabytes", i18n.Vars{"N": tenths(w, bytes/(k*k*k/10))})
}

func tenths(w i18n.Words, n int64) string {
	if n >= 1000 {
		return w.Int(n / 10)
	}
	return w.Decimal(strconv.FormatInt(n/10, 10) + "." + strconv.FormatInt(n%10, 10))
}

// dayText is the day a file was changed, as the rest of the window writes days.
func dayText(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}

// hasEnding reports whether a name ends in one of the endings, large letters or
// small; any name does when there are none.
func hasEnding(name string, endings []string) bool {
	lower := strings.ToLower(name)
	return len(endings) == 0 || slices.ContainsFunc(endings, func(e string) bool { return strings.HasSuffix(lower, strings.ToLower(e)) })
}
