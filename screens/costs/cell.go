package costs

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"yttra/app"
)

// Cell is what a cell shows.
type Cell struct {
	Text  string
	Bad   bool // it cannot be read, or the sum says it is wrong
	Usual bool // nobody has chosen anything out of the usual
}

// Cell gives a cell; the row after the last one is empty.
func (m *Model) Cell(at At) Cell {
	if !m.has(at.Row) {
		return Cell{}
	}
	if typed, ok := m.unread(at); ok {
		return Cell{Text: typed, Bad: true}
	}
	t, e := m.shown(), m.here()
	return Cell{Text: t.show(m, e, at), Bad: m.faulty(at), Usual: m.Head(at.Column).Usual && t.chosen(e, at) == 0}
}

// end is one end of a range: nothing only when the other is nothing too.
func (m *Model) end(a, other app.Money) string {
	if a == 0 && other != 0 {
		return m.words.Int(0)
	}
	return m.amount(a)
}

func (m *Model) amount(a app.Money) string {
	if a == 0 {
		return ""
	}
	return m.words.Amount(int64(a))
}

func (m *Model) quantity(q app.Quantity) string {
	if q == 0 {
		return ""
	}
	s := m.words.Int(int64(q) / 1000)
	if whole := app.Quantity(int64(q) / 1000 * 1000); q != whole {
		s = m.words.Decimal(q.String())
	}
	return s
}

func (m *Model) percent(hundredths int) string {
	if hundredths == 0 {
		return ""
	}
	return m.words.Percent(hundredths)
}

// span writes years: calendar years when the first is known, else years of the
// estimate. Where there is little room the century is left out of two: 27–32.
func (m *Model) span(from, to int) string {
	s := yearsText(from, to, m.here().FirstYear)
	if m.tab == Lines && !m.roomy {
		return shortYears(s)
	}
	return s
}

func yearsText(from, to, first int) string {
	from = max(from, 1)
	if to == 0 {
		to = from
	}
	if first > 0 {
		from, to = from+first-1, to+first-1
	}
	s := strconv.Itoa(from)
	if to == from {
		return s
	}
	if first > 0 && from/100 == to/100 {
		return s + "–" + strconv.Itoa(to)[2:]
	}
	return s + "–" + strconv.Itoa(to)
}

func shortYears(s string) string {
	if from, to, ok := strings.Cut(s, "–"); ok && len(from) == 4 && len(to) == 2 {
		return from[2:] + "–" + to
	}
	return s
}

// Beside is what stands in the text of a line while the columns of its terms are
// not shown: how it is paid and what is in its price, when that is not the usual.
func (m *Model) Beside(row int) string {
	if m.tab != Lines || m.place(VATColumn) >= 0 || !m.has(row) {
		return ""
	}
	l := m.here().Lines[row]
	var out []string
	if i := payeeChosen(l); i != paidToSupplier {
		out = append(out, strings.ToLower(payeeOptions(m)[i].Short))
	}
	if l.VAT > 0 {
		out = append(out, m.words.T("costs.with_vat"))
	}
	return strings.Join(out, ", ")
}

// spelled is what has been typed to find an option, and in which cell.
type spelled struct {
	at   At
	text string
}

// Spell takes a letter typed in a choice and gives the option it leads to; -1 when
// there is none. Letters one after the other spell a word: inst finds Installation.
// One that spells nothing begins anew, and the same letter again goes to the next.
func (m *Model) Spell(r rune) int {
	if m.spelled.at != m.at {
		m.spelled = spelled{at: m.at}
	}
	m.spelled.text += string(unicode.ToLower(r))
	if i := m.beginning(m.spelled.text, 0); i >= 0 && utf8.RuneCountInString(m.spelled.text) > 1 {
		return i
	}
	m.spelled.text = string(unicode.ToLower(r))
	return m.beginning(m.spelled.text, 1)
}

// beginning is the first option that begins with a text, from so many after the
// chosen one on; -1 when none does.
func (m *Model) beginning(text string, from int) int {
	options := m.Options(m.at.Column)
	for k := range options {
		i := (max(0, m.Chosen()+from) + k) % len(options)
		if strings.HasPrefix(strings.ToLower(options[i].Long), text) || strings.HasPrefix(strings.ToLower(options[i].Short), text) {
			return i
		}
	}
	return -1
}
