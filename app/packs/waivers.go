package packs

import "slices"

// Waivers is data/waive.toml: how a text says that a question need not be
// answered. A waiver with one of the reasons in its sentence is reasoned.
type Waivers struct {
	Forms     []string `toml:"forms"`           // no inquiry of one's own is made
	OfNeed    []string `toml:"forms_of_need"`   // none is needed; an inquiry must stand by the question's own words
	OfMatter  []string `toml:"forms_of_matter"` // the matter says that it does not touch the question
	Inquiries []string `toml:"inquiries"`
	Reasons   []string `toml:"reasons"`
}

func (l *loader) waivers(name string, data []byte) error {
	var w Waivers
	ix, err := decode(name, data, &w)
	if err != nil {
		return err
	}
	for key, list := range map[string][]string{"forms": w.Forms, "forms_of_need": w.OfNeed, "forms_of_matter": w.OfMatter, "inquiries": w.Inquiries, "reasons": w.Reasons} {
		if len(list) == 0 || slices.Contains(list, "") {
			return ix.fault(key, errMissing)
		}
	}
	l.packs.Waivers = w
	return nil
}
