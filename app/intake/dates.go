package intake

import (
	"slices"
	"strings"
)

const mostDates = 60

// findDates lists the days in the text, each with what the words around it say
// that it is.
func (f *flow) findDates() []Date {
	out := f.datesIn(f.blocks)
	if len(f.aside) > 0 {
		out = append(out, f.datesIn(f.aside)...)
		slices.SortStableFunc(out, func(a, b Date) int { return a.Span.Start - b.Span.Start })
	}
	return out[:min(len(out), mostDates)]
}

func (f *flow) datesIn(bs []block) []Date {
	var out []Date
	for i, b := range bs {
		text := f.of(b)
		for at := 0; ; {
			d, ok := nextDay(text, at)
			if !ok {
				break
			}
			at = d.end
			out = append(out, Date{Role: f.roleOf(bs, i, d),
				Field: Field{Value: string(d.date), Span: f.span(b.start+d.start, b.start+d.end), Sure: true}})
			if len(out) == mostDates {
				return out
			}
		}
	}
	return out
}

// roleOf reads the words just before and after a day, and the line above one
// that stands alone.
func (f *flow) roleOf(bs []block, i int, d day) DateRole {
	b := bs[i]
	if b.signature {
		return DateSigned
	}
	text := f.of(b)
	near := text[max(0, d.start-45):d.start]
	if k := strings.LastIndexAny(near, "0123456789"); k >= 0 { // what stands before another day belongs to that one
		near = near[k:]
	}
	if role := roleIn(near); role != "" {
		return role
	}
	if role := roleIn(text[d.end:min(len(text), d.end+25)]); role != "" && len(text) < 120 {
		return role
	}
	alone := isPlaceAndDay(text) || len(text) < 40
	if alone && i > 0 {
		if above := f.of(bs[i-1]); len(above) < 60 {
			if role := roleIn(above); role != "" {
				return role
			}
		}
	}
	if alone || strings.Contains(strings.ToLower(near), "datum") {
		return DateWritten
	}
	return DateMentioned
}

func roleIn(s string) DateRole {
	for _, w := range slices.Backward(wordsOf(s, 20)) {
		switch w.lower {
		case "väckt", "väcktes", "väckts", "väckte", "väckta":
			return DateMoved
		case "inkom", "inkommen", "inkommit", "ankom", "ank", "ink", "inlämnad", "inlämnades", "inlämnat", "mottagen", "mottaget",
			"registrerad", "inkomstdatum", "ankomstdatum", "diarieförd", "inlämnad:", "anmäld", "anmäldes", "inkomna":
			return DateReceived
		case "datum", "daterad", "dag":
			return DateWritten
		}
	}
	return ""
}

// received picks the day the year is counted from: moved, else come in, else
// the day the paper was written.
func received(ds []Date) Field {
	for _, role := range []DateRole{DateMoved, DateReceived, DateWritten, DateSigned} {
		var of []Date
		for _, d := range ds {
			if d.Role == role && !slices.ContainsFunc(of, func(o Date) bool { return o.Value == d.Value }) {
				of = append(of, d)
			}
		}
		if len(of) == 0 {
			continue
		}
		v := of[0].Field
		switch {
		case role == DateWritten || role == DateSigned:
			v.Sure, v.Doubt = false, OnlyWritten
		case len(of) > 1:
			v.Sure, v.Doubt = false, ManyDays
		}
		return v
	}
	return Field{Doubt: NotFound}
}
