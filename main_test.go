package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"yttra/app"
	"yttra/app/check"
	"yttra/app/cost"
	"yttra/app/desk"
	"yttra/app/intake"
	"yttra/app/packs"
	"yttra/app/reading"
	"yttra/app/sample"
	"yttra/app/store"
	"yttra/reports"
	"yttra/reports/fonts"
	"yttra/reports/pdf"
	"yttra/reports/tagging"
	"yttra/screens/cli"
)

// The whole: a motion goes in, the opinion is drafted, findings are answered,
// the cost is summed, the paper comes out, and all of it is there the next day.
func TestMotionInOpinionOut(t *testing.T) {
	folder := t.TempDir()
	d, closeStore := openDesk(t, folder)
	text, err := reading.Decode([]byte(sample.Motion()))
	if err != nil {
		t.Fatal(err)
	}
	m := intake.Motion(text).Matter()
	m.Measures, m.Affected, m.Purchase = check.Propose(d.Packs(), text.String)
	if len(m.Claims) == 0 || len(m.Movers) == 0 || len(m.References) == 0 {
		t.Fatalf("the motion gave too little: %+v", m)
	}
	if err := d.Add(m, "opinion"); err != nil {
		t.Fatal(err)
	}
	before := d.State().Tally

	d.Edit("", func(m *app.Matter) {
		for i := range m.Claims {
			m.Claims[i].Decision = app.Reject
		}
		doc := &m.Documents[0]
		for i := range doc.Sections {
			doc.Sections[i].Text = "Nämnden har prövat barnets bästa och bedömer att åtgärden inte är nödvändig. Kostnaden är 35 000 kronor exklusive moms."
		}
		m.Estimate = app.Estimate{Years: 2, FirstYear: 2027, RealRate: 350, Lines: []app.CostLine{
			{Kind: app.CostPurchase, What: "armband", Quantity: app.Units(40), Price: app.Kronor(875)},
			{Kind: app.CostPeripherals, What: "mottagare", Quantity: app.Units(4), Price: app.Kronor(6500)},
		}}
	})
	for _, f := range d.State().Findings {
		if f.Severity == app.Blocking {
			d.Answer(app.Answer{Criterion: f.ID, State: app.Waived, Sentence: f.Quote, Reason: "Prövas i remissrundan."})
		}
	}
	s := d.State()
	if s.Tally.Blocking != 0 {
		t.Errorf("stopping findings are left after all were answered: %+v", s.Tally)
	}
	if s.Tally.All() >= before.All() {
		t.Errorf("a written opinion has as many findings as an empty one: %+v, %+v", before, s.Tally)
	}
	if s.Cost.Total.Likely != app.Kronor(61000) {
		t.Errorf("summed to %d", s.Cost.Total.Likely)
	}
	if len(s.Proposal.Points) != 1 || !strings.Contains(s.Proposal.Points[0], "avslår motionen") {
		t.Errorf("proposal: %+v", s.Proposal)
	}
	paper := printed(t, d)
	if again := printed(t, d); !bytes.Equal(paper, again) {
		t.Error("the same document gives other bytes")
	}
	if err := d.SaveVersion("Till nämnden"); err != nil {
		t.Fatal(err)
	}
	id := s.Matter.ID
	closeStore()

	next, closeNext := openDesk(t, folder)
	defer closeNext()
	if err := next.Open(id); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(printed(t, next), paper) {
		t.Error("the paper is not the same after the night")
	}
	if revs, err := next.Revisions(); err != nil || revs[0].Name != "Till nämnden" {
		t.Errorf("versions: %+v, %v", revs, err)
	}
}

func printed(t *testing.T, d *desk.Desk) []byte {
	t.Helper()
	s := d.State()
	in, err := reports.Of(d.Packs(), s.Matter, s.Document(), s.Profile, s.Compared, "Yttra "+version)
	if err != nil {
		t.Fatal(err)
	}
	set, err := reports.Build(in)
	if err != nil {
		t.Fatal(err)
	}
	out, err := pdf.Write(context.Background(), set, fonts.New(), nil)
	if err != nil {
		t.Fatal(err)
	}
	_, faults, err := tagging.Check(out, tagging.Promise{})
	if err != nil || len(faults) > 0 {
		t.Fatalf("read back: %v %v", faults, err)
	}
	return out
}

func openDesk(t *testing.T, folder string) (*desk.Desk, func()) {
	t.Helper()
	s, err := store.Open(folder, store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	p, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	c, err := check.Compile(p, "sv")
	if err != nil {
		t.Fatal(err)
	}
	d, err := desk.New(desk.Parts{Store: s, Packs: p, Checker: c, Now: func() time.Time { return time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC) }})
	if err != nil {
		t.Fatal(err)
	}
	return d, func() {
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestOneFaceIsPicked(t *testing.T) {
	for _, c := range []struct {
		args []string
		code int
		out  string
	}{
		{[]string{"version"}, cli.Fine, "yttra " + version},
		{[]string{"schema"}, cli.Fine, "yttra-matter"},
		{[]string{"check"}, cli.BadInput, ""},
	} {
		var out, errs bytes.Buffer
		code := run(c.args, cli.Terminal{In: strings.NewReader(""), Out: &out, Err: &errs, Version: version})
		if code != c.code || !strings.Contains(out.String(), c.out) {
			t.Errorf("%v: code %d, %s%s", c.args, code, &out, &errs)
		}
	}
}

// What the README promises is there: its files exist and its commands are known.
func TestReadmeIsTrue(t *testing.T) {
	text, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, line := range strings.Split(string(text), "\n") {
		if words := strings.Fields(line); len(words) > 1 && words[0] == "yttra" {
			found := false
			for _, c := range cli.Commands {
				found = found || c == words[1]
			}
			if !found {
				t.Errorf("README names the command %s", words[1])
			}
		}
		if _, path, ok := strings.Cut(line, "]("); ok {
			path, _, _ = strings.Cut(path, ")")
			if _, err := os.Stat(filepath.FromSlash(path)); err != nil {
				t.Errorf("README shows %s: %v", path, err)
			}
		}
	}
}

// The paper of a document, from blocks to bytes, at 3 and at 30 pages.
func BenchmarkPaper3(b *testing.B)  { benchmarkPaper(b, 3) }
func BenchmarkPaper30(b *testing.B) { benchmarkPaper(b, 30) }

func benchmarkPaper(b *testing.B, pages int) {
	p, err := packs.Load()
	if err != nil {
		b.Fatal(err)
	}
	m := sample.Register()[0]
	d := &m.Documents[0]
	long := d.Section("assessment")
	if long < 0 {
		long = len(d.Sections) / 2
	}
	paragraph := strings.Repeat("Nämnden har vägt nyttan av åtgärden mot intrånget i elevernas personliga integritet och jämfört med dagens rutin. ", 5)
	in, err := reports.Of(p, &m, d, sample.Profile(), cost.Comparison{}, "Yttra")
	if err != nil {
		b.Fatal(err)
	}
	set, err := reports.Build(in)
	for err == nil && len(set.Pages) < pages {
		d.Sections[long].Text += "\n\n" + strings.Repeat(paragraph+"\n\n", max(1, 4*(pages-len(set.Pages)-1)))
		set, err = reports.Build(in)
	}
	if err != nil || len(set.Pages) != pages {
		b.Fatalf("%d pages, want %d: %v", len(set.Pages), pages, err)
	}
	for b.Loop() {
		set, err := reports.Build(in)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := pdf.Write(context.Background(), set, fonts.New(), nil); err != nil {
			b.Fatal(err)
		}
	}
}
