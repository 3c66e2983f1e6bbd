// Package i18n has every word the interface says, in Swedish and English, with
// plural forms, and writes money, numbers and dates the way each language does.
// Swedish is the source; English is complete beside it, and a test holds that.
//
// It never decides what to say, and knows neither the nouns nor the window.
package i18n

import (
	"embed"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
	goi18n "github.com/nicksnyder/go-i18n/v2/i18n"
)

//go:embed active.sv.toml active.en.toml
var files embed.FS

// Languages lists what there is, the source first.
var Languages = []string{"sv", "en"}

// Words speaks one language. It is a value to hand around; it never changes.
type Words struct {
	lang   string
	tables map[string]*table // by name; each reads itself once
}

// New makes the words of a language, "sv" or "en"; anything else gives Swedish.
func New(lang string) (Words, error) {
	if lang != "en" {
		lang = "sv"
	}
	name := "active." + lang + ".toml" // both are complete
	data, err := files.ReadFile(name)
	if err != nil {
		return Words{}, fmt.Errorf("read words %s: %w", lang, err)
	}
	return Words{lang: lang, tables: split(name, data)}, nil
}

// Lang is "sv" or "en".
func (w Words) Lang() string { return w.lang }

// Vars fills the {{.Name}} places of a text.
type Vars map[string]any

// T gives the text of a key. A key nobody has written shows itself in brackets,
// which the test over all keys keeps from happening.
func (w Words) T(key string, vars ...Vars) string {
	c := &goi18n.LocalizeConfig{MessageID: key}
	if len(vars) > 0 {
		c.TemplateData = map[string]any(vars[0])
	}
	return w.say(key, c)
}

// N gives the plural form of a key for n, which fills {{.N}}.
func (w Words) N(key string, n int, vars ...Vars) string {
	data := map[string]any{"N": w.Int(int64(n))}
	if len(vars) > 0 {
		for k, v := range vars[0] {
			data[k] = v
		}
	}
	return w.say(key, &goi18n.LocalizeConfig{MessageID: key, PluralCount: n, TemplateData: data})
}

// Has reports whether the key is written.
func (w Words) Has(key string) bool {
	_, err := w.localize(&goi18n.LocalizeConfig{MessageID: key})
	return err == nil
}

// Under lists the tables under a table of the words, sorted: every code that a
// problem has words for lies under "error".
func Under(table string) ([]string, error) {
	data, err := files.ReadFile("active.sv.toml")
	if err != nil {
		return nil, fmt.Errorf("read words: %w", err)
	}
	var tree map[string]map[string]any
	if err := toml.Unmarshal(data, &tree); err != nil {
		return nil, fmt.Errorf("read words: %w", err)
	}
	return slices.Sorted(maps.Keys(tree[table])), nil
}

func (w Words) say(key string, c *goi18n.LocalizeConfig) string {
	s, err := w.localize(c)
	if err != nil {
		return "[" + key + "]"
	}
	return s
}

func (w Words) localize(c *goi18n.LocalizeConfig) (string, error) {
	name, _, _ := strings.Cut(c.MessageID, ".")
	t := w.tables[name]
	if t == nil {
		return "", fmt.Errorf("no words under %q", name)
	}
	words, err := t.read(w.lang)
	if err != nil {
		return "", err
	}
	return words.Localize(c)
}
