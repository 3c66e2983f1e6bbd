// Package language knows Swedish text: paragraphs, sentences and words with
// their place in bytes, phrases with endings and compounds, what a sentence
// denies, amounts and dates in running text, and how hard a text is to read.
//
// It never knows why somebody looks for a phrase, never reads a file, and never
// changes a text. Every offset is a byte in the text that was given.
package language

import "yttra/app"

// Text is a text cut into sentences and words.
type Text struct {
	Source    string
	Words     []Word
	Sentences []Sentence
}

// Word is a run of letters and digits, or the sign §.
type Word struct {
	Span app.Span
	Fold string // lower case, composed, without soft hyphens

	class class
}

// Sentence is a run of words: Words[First:Last].
type Sentence struct {
	Span        app.Span
	First, Last int
}

// Of cuts the span out of the text.
func (t *Text) Of(s app.Span) string { return t.Source[s.Start:s.End] }

// Read cuts one paragraph or a whole text.
func Read(s string) *Text {
	t := &Text{Source: s, Words: words(s)}
	t.Sentences = sentences(t)
	return t
}
