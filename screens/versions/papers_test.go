package versions

import (
	"strings"
	"testing"

	"yttra/app/compare"
	"yttra/i18n"
)

// What a paper says around its text is said in words, in both languages.
func TestFactsOfAPaperAreSaidInWords(t *testing.T) {
	for lang, want := range map[string][]string{
		"sv": {"Röst, Ada: Ja Nej", "Bilaga ”Brev”: Bara i listan Sidorna följer efter", "Bilaga ”Brev”: ändrat", "Remiss till Polisen: Inte angivet Avstyrker", "Justerat digitalt: – Ja", "Webbexemplaret: ändrat"},
		"en": {"Vote, Ada: Yes No", "Annex “Brev”: In the list only Its pages follow", "Annex “Brev”: changed", "Referral to Polisen: Not told Opposes", "Approved digitally: – Yes", "The copy for the web: changed"},
	} {
		w, err := i18n.New(lang)
		if err != nil {
			t.Fatal(err)
		}
		m := &Model{words: w}
		for i, f := range []compare.Fact{{What: compare.Vote, Name: "Ada", Old: "yes", New: "no"}, {What: compare.Annex, Name: "Brev", Old: "listed", New: "appended"},
			{What: compare.Annex, Name: "Brev", Old: "listed", New: "listed"}, {What: compare.Referral, Name: "Polisen", Old: "none", New: "opposes"},
			{What: compare.Digitally, New: "true"}, {What: compare.Publishing}} {
			label, edits := m.fact(f)
			var said []string
			for _, e := range edits {
				if e.Op == compare.Removed {
					said = append(said, strings.TrimSpace(e.Old))
				} else {
					said = append(said, e.New)
				}
			}
			if got := label + ": " + strings.Join(said, " "); got != want[i] {
				t.Errorf("%s: %q, want %q", lang, got, want[i])
			}
		}
	}
}
