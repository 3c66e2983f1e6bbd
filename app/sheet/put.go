package sheet

import (
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"yttra/app"
)

// Put writes what stands in a cell in a field of a line; first is the calendar
// year of year 1, 0 when it is not known. Nothing empties the field. What cannot
// be read is kept in Unread, by the field's name, beside what the field had.
func (r *Reader) Put(l app.CostLine, f Field, s string, first int) app.CostLine {
	s = strings.TrimSpace(s)
	next, ok := r.read(l, f, s, first)
	if !ok {
		next = l
	}
	name := f.json()
	next.Unread = maps.Clone(l.Unread)
	delete(next.Unread, name)
	if !ok {
		if next.Unread == nil {
			next.Unread = map[string]string{}
		}
		next.Unread[name] = s
	}
	if len(next.Unread) == 0 {
		next.Unread = nil
	}
	return next
}

// json is the name a field has in a matter file; that of the years is for both.
func (f Field) json() string {
	if f == From || f == To {
		return string(Years)
	}
	return string(f)
}

func (r *Reader) read(l app.CostLine, f Field, s string, first int) (_ app.CostLine, ok bool) {
	n := s
	if r.English {
		n = English(s)
	}
	switch f {
	case What:
		l.What, ok = s, true
	case Kind, Source, VAT:
		return r.choose(l, f, s)
	case Quantity:
		l.Quantity, ok = QuantityOf(n)
	case Price:
		l.Price, ok = MoneyOf(n)
	case Low:
		l.Low, ok = MoneyOf(n)
		l.Low, l.High = Spanned(l, s, l.Low, l.High)
	case High:
		l.High, ok = MoneyOf(n)
		l.High, l.Low = Spanned(l, s, l.High, l.Low)
	case Years:
		l.From, l.To, ok = YearsOf(s, first)
	case Index:
		l.Index, ok = PercentOf(n)
	case Lifetime:
		l.Lifetime, ok = lifetimeOf(s)
	case Own:
		l.Internal, ok = r.truth(s)
	case CallOff:
		l.CallOff, ok = r.truth(s)
	case Open:
		l.Open, ok = r.truth(s)
	}
	return l, ok
}

// choose reads a choice by its words. A source and VAT can be empty, a kind not.
func (r *Reader) choose(l app.CostLine, f Field, s string) (app.CostLine, bool) {
	switch {
	case f == VAT:
		rate, own, ok := r.vatOf(s)
		l.VAT, l.Internal = rate, own
		return l, ok
	case f == Kind && s == "":
		return l, true
	case f == Kind:
		code, ok := r.kinds.find(s)
		l.Kind = app.CostKind(code)
		return l, ok
	case s == "":
		l.Source = ""
		return l, true
	}
	code, ok := r.sources.find(s)
	l.Source = app.CostSource(code)
	return l, ok
}

// rateIn is a rate of VAT last in a text.
var rateIn = regexp.MustCompile(`^(.*?)(?:0,)?([0-9]+)\s*%?$`)

// vatOf reads how a price stands to VAT and to own staff: utan, 25 %, med 12 %,
// egen tid, egen tid med 25 %. With VAT and nothing more is with 25 per cent.
func (r *Reader) vatOf(s string) (rate int, own, ok bool) {
	number := 0
	if m := rateIn.FindStringSubmatch(s); m != nil {
		n, err := strconv.Atoi(m[2])
		if err != nil || n != 0 && !slices.Contains(app.VATRates, n) {
			return 0, false, false
		}
		s, number = m[1], n
	}
	if key(s) == "" {
		return number, false, true
	}
	code, ok := r.vat.find(s)
	switch {
	case !ok || code == vatWithout && number > 0:
		return 0, false, false
	case number == 0 && (code == vatWith || code == vatOwnWith):
		number = app.VATRates[0]
	}
	return number, code == vatOwn || code == vatOwnWith, true
}

// truth reads yes and no; nothing is no.
func (r *Reader) truth(s string) (is, ok bool) {
	k := key(s)
	return r.yes[k], s == "" || r.yes[k] || r.no[k]
}

// aCount is a whole number with its unit after it.
var aCount = regexp.MustCompile(`^([0-9]{1,3})\s*\p{L}*$`)

// lifetimeOf reads a whole number of years.
func lifetimeOf(s string) (int, bool) {
	if s == "" {
		return 0, true
	}
	m := aCount.FindStringSubmatch(s)
	if m == nil {
		return 0, false
	}
	n, err := strconv.Atoi(m[1])
	return n, err == nil && n <= 100
}
