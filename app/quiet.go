package app

import (
	"slices"
	"strings"
)

// Quiet (tystnad) says which advice a person does not want: of a rule, about a
// word, in a document, or any two or three of them together. An empty field
// means all. Kept in a matter it holds there, in a profile everywhere. Advice is
// what has severity Note; nothing else can be silenced.
type Quiet struct {
	Rule     string `json:"rule,omitempty"`     // id of a rule, with "/" and a part or without
	Word     string `json:"word,omitempty"`     // as Finding.Word
	Document string `json:"document,omitempty"` // id
	Extra    Extra  `json:"-"`
}

// Silences tells whether the finding in the document is not to be shown. One with
// nothing in it silences nothing.
func (q Quiet) Silences(f Finding, document string) bool {
	switch {
	case f.Severity != Note || q.Rule == "" && q.Word == "" && q.Document == "":
		return false
	case q.Rule != "" && q.Rule != f.ID && q.Rule != f.Rule():
		return false
	case q.Word != "" && !strings.EqualFold(q.Word, f.Word):
		return false
	}
	return q.Document == "" || q.Document == document
}

// Same tells whether two silence the same.
func (q Quiet) Same(o Quiet) bool {
	return q.Rule == o.Rule && strings.EqualFold(q.Word, o.Word) && q.Document == o.Document
}

// Rule is the finding's rule, without the part that tells missing things apart.
func (f Finding) Rule() string {
	id, _, _ := strings.Cut(f.ID, "/")
	return id
}

// Mends are the words that may stand instead of the quoted ones, best first.
func (f Finding) Mends() []string {
	if f.Mend == "" {
		return nil
	}
	return strings.Split(f.Mend, "\n")
}

// AddWord puts a word into the profile's own list, which is kept in order.
func (p *Profile) AddWord(word string) {
	word = strings.TrimSpace(word)
	if i, known := slices.BinarySearch(p.Words, word); !known && word != "" {
		p.Words = slices.Insert(slices.Clone(p.Words), i, word)
	}
}

// RemoveWord takes a word out of the profile's own list.
func (p *Profile) RemoveWord(word string) {
	p.Words = slices.DeleteFunc(slices.Clone(p.Words), func(w string) bool { return w == word })
}
