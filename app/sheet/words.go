package sheet

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"unicode"

	"yttra/app"
	"yttra/i18n"
)

// Reader knows the words of heads and choices, in every language of the house:
// a sheet in one language can be read while the window speaks another.
type Reader struct {
	English bool // points are decimal signs, commas part thousands

	heads   map[string]Field
	kinds   choices
	sources choices
	vat     choices
	yes, no map[string]bool
	sums    map[string]bool

	proposal map[string]bool // words for it, where ways are named

	// of a workbook of the house
	book     map[string]map[string]bool // what a word may stand for, by its key
	terms    map[string]string
	roles    choices
	subjects choices

	withVAT, besides []string // in a head: VAT is in it; what is said beside its meaning
}

// The ways a price stands to VAT and to own staff.
const (
	vatWithout = "without"
	vatWith    = "with"
	vatOwn     = "own"
	vatOwnWith = "own_with"
)

// NewReader makes a reader of a language, "sv" or "en", that also knows the other.
func NewReader(lang string) (*Reader, error) {
	r := &Reader{English: lang == "en", heads: map[string]Field{}, yes: map[string]bool{}, no: map[string]bool{}, sums: map[string]bool{}, proposal: map[string]bool{},
		book: map[string]map[string]bool{}, terms: map[string]string{}}
	langs := i18n.Languages
	if r.English {
		langs = []string{"en", "sv"}
	}
	for _, lang := range langs {
		w, err := i18n.New(lang)
		if err != nil {
			return nil, fmt.Errorf("read the words of sheets: %w", err)
		}
		r.learn(w)
		r.learnBook(w)
	}
	return r, nil
}

// learn takes the words of a language; those that are known keep their meaning.
func (r *Reader) learn(w i18n.Words) {
	for _, f := range known {
		for _, head := range words(w, "sheet.head."+string(f)) {
			if _, taken := r.heads[key(head)]; !taken {
				r.heads[key(head)] = f
			}
		}
	}
	for _, k := range app.CostKinds {
		c := string(k)
		r.kinds.learn(c, 3, append([]string{w.T("costs.kind." + c), w.T("cost_kind." + c), c}, words(w, "sheet.kind."+c)...))
	}
	for _, s := range app.CostSources {
		c := string(s)
		r.sources.learn(c, 2, append([]string{w.T("cost_source." + c), c}, words(w, "sheet.source."+c)...))
	}
	for _, c := range []string{vatWithout, vatWith, vatOwn, vatOwnWith} {
		v := words(w, "sheet.vat."+c)
		r.vat.learn(c, len(v), v)
	}
	for name, set := range map[string]map[string]bool{"sheet.yes": r.yes, "sheet.no": r.no, "sheet.sums": r.sums} {
		for _, s := range words(w, name) {
			set[key(s)] = true
		}
	}
	r.proposal[key(w.T("costs.proposal"))] = true
	for _, s := range words(w, "sheet.with_vat") {
		r.withVAT = append(r.withVAT, " "+s+" ")
	}
	for _, s := range words(w, "sheet.besides") {
		r.besides = append(r.besides, " "+s+" ")
	}
}

// bookWords are those by which a workbook of the house is read again.
var bookWords = []string{"page_lines", "page_spent", "page_funding", "page_purchase", "way", "sheet", "part", "number", "option", "similar",
	"amount", "highest", "counted", "value", "year", "back", "who", "budget", "amount_year", "decided"}

// learnBook takes the words that a workbook is read by.
func (r *Reader) learnBook(w i18n.Words) {
	means := func(word, what string) {
		k := key(word)
		if r.book[k] == nil {
			r.book[k] = map[string]bool{}
		}
		r.book[k][what] = true
	}
	for _, s := range bookWords {
		means(w.T("sheet.book."+s), s)
	}
	for _, f := range []Field{What, Source, From, To} {
		means(words(w, "sheet.head."+string(f))[0], "head_"+string(f))
	}
	for _, k := range termKeys {
		r.terms[key(words(w, "sheet.term."+k)[0])] = k
	}
	for _, role := range []app.WayRole{app.Today, app.Full} {
		v := append(words(w, "sheet.role."+string(role)), string(role))
		r.roles.learn(string(role), len(v), v)
	}
	for _, s := range []app.ProcurementSubject{app.GoodsAndServices, app.Works, app.SocialServices} {
		r.subjects.learn(string(s), 2, []string{w.T("costs.subject." + string(s)), string(s)})
	}
}

// words are those of a key that has several, the one that is written first.
func words(w i18n.Words, key string) []string { return strings.Split(w.T(key), "|") }

// key is a text without what two writers of the same words may do differently:
// capitals, blanks, signs.
func key(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// choices are codes by the words for them.
type choices struct {
	codes  map[string]string
	labels []string // keys of the words that are shown, which may be cut short
}

// learn takes the words for a code; the first of them are labels.
func (c *choices) learn(code string, labels int, words []string) {
	if c.codes == nil {
		c.codes = map[string]string{}
	}
	for i, s := range words {
		k := key(s)
		if _, taken := c.codes[k]; taken {
			continue
		}
		c.codes[k] = code
		if i < labels {
			c.labels = append(c.labels, k)
		}
	}
}

// find gives the code of a word: the whole of it, or a beginning that only the
// labels of one choice have.
func (c *choices) find(s string) (code string, ok bool) {
	k := key(s)
	if code, ok = c.codes[k]; ok || k == "" {
		return code, ok
	}
	for _, word := range c.labels {
		if !strings.HasPrefix(word, k) || c.codes[word] == code {
			continue
		}
		if code != "" {
			return "", false
		}
		code = c.codes[word]
	}
	return code, code != ""
}

// column is a head, read.
type column struct {
	field Field
	unit  string // that amounts under it are in, when it is not kronor
	vat   bool   // the head says that VAT is in its amounts
	year  int    // of the calendar, when the head is one
}

var (
	aYear     = regexp.MustCompile(`^\D*\b(2[01][0-9]{2})\b\D*$`)
	inUnit    = regexp.MustCompile(`(?i)\b(tkr|mnkr|mkr)\b`)
	bracketed = regexp.MustCompile(`\([^)]*\)`)
)

// head reads a head: "Antal", "À-pris (tkr)", "Pris exkl. moms".
func (r *Reader) head(s string) column {
	c := column{field: r.heads[key(s)], unit: strings.ToLower(inUnit.FindString(s))}
	text := spaced(s)
	for _, phrase := range r.withVAT {
		c.vat = c.vat || strings.Contains(text, phrase)
	}
	if c.field == NoField {
		c.field = r.heads[key(r.bare(text))]
	}
	if m := aYear.FindStringSubmatch(s); c.field == NoField && m != nil {
		c.field = InYear
		c.year, _ = strconv.Atoi(m[1]) // four digits
	}
	if c.field == NoField {
		c.field = r.heads[key(r.bare(spaced(bracketed.ReplaceAllString(s, " "))))]
	}
	return c
}

// bare takes away what is said beside the meaning of a head.
func (r *Reader) bare(s string) string {
	for _, phrase := range r.besides {
		s = strings.ReplaceAll(s, phrase, " ")
	}
	return s
}

// spaced is a text's words in small letters, one blank before and after each.
func spaced(s string) string {
	return " " + strings.Join(strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}), " ") + " "
}

// headRow reads a row as heads. It is one when two columns or more are known that
// no other cell of it is too, and among them one with words or amounts. Years are
// heads when there are two of them or more.
func (r *Reader) headRow(cells []string) ([]column, bool) {
	var out []column
	seen, years := map[Field]bool{}, 0
	for _, s := range cells {
		c := r.head(s)
		if c.field != NoField && seen[c.field] && c.field != Remark && c.field != InYear {
			c.field = NoField
		}
		if c.field == InYear {
			years++
		}
		seen[c.field] = true
		out = append(out, c)
	}
	delete(seen, NoField)
	if years == 1 {
		delete(seen, InYear)
		for i := range out {
			if out[i].field == InYear {
				out[i].field = NoField
			}
		}
	}
	return out, len(seen) >= 2 && (seen[What] || seen[Kind]) && (len(seen) > 2 || seen[Price] || seen[InYear] || seen[Likely] || seen[Total] || seen[Quantity])
}
