package reports

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/cost"
	"yttra/app/packs"
	"yttra/reports/layout"
)

// samplePaper is the paper of the invented matter of a kind.
func samplePaper(t testing.TB, kind string) Input {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("..", "app", "sample", "data", "papers", kind+".json"))
	if err != nil {
		t.Fatal(err)
	}
	m, err := app.DecodeMatter(data)
	if err != nil {
		t.Fatal(err)
	}
	p, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	in, err := Of(p, m, &m.Documents[0], profile(), cost.Compare(m.Estimate, nil, m.Documents[0].Date), "Yttra")
	if err != nil {
		t.Fatal(err)
	}
	return in
}

// sketched is a set as a golden holds it.
func sketched(set layout.Set) string {
	var b strings.Builder
	for i, p := range set.Pages {
		fmt.Fprintf(&b, "──── page %d\n%s", i+1, p.Sketch())
	}
	return b.String() + "──── structure\n" + set.Outline()
}

func TestGoldensOfOtherKinds(t *testing.T) {
	for _, kind := range []string{"referral_response", "reservation", "separate_statement", "opinions_summary"} {
		t.Run(kind, func(t *testing.T) {
			set, err := Build(samplePaper(t, kind))
			if err != nil {
				t.Fatal(err)
			}
			compare(t, kind+".txt", sketched(set))
		})
	}
}

// A reservation is the dissenters' own: neither the committee nor its officers
// speak or sign, even while nobody has been named.
func TestDissentBelongsToThoseWhoSign(t *testing.T) {
	in := samplePaper(t, "reservation")
	in.Document.Officers = []app.Person{{Name: "Maj Prövelund"}}
	doc, err := paper(in)
	if err != nil {
		t.Fatal(err)
	}
	if doc.Head.Body != "" || doc.Meta.Author != "Ylva Tänkt (LL), Ove Provsson (LL), Exempelkommun" {
		t.Errorf("%q speaks, written by %q", doc.Head.Body, doc.Meta.Author)
	}
	var fields []string
	for _, f := range doc.Head.Fields {
		fields = append(fields, f.Label+" "+strings.Join(f.Lines, "/"))
	}
	if got := strings.Join(fields, "; "); got != "Lämnas av Ylva Tänkt (LL)/Ove Provsson (LL); Till Utbildningsnämnden; Datum 2026-05-21; Diarienummer UN 2026/00118; Gäller beslut 2026-05-20, §\u00a061" {
		t.Error(got)
	}
	in.Document.Signatories, in.Document.Meeting = nil, nil
	if doc, err = paper(in); err != nil {
		t.Fatal(err)
	}
	for _, b := range doc.Blocks {
		if len(b.Signed) > 0 {
			t.Errorf("%+v sign", b.Signed)
		}
	}
	if doc.Meta.Author != "Exempelkommun" {
		t.Errorf("written by %q", doc.Meta.Author)
	}
}

func TestSummaryIsSignedByNobody(t *testing.T) {
	doc, err := paper(samplePaper(t, "opinions_summary"))
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range doc.Blocks {
		if b.Role == layout.Signatures {
			t.Error("a summary is signed")
		}
	}
}

// Sixty answers, one of them as long as a report, fill pages and break nothing.
func TestSummaryOfSixty(t *testing.T) {
	p, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	m := &app.Matter{Title: "Motion om bänkar"}
	for i := range 60 {
		r := app.Referral{Body: fmt.Sprintf("Nämnd %d med ett mycket långt namn, nämnden", i), Due: "2026-03-01"}
		if i%3 > 0 {
			r.Stand, r.Answered, r.Reference, r.Summary = app.Stands[i%len(app.Stands)], "2026-02-01", "EX 2026/00001", "Kort."
		}
		m.Referrals = append(m.Referrals, r)
	}
	m.Referrals[1].Summary = strings.Repeat("### Rubrik\n\nText med **ord**.\n\n- punkt\n  - under\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> citat\n\n", 200)
	d, err := p.NewDocument("opinions_summary", m, profile())
	if err != nil {
		t.Fatal(err)
	}
	in, err := Of(p, m, &d, profile(), cost.Compare(m.Estimate, nil, ""), "Yttra")
	if err != nil {
		t.Fatal(err)
	}
	set, err := Build(in)
	if err != nil {
		t.Fatal(err)
	}
	outline := set.Outline()
	if len(set.Pages) < 20 || strings.Count(outline, "H3") != 40 || !strings.Contains(outline, "60 nämnder. 40 har svarat.") {
		t.Errorf("%d pages, %d sub-headings", len(set.Pages), strings.Count(outline, "H3"))
	}
}

// Every one of them, and the list and a protocol, is a file that proves to be what was
// placed, as a draft and final, and the same bytes twice.
func TestOtherPapersAreProven(t *testing.T) {
	all := map[string]Input{"list": listed(t, register()), "protocol": checked(t, 2)}
	for _, kind := range []string{"referral_response", "reservation", "separate_statement", "opinions_summary"} {
		final, draft := samplePaper(t, kind), samplePaper(t, kind)
		draft.Document.Status = app.Draft
		all[kind], all[kind+" as a draft"] = final, draft
	}
	for name, in := range all {
		data, proof, err := Write(t.Context(), in, nil)
		if err != nil || proof.Tags == 0 {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if again, _, err := Write(t.Context(), in, nil); err != nil || !bytes.Equal(data, again) {
			t.Errorf("%s: other bytes the second time (%v)", name, err)
		}
	}
}
