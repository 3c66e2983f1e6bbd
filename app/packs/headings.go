package packs

import (
	"fmt"
	"strings"
)

// Heading is a row of data/headings.toml: how a section is headed in papers of
// any kind, in any municipality. "*" at the beginning or end stands for anything.
type Heading struct {
	Role string   `toml:"role"`
	Like []string `toml:"like"`
}

// headings reads the rows; a municipality's are tried before the embedded ones.
func (l *loader) headings(name string, data []byte) error {
	var f struct {
		Headings []Heading `toml:"heading"`
	}
	ix, err := decode(name, data, &f)
	if err != nil {
		return err
	}
	for i, h := range f.Headings {
		if h.Role == "" {
			return ix.fault(fmt.Sprintf("heading[%d].role", i), errMissing)
		}
		if len(h.Like) == 0 {
			return ix.fault(fmt.Sprintf("heading[%d].like", i), errMissing)
		}
		for _, like := range h.Like {
			if bare := strings.Trim(like, "* "); bare == "" || strings.Contains(bare, "*") {
				return ix.fault(fmt.Sprintf("heading[%d].like", i), &Flaw{Why: NotAPhrase, What: like})
			}
		}
	}
	l.packs.Headings = append(f.Headings, l.packs.Headings...)
	return nil
}
