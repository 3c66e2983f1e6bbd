package archive

import (
	_ "embed" // the words on the pages
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"yttra/app/packs"
	"yttra/i18n"
)

//go:embed words_sv.json
var wordsFile []byte

//go:embed stil.css
var styleFile []byte

//go:embed readme.txt
var readMeFile string

// printer has the words of the pages, which are Swedish whatever the window speaks.
type printer struct {
	words map[string]string
	codes i18n.Words // stages, decisions and the like, as the program calls them
	packs *packs.Packs
	style []byte
}

func newPrinter(p *packs.Packs) (printer, error) {
	s := printer{packs: p, style: styleFile}
	if err := json.Unmarshal(wordsFile, &s.words); err != nil {
		return s, fmt.Errorf("read the words of the archive: %w", err)
	}
	var err error
	s.codes, err = i18n.New("sv")
	return s, err
}

func (s printer) t(key string) string { return s.words[key] }

// with puts values in the places of a sentence.
func (s printer) with(key string, pairs ...string) string {
	var in []string
	for i := 0; i+1 < len(pairs); i += 2 {
		in = append(in, "{"+pairs[i]+"}", pairs[i+1])
	}
	return strings.NewReplacer(in...).Replace(s.words[key])
}

// code words a code; one that nobody knows stays as it is.
func (s printer) code(table, code, empty string) string {
	if code == "" {
		code = empty
	}
	if key := table + "." + code; code != "" && s.codes.Has(key) {
		return s.codes.T(key)
	}
	return code
}

// kind names a kind of document.
func (s printer) kind(id string) string {
	if s.packs != nil {
		if k, ok := s.packs.Kind(id); ok {
			return k.SV.Name
		}
	}
	return id
}

// question names what an answer is about.
func (s printer) question(id string) string {
	base, _, _ := strings.Cut(id, "/")
	if s.packs != nil {
		if r, ok := s.packs.Rule(base); ok && r.SV.Title != "" {
			return r.SV.Title + " (" + id + ")"
		}
	}
	return id
}

// moment is a day and a time by the clock where it was.
func moment(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format("2006-01-02 15:04")
}

// readMe tells what the archive is; with line ends that every old editor shows.
func (s printer) readMe(w *writer) []byte {
	register := s.t("register_bare")
	if w.profile.Municipality != "" {
		register = s.with("register", "name", w.profile.Municipality)
	}
	text := strings.NewReplacer("{program}", w.o.Program, "{day}", w.o.At.Format(time.DateOnly), "{register}", register+": "+s.codes.Int(int64(len(w.rows)))).Replace(readMeFile)
	return []byte("\ufeff" + strings.ReplaceAll(text, "\n", "\r\n"))
}
