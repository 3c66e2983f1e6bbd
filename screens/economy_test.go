package screens

import (
	"reflect"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/screens/parts/parttest"
)

// write fills in fields of the section that is shown.
func (v *profileView) write(texts map[string]string) {
	for name, s := range texts {
		v.fields[name].Entry.SetText(s)
	}
}

func TestEconomyIsKept(t *testing.T) {
	b := open(t, true)
	v := profileDialog(t, b)
	v.show(sectionEconomy)
	v.write(map[string]string{fieldYears: "6", fieldRealRate: "3,5 %", fieldInflation: "2", fieldInterest: "2,25", fieldHour: "425,50 kr"})
	v.m.economy.from = "2026-01-01"
	v.again(fieldLimitSEK)
	if texts := strings.Join(parttest.Texts(v.dialog), " "); !strings.Contains(texts, "i euro: 216\u00a0000, i kronor: bekräftat belopp saknas") || !strings.Contains(texts, "Räntan utöver inflationen") {
		t.Errorf("what the table has is not said: %s", texts)
	}
	v.write(map[string]string{fieldLimitSEK: "2,44 mnkr", fieldLimitDirect: "700 000", fieldLimitSource: " SFS 2026:1 "})
	parttest.Press(t, v.dialog, "Spara profil")
	e := b.o.Desk.State().Profile.Economy
	want := app.Confirmed{Law: app.LOU, Subject: app.GoodsAndServices, From: "2026-01-01", SEK: app.Kronor(2_440_000), DirectAward: app.Kronor(700_000),
		Source: "SFS 2026:1", By: b.o.Desk.State().Profile.Officer.Name, On: b.o.Desk.State().Today}
	if e.Years != 6 || e.RealRate != 350 || e.Inflation != 200 || e.Interest != 225 || e.Hour != 42550 || len(e.Limits) != 1 || !reflect.DeepEqual(e.Limits[0], want) {
		t.Errorf("%+v", e)
	}
	b.command(t, ctrl, fyne.KeyComma)
	v = b.profile
	v.show(sectionEconomy)
	if v.fields[fieldRealRate].Text() != "3,5" || v.fields[fieldHour].Text() != "425,5" || v.fields[fieldLimitSEK].Text() != "2\u00a0440\u00a0000" || v.m.changed() {
		t.Errorf("it is shown as %q, %q, %q, changed %t", v.fields[fieldRealRate].Text(), v.fields[fieldHour].Text(), v.fields[fieldLimitSEK].Text(), v.m.changed())
	}
	if texts := strings.Join(parttest.Texts(v.dialog), " "); !strings.Contains(texts, "LOU, Varor och tjänster, från 2026-01-01. Källa: SFS 2026:1") {
		t.Errorf("what is confirmed is not listed: %s", texts)
	}
	m := v.m.economy
	m.limits = nil
	parttest.Press(t, v.dialog, "Spara profil")
	if e := b.o.Desk.State().Profile.Economy; e.Limits != nil || e.Years != 6 {
		t.Errorf("%+v", e)
	}
}

// Nothing that cannot be read is kept or given away, and what was typed stays.
func TestEconomyFaultsStandInTheirPlace(t *testing.T) {
	limit := map[string]string{fieldLimitSEK: "2 440 000", fieldLimitSource: "SFS"}
	for name, c := range map[string]struct {
		field, typed, says string
	}{
		"years":           {fieldYears, "sex", "Skriv ett helt antal år, 1–30."},
		"years, a part":   {fieldYears, "2,5", "Skriv ett helt antal år, 1–30."},
		"years, none":     {fieldYears, "0", "Skriv ett helt antal år, 1–30."},
		"years, too many": {fieldYears, "31", "Skriv ett helt antal år, 1–30."},
		"rate":            {fieldRealRate, "hög", "Skriv realräntan i procent"},
		"rate below":      {fieldRealRate, "-1", "Skriv realräntan i procent"},
		"inflation":       {fieldInflation, "101", "Skriv inflationen i procent"},
		"interest":        {fieldInterest, "2,125", "Skriv internräntan i procent"},
		"hour":            {fieldHour, "−5", "Skriv ett belopp i kronor"},
		"hour beyond":     {fieldHour, "99999999999999999", "Skriv ett belopp i kronor"},
		"threshold":       {fieldLimitSEK, "2.4 miljoner", "Skriv ett belopp i kronor"},
		"direct above":    {fieldLimitDirect, "2 440 001", "Direktupphandlingsgränsen är högre än tröskelvärdet"},
		"no amount":       {fieldLimitSEK, "", "Skriv tröskelvärdet, direktupphandlingsgränsen eller båda."},
		"no source":       {fieldLimitSource, " ", "Utan källa används det inte."},
		"no day":          {fieldLimitOn, "2026-02-30", "Skriv dagen så här"},
	} {
		t.Run(name, func(t *testing.T) {
			b := open(t, true)
			v := profileDialog(t, b)
			v.show(sectionEconomy)
			v.write(limit)
			v.write(map[string]string{c.field: c.typed})
			if texts := strings.Join(parttest.Texts(v.dialog), " "); !strings.Contains(texts, c.says) {
				t.Errorf("the fault is not said: %s", texts)
			}
			v.show(sectionOfficer)
			parttest.Press(t, v.dialog, "Spara profil")
			if b.win.Canvas().Overlays().Top() == nil || v.section != sectionEconomy || b.win.Canvas().Focused() != fyne.Focusable(v.fields[c.field].Entry) || v.fields[c.field].Text() != c.typed {
				t.Error("the field to mend is not shown as it was typed")
			}
			v.show(sectionOfficer)
			if v.give(); v.section != sectionEconomy {
				t.Error("what cannot be read was given away")
			}
		})
	}
}

// A row that is not shown is found again when it has a fault.
func TestFaultOfAnotherLimitIsShown(t *testing.T) {
	b := open(t, true)
	v := profileDialog(t, b)
	v.show(sectionEconomy)
	v.write(map[string]string{fieldLimitSEK: "x"})
	m := v.m.economy
	m.law, m.subject = app.LUF, app.Works
	v.again(fieldLimitSEK)
	if v.fields[fieldLimitSEK].Text() != "" {
		t.Fatal("another row has the text of the first")
	}
	parttest.Press(t, v.dialog, "Spara profil")
	if m.law != app.LOU || m.subject != app.GoodsAndServices || v.fields[fieldLimitSEK].Text() != "x" {
		t.Errorf("%s %s %q", m.law, m.subject, v.fields[fieldLimitSEK].Text())
	}
}

// For special services the limit for direct award is the threshold since 2022-02-01,
// and not before.
func TestSpecialServicesHaveOneLimit(t *testing.T) {
	for from, want := range map[app.Date]app.Money{"2026-01-01": app.Kronor(8_500_000), "2017-01-01": 0} {
		m := newEconomyModel(app.Economy{}, false)
		m.subject, m.from = app.SocialServices, from
		d := m.draft()
		d.sek, d.source = "8 500 000", "SFS"
		if got := m.economy().Limits[0].DirectAward; got != want {
			t.Errorf("%s: %d, want %d", from, got, want)
		}
	}
}

// English writes a point and commas, and the profile keeps the same.
func TestEconomyInEnglish(t *testing.T) {
	m := newEconomyModel(app.Economy{RealRate: 350, Hour: 125050}, true)
	if m.typed[fieldRealRate] != "3.5" || m.typed[fieldHour] != "1\u00a0250.5" {
		t.Errorf("%v", m.typed)
	}
	m.typed[fieldHour], m.typed[fieldInflation] = "1,250.50", "2.25"
	if e := m.economy(); e.Hour != 125050 || e.Inflation != 225 || e.RealRate != 350 {
		t.Errorf("%+v", e)
	}
}

// What a newer version has written stays, and what cannot be read leaves the kept
// figure alone.
func TestEconomyKeepsWhatItDoesNotKnow(t *testing.T) {
	kept := app.Economy{Years: 4, Extra: app.Extra{"new": []byte("1")}, Limits: []app.Confirmed{{Law: app.LOU, Subject: app.Works, From: "2024-01-01", SEK: 5, Source: "s", Extra: app.Extra{"note": []byte("2")}}}}
	m := newEconomyModel(kept, false)
	m.typed[fieldYears] = "många"
	if got := m.economy(); !reflect.DeepEqual(got, kept) {
		t.Errorf("\n got %+v\nwant %+v", got, kept)
	}
}

// A screen that misses a confirmed limit leads to where it is written.
func TestScreensLeadToTheEconomy(t *testing.T) {
	b := open(t, true)
	b.Go("economy")
	if b.profile == nil || b.profile.section != sectionEconomy {
		t.Errorf("the economy is not shown: %+v", b.profile)
	}
}
