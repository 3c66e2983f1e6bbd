package cli

import (
	"testing"

	"yttra/i18n"
)

// Every field that a sum can have something against is called by a word.
func TestFieldsHaveWords(t *testing.T) {
	for _, lang := range []string{"sv", "en"} {
		w, err := i18n.New(lang)
		if err != nil {
			t.Fatal(err)
		}
		for _, field := range []string{"kind", "what", "quantity", "price", "from", "to", "years", "low", "high", "source", "vat", "index", "lifetime",
			"open", "year", "amount", "back", "who", "budget", "first_year", "real_rate", "inflation", "units", "start", "needed", "role"} {
			if fieldWord(w, field) == field {
				t.Errorf("%s: %s has no word", lang, field)
			}
		}
	}
}
