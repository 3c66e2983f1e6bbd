// Package webcopy makes the copy of a paper that may be published: every text that
// reaches the paper has its personal data taken out and words that stand for them
// put in, and it is told what was taken, where, and what stands by whose decision.
//
// It decides by what app/privacy finds and by what somebody has said of this copy;
// that something may stand in the full paper means nothing here. It lays out
// nothing and writes no file.
package webcopy

import (
	"strings"

	"yttra/app"
	"yttra/app/language"
	"yttra/app/markup"
	"yttra/app/privacy"
)

// Copy is a paper made fit to be published.
type Copy struct {
	Matter   *app.Matter   // with that one document only
	Document *app.Document // in Matter
	Profile  app.Profile
	Items    []Item          // what was taken out, and what stands by decision, as they are met
	Withheld []string        // titles of annexes whose files are not in this copy
	Gone     *privacy.Seeker // finds what must not be left in a file of it
	Sum      string          // SHA-256, in hex, of what an approval is about
	shifts   map[int][]cut   // by section, what was written over in it
}

// Item is one person or number in the paper.
type Item struct {
	Kind    privacy.Kind
	Words   []string // the forms it has in the paper, each once
	Instead string   // the words that stand for it; empty: it stands itself, as what is few enough to be told apart does
	Places  []Place  // each once
	Times   int
	Kept    *app.Kept // by whose decision it stands; nil: by nobody's
	Never   bool      // nobody may let it stand
	Hand    bool      // somebody has asked for it to be taken out
	Asked   []string  // by these words
}

// Removed reports whether the item has been taken out.
func (i Item) Removed() bool { return i.Instead != "" }

// Removed counts the items that have been taken out.
func (c *Copy) Removed() int {
	n := 0
	for _, i := range c.Items {
		if i.Removed() {
			n++
		}
	}
	return n
}

// Maker makes copies, and remembers the paragraphs it has read. It is not for
// concurrent use.
type Maker struct {
	read map[string]*privacy.Reading
}

// NewMaker makes a maker that has read nothing.
func NewMaker() *Maker { return &Maker{read: map[string]*privacy.Reading{}} }

// Make makes the copy of one document of a matter; CodeNoDocument when it has no
// such document. The matter is left as it is.
func (k *Maker) Make(m *app.Matter, doc int, profile app.Profile) (*Copy, error) {
	if m == nil || doc < 0 || doc >= len(m.Documents) {
		return nil, &app.Problem{Code: app.CodeNoDocument}
	}
	said := app.Publishing{}
	if p := m.Documents[doc].Publishing; p != nil {
		said = *p
	}
	c := &Copy{Matter: bare(m, doc), Profile: ownProfile(profile), Gone: &privacy.Seeker{}, shifts: map[int][]cut{}}
	c.Document = &c.Matter.Documents[0]
	c.withhold()
	j := &job{Copy: c, said: said, level: profile.ProtectionOf(m), masker: privacy.NewMasker(), of: map[string]int{}, person: map[string]int{}}
	j.texts = textsOf(c)
	var parts []privacy.Part
	for i := range j.texts {
		parts = append(parts, k.parts(&j.texts[i])...)
		j.masker.Taken(*j.texts[i].at)
	}
	judged := privacy.Judge(append(parts, k.others(m, doc)...), privacy.KnownOf(profile).Acting(m))
	j.take(judged)
	j.mask()
	c.Sum = j.sum()
	for _, a := range c.Document.Annexes {
		if a.How == app.AnnexWithheld {
			c.Withheld = append(c.Withheld, a.Title)
		}
	}
	return c, nil
}

// bare gives a matter with one of its documents, and nothing that is not printed.
func bare(m *app.Matter, doc int) *app.Matter {
	c := m.Clone()
	c.Documents = c.Documents[doc : doc+1 : doc+1]
	c.Motion, c.Quiet = nil, nil
	d := &c.Documents[0]
	d.Publishing, d.Exports = nil, nil
	return c
}

// withhold takes the files of annexes out: what is in them cannot be masked.
func (c *Copy) withhold() {
	for i := range c.Document.Annexes {
		if a := &c.Document.Annexes[i]; len(a.Data) > 0 || a.How != app.AnnexListed {
			a.How, a.Data, a.Name = app.AnnexWithheld, nil, ""
		}
	}
}

// mostRead is how many paragraphs are remembered.
const mostRead = 4000

// parts gives the paragraphs of a text, and remembers where they stand in it.
func (k *Maker) parts(t *text) []privacy.Part {
	*t.at = markup.Letters(*t.at)
	t.reading = markup.Reading{Text: *t.at}
	if t.markup {
		t.reading = markup.Read(*t.at)
	}
	var out []privacy.Part
	for _, p := range language.Paragraphs(t.reading.Text) {
		t.parts = append(t.parts, p.Span)
		out = append(out, privacy.Part{Reading: k.reading(t.reading.Text[p.Span.Start:p.Span.End]), Official: t.official})
	}
	return out
}

func (k *Maker) reading(s string) *privacy.Reading {
	r, ok := k.read[s]
	if !ok {
		if len(k.read) >= mostRead {
			clear(k.read)
		}
		r = privacy.Read(strings.Clone(s))
		k.read[strings.Clone(s)] = r
	}
	return r
}

// others gives the motion and the matter's other papers: whoever they name with
// party or title is known in this one too.
func (k *Maker) others(m *app.Matter, doc int) []privacy.Part {
	var out []privacy.Part
	add := func(s string, official bool) {
		for _, p := range language.Paragraphs(s) {
			out = append(out, privacy.Part{Reading: k.reading(s[p.Span.Start:p.Span.End]), Official: official, Other: true})
		}
	}
	for i, d := range m.Documents {
		for _, s := range d.Sections {
			if i != doc {
				add(markup.Read(s.Text).Text, privacy.Official(s.Role, s.Text))
			}
		}
	}
	if m.Motion != nil {
		add(m.Motion.Text, false)
	}
	return out
}
