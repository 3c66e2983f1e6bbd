package check

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"yttra/app"
)

const paperOpinion = `Exempelkommun
Yttrande

Till
Kommunstyrelsen

2026-03-12

Kulturnämnden beslutar att lämna följande yttrande:

Sammanfattning

Kulturnämnden föreslår att motionen avslås.

Yttrande

Nämnden har fått motionen på remiss.

Motionens innehåll

Motionären vill ha bänkar.

Kultur- och fritidsnämndens överväganden

Sammanfattning av läget: inga bänkar saknas.

Ordförande

Reservation från Nils Modell (X)
`

// roles names the roles in their order; neighbours of one role are one.
func roles(d app.Document) string {
	var out []string
	for _, s := range d.Sections {
		out = append(out, s.Role)
	}
	return strings.Join(slices.Compact(out), " ")
}

func TestSplitOpinion(t *testing.T) {
	d, offsets := SplitPaper(loadPacks(t), paperOpinion, "")
	if d.Kind != "opinion" || d.Level != app.Committee || d.Date != "2026-03-12" {
		t.Errorf("%s %s %s", d.Kind, d.Level, d.Date)
	}
	if got, want := roles(d), "head summary background motion_content assessment reservation"; got != want {
		t.Errorf("roles %s, want %s", got, want)
	}
	for i, s := range d.Sections {
		if paperOpinion[offsets[i]:offsets[i]+len(s.Text)] != s.Text {
			t.Errorf("%s does not lie at %d", s.Role, offsets[i])
		}
	}
	if s := d.Sections[4]; s.Heading != "Kultur- och fritidsnämndens överväganden" || s.Text != "Sammanfattning av läget: inga bänkar saknas.\n\nOrdförande" {
		t.Errorf("%+v", s)
	}
}

func TestSplitOtherPapers(t *testing.T) {
	p := loadPacks(t)
	for name, c := range map[string]struct{ text, kind, wantKind, roles string }{
		"minutes": {"Protokollsutdrag\n\nSammanträdestid 2026-03-12\n\nUtses att justera Nils\n\n§ 12 Motion om bänkar i alla kommunens parker och längs alla gångvägar samt vid torget och stationen\n\nSammanfattning\n\nBänkar.\n\nBeslut\n\n1. Motionen avslås.\n\nBeslutsunderlag\n\n- Motion\n",
			"", "minutes_extract", "head item summary proposal documents"},
		"official report": {"Tjänsteutlåtande\n\nFörvaltningens förslag till beslut\n\nA.\n\nSammanfattning\n\nB.\n\nFörslag till beslut\n\nA.\n",
			"", "official_report", "head proposal summary proposal"},
		"a remissvar on a motion": {"Räddningsnämnden\n\nRemissvar\n\nRemiss: Motion om bänkar\n\nMotionen i korthet\n\nBänkar.\n\nStällningstagande\n\nNämnden avstyrker motionen.\n",
			"", "opinion", "head motion_content proposal"},
		"a remissvar to the state": {"Remissvar\n\nBetänkandet Bänkar för alla (SOU 2026:99)\n\nSammanfattning\n\nKommunstyrelsen lämnar följande remissvar och tillstyrker förslaget.\n\nRemissen\n\nBänkar och motion i skolan.\n\nSynpunkter\n\nJa.\n",
			"", "referral_response", "head summary background assessment"},
		"markdown":                 {"# Yttrande över motion om bänkar\n\n## Sammanfattning\n\nA.\n\n## Nämndens överväganden:\n\nB.\n\n## Något eget\n\nC.\n", "", "opinion", "head summary assessment"},
		"kind is given":            {"Sammanfattning\n\nA.\n\nÄrendet\n\nB.\n", "motion_response", "motion_response", "summary background"},
		"nothing is known":         {"Bara en text.\n", "", "", "head"},
		"text without headings":    {"Yttrande om bänkar\n\nBänkarna i parken är för få och några av dem är trasiga.\n\nNämnden håller med.\n", "opinion", "opinion", "head assessment"},
		"text before the headings": {"Yttrande\n\nSvar på motion om bänkar\n\nNämnden har i mars fått en motion om bänkar på remiss.\n\nMotionens innehåll\n\nB.\n", "opinion", "opinion", "head background motion_content"},
		"empty":                    {"", "", "", ""},
		"no empty lines":           {"Sammanfattning\nA.\nMotionens innehåll\nB.", "opinion", "opinion", "summary motion_content"},
		"a sentence is no heading": {"Sammanfattning\n\nDet finns olika överväganden.\n\nReservation från\n", "opinion", "opinion", "summary reservation"},
	} {
		t.Run(name, func(t *testing.T) {
			d, _ := SplitPaper(p, c.text, c.kind)
			if d.Kind != c.wantKind || roles(d) != c.roles {
				t.Errorf("%s: %s; want %s: %s", d.Kind, roles(d), c.wantKind, c.roles)
			}
		})
	}
}

func FuzzSplitPaper(f *testing.F) {
	p := loadPacks(f)
	c := compiled(f)
	for _, s := range []string{paperOpinion, "## Sammanfattning\nX", "Beslut\n\n\xff§ 4\n", "Yttrande\r\n\r\nBeslut:\r\n", "\ufeffÄrendet\n", "\n\n#\n"} {
		f.Add(s, "")
	}
	f.Add("Protokollsutdrag\n§ 3 A\n", "minutes_extract")
	f.Fuzz(func(t *testing.T, text, kind string) {
		d, offsets := SplitPaper(p, text, kind)
		if len(d.Sections) != len(offsets) {
			t.Fatalf("%d sections, %d offsets", len(d.Sections), len(offsets))
		}
		end := 0
		for i, s := range d.Sections {
			if offsets[i] < end || text[offsets[i]:offsets[i]+len(s.Text)] != s.Text {
				t.Fatalf("section %d %q does not lie at %d after %d", i, s.Text, offsets[i], end)
			}
			end = offsets[i] + len(s.Text)
		}
		m := &app.Matter{Documents: []app.Document{d}}
		m.Measures, m.Affected, m.Purchase = Propose(p, text)
		for _, finding := range c.Run(m, 0).Findings {
			if utf8.ValidString(text) && !utf8.ValidString(finding.Quote) {
				t.Fatalf("%s cuts a letter: %q", finding.ID, finding.Quote)
			}
		}
	})
}

// Real papers number their headings, and a paragraph of minutes is followed by
// its reference.
func TestNumberedHeadings(t *testing.T) {
	for text, want := range map[string]string{
		"Yttrande\n\n1. Sammanfattning\n\nKort.\n\n2. Vad motionären vill\n\nBänkar.\n\n3.1 Nämndens bedömning\n\nJa.\n":          "head summary motion_content assessment",
		"Yttrande\n\nA) Sammanfattning\n\nKort.\n\nB) Nämndens bedömning\n\nJa.\n":                                                "head summary assessment",
		"Protokollsutdrag\n\n§ 71 Svar på motion om bänkar\nDnr KS/2025:1402\n\nSammanfattning\n\nBänkar.\n\nBeslut\n\nAvslag.\n": "head item summary proposal",
		"Yttrande\n\n1. Kommunen bör tänka på sammanfattning\n\nSammanfattning\n\nKort.\n":                                        "head summary",
	} {
		d, _ := SplitPaper(loadPacks(t), text, "")
		var roles []string
		for _, s := range d.Sections {
			roles = append(roles, s.Role)
		}
		if got := strings.Join(roles, " "); got != want {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}

func TestOwnDate(t *testing.T) {
	p := loadPacks(t)
	for text, want := range map[string]app.Date{
		"Yttrande\n\nDatum\n2026-03-12\n\nSammanfattning\n\nA.\n":                                                     "2026-03-12",
		"Tjänsteskrivelse 2026-03-12\n\nSammanfattning\n\nA.\n":                                                       "2026-03-12",
		"Grönköping den 12 mars 2026\n\nSammanfattning\n\nA.\n":                                                       "2026-03-12",
		"Yttrande\n\nMotionen väcktes den 14 oktober 2024 av Ada Alm (S).\n\nSammanfattning\n\nA.\n":                  "",
		"Yttrande\n\nMotionen väcktes den 14 oktober 2024 av Ada Alm.\n\nDatum: 2026-03-12\n\nSammanfattning\n\nA.\n": "2026-03-12",
		"": "",
	} {
		if d, _ := SplitPaper(p, text, ""); d.Date != want {
			t.Errorf("%q: %q, want %q", text, d.Date, want)
		}
	}
}
