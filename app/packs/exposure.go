package packs

import (
	"fmt"
	"slices"

	"yttra/app"
)

// Exposure is what it can cost to break the rules on personal data. It stands
// beside a calculation and is never part of a sum (COST-SANK-01).
type Exposure struct {
	Caps  []Cap
	Cases []Case
}

// Cap is the most an authority can be charged for a kind of infringement.
type Cap struct {
	Amount  app.Money
	Words   Remark // which infringements
	Sources []Source
}

// Case is something that a supervisory authority has decided.
type Case struct {
	Measures []app.Measure
	Day      app.Date  // of the decision; empty: not known
	Amount   app.Money // of the charge; 0: none was decided
	Final    bool      // false: the outcome of an appeal is not known, and Outcome says so
	Name     Remark
	Words    Remark // what it was about
	Outcome  Remark
	Sources  []Source
}

// exposureFile is data/exposure.toml: whole kronor.
type exposureFile struct {
	Caps []struct {
		Amount  int64    `toml:"amount"`
		SV      string   `toml:"sv"`
		EN      string   `toml:"en"`
		Sources []Source `toml:"source"`
	} `toml:"cap"`
	Cases []struct {
		Measures []app.Measure `toml:"measures"`
		Day      app.Date      `toml:"day"`
		Amount   int64         `toml:"amount"`
		Final    bool          `toml:"final"`
		Name     Remark        `toml:"name"`
		Words    Remark        `toml:"words"`
		Outcome  Remark        `toml:"outcome"`
		Sources  []Source      `toml:"source"`
	} `toml:"case"`
}

// exposure reads caps and cases. A municipality's cases come after the embedded
// ones, one with the same name and day in its place; its caps replace them all.
func (l *loader) exposure(name string, data []byte) error {
	var f exposureFile
	ix, err := decode(name, data, &f)
	if err != nil {
		return err
	}
	var caps []Cap
	for i, c := range f.Caps {
		key, err := sourceFault(c.Sources)
		switch {
		case c.Amount <= 0 || c.Amount > 1e12:
			key, err = "amount", &Flaw{Why: Range}
		case c.SV == "":
			key, err = "sv", errMissing
		}
		if err != nil {
			return ix.fault(fmt.Sprintf("cap[%d].%s", i, key), err)
		}
		caps = append(caps, Cap{app.Kronor(c.Amount), Remark{c.SV, c.EN}, c.Sources})
	}
	cases := slices.Clone(l.packs.exposure.Cases)
	for i, c := range f.Cases {
		made := Case{c.Measures, c.Day, app.Kronor(c.Amount), c.Final, c.Name, c.Words, c.Outcome, c.Sources}
		if key, err := made.fault(c.Amount); err != nil {
			return ix.fault(fmt.Sprintf("case[%d].%s", i, key), err)
		}
		at := slices.IndexFunc(cases, func(o Case) bool { return o.Name.SV == made.Name.SV && o.Day == made.Day })
		if at >= 0 {
			cases[at] = made
		} else {
			cases = append(cases, made)
		}
	}
	if len(caps) > 0 {
		l.packs.exposure.Caps = caps
	}
	l.packs.exposure.Cases = cases
	l.charges += len(f.Caps) + len(f.Cases)
	return nil
}

// fault names the key of what is wrong. An outcome that is not final must be told.
func (c *Case) fault(kronor int64) (key string, err error) {
	for _, m := range c.Measures {
		if !slices.Contains(app.Measures, m) {
			return "measures", unknown(m, app.Measures)
		}
	}
	switch {
	case c.Day != "" && !c.Day.Valid():
		return "day", &Flaw{Why: NoDay, What: string(c.Day)}
	case kronor < 0 || kronor > 1e12:
		return "amount", &Flaw{Why: Range}
	case c.Name.SV == "":
		return "name", errMissing
	case c.Words.SV == "":
		return "words", errMissing
	case c.Outcome.SV == "":
		return "outcome", errMissing
	}
	return sourceFault(c.Sources)
}

// Exposure is what a matter about personal data risks: the caps, and the cases,
// those about the same kind of measure first. It is empty for other matters.
func (p *Packs) Exposure(m *app.Matter) Exposure {
	if !m.PersonalData() {
		return Exposure{}
	}
	same := func(c Case) bool { return slices.ContainsFunc(c.Measures, m.Has) }
	out := Exposure{Caps: slices.Clone(p.exposure.Caps)}
	for _, near := range []bool{true, false} {
		for _, c := range p.exposure.Cases {
			if same(c) == near {
				out.Cases = append(out.Cases, c)
			}
		}
	}
	return out
}
