package letter

import (
	"cmp"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"yttra/app"
	"yttra/app/reading"
)

// attach keeps a file that came with a letter, under a name that is safe and its own.
func (m *letter) attach(name, kind string, data []byte) {
	if name == "" && kind == "message/rfc822" {
		if head, _, err := headOf(data); err == nil {
			name = decodeWords(head.Get("Subject"))
		}
		name = cmp.Or(name, "brev") + ".eml"
	}
	name = FileName(name)
	ext := path.Ext(name)
	if ext == "" {
		ext = cmp.Or(endings[kind], ".bin")
		name += ext
	}
	base := strings.TrimSuffix(name, ext)
	m.names[strings.ToLower(name)]++
	for n := m.names[strings.ToLower(name)]; n > 1; n++ {
		other := base + " " + strconv.Itoa(n) + ext
		if m.names[strings.ToLower(other)] == 0 {
			m.names[strings.ToLower(name)], m.names[strings.ToLower(other)] = n, 1
			name = other
			break
		}
	}
	m.out.Attach(reading.File{Name: name, Data: data})
	m.remarks = append(m.remarks, app.Remark{Code: app.RemarkEmbedded, What: name})
}

// endings are those of files of the media types that papers come in.
var endings = map[string]string{
	"text/plain": ".txt", "text/html": ".html", "text/calendar": ".ics", "text/rtf": ".rtf", "application/rtf": ".rtf",
	"application/pdf": ".pdf", "application/msword": ".doc", "application/vnd.oasis.opendocument.text": ".odt",
	"application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
	"application/zip": ".zip", "image/png": ".png", "image/jpeg": ".jpg", "message/rfc822": ".eml",
}

const longestName = 120 // letters

// devices are names that Windows keeps for itself, with any ending.
var devices = []string{"con", "prn", "aux", "nul", "com", "lpt"}

// FileName makes a name that a file may have in any folder of any system, without
// folders of its own, of one that somebody sent.
func FileName(name string) string {
	name = strings.ToValidUTF8(name, "")
	if i := strings.LastIndexAny(name, `/\`); i >= 0 {
		name = name[i+1:]
	}
	name = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r): // also those that write a name backwards
			return -1
		case strings.ContainsRune(`<>:"|?*`, r), unicode.IsSpace(r):
			return ' '
		}
		return r
	}, name)
	name = strings.TrimLeft(strings.Join(strings.Fields(name), " "), ".~- ")
	name = strings.TrimRight(name, ". ")
	if utf8.RuneCountInString(name) > longestName {
		ext := path.Ext(name)
		if len(ext) > 10 {
			ext = ""
		}
		name = strings.TrimRight(string([]rune(name)[:longestName-len(ext)]), ". ") + ext
	}
	base, _, _ := strings.Cut(strings.ToLower(name), ".")
	if slices.Contains(devices, strings.TrimRight(strings.TrimSpace(base), "0123456789¹²³")) {
		name = "_" + name
	}
	if strings.TrimSuffix(name, path.Ext(name)) == "" {
		return "bilaga" + path.Ext(name)
	}
	return name
}
