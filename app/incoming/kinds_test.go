package incoming

import (
	"context"
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/packs"
)

func matterOf(t *testing.T, text string) *app.Matter {
	t.Helper()
	p, err := New().Read(context.Background(), "in.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	m := p.Matter("2026-11-22")
	if err := m.Validate(); err != nil {
		t.Fatal(err)
	}
	return m
}

// What came in becomes a matter that its first document can be begun from.
func TestKindsBecomeMatters(t *testing.T) {
	rules, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	const remiss = "Justitiedepartementet\n\n2026-03-02\nJu2026/00456\n\nRemiss av betänkandet Tryggare skolor (SOU 2026:14)\n\nRemissvaren ska ha kommit in till Justitiedepartementet senast den 1 juni 2026.\n\nFrågor\n\n1. Vad kostar det?\n"
	const motion = "Kommunstyrelsen\n\nRemiss\n\nDnr KS 2026/3\n\nMotion om bänkar\n\nNämnden ges tillfälle att yttra sig senast den 1 mars 2027.\n\nBilaga\n\nMotion om bänkar\n\nVi yrkar\n\natt kommunen ställer ut bänkar\n\nÅsa Öst (V)\n"
	const letter = "Skrivelse från Bänkföreningen om bänkar\n\nVi vill ha svar på följande frågor:\n\n- Var finns bänkarna?\n- Vem lagar dem?\n"
	for text, want := range map[string]struct {
		kind         app.SourceKind
		first        string
		claims       int
		to, theirs   string
		in           string // words of the document
		sender, when string
	}{
		remiss: {app.ReferralSource, "referral_response", 0, "Justitiedepartementet", "Ju2026/00456", "", "Justitiedepartementet", "2026-06-01"},
		motion: {app.ReferralSource, "opinion", 1, "Kommunstyrelsen", "KS 2026/3", "", "Kommunstyrelsen", "2027-03-01"},
		letter: {app.LetterSource, "official_report", 0, "", "", "### Var finns bänkarna?\n\n### Vem lagar dem?", "Bänkföreningen", ""},
	} {
		m := matterOf(t, text)
		s := m.Motion
		if s.Kind != want.kind || First(m) != want.first || len(m.Claims) != want.claims || s.Sender != want.sender || string(s.Due) != want.when || s.Reference != want.theirs {
			t.Errorf("%s: %+v", want.first, s)
		}
		for _, d := range s.Drawn {
			if d.Start < 0 || d.End <= d.Start || d.End > len(s.Text) {
				t.Errorf("%s is drawn from nowhere: %+v", d.Field, d)
			}
		}
		doc, err := rules.NewDocument(First(m), m, app.Profile{})
		if err != nil || want.to != "" && doc.To != want.to || doc.YourRef != want.theirs {
			t.Errorf("%s: %+v, %v", want.first, doc, err)
		}
		said := ""
		for _, sec := range doc.Sections {
			said += sec.Text
		}
		if !strings.Contains(said, want.in) {
			t.Errorf("%s says %q", want.first, said)
		}
	}
}

// A finished paper has its document: the letterhead in its fields, the text in sections.
func TestFinishedPaperBecomesDocument(t *testing.T) {
	m := matterOf(t, "Barn- och utbildningsnämnden\n\nDatum\n2026-05-06\n\nDiarienummer\nBUN-2026-121\n\nYttrande\n\nRemiss angående motion av Anna Berg (S) om frukost\n\nKS-2026-55\n\nSammanfattning\n\nNämnden avstyrker motionen.\n\nMotionens innehåll\n\nAnna Berg (S) yrkar att alla elever erbjuds frukost.\n\nNämndens överväganden\n\nKostnaden är inte finansierad. Nämnden avstyrker därför motionen.\n")
	if len(m.Documents) != 1 || len(m.Claims) != 0 || First(m) != "" || m.Received != "" || m.Motion.Kind != app.PaperSource {
		t.Fatalf("%+v", m)
	}
	d := m.Documents[0]
	if d.Kind != "opinion" || d.Date != "2026-05-06" || d.CaseRef != "BUN-2026-121" || d.YourRef != "KS-2026-55" || d.Body != "Barn- och utbildningsnämnden" || len(d.ID) < 20 {
		t.Errorf("%+v", d)
	}
	if len(d.Sections) < 3 || d.Sections[0].Role != app.RoleSummary || d.Section(headRole) >= 0 {
		t.Errorf("%+v", d.Sections)
	}
	p, err := New().Read(context.Background(), "in.txt", []byte("Ny simhall\n\nDet blev fest när simhallen öppnade i går.\n"))
	if err != nil {
		t.Fatal(err)
	}
	if p.As(app.PaperSource); First(p.Matter("2026-11-22")) == "" {
		t.Error("an article became a paper")
	}
}
