package packs

import (
	"strconv"
	"strings"

	"yttra/app"
	"yttra/app/markup"
)

// Quoting is how words of the paper that came in are quoted in a draft:
// data/quote.toml.
type Quoting struct {
	Short    string `toml:"short"` // within a sentence
	Last     string `toml:"last"`  // the last paragraph of a quotation that stands by itself
	Page     string `toml:"page"`
	Motion   string `toml:"motion"`
	Referral string `toml:"referral"`
	Letter   string `toml:"letter"`
	Paper    string `toml:"paper"`
}

func (l *loader) quoting(name string, data []byte) error {
	q := &l.packs.Quoting
	ix, err := decode(name, data, q)
	if err != nil {
		return err
	}
	for key, s := range map[string]string{"short": q.Short, "last": q.Last, "page": q.Page, "motion": q.Motion, "referral": q.Referral, "letter": q.Letter, "paper": q.Paper} {
		if s == "" {
			return ix.fault(key, errMissing)
		}
	}
	return nil
}

// longQuote is how many words a quotation has at most within a sentence.
const longQuote = 30

// Quote writes words of a paper that came in as a quotation in the small Markdown, with
// the source and its page (0: it has none) noted. alone: it is a paragraph, or several,
// by itself.
func (p *Packs) Quote(kind app.SourceKind, words string, page int) (text string, alone bool) {
	q := p.Quoting
	var paragraphs []string
	n := 0
	for _, line := range strings.Split(words, "\n") {
		if f := strings.Fields(line); len(f) > 0 {
			n += len(f)
			paragraphs = append(paragraphs, strings.Join(f, " "))
		}
	}
	if n == 0 {
		return "", false
	}
	source := map[app.SourceKind]string{app.ReferralSource: q.Referral, app.LetterSource: q.Letter, app.PaperSource: q.Paper}[kind]
	if source == "" {
		source = q.Motion
	}
	if page > 0 {
		source = fill(q.Page, "{source}", source, "{page}", strconv.Itoa(page))
	}
	if len(paragraphs) == 1 && n <= longQuote {
		words = strings.NewReplacer("”", "’", "“", "’", `"`, "’").Replace(paragraphs[0])
		return markup.Literal(fill(q.Short, "{source}", source, "{words}", words)), false
	}
	last := len(paragraphs) - 1
	paragraphs[last] = fill(q.Last, "{source}", source, "{words}", paragraphs[last])
	for i := range paragraphs {
		paragraphs[i] = "> " + markup.Literal(paragraphs[i])
	}
	return strings.Join(paragraphs, "\n\n"), true
}
