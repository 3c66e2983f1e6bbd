package sheet

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf16"

	"github.com/xuri/excelize/v2"

	"yttra/app"
	"yttra/app/cost"
)

// XLSX writes the whole estimate as a workbook: the lines of the proposal and of each
// alternative, their years with formulas that reckon everything from the lines, the
// comparison, the value of the procurement, what is spent and set aside, and the
// terms. The same estimate gives the same bytes. Reader.Whole reads it again.
func (x Export) XLSX() ([]byte, error) {
	b, pages := x.book()
	return packed(pages, b.properties(), b.say("footer"))
}

// book makes the sheets of a workbook.
func (x Export) book() (*bookMaker, []*page) {
	b := &bookMaker{Export: x}
	used := []string{}
	add := func(name string) *page {
		p := &page{name: sheetName(name, used)}
		used = append(used, strings.ToLower(p.name))
		return p
	}
	for _, s := range []string{"compare", "purchase", "spent"} {
		used = append(used, strings.ToLower(b.say("page_"+s)))
	}
	linePage := add(b.say("page_lines"))
	b.yearPage, b.fundPage, b.termPage = add(b.say("page_years")), add(b.say("page_funding")), add(b.say("page_terms"))
	row := 1
	for i, sum := range x.Sums.Ways {
		w := &way{view: x.Estimate.View(i), sum: sum, page: linePage}
		if i > 0 {
			w.page = add(b.wayName(i))
		}
		row = w.place(row, i == 0)
		b.ways = append(b.ways, w)
	}
	var pages []*page
	for _, w := range b.ways {
		b.lines(w)
		pages = append(pages, w.page)
	}
	b.yearPage.widths, b.yearPage.frozen = append([]float64{38, 15}, slices.Repeat([]float64{14}, LastYear+1)...), "C1"
	for _, w := range b.ways {
		b.yearly(w)
		b.yearPage.print = max(b.yearPage.print, w.years.total+1+w.years.more)
	}
	b.funding()
	b.terms()
	return b, append(pages, b.yearPage, b.compared(), b.purchase(), b.spent(), b.fundPage, b.termPage)
}

// properties are those of the file. Its day is that of the export, so that it does
// not tell when the program ran.
func (b *bookMaker) properties() excelize.DocProperties {
	stamp := "2000-01-01T00:00:00Z"
	if b.Day.Valid() {
		stamp = string(b.Day) + "T00:00:00Z"
	}
	return excelize.DocProperties{Title: strings.TrimSpace(b.Title), Subject: b.say("page_lines"), Creator: "Yttra", LastModifiedBy: "Yttra",
		Created: stamp, Modified: stamp, Language: b.Words.Lang()}
}

// bookMaker writes a workbook.
type bookMaker struct {
	Export
	ways                         []*way
	yearPage, fundPage, termPage *page
	off                          map[*way]map[int][]cost.WriteOff
}

// say gives a word of the workbook.
func (b *bookMaker) say(key string) string { return b.Words.T("sheet.book." + key) }

func (b *bookMaker) wayIndex(w *way) int { return slices.Index(b.ways, w) }

// writeOffs are those of a way, by year.
func (b *bookMaker) writeOffs(w *way) map[int][]cost.WriteOff {
	if b.off == nil {
		b.off = map[*way]map[int][]cost.WriteOff{}
	}
	if b.off[w] == nil {
		b.off[w] = map[int][]cost.WriteOff{}
		for n := 1; n <= len(w.sum.Years); n++ {
			b.off[w][n] = w.sum.WriteOffs(w.view, n)
		}
	}
	return b.off[w]
}

func (b *bookMaker) yesWord() string { return words(b.Words, "sheet.yes")[0] }
func (b *bookMaker) noWord() string  { return words(b.Words, "sheet.no")[0] }

func (b *bookMaker) answer(is bool) string {
	if is {
		return b.yesWord()
	}
	return b.noWord()
}

// role is the word for what a way is.
func (b *bookMaker) role(w int) string {
	if w == 0 {
		return b.Words.T("costs.proposal")
	}
	return b.roleWord(b.Estimate.Alternatives[w-1].Role)
}

func (b *bookMaker) roleWord(r app.WayRole) string {
	if r == app.OtherWay || !slices.Contains(app.WayRoles, r) {
		return string(r)
	}
	return words(b.Words, "sheet.role."+string(r))[0]
}

// sheetName makes a name that a sheet can have: 31 signs, without those that
// formulas use, and no other sheet's.
func sheetName(name string, used []string) string {
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\`, r) || r < ' ' {
			return ' '
		}
		return r
	}, name)
	name = strings.Trim(strings.TrimSpace(name), "'")
	if name == "" {
		name = "–"
	}
	for n := 1; ; n++ {
		end := ""
		if n > 1 {
			end = fmt.Sprintf(" (%d)", n)
		}
		s := strings.Trim(cut(name, 31-len(end)), " '") + end
		if !slices.Contains(used, strings.ToLower(s)) {
			return s
		}
	}
}

// cut keeps so many UTF-16 units of a text, whole letters.
func cut(s string, most int) string {
	n := 0
	for i, r := range s {
		if n += utf16.RuneLen(r); n > most {
			return s[:i]
		}
	}
	return s
}
