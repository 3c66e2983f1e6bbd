// Package search finds matters by words: by what their rows say while one types,
// and by what stands in their texts.
//
// It knows how a query is read (query.go), what a word of Swedish is in other forms
// and inside compounds (word.go, sought.go), the index of words in texts (index.go,
// segment.go, layout.go) and how a word is found in it (match.go, answer.go, near.go),
// how that index is kept in step with the register (texts.go) and known to be whole
// (mark.go), and which words to show of a hit (quote.go). The index is disposable:
// whatever is wrong with it, it is thrown away and made again from the register. It
// never changes a matter and never draws.
package search
