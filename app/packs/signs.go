package packs

import (
	"fmt"
	"slices"

	"yttra/app"
)

// Sign is a row of data/propose.toml: words in a motion that tell what kind of
// measure it is about and whom it touches.
type Sign struct {
	Phrases  []string      `toml:"phrases"`
	Measures []app.Measure `toml:"measures"`
	Affected []app.Group   `toml:"affected"`
	Purchase bool          `toml:"purchase"`
	Topic    string        `toml:"topic"` // a fact that conditions speak of: pilot
	Times    int           `toml:"times"` // how many sentences must have one of the phrases; 0 means 1
}

var groups = []app.Group{app.Children, app.Employees, app.Public}

// signs reads the rows; a municipality's come after the embedded ones.
func (l *loader) signs(name string, data []byte) error {
	var f struct {
		Signs []Sign `toml:"sign"`
	}
	ix, err := decode(name, data, &f)
	if err != nil {
		return err
	}
	for i, s := range f.Signs {
		at := fmt.Sprintf("sign[%d]", i)
		if len(s.Phrases) == 0 {
			return ix.fault(at+".phrases", errMissing)
		}
		for _, m := range s.Measures {
			if !slices.Contains(app.Measures, m) {
				return ix.fault(at+".measures", unknown(m, app.Measures))
			}
		}
		if s.Topic != "" && s.Topic != "pilot" {
			return ix.fault(at+".topic", fmt.Errorf("%q is not pilot", s.Topic))
		}
		for _, g := range s.Affected {
			if !slices.Contains(groups, g) {
				return ix.fault(at+".affected", unknown(g, groups))
			}
		}
	}
	l.packs.Signs = append(l.packs.Signs, f.Signs...)
	return nil
}
