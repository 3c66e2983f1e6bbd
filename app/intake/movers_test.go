package intake

import (
	"fmt"
	"strings"
	"testing"
)

// Signatures as people write them: {1}, {2}, {3} are names, {P} is a party's name and {p}
// its short form.
var madeSignatures = []string{
	"{1} ({p})\n{2} ({p})",
	"{1} ({p}), {2} ({p}) och {3} ({p})",
	"{1} ({p}) {2} ({p})",
	"{1}, {P}\n{2}, {P}",
	"För {P}\n{1}\n{2}",
	"För {P} i Exempelstad\n\n{1}\n\n{2}",
	"För {P}:\n{1}\n{2}",
	"{P} i Exempelstad\n{1}\n{2}",
	"{P} Exempelstad\n\n{1}          {2}",
	"{1}\n{P}\n\n{2}\n{P}",
	"{1}\nGruppledare\n{P}",
	"{1}\n{P}\nLedamot i kommunfullmäktige",
	"{1}\nLedamot i kommunfullmäktige ({p})",
	"{1}\nLedamot i kommunfullmäktige för {P}",
	"{1} ({p})          {2} ({p})",
	"{1}          {2}\n{P}          {P}",
	"{1}          {2}          {3}\n{P}",
	"{1}, ledamot i kommunfullmäktige, {P}\n{2}, ersättare i kommunfullmäktige, {P}",
	"{1}, gruppledare {P} i Exempelstad.",
	"{1}, ledamot ({p})\n{2}, ersättare ({p})",
	"{1}, oppositionsråd ({p})",
	"{1} ({p}), oppositionsråd",
	"{1} ({p})\nLedamot i kommunfullmäktige\n{2} ({p})\nErsättare",
	"{1} och {2}\n{P}",
	"{1} & {2}\n{P}",
	"/{1}, {P}",
	"/ {1} ({p})",
	"{P} genom\n{1} och {2}",
	"{P} genom {1}",
	"Exempelstad 2026-03-01\n\n{1}\n{P}",
	"Exempelstad den 1 mars 2026\n{1} ({p})\n{2} ({p})",
	"Vänligen\n{1}\nOppositionsråd\nLedamot KF\n{P}",
	"Med vänlig hälsning\n\n{1}\n{P}",
	"Undertecknat av {1} ({p})",
	"Namn: {1}\nParti: {P}",
	"Motionär: {1} ({p})",
	"Motionärer: {1} ({p}), {2} ({p})",
	"........................\n{1} ({p})",
	"________________\n{1}\nför {P}",
	"{1} – {P}\n{2} – {P}",
	"{1} ({p})\n070-123 45 67\nnamn@exempel.se",
	"{1}, {P}, Exempelstad",
	"{1}, Ledamot i kf\n\n{2}, Ledamot i kf\n\n{P}",
	"{P}s fullmäktigegrupp\n{1}\n{2}",
	"{P}s fullmäktigegrupp genom {1}",
	"{1} [{p}]",
	"{1}\n({p})",
	"{P} kommunfullmäktigegrupp\n\n{1}, kf-ledamot {2}, kf-ledamot",
	"{P} kommunfullmäktigegrupp, genom\n{1} och {2}",
	"Vänligen\n\n{1}\nOppositionsråd\nPartiledare\nLedamot KF\n{P}\n\nMotionen är skriven av Inge Skrivare, ersättare i nämnden för {P}.",
	"{1}\nLedamot kommunfullmäktige\nErsättare i tekniska nämnden (TN)\n{P}",
	"{1} ({p}), ledamot tekniska nämnden\n\n{2} ({p}), ledamot kommunstyrelsen",
	"{1} ({P})",
}

// Every way to sign is read for every party: who moves, and for which.
func TestSignatures(t *testing.T) {
	names := []string{"Anna Berg", "Bo-Erik von Ek", "Nadia El-Masri"}
	parties := [][2]string{{"Socialdemokraterna", "S"}, {"Moderaterna", "M"}, {"Sverigedemokraterna", "SD"}, {"Centerpartiet", "C"}, {"Vänsterpartiet", "V"},
		{"Kristdemokraterna", "KD"}, {"Liberalerna", "L"}, {"Miljöpartiet de gröna", "MP"}, {"Feministiskt initiativ", "FI"}, {"Exempelpartiet", "Exempelpartiet"}}
	all, wrong := 0, 0
	for _, s := range madeSignatures {
		for _, p := range parties {
			if strings.Contains(s, "({p})") && p[1] == p[0] || strings.Contains(s, "{P}s") && strings.HasSuffix(p[0], "gröna") || strings.Contains(s, "[{p}]") && p[1] == p[0] {
				continue
			}
			signed := strings.NewReplacer("{1}", names[0], "{2}", names[1], "{3}", names[2], "{P}", p[0], "{p}", p[1]).Replace(s)
			var want []string
			for i, n := range names {
				if strings.Contains(s, fmt.Sprintf("{%d}", i+1)) {
					want = append(want, n+" | "+p[1])
				}
			}
			for _, body := range []string{"Motion om bänkar\n\nParken har tre bänkar. Det räcker inte för alla som vill sitta.\n\nVi yrkar att tio bänkar ställs ut i parken.\n\n%s\n",
				"Motion om bänkar\n\nParken har tre bänkar. Det räcker inte.\n\nVi yrkar\n\n- att tio bänkar ställs ut\n- att parken belyses\n\n%s\n"} {
				paper := fmt.Sprintf(body, signed)
				for _, text := range []struct {
					name string
					p    Proposal
				}{{"plain", Motion(pasted(paper))}, {"file", Motion(marked(paper))}} {
					var got []string
					for _, m := range text.p.Movers {
						got = append(got, m.Name.Value+" | "+m.Party.Value)
					}
					if all++; strings.Join(got, "; ") != strings.Join(want, "; ") || len(text.p.Claims) != 1+strings.Count(body, "- att")/2 {
						if wrong++; wrong < 400 {
							t.Logf("%s %q:\ngot  %q %d claims\nwant %q", text.name, signed, got, len(text.p.Claims), want)
						}
					}
				}
			}
		}
	}
	if wrong > 0 {
		t.Errorf("%d of %d are read otherwise", wrong, all)
	}
}

// Names and parties set beside each other come column by column from some files.
func TestPartiesInColumns(t *testing.T) {
	for _, c := range []struct{ signed, want string }{
		{"Anna Berg\nBo Ek\n(S)\n(M)", "Anna Berg S; Bo Ek M"},
		{"Namn\nAnna Berg\nBo Ek\nParti\nC\nM\nUnderskrift", "Anna Berg C; Bo Ek M"},
		{"Anna Berg\nBo Ek\nCia Ask\nModeraterna\nLiberalerna\nKristdemokraterna", "Anna Berg M; Bo Ek L; Cia Ask KD"},
		{"Anna Berg\nBo Ek\n(S)\nCia Ask\n(M)", "Anna Berg S; Bo Ek S; Cia Ask M"},
		{"Anna Berg\nBo Ek\nModeraterna", "Anna Berg M; Bo Ek M"},
	} {
		var got []string
		for _, m := range Motion(pasted("Motion om bänkar\n\nVi yrkar att tio bänkar ställs ut i parken.\n\n" + c.signed + "\n")).Movers {
			got = append(got, m.Name.Value+" "+m.Party.Value)
		}
		if strings.Join(got, "; ") != c.want {
			t.Errorf("%q: got %q, want %q", c.signed, got, c.want)
		}
	}
}
