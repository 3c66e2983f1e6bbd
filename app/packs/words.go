package packs

import "regexp"

// slot is what a finding fills in: {section}.
var slot = regexp.MustCompile(`\{[a-z_]+\}`)

// General are the words about the rule itself, before any finding has filled them
// in: "Avsnittet ”…” saknas".
func (w Words) General() Words {
	for _, s := range []*string{&w.Title, &w.Fail, &w.Missing, &w.Wording} {
		*s = slot.ReplaceAllString(*s, "…")
	}
	return w
}

// In gives the rule's words in a language, sv or en.
func (r *Rule) In(lang string) Words {
	if lang == "en" {
		return r.EN
	}
	return r.SV
}
