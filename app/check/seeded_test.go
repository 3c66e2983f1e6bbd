package check

import (
	"os"
	"strings"
	"testing"

	"yttra/app"
)

// Three invented papers in the ways of real ones: a report on a motion, minutes
// with a vote and an opinion. They are in order as they stand; each slip that is
// put in is found, and speaks of nothing else than what it breaks.
func TestSlipsInPapersThatAreInOrder(t *testing.T) {
	c := compiled(t)
	for name, slips := range map[string][][3]string{
		"report.txt": {
			{"", "", "FORM-PUNKT-02"},
			{"1. att yrkande 1 bifalls", "1. att yrkande 1 avslås", "FORM-DEC-03 FORM-PUNKT-02"},
			{"2. att yrkande 2 anses besvarat med hänvisning till pågående arbete inom tekniska nämnden", "2. att yrkande 2 anses besvarat", "FORM-BESV-01 FORM-PUNKT-02"},
			{"att yrkande 2 anses", "att yrkande 7 anses", "FORM-DEC-05 FORM-PUNKT-02"},
			{"3. att motionen i övrigt avslås", "3. att yrkande 2 avslås", "FORM-DEC-03 FORM-DEC-04 FORM-PUNKT-02"},
			{"Kommunstyrelsen föreslår kommunfullmäktige besluta", "Kommunstyrelsens arbetsutskott föreslår kommunfullmäktige besluta", "FORM-CHAIN-02 FORM-PUNKT-02"},
			{"Enligt motionärerna har otryggheten ökat", "Enligt Per Lind (C) har otryggheten ökat", "FORM-NAMN-01 FORM-PUNKT-02"},
			{"Enligt motionärerna har otryggheten ökat", "Enligt Anna Berg (M) har otryggheten ökat", "FORM-NAMN-01 FORM-PUNKT-02"},
			{"Polisen registrerade 43", "Motionen väcktes den 12 oktober 2024. Polisen registrerade 43", "FORM-DAT-01 FORM-PUNKT-02"},
			{"sammanträde den 21 oktober 2024", "sammanträde tisdagen den 21 oktober 2024", "FORM-DAT-02 FORM-PUNKT-02"},
			{"Kommunallagen (2017:725)", "Kommunallagen (1991:900)", "FORM-LAG-01 FORM-PUNKT-02"},
			{"Samhällsnämndens protokollsutdrag 2025-02-18", "Samhällsnämndens protokollsutdrag", "FORM-PUNKT-02 FORM-UND-01"},
			{"blir kostnaden 650 000 kronor. Kostnaden finansieras inom kommunstyrelsens ram för 2026", "blir kostnaden 650 000 kronor", "FORM-PUNKT-02"},
			{"Polisen registrerade", "Ärendet hör ihop med KS 2024/838. Polisen registrerade", "FORM-DNR-01 FORM-PUNKT-02"},
		},
		"minutes.txt": {
			{"", "", ""},
			{"Stadshuset 2025-12-01", "Stadshuset 2025-12-15", "FORM-PROT-03 FORM-PROT-04"},
			{"Justeringens plats och tid: Stadshuset 2025-12-01", "Justeringens plats och tid:", "FORM-PROT-01"},
			{"Anslaget sätts upp: 2025-12-02", "Anslaget sätts upp: 2025-12-09", "FORM-PROT-04 FORM-PROT-05"},
			{"Anslaget tas ned: 2025-12-24", "Anslaget tas ned: 2025-12-10", "FORM-PROT-05"},
			{"§§ 180–195", "§§ 160–180", "FORM-PARA-01"},
			{"avslår motionen.", "lägger motionen till handlingarna.", "FORM-HAND-01"},
			{"avslår motionen.", "avskriver motionen.", "FORM-AVSK-01"},
			{"reserverar sig mot beslutet till förmån för eget yrkande", "reserverar sig", "FORM-RES-01"},
			{"Motion 2025-02-10", "Motion", "FORM-UND-01"},
		},
		"opinion.txt": {
			{"", "", ""},
			{"föreslår att motionen ska anses besvarad", "föreslår att motionen ska avslås", "FORM-CHAIN-01"},
			{"Rektor ansvarar", "Enligt 32 § förvaltningslagen ska svaret på motionen motiveras. Rektor ansvarar", "FORM-FL-01"},
			{"Rektor ansvarar", "Datainspektionens dom visar vägen. Rektor ansvarar", "FORM-MYND-01 FORM-PRESS-01"},
			{"2024 regler för mobiler", "2024 regler för mobiltelefoner, men inte alla mobiltelefoner och inga mobiltelfoner", "FORM-TERM-01"},
			{"men arbetet fortsätter", "och det finns inget behov av regler", ""},
			{"Barn- och ungdomsnämnden föreslår att kommunfullmäktige", "Barn- och ungdomsnämnden föreslås föreslå att kommunfullmäktige", "FORM-DRAFT-01"},
			{"Rektor ansvarar", "Motionen väcktes den 31 april 2025. Rektor ansvarar", "FORM-DAT-02"},
		},
	} {
		data, err := os.ReadFile("testdata/form/" + name)
		if err != nil {
			t.Fatal(err)
		}
		for _, slip := range slips {
			text := string(data)
			if slip[0] != "" && strings.Count(text, slip[0]) == 0 {
				t.Fatalf("%s has no %q", name, slip[0])
			}
			text = strings.Replace(text, slip[0], slip[1], 1)
			d, _ := SplitPaper(c.packs, text, "")
			m := &app.Matter{Documents: []app.Document{d}}
			m.Measures, m.Affected, m.Purchase = Propose(c.packs, text)
			if got := strings.Join(formFindings(c.Run(m, 0)), " "); got != slip[2] {
				t.Errorf("%s with %q: %q, want %q", name, slip[1], got, slip[2])
			}
		}
	}
}
