package i18n

import (
	"strings"
	"sync"

	"github.com/BurntSushi/toml"
	goi18n "github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
)

// table is the words of one screen or room, read when the first of them is asked
// for: a command that says a line need not read two thousand.
type table struct {
	once  sync.Once
	file  string
	text  strings.Builder
	words *goi18n.Localizer
	err   error
}

// split gives the tables of a file of words by their names. What stands in tables
// within them goes with them.
func split(file string, data []byte) map[string]*table {
	out := map[string]*table{}
	var at *table
	for line := range strings.Lines(string(data)) {
		if strings.HasPrefix(line, "[") {
			name, _, _ := strings.Cut(strings.Trim(line, "[] \r\n"), ".")
			if at = out[name]; at == nil {
				at = &table{file: file}
				out[name] = at
			}
		}
		if at != nil {
			at.text.WriteString(line)
		}
	}
	return out
}

// read gives the table's words, in a language.
func (t *table) read(lang string) (*goi18n.Localizer, error) {
	t.once.Do(func() {
		bundle := goi18n.NewBundle(language.Swedish)
		bundle.RegisterUnmarshalFunc("toml", toml.Unmarshal)
		if _, t.err = bundle.ParseMessageFileBytes([]byte(t.text.String()), t.file); t.err == nil {
			t.words = goi18n.NewLocalizer(bundle, lang)
		}
		t.text.Reset()
	})
	return t.words, t.err
}
