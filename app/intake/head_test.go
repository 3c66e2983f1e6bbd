package intake

import (
	"strings"
	"testing"
)

const headBody = "\n\nI kommunen finns många som väntar på att något ska hända, och frågan har varit uppe i nämnden flera gånger utan att något har beslutats av dem som styr.\n\nVi yrkar att något händer.\n\nAnna Berg (S)\n"

// How a motion says what it is about, and what its matter is called.
func TestTitles(t *testing.T) {
	for _, c := range [][3]string{
		{"Motion: Fler bänkar i parken", "Fler bänkar i parken", "Fler bänkar i parken"},
		{"Motion – Fler bänkar i parken", "Fler bänkar i parken", "Fler bänkar i parken"},
		{"Motion om fler bänkar i parken", "Motion om fler bänkar i parken", "Fler bänkar i parken"},
		{"Motion angående fler bänkar", "Motion angående fler bänkar", "Fler bänkar"},
		{"Motion ang. fler bänkar", "Motion ang. fler bänkar", "Fler bänkar"},
		{"Motion gällande bänkar i parken", "Motion gällande bänkar i parken", "Bänkar i parken"},
		{"Motion för fler bänkar i parken", "Motion för fler bänkar i parken", "Fler bänkar i parken"},
		{"Motion avseende bänkar", "Motion avseende bänkar", "Bänkar"},
		{"Motion kring bänkar i parken", "Motion kring bänkar i parken", "Bänkar i parken"},
		{"Motion Bänkar i parken", "Motion Bänkar i parken", "Bänkar i parken"},
		{"MOTION OM FLER BÄNKAR", "MOTION OM FLER BÄNKAR", "FLER BÄNKAR"},
		{"Motion\n\nFler bänkar i parken", "Fler bänkar i parken", "Fler bänkar i parken"},
		{"MOTION\n\nFLER BÄNKAR\nI PARKEN", "FLER BÄNKAR I PARKEN", "FLER BÄNKAR I PARKEN"},
		{"Motion\n”Sitt ner en stund!”", "Sitt ner en stund", "Sitt ner en stund"},
		{"Motion: ”Sitt ner en stund”", "Sitt ner en stund", "Sitt ner en stund"},
		{"Motion till kommunfullmäktige i Exempelstad\n\nFler bänkar i parken", "Fler bänkar i parken", "Fler bänkar i parken"},
		{"Motion till kommunfullmäktige om fler bänkar", "fler bänkar", "Fler bänkar"},
		{"Motion till Exempelstads kommunfullmäktige\nFler bänkar i parken", "Fler bänkar i parken", "Fler bänkar i parken"},
		{"Motion till kommunfullmäktige angående fler bänkar", "fler bänkar", "Fler bänkar"},
		{"Till kommunfullmäktige\n\nFler bänkar i parken", "Fler bänkar i parken", "Fler bänkar i parken"},
		{"Exempelstads kommun\nKommunfullmäktige\n\nMotion om fler bänkar", "Motion om fler bänkar", "Fler bänkar"},
		{"Fler bänkar i parken\n\nMotion till kommunfullmäktige", "Fler bänkar i parken", "Fler bänkar i parken"},
		{"Fler bänkar i parken\n\nMotion av Anna Berg (S)", "Fler bänkar i parken", "Fler bänkar i parken"},
		{"Motion från Anna Berg (S) om fler bänkar", "Motion från Anna Berg (S) om fler bänkar", "Fler bänkar"},
		{"Motion från Socialdemokraterna\n\nFler bänkar i parken", "Fler bänkar i parken", "Fler bänkar i parken"},
		{"Motion (S)\n\nFler bänkar i parken", "Fler bänkar i parken", "Fler bänkar i parken"},
		{"Motion (S) om fler bänkar", "Motion (S) om fler bänkar", "Fler bänkar"},
		{"Motion (S): Fler bänkar", "Motion (S): Fler bänkar", "Fler bänkar"},
		{"Motion nr 7/2026\n\nFler bänkar i parken", "Fler bänkar i parken", "Fler bänkar i parken"},
		{"Rubrik: Fler bänkar i parken", "Fler bänkar i parken", "Fler bänkar i parken"},
		{"Socialdemokraterna\nExempelstad\n\nMOTION\n2026-03-01\n\nFler bänkar i parken", "Fler bänkar i parken", "Fler bänkar i parken"},
		{"Ink. 2026-03-12\nKS 2026/123\n\nMotion om att ställa ut fler bänkar i\nparken och på torget", "Motion om att ställa ut fler bänkar i parken och på torget", "Att ställa ut fler bänkar i parken och på torget"},
		{"2026-03-01\n\nMotion: Ställ ut fler bänkar!", "Ställ ut fler bänkar!", "Ställ ut fler bänkar!"},
		{"Motion om:\nFler bänkar i parken", "Motion om: Fler bänkar i parken", "Fler bänkar i parken"},
	} {
		for _, change := range []func(string) Proposal{func(s string) Proposal { return Motion(pasted(s)) }, func(s string) Proposal { return Motion(marked(s)) }} {
			p := change(c[0] + headBody)
			if strings.TrimRight(p.Title.Value, "!") != strings.TrimRight(c[1], "!") || strings.TrimRight(p.Subject.Value, "!") != strings.TrimRight(c[2], "!") {
				t.Errorf("%q: title %q, subject %q; want %q, %q", c[0], p.Title.Value, p.Subject.Value, c[1], c[2])
			}
		}
	}
}

// Stamps of those who register papers: when it came in, and its number.
func TestStamps(t *testing.T) {
	for _, c := range [][3]string{
		{"Ink. 2026-03-12\nDnr KS 2026/123", "2026-03-12", "KS 2026/123"},
		{"INKOM\n2026-03-12", "2026-03-12", ""},
		{"INKOM 2026 -03- 12", "2026-03-12", ""},
		{"Exempelstads kommun\nKommunstyrelsen\n2026-03-12\nDiarienr KS 2026/0123", "2026-03-12", "KS 2026/0123"},
		{"Ankom 12 mars 2026", "2026-03-12", ""},
		{"Ankomststämpel\n2026-03-12", "2026-03-12", ""},
		{"Inkommen: 2026-03-12   Diarienummer: KS2026/123", "2026-03-12", "KS2026/123"},
		{"KOMMUNLEDNINGSKONTORET\nInk 2026-03-12\nDnr ........", "2026-03-12", ""},
		{"Ink. 260312", "2026-03-12", ""},
		{"Registrerad 2026-03-12\nÄrendenummer 2026-00123", "2026-03-12", "2026-00123"},
		{"Dnr: 2026-00123", "", "2026-00123"},
		{"Diarienr KS/2026:88", "", "KS/2026:88"},
		{"KS24/0123", "", "KS24/0123"},
		{"KS-2026-00123", "", "KS-2026-00123"},
		{"Dnr KSF 2026/45-1", "", "KSF 2026/45-1"},
		{"Bilaga KS § 45\nMotion nr 7\nÄrende 12", "", ""},
		{"Inlämnad till kommunfullmäktige 2026-03-12", "2026-03-12", ""},
		{"Väckt i kommunfullmäktige den 12 mars 2026", "2026-03-12", ""},
	} {
		for name, change := range map[string]func(string) Proposal{"plain": func(s string) Proposal { return Motion(pasted(s)) }, "file": func(s string) Proposal { return Motion(marked(s)) }} {
			p := change(c[0] + "\n\nMotion om fler bänkar" + headBody)
			var refs []string
			for _, r := range p.References {
				refs = append(refs, r.Value)
			}
			if p.Received.Value != c[1] || strings.Join(refs, "; ") != c[2] || p.Subject.Value != "Fler bänkar" || len(p.Claims) != 1 || len(p.Movers) != 1 {
				t.Errorf("%s %q: received %q, references %q; %s", name, c[0], p.Received.Value, refs, described(p))
			}
		}
	}
}
