package check

import (
	"io/fs"
	"strconv"

	"yttra/app"
	"yttra/app/language"
	"yttra/app/packs"
)

// Laid is the rules with a municipality's folder laid on them.
type Laid struct {
	Packs    *packs.Packs
	Checker  *Checker
	Faults   []*app.Problem  // of the folder, by file and line; what they are about is left out
	Examples []ExampleResult // of the municipality's own rules, as they came out
}

// Lay reads the embedded rules and a municipality's folder, makes them ready in
// a language and runs the municipality's own examples. own may be nil. A fault in
// the folder never stops it: the file is left out and the embedded rule stands.
// err is a fault in the embedded rules.
func Lay(own fs.FS, lang string) (Laid, error) {
	p, faults, err := packs.LoadWith(own)
	if err != nil {
		return Laid{}, err
	}
	c, err := Compile(p, lang)
	if err != nil {
		return Laid{}, err
	}
	if left := c.Faults(); len(left) > 0 {
		var files []string
		for _, f := range left {
			files = append(files, f.What)
		}
		faults = packs.SortFaults(append(faults, left...))
		p = p.Leave(files)
		if c, err = Compile(p, lang); err != nil {
			return Laid{}, err
		}
	}
	return Laid{p, c, faults, c.examples(func(r *packs.Rule) bool { return r.Own })}, nil
}

// Failed lists the examples that did not come out as written.
func (l Laid) Failed() (out []ExampleResult) {
	for _, r := range l.Examples {
		if !r.OK {
			out = append(out, r)
		}
	}
	return out
}

// examples runs the examples of some rules. What a changed rule has borrowed from
// the embedded one is shown as help and not run: it may hold no longer.
func (c *Checker) examples(of func(*packs.Rule) bool) []ExampleResult {
	var out []ExampleResult
	for _, rule := range c.rules {
		if rule.Borrowed || !of(rule.Rule) {
			continue
		}
		c.Spell(rule.exampleDictionary())
		for i, e := range rule.Examples {
			name := e.Name
			if name == "" {
				name = strconv.Itoa(i + 1)
			}
			got := c.tryExample(rule, e)
			out = append(out, ExampleResult{rule.Rule, e, name, got == nil, got})
		}
	}
	c.Spell(nil)
	return out
}

// added tells of a phrase that a municipality adds and that is none.
func added(r *packs.Rule) error {
	for _, list := range []struct {
		key     string
		phrases []string
	}{{"phrases", r.Add.Phrases}, {"red", r.Add.Red}, {"unless", r.Add.Unless}, {"needs", r.Add.Needs}, {"waiver", r.Add.Waiver}} {
		for _, p := range list.phrases {
			if err := phraseFault(p); err != nil {
				return r.Fault("add."+list.key, err)
			}
		}
	}
	for p := range r.Add.Replace {
		if err := phraseFault(p); err != nil {
			return r.Fault("add.replace", err)
		}
	}
	if _, err := newBuilder(0).bunches(r.Add.Together); err != nil {
		return r.Fault("add.together", err)
	}
	return nil
}

// phraseFault tells what is no phrase.
func phraseFault(phrase string) error {
	if language.Valid(phrase) != nil {
		return &packs.Flaw{Why: packs.NotAPhrase, What: phrase}
	}
	return nil
}

// odd tells of a phrase in a municipality's file of words that is left out.
func (c *Checker) odd(file, phrase string) {
	c.faults = append(c.faults, &app.Problem{Code: app.CodePack, What: file, Err: phraseFault(phrase)})
}
