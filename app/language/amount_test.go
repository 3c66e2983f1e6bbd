package language

import (
	"testing"

	"yttra/app"
)

func TestAmounts(t *testing.T) {
	for text, want := range map[string][]app.Money{
		"Det kostar 35 000 kr.":                        {app.Kronor(35000)},
		"Avgiften är 800\u00a0000 kronor och 50 öre":   {app.Kronor(800000)},
		"2,4 miljoner kronor på tre år, sedan 120 tkr": {app.Kronor(2400000), app.Kronor(120000)},
		"5 mnkr; 1,5 mkr; 2 miljarder kronor":          {app.Kronor(5000000), app.Kronor(1500000), app.Kronor(2000000000)},
		"12,50 kr per elev":                            {1250},
		"(450 kr/st)":                                  {app.Kronor(450)},
		"1 240 elever år 2026, 72 timmar":              nil,
		"dnr KS 2026/0123, 5 §":                        nil,
		"miljoner kronor":                              nil,
		"99999999999999999999 kr":                      nil,
		"35 000 kranar":                                nil,
		"mellan 100 000 och 200 000 kronor":            {app.Kronor(200000)},
		"2-3 miljoner kronor, 2–3 mnkr, 1,5 milj. kr":  {app.Kronor(3000000), app.Kronor(3000000), app.Kronor(1500000)},
		"3 Mdr kronor, 4 MSEK, 5 TKR, 6 SEK, 7 tsek":   {app.Kronor(3000000000), app.Kronor(4000000), app.Kronor(5000), app.Kronor(6), app.Kronor(7000)},
		"12345 67 kr; 1 2400 kr; 1.5 kr; 1.234 kr":     {app.Kronor(67), app.Kronor(2400), 150},
		"35\u00a0000\u202f000 kronor, 12,3456 kr, 5kr": {app.Kronor(35000000), app.Kronor(5)},
		"7\n000 kr och 8 \nkronor":                     {0, app.Kronor(8)},
		"kr 5, 3 miljoner elever, 4 krafter, 5 kr2":    nil,
		"600:-": {app.Kronor(600)},
	} {
		got := Amounts(text)
		if len(got) != len(want) {
			t.Errorf("%q: %v, want %v", text, got, want)
			continue
		}
		for i, a := range got {
			if a.Money != want[i] || text[a.Span.Start:a.Span.End] == "" {
				t.Errorf("%q: %v, want %v", text, got, want)
			}
		}
	}
}

func TestDates(t *testing.T) {
	text := "Den 12 mars 2026 och 2024-02-29, inte 2023-02-29 eller 31 april 2026, men 1\u00a0Juni 2025."
	var got []app.Date
	for _, d := range Dates(text) {
		got = append(got, d.Date)
	}
	if len(got) != 3 || got[0] != "2026-03-12" || got[1] != "2024-02-29" || got[2] != "2025-06-01" {
		t.Errorf("%v", got)
	}
}

func FuzzAmounts(f *testing.F) {
	f.Add("2,4 miljoner kronor den 3 mars 2026")
	f.Add("9 999 999 999 999 mdkr")
	f.Fuzz(func(t *testing.T, s string) {
		for _, a := range Amounts(s) {
			if a.Money < 0 || a.Span.Empty() || a.Span.End > len(s) {
				t.Errorf("%q: %+v", s, a)
			}
		}
		Dates(s)
	})
}
