package language

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

func TestSentences(t *testing.T) {
	for name, c := range map[string]struct {
		text string
		want []string
	}{
		"abbreviations":  {"Det gäller t.ex. Malmö och bl.a. skolor. Nämnden svarar.", []string{"Det gäller t.ex. Malmö och bl.a. skolor.", "Nämnden svarar."}},
		"ends with m.m.": {"Vi köper armband m.m. Nämnden svarar.", []string{"Vi köper armband m.m.", "Nämnden svarar."}},
		"paragraph sign": {"Det följer av 17 §. Nämnden ska svara enligt 5 kap. 35 § kommunallagen.", []string{"Det följer av 17 §.", "Nämnden ska svara enligt 5 kap. 35 § kommunallagen."}},
		"initials":       {"Motionen av A. Andersson (S) avslås. Klart.", []string{"Motionen av A. Andersson (S) avslås.", "Klart."}},
		"case reference": {"Se dnr. KS 2024/45. Det är bra.", []string{"Se dnr. KS 2024/45.", "Det är bra."}},
		"ends with med":  {"Ett system som kommunen har avtal med. Ombudet kom först. Sedan andra.", []string{"Ett system som kommunen har avtal med.", "Ombudet kom först.", "Sedan andra."}},
		"year ends":      {"Det var 2018. Projektet är slut.", []string{"Det var 2018.", "Projektet är slut."}},
		"ordinal":        {"Den 3. mars möts vi. Slut.", []string{"Den 3. mars möts vi.", "Slut."}},
		"clock":          {"Mötet börjar kl. 15.00. Sedan fika.", []string{"Mötet börjar kl. 15.00.", "Sedan fika."}},
		"list":           {"Nämnden beslutar:\n1. Motionen avslås.\n2. Ärendet avslutas.", []string{"Nämnden beslutar:", "1. Motionen avslås.", "2. Ärendet avslutas."}},
		"question":       {"Räcker det? Nej!", []string{"Räcker det?", "Nej!"}},
		"quotation":      {"Han sade: ”Vi väntar.” Sedan gick han.", []string{"Han sade: ”Vi väntar.”", "Sedan gick han."}},
		"wrapped line":   {"Nämnden\nsvarar i dag.", []string{"Nämnden\nsvarar i dag."}},
		"empty line":     {"Utan punkt\n\nNy mening", []string{"Utan punkt", "Ny mening"}},
		"page break":     {"Projektet ska ligga\n\ntill grund för uppdraget. Slut.", []string{"Projektet ska ligga\n\ntill grund för uppdraget.", "Slut."}},
		"so called":      {"Ett s.k. 1–1-förhållande råder.", []string{"Ett s.k. 1–1-förhållande råder."}},
		"named letter":   {"Vi väljer alternativ B. Förvaltningen har prövat bilaga A. Klart.", []string{"Vi väljer alternativ B.", "Förvaltningen har prövat bilaga A.", "Klart."}},
		"a car":          {"Hon har en bil. Den är av en sällsynt art. Se art. 6 och bil. 2.", []string{"Hon har en bil.", "Den är av en sällsynt art.", "Se art. 6 och bil. 2."}},
		"act":            {"Se prop. 2017/18:105 s. 34 och SOU 2020:1. Klart m.fl. Nämnden svarar.", []string{"Se prop. 2017/18:105 s. 34 och SOU 2020:1.", "Klart m.fl.", "Nämnden svarar."}},
		"footnote":       {"Det följer av lag.[^1] Vårdnadshavarna får veta[^not]. Klart [^ej slut.", []string{"Det följer av lag.[^1]", "Vårdnadshavarna får veta[^not].", "Klart [^ej slut."}},
		"decimal":        {"Det kostar 2.4 miljoner. Mycket.", []string{"Det kostar 2.4 miljoner.", "Mycket."}},
		"nothing":        {" … – ", nil},
	} {
		t.Run(name, func(t *testing.T) {
			text := Read(c.text)
			var got []string
			for _, s := range text.Sentences {
				got = append(got, text.Of(s.Span))
			}
			if strings.Join(got, "|") != strings.Join(c.want, "|") {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestWordsKeepTheirPlace(t *testing.T) {
	text := "AI-system (6.1) enligt IMY:s råd: å ÄÖ person\u00aduppgift, EU/EES 5 §. A\u030angström"
	var got []string
	for _, w := range Read(text).Words {
		got = append(got, w.Fold)
		if Fold(text[w.Span.Start:w.Span.End]) != w.Fold {
			t.Errorf("%q does not lie at %v", w.Fold, w.Span)
		}
	}
	want := "ai-system 6.1 enligt imy:s råd å äö personuppgift eu ees 5 § ångström"
	if strings.Join(got, " ") != want {
		t.Errorf("got %s\nwant %s", strings.Join(got, " "), want)
	}
}

func TestPhrases(t *testing.T) {
	for _, c := range []struct {
		phrase, text string
		want         []string
	}{
		{"samtyck*", "Samtycke och samtycket, inte samtal.", []string{"Samtycke", "samtycket"}},
		{"ansiktsigenkänning*", "Ett ansiktsigenkänningssystem.", []string{"ansiktsigenkänningssystem"}},
		{"ansiktsigenkänning*", "Med ansiktsgenkänning och ansiktsgenkänningsteknik.", []string{"ansiktsgenkänning", "ansiktsgenkänningsteknik"}},
		{"ansiktsigenkänning", "skolansiktsigenkänningen", []string{"skolansiktsigenkänningen"}},
		{"ansiktsigenkänning*", "Igenkänning av ansikten.", nil},
		{"tillgänglig*", "Tjänsten är otillgänglig.", nil},
		{"konsekvensbedömning*", "konsekvensbedöming; konsekvensbedömmning; konsekvensbedömningen", []string{"konsekvensbedöming", "konsekvensbedömmning", "konsekvensbedömningen"}},
		{"=skyddsombud*", "Skyddsombudet och dataskyddsombudet, skydsombud.", []string{"Skyddsombudet"}},
		{"=integritetsskydd~", "Integritetsskydd, integritetsskyddet; integritetsskyddsmyndigheten.", []string{"Integritetsskydd", "integritetsskyddet"}},
		{"AI", "AI och AI-system", []string{"AI"}},
		{"ai-*", "AI och AI-system", []string{"AI-system"}},
		{"kap. * §", "Se 5 kap. 35 § och kap. fem", []string{"kap. 35 §"}},
		{"nyttan * intrånget", "Nyttan är större än intrånget. Nyttan.", []string{"Nyttan är större än intrånget"}},
		{"nyttan * intrånget", "Nyttan är mycket mycket större än intrånget.", nil},
		{"art. 35", "enligt art.\u00a035 i förordningen", []string{"art.\u00a035"}},
		{"syfte* med", "Syftet. Med detta", nil},
		{"EU/EES", "inom EU/EES.", []string{"EU/EES"}},
		{"5 000 000", "högst 5\u00a0000\u00a0000 kronor", []string{"5\u00a0000\u00a0000"}},
		{"åtgärd*", "ÅTGÄRDEN", []string{"ÅTGÄRDEN"}},
		{"plan~", "Plan, planen och planernas; planera, planet, plank, explan.", []string{"Plan", "planen", "planernas", "planet"}},
		{"skola~", "Skola, skolan, skolor, skolornas, skolans; skolad, skol.", []string{"Skola", "skolan", "skolor", "skolornas", "skolans"}},
		{"regel~", "Regeln, regler, reglernas, regel; reglera, regelbok.", []string{"Regeln", "regler", "reglernas", "regel"}},
		{"möte~", "Möte, mötet, möten, mötena, mötenas; möta.", []string{"Möte", "mötet", "möten", "mötena", "mötenas"}},
		{"gymnasium~", "Gymnasium, gymnasiet, gymnasier, gymnasieskola.", []string{"Gymnasium", "gymnasiet", "gymnasier"}},
		{"talesman~", "Talesmannen, talesmän, talesmännen, talesmans.", []string{"Talesmannen", "talesmän", "talesmännen", "talesmans"}},
		{"lärare~", "Lärarna, lärarens, lärares, läraryrke.", []string{"Lärarna", "lärarens", "lärares"}},
		{"program~", "Programmet, programmen, programmens, programmera.", []string{"Programmet", "programmen", "programmens"}},
		{"alternativ~", "Alternativet, alternativa.", []string{"Alternativet", "alternativa"}},
		{"*kostnad~", "Kostnad, driftskostnader, IT-kostnaden; kostnadsfri, prkostnad.", []string{"Kostnad", "driftskostnader", "IT-kostnaden"}},
		{"*kamer*", "Kameror, kroppskamerorna, övervakningskamera.", []string{"Kameror", "kroppskamerorna", "övervakningskamera"}},
		{"dataskyddsförordning*", "Enligt GDPR:s regler och gdpr, IMY.", []string{"GDPR:s", "gdpr"}},
		{"konsekvensbedömning~ * gjorts", "Ingen DPIA har gjorts.", []string{"DPIA har gjorts"}},
		{"*analys", "Barnkonsekvensanalys, analysen.", []string{"Barnkonsekvensanalys"}},
		{"#", "De 14 är 35 000 kronor 2026, 3:e gången, inte A4.", []string{"14", "35", "000", "2026", "3"}},
		{"# procent", "Tre procent, 12 procent.", []string{"12 procent"}},
		{"plan~ för gallring", "Planerna för gallring.", []string{"Planerna för gallring"}},
		{"inte * * alternativ", "Inte ett enda eller två alternativ.", []string{"Inte ett enda eller två alternativ"}},
	} {
		s, err := compiled([]string{c.phrase})
		if err != nil {
			t.Fatal(err)
		}
		text := Read(c.text)
		var got []string
		for _, h := range s.Find(text) {
			got = append(got, text.Of(h.Span))
		}
		if strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("%q in %q: got %q, want %q", c.phrase, c.text, got, c.want)
		}
	}
	set, err := compiled([]string{"barn", "barn*", "barn och unga"})
	if err != nil {
		t.Fatal(err)
	}
	var order []int
	for _, h := range set.Find(Read("Barn och unga. Barn.")) {
		order = append(order, h.Phrase)
	}
	if !slices.Equal(order, []int{2, 0, 1, 0, 1}) {
		t.Errorf("of hits that begin together the longest comes first: %v", order)
	}
	if n := len(set.Find(Read(strings.Repeat("barn, ", 1000)))); n != 2*maxRepeats {
		t.Errorf("%d hits in one sentence", n)
	}
	for _, bad := range []string{"", "*", "* barn", "barn *", "…", "–*", "plan~*", "*en", "~"} {
		if _, err := compiled([]string{bad}); err == nil {
			t.Errorf("%q was taken as a phrase", bad)
		}
	}
}

// The stem of a word of four letters is shorter than what is looked for inside
// compounds; the word is still found by itself.
func TestShortStemInsideCompounds(t *testing.T) {
	set, err := compiled([]string{"*gata~"})
	if err != nil {
		t.Fatal(err)
	}
	if got := len(set.Find(Read("En gata i staden."))); got != 1 {
		t.Errorf("found %d", got)
	}
}

func TestLIX(t *testing.T) {
	c := Read("Nämnden avslår motionen. Den är för dyr, 35 000 kronor.").Count()
	if (c != Counts{Words: 8, Sentences: 2, Long: 2}) || c.LIX() != 29 {
		t.Errorf("%+v, LIX %d", c, c.LIX())
	}
	if (Counts{}).LIX() != 0 {
		t.Error("an empty text has a LIX")
	}
}

func TestParagraphs(t *testing.T) {
	text := "Ett stycke\növer två rader.\n\n## Rubrik\n- en punkt\n  som går vidare\n- två\n\n| a | b |\n> citat\n\nProjektet ska ligga\n\ntill grund för uppdraget.\n"
	var got []string
	for _, p := range Paragraphs(text) {
		got = append(got, text[p.Span.Start:p.Span.End])
	}
	want := []string{"Ett stycke\növer två rader.", "## Rubrik", "- en punkt\n  som går vidare", "- två", "| a | b |", "> citat", "Projektet ska ligga\n\ntill grund för uppdraget."}
	if strings.Join(got, "¤") != strings.Join(want, "¤") {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestParagraphsOfPages(t *testing.T) {
	text := "3.1 Juridik\nDet finns rättslig grund i skollagen, och intrånget är\nbegränsat\n\n2 (4)\n\nenligt förordningen.\nSida 3 av 4\nKort rad\nKort till\n\nDen första raden av\nEn mening som är mycket längre än raden.\n\n35\n"
	var got []string
	for _, p := range Paragraphs(text) {
		got = append(got, fmt.Sprint(p.Kind, " ", text[p.Span.Start:p.Span.End]))
	}
	want := []string{"2 3.1 Juridik", "0 Det finns rättslig grund i skollagen, och intrånget är\nbegränsat\n\n2 (4)\n\nenligt förordningen.\nSida 3 av 4\nKort rad\nKort till",
		"0 Den första raden av\nEn mening som är mycket längre än raden.", "0 35"}
	if strings.Join(got, "¤") != strings.Join(want, "¤") {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	for line, want := range map[string]bool{"2 (4)": true, "Sida 2 (4)": true, "Sida 7": true, "2/14": true, "sid 2 av 3": true, "Sida 2 (4": true,
		"2": false, "2024": false, "2 (4) elever": false, "Sida vid sida": false, "§ 2": false, "1/2 dag": false, "": false} {
		if PageMark(line) != want {
			t.Errorf("%q: %v", line, !want)
		}
	}
}

func TestBrokenWords(t *testing.T) {
	var got []string
	for _, w := range Read("Förvalt-\nningen och barn-\noch ungdoms- \nnämnden i Öre-\nBro, e-\n\npost -\nslut").Words {
		got = append(got, w.Fold)
	}
	if want := "förvaltningen och barn och ungdomsnämnden i öre bro e post slut"; strings.Join(got, " ") != want {
		t.Errorf("got %s", strings.Join(got, " "))
	}
}

func TestQuotes(t *testing.T) {
	text := "Ett ”intressant ord” och ”en mening som någon annan sade” men inte ”detta"
	q := Quotes(text)
	if len(q) != 1 || text[q[0].Start:q[0].End] != "”en mening som någon annan sade”" {
		t.Errorf("%v", q)
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{"Det är t.ex. så. Ja!", "1. a\n2. b", "Å\u00ad.\xff §", "…”»", "dnr. KS", "a.b.c.\n\n d", "\u00ad \u030a"} {
		f.Add(s)
	}
	set, err := compiled([]string{"ansiktsigenkänning*", "kap. * §", "nämnd*", "inte"})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, s string) {
		text := Read(s)
		next, word := 0, 0
		for _, st := range text.Sentences {
			if st.Span.Start < next || st.Span.End > len(s) || st.First != word || st.Last <= st.First {
				t.Fatalf("sentence %+v after byte %d, word %d", st, next, word)
			}
			next, word = text.Words[st.Last-1].Span.End, st.Last
		}
		if word != len(text.Words) {
			t.Fatalf("%d words lie in no sentence", len(text.Words)-word)
		}
		for _, h := range set.Find(text) {
			if h.First > h.Last || h.Last >= text.Sentences[h.Sentence].Last || utf8.ValidString(s) && !utf8.ValidString(text.Of(h.Span)) {
				t.Fatalf("hit %v cuts a letter", h)
			}
		}
		for _, w := range text.Words {
			if of := s[w.Span.Start:w.Span.End]; utf8.ValidString(s) && !strings.Contains(of, "\n") && Fold(of) != w.Fold {
				t.Fatalf("%q is folded as %q", s[w.Span.Start:w.Span.End], w.Fold)
			}
		}
		end := 0
		for _, p := range Paragraphs(s) {
			if p.Span.Start < end || p.Span.Empty() {
				t.Fatalf("paragraph %v after %d", p, end)
			}
			end = p.Span.End
		}
		Quotes(s)
		if lix := text.Count().LIX(); lix < 0 {
			t.Fatalf("LIX %d", lix)
		}
	})
}
