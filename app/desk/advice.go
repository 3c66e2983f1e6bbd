package desk

import (
	"cmp"
	"slices"

	"yttra/app"
	"yttra/app/language"
	"yttra/app/markup"
	"yttra/app/spelling"
)

// What a person does with advice: lets words be mended, or does not want it.

// Mends are the words that may stand instead of those a finding quotes, best
// first; none when nothing is known. For a word that is misspelt they are looked
// for now, which takes some milliseconds.
func (d *Desk) Mends(f app.Finding) []string { return d.parts.Checker.Mends(f) }

// Mend puts words in the place of those a finding quotes, in the open document.
// It does nothing, and says so, when they no longer stand there.
func (d *Desk) Mend(f app.Finding, with string) bool {
	return d.mend([]app.Finding{f}, func(app.Finding) string { return with }) > 0
}

// MendAll mends every place in the open document that a rule speaks of, with the
// first of its words, in one step to undo; a word narrows it to findings about
// that word. It tells how many places there were.
func (d *Desk) MendAll(rule, word string) int {
	if d.matter == nil {
		return 0
	}
	all := d.parts.Checker.Places(d.matter, d.doc, rule)
	all = slices.DeleteFunc(all, func(f app.Finding) bool { return f.Mend == "" || word != "" && f.Word != word })
	return d.mend(all, func(f app.Finding) string { return f.Mends()[0] })
}

// MendEvery puts words in the place of those a finding quotes, wherever its rule
// speaks of the same word, in one step to undo; each place keeps its capital, or
// its small letter. It tells how many places there were.
func (d *Desk) MendEvery(f app.Finding, with string) int {
	if d.matter == nil {
		return 0
	}
	all := d.parts.Checker.Places(d.matter, d.doc, f.Rule())
	all = slices.DeleteFunc(all, func(o app.Finding) bool { return o.Word != f.Word || f.Word == "" })
	return d.mend(all, func(o app.Finding) string {
		return language.LikeCapital(o.Quote, language.UnlikeCapital(f.Quote, o.Quote, with))
	})
}

// mend replaces the quoted words of findings, those last in the text first, so
// that the places of the others hold.
func (d *Desk) mend(fs []app.Finding, with func(app.Finding) string) int {
	doc := d.state.Document()
	if doc == nil {
		return 0
	}
	fs = slices.DeleteFunc(slices.Clone(fs), func(f app.Finding) bool { return !quotes(doc, f) })
	slices.SortStableFunc(fs, func(a, b app.Finding) int {
		return cmp.Or(cmp.Compare(b.Place.Section, a.Place.Section), cmp.Compare(b.Place.Span.Start, a.Place.Span.Start))
	})
	fs = slices.CompactFunc(fs, func(a, b app.Finding) bool { return a.Place.Overlaps(b.Place) })
	if len(fs) == 0 {
		return 0
	}
	d.Edit("", func(m *app.Matter) {
		for _, f := range fs {
			s := &m.Documents[d.doc].Sections[f.Place.Section]
			s.Text = s.Text[:f.Place.Span.Start] + with(f) + s.Text[f.Place.Span.End:]
		}
	})
	return len(fs)
}

// quotes tells whether the words of a finding stand where it says.
func quotes(doc *app.Document, f app.Finding) bool {
	p := f.Place
	if p.Section < 0 || p.Section >= len(doc.Sections) || p.Span.Empty() {
		return false
	}
	text := doc.Sections[p.Section].Text
	return p.Span.Start >= 0 && p.Span.End <= len(text) && markup.Read(text[p.Span.Start:p.Span.End]).Text == f.Quote
}

// Spelling tells whether words are looked up in a dictionary. The zero value is
// one that has not been read yet.
type Spelling struct {
	dictionary *spelling.Dictionary
	Fault      error // why there is none; nil while it is read, and when it has been
}

// On tells whether there is a dictionary.
func (s Spelling) On() bool { return s.dictionary != nil }

// Spell gives the desk a dictionary to spell by, once it has been read, or the
// reason why there is none.
func (d *Desk) Spell(dictionary *spelling.Dictionary, fault error) {
	d.spelling = Spelling{dictionary, fault}
	d.parts.Checker.Spell(dictionary)
	d.tell()
}

// Silence keeps advice from being shown: in the open matter when it names a
// document, else in every matter. It fails when the profile cannot be kept.
func (d *Desk) Silence(q app.Quiet) error {
	same := func(o app.Quiet) bool { return q.Same(o) }
	if q.Document == "" {
		p := d.profile
		p.Quiet = append(slices.DeleteFunc(slices.Clone(p.Quiet), same), q)
		return d.SetProfile(p)
	}
	d.Edit("", func(m *app.Matter) { m.Quiet = append(slices.DeleteFunc(m.Quiet, same), q) })
	return nil
}

// Unsilence lets advice be shown again, wherever it was silenced.
func (d *Desk) Unsilence(q app.Quiet) error {
	same := func(o app.Quiet) bool { return q.Same(o) }
	if d.matter != nil && slices.ContainsFunc(d.matter.Quiet, same) {
		d.Edit("", func(m *app.Matter) { m.Quiet = slices.DeleteFunc(m.Quiet, same) })
	}
	if !slices.ContainsFunc(d.profile.Quiet, same) {
		return nil
	}
	p := d.profile
	p.Quiet = slices.DeleteFunc(slices.Clone(p.Quiet), same)
	return d.SetProfile(p)
}

// AddWord puts a word into the person's own list of words that are spelt right.
func (d *Desk) AddWord(word string) error {
	p := d.profile
	p.AddWord(word)
	return d.SetProfile(p)
}

// RemoveWord takes a word out of that list.
func (d *Desk) RemoveWord(word string) error {
	p := d.profile
	p.RemoveWord(word)
	return d.SetProfile(p)
}
