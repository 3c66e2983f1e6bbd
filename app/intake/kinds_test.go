package intake

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"

	"yttra/app"
	"yttra/app/reading"
)

// The real papers are the kinds they are; an article is none of them, and that is said.
func TestKindsOfSources(t *testing.T) {
	for name, want := range map[string]struct {
		kind  app.SourceKind
		doubt Doubt
	}{
		"000-norrkoping-armband.txt":             {app.LetterSource, KindGuessed},
		"001-malmo-yttrande.txt":                 {app.PaperSource, NoDoubt},
		"002-malmo-protokollsutdrag.txt":         {app.PaperSource, NoDoubt},
		"003-stockholm-tjansteutlatande.txt":     {app.PaperSource, NoDoubt},
		"004-helsingborg-skyddade-uppgifter.txt": {app.LetterSource, KindGuessed},
	} {
		text := source(t, name)
		p := Read(text)
		checkSpans(t, text, p)
		if p.Kind != want.kind || p.KindDoubt != want.doubt || p.Due.Value != "" || len(p.Receivers) != 0 {
			t.Errorf("%s: %s", name, summary(p))
		}
		if want.doubt == KindGuessed && (p.Sender.Value != "" || slices.ContainsFunc(p.Questions, func(q Field) bool { return q.Sure })) {
			t.Errorf("%s: an article is taken for a letter:\n%s", name, summary(p))
		}
	}
}

// Motions are motions; what of them says little of what it is has a doubt, and nothing
// of their claims is lost by being read as another kind.
func TestMotionsAreMotions(t *testing.T) {
	others := map[string]app.SourceKind{"empty-of-everything": app.LetterSource, "minutes-of-council": app.PaperSource, "opinion-retells": app.PaperSource}
	files, err := filepath.Glob("testdata/motions/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range files {
		a, err := txtar.ParseFile(name)
		if err != nil {
			t.Fatal(err)
		}
		text := pasted(string(a.Files[0].Data))
		p, m := Read(text), Motion(text)
		id := strings.TrimSuffix(filepath.Base(name), ".txtar")
		if want := others[id]; p.Kind != want {
			t.Errorf("%s is said to be a %s", id, p.Kind.Word())
		}
		if len(p.Claims) != len(m.Claims) {
			t.Errorf("%s: %d claims of %d", id, len(p.Claims), len(m.Claims))
		}
	}
}

// A person may know better what a paper is.
func TestAs(t *testing.T) {
	text := pasted("Skrivelse om bänkar\n\nDnr KS 2026/1\n\nVar finns bänkarna?\n\nSvar önskas senast den 1 mars 2026.\n\nMed vänlig hälsning\n\nBänkföreningen\n")
	for _, kind := range app.SourceKinds {
		p := As(text, kind)
		checkSpans(t, text, p)
		if p.Kind != kind || p.KindDoubt != NoDoubt {
			t.Errorf("%s: %s", kind.Word(), summary(p))
		}
	}
	if p := As(text, app.ReferralSource); p.Due.Value != "2026-03-01" || p.SenderReference.Value != "KS 2026/1" {
		t.Error(summary(p))
	}
	if p := As(text, app.MotionSource); len(p.Questions) != 0 || p.Due.Value != "" {
		t.Error(summary(p))
	}
}

func TestDueDays(t *testing.T) {
	for in, want := range map[string]string{
		"Svaret ska ha kommit in senast den 1 mars 2026.":                            "2026-03-01",
		"Svarsdatum: 2026-03-01":                                                     "2026-03-01",
		"Sista svarsdag\n2026-03-01":                                                 "2026-03-01",
		"Datum\tSvar senast\n2026-01-02\t2026-03-01":                                 "2026-03-01",
		"Remisstid: 31/03/2026":                                                      "2026-03-31",
		"Svar önskas senast 1/3 2026":                                                "2026-03-01",
		"2026-01-15\n\nSvar önskas senast den 12 april.":                             "2026-04-12 (year_guessed)",
		"2026-11-15\n\nYttrandet ska vara nämnden tillhanda senast den 12 april":     "2027-04-12 (year_guessed)",
		"2026-11-15\n\nYttra er senast 12/4":                                         "2027-04-12 (year_guessed)",
		"Svar önskas senast den 12 april.":                                           "",
		"Yttrandet ska vara oss tillhanda den 3 maj 2026":                            "2026-05-03",
		"Samrådet pågår 1 juni–28 augusti 2026.":                                     "2026-08-28",
		"Lagen ska träda i kraft den 1 januari 2027. Svara senast den 1 maj 2026.":   "2026-05-01",
		"Senast uppdaterad 2026-01-01. Remissvar lämnas senast 2026-02-01.":          "2026-02-01",
		"Anmälan till informationsmötet senast 2026-01-10. Svar senast 2026-03-01.":  "2026-03-01",
		"Nämnderna svarar senast den 1 mars 2026. Bolagen svarar senast 1 maj 2026.": "2026-03-01 (many_days)",
		"Svar senast den 31 februari 2026.":                                          "",
		"Ingen dag alls.":                                                            "",
	} {
		p := As(pasted("Remiss\n\nEtt förslag till plan\n\n"+in+"\n"), app.ReferralSource)
		got := p.Due.Value
		if p.Due.Doubt != NoDoubt && got != "" {
			got += " (" + string(p.Due.Doubt) + ")"
		}
		if got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestQuestions(t *testing.T) {
	for in, want := range map[string]string{
		"":                                  "",
		"?":                                 "",
		"Va? Va?":                           "Va?",
		"Är det så att 3,5 procent är nog?": "Är det så att 3,5 procent är nog?",
		"Enligt 5 kap. 3 § gäller: Får vi det?": "Enligt 5 kap. 3 § gäller: Får vi det?",
		"Ingen fråga.": "",
		strings.Repeat("mycket ", 60) + "långt?": "",
		"Rad ett\noch två?\n\nNästa fråga?":      "Rad ett och två?|Nästa fråga?",
		"Allt fler cyklar. Vi undrar:\n\n1. Hur många platser\nsaknas?\n- Vad kostar det? Hur många platser saknas?\n\n” Vem bestämmer? ”\n\nSlut.": "Hur många platser saknas?|Vad kostar det?|Vem bestämmer?",
		"Vi undrar om bron lagas.": "Vi undrar om bron lagas.",
		"Frågor\n\na) Kostnaden för kommunen\nb) Tiden till införandet\n":     "Kostnaden för kommunen|Tiden till införandet",
		"Vi vill veta\n\nhur många som cyklar,\nom det finns en plan.\n":      "",
		"Vi vill veta:\n\n- hur många som cyklar,\n- om det finns en plan.\n": "Hur många som cyklar|Om det finns en plan.",
		"Är det rimligt? Vi tycker inte det. Våra frågor är: Vad kostar det?": "Vad kostar det?",
	} {
		var got []string
		for _, q := range As(pasted("Skrivelse\n\nCyklar i staden\n\n"+in+"\n"), app.LetterSource).Questions {
			got = append(got, q.Value)
		}
		if strings.Join(got, "|") != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
	many := As(pasted(strings.Repeat("Fråga nummer ett? Fråga nummer två? ", 9)+manyQuestions()), app.LetterSource)
	if len(many.Questions) != mostQuestions {
		t.Errorf("%d questions", len(many.Questions))
	}
}

func manyQuestions() string {
	var b strings.Builder
	for i := range 200 {
		b.WriteString("\n- Hur långt är det till sten " + strings.Repeat("i", i+1) + "?\n")
	}
	return b.String()
}

func FuzzRead(f *testing.F) {
	files, err := filepath.Glob("testdata/papers/*.txtar")
	if err != nil || len(files) == 0 {
		f.Fatalf("no seeds: %v", err)
	}
	for _, name := range files {
		a, err := txtar.ParseFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(a.Files[0].Data))
	}
	f.Add("Remiss\t\t\nTill\n\tDnr\n\t: \nSvar senast\t12/4\n§ Motion\nFrågor:\n?\nför \n(")
	f.Fuzz(func(t *testing.T, s string) {
		text := pasted(s)
		p := Read(text)
		checkSpans(t, text, p)
		for _, kind := range app.SourceKinds {
			if kind != p.Kind {
				checkSpans(t, text, As(text, kind))
			}
		}
	})
}

// Reading a hostile remiss or letter takes time in proportion to its length.
func TestReadLinearTime(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	const most = 60 * time.Second
	for name, text := range map[string]string{
		"remisses":  strings.Repeat("Remiss av motion om bron, svar senast den 3 mars till kommunstyrelsen.\n\n", 2<<20/73),
		"motions":   "Remiss\n\n" + strings.Repeat("Motion om bron\n\nVi yrkar att kommunen bygger.\n\n", 2<<20/48),
		"questions": "Skrivelse\n\n" + strings.Repeat("Vi undrar: Hur långt? ", 4<<20/22),
		"labels":    "Remiss\n\n" + strings.Repeat("Dnr: Från: Till: Svar senast: ", 4<<20/30),
		"tabs":      "Remiss\n\n" + strings.Repeat("a\t", 2<<20),
		"till":      "Remiss\n\n" + strings.Repeat("kommit in till nämnden ", 4<<20/23),
		"days":      "Remiss\n\nSvar senast " + strings.Repeat("12/4 ", 2<<20/5),
		"lists":     "Remissinstanser\n" + strings.Repeat("1. Nämnden\n", 2<<20/11),
	} {
		t.Run(name, func(t *testing.T) {
			text := pasted(text)
			begun := time.Now()
			p := Read(text)
			if d := time.Since(begun); d > most {
				t.Errorf("took %v", d)
			} else {
				t.Logf("%v, %s", d.Round(time.Millisecond), p.Kind.Word())
			}
			checkSpans(t, text, p)
		})
	}
}

// What the heads of the pages say counts too: they are set apart from the text.
func TestKindInPageHead(t *testing.T) {
	b := reading.NewBuilder(app.DOCX)
	for _, p := range []struct {
		kind reading.BlockKind
		text string
	}{{reading.Furniture, "Miljönämnden"}, {reading.Furniture, "Remiss"}, {reading.Furniture, "Dnr MN 2026/31"}, {reading.Heading, "Plan för grönska"},
		{reading.Paragraph, "Synpunkter ska ha kommit in senast den 4 maj 2026."}} {
		b.Begin(p.kind, 1)
		b.Write(p.text)
		b.End()
	}
	text := b.Text()
	p := Read(text)
	checkSpans(t, text, p)
	if p.Kind != app.ReferralSource || p.KindDoubt != NoDoubt || p.KindSpan.Empty() || p.Sender.Value != "Miljönämnden" || p.SenderReference.Value != "MN 2026/31" || p.Due.Value != "2026-05-04" {
		t.Error(summary(p))
	}
}
