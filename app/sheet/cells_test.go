package sheet

import (
	"fmt"
	"testing"

	"yttra/app"
)

func TestMoneyOf(t *testing.T) {
	for s, want := range map[string]string{
		"35 000": "3500000 true", "35 000,50 kr": "3500050 true", "35 000:-": "3500000 true", "12 tkr": "1200000 true", "2,4 mnkr": "240000000 true",
		"1,910323 mnkr": "0 false", "SEK 35": "3500 true", "−5": "-500 true", "": "0 true", "kr": "0 false", "12.345": "0 false",
		"99999999999999999 kr": "0 false", "99999999999999 mnkr": "0 false", "tolv": "0 false", "1e5": "0 false",
	} {
		m, ok := MoneyOf(s)
		if !ok {
			m = 0
		}
		if got := fmt.Sprint(int64(m), ok); got != want {
			t.Errorf("%q: %s, want %s", s, got, want)
		}
	}
}

func TestYearsOf(t *testing.T) {
	for _, c := range []struct {
		s     string
		first int
		want  string
	}{
		{"2027", 2027, "1 0 true"}, {"27–32", 2027, "1 6 true"}, {"2027-2032", 2027, "1 6 true"}, {"2027–32", 2027, "1 6 true"}, {"3", 2027, "3 0 true"},
		{"2027-01-01", 2026, "2 0 true"}, {"1 - 6", 0, "1 6 true"}, {"", 0, "0 0 true"}, {"2027", 0, "2027 0 false"}, {"1900", 2027, "1900 0 false"},
		{"31", 0, "31 0 false"}, {"i fjol", 2027, "0 0 false"}, {"2026", 2027, "2026 0 false"}, {"0", 2027, "0 0 false"},
	} {
		from, to, ok := YearsOf(c.s, c.first)
		if got := fmt.Sprint(from, to, ok); got != c.want {
			t.Errorf("%q from %d: %s, want %s", c.s, c.first, got, c.want)
		}
	}
}

func TestEnglish(t *testing.T) {
	for s, want := range map[string]string{"1,234.50": "1234,50", "1.5": "1,5", "12,5": "12,5", "1,234": "1234", "SEK": "SEK"} {
		if got := English(s); got != want {
			t.Errorf("%q: %s, want %s", s, got, want)
		}
	}
}

func TestPut(t *testing.T) {
	r := reader(t, "sv")
	for _, c := range []struct {
		f    Field
		s    string
		want string
	}{
		{VAT, "utan", "0 false map[]"}, {VAT, "med", "25 false map[]"}, {VAT, "12 %", "12 false map[]"}, {VAT, "0,06", "6 false map[]"}, {VAT, "0", "0 false map[]"},
		{VAT, "egen tid", "0 true map[]"}, {VAT, "egen, med", "25 true map[]"}, {VAT, "Egen tid, 12 %", "12 true map[]"}, {VAT, "egen tid med 6 %", "6 true map[]"},
		{VAT, "med 12 %", "12 false map[]"}, {VAT, "utan 25 %", "0 false map[vat:utan 25 %]"}, {VAT, "24", "0 false map[vat:24]"}, {VAT, "", "0 false map[]"},
		{VAT, "99999999999999999999", "0 false map[vat:99999999999999999999]"},
		{Own, "", "0 false map[]"}, {Own, "-", "0 false map[internal:-]"}, {Own, "ja", "0 true map[]"}, {Own, "no", "0 false map[]"}, {Own, "öh", "0 false map[internal:öh]"},
	} {
		l := r.Put(app.CostLine{}, c.f, c.s, 0)
		if got := fmt.Sprint(l.VAT, l.Internal, l.Unread); got != c.want {
			t.Errorf("%s %q: %s, want %s", c.f, c.s, got, c.want)
		}
	}
	bad := r.Put(app.CostLine{Price: 5}, Price, " tolv ", 0)
	if bad.Price != 5 || bad.Unread["price"] != "tolv" {
		t.Errorf("%+v", bad)
	}
	if mended := r.Put(bad, Price, "12", 0); mended.Price != 1200 || mended.Unread != nil {
		t.Errorf("%+v", mended)
	}
	for s, want := range map[string]app.CostKind{"inköp": "purchase", "Dri": "operation", "Licenser och abonnemang": "licences", "Purchase": "purchase", "saving": "saving", "DPIA": "legal"} {
		if l := r.Put(app.CostLine{}, Kind, s, 0); l.Kind != want {
			t.Errorf("%q: %s, want %s", s, l.Kind, want)
		}
	}
	if l := r.Put(app.CostLine{}, Kind, "in", 0); l.Unread["kind"] != "in" {
		t.Error("a beginning that three kinds have is none of them")
	}
	if l := reader(t, "en").Put(app.CostLine{}, Price, "1,234.50", 0); l.Price != 123450 {
		t.Errorf("English: %+v", l)
	}
}
