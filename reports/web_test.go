package reports_test

import (
	"bytes"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"image"
	"image/png"
	"io"
	"net/url"
	"regexp"
	"strings"
	"testing"
	"unicode"
	"unicode/utf16"

	"yttra/app"
	"yttra/app/packs"
	"yttra/app/webcopy"
	"yttra/reports"
	"yttra/reports/fonts"
	"yttra/reports/pdf"
	"yttra/reports/tagging"
)

// family is a matter in which one child, and those around her, stand wherever a
// paper has text. A politician has her surname.
func family() *app.Matter {
	long := strings.Repeat("Förvaltningen har gått igenom händelserna under läsåret och hört dem som var där. ", 30)
	m := &app.Matter{Title: "Motion om armband efter Alva Vikströms försvinnande", References: []string{"KS 2026/1"}, Movers: []app.Mover{{Name: "Karin Vikström", Party: "S"}},
		Claims: []app.Claim{{Text: "att eleven Alva Vikström får ett armband", Decision: app.Reject}, {Text: "att mamman Lena Vikström hörs", Decision: app.Reject}},
		Estimate: app.Estimate{Name: "Armband till Alva Vikström", Years: 3, FirstYear: 2026, Financing: "Lena Vikström har erbjudit sig att betala.",
			Lines:        []app.CostLine{{Kind: app.CostPurchase, What: "Armband åt Alva, se Storgatan 12", Quantity: 1000, Price: 50000, Source: app.SourceQuote}},
			Funding:      []app.Funding{{Who: "Lena Vikström", Budget: "eget", Amount: 50000}},
			Spent:        []app.Spent{{What: "Provarmband till Alva Vikström", Year: 2025, Amount: 10000}},
			Alternatives: []app.Alternative{{Name: "En vuxen hos Alva Vikström", Lines: []app.CostLine{{Kind: app.CostNewWork, What: "Vuxen hos Alva", Quantity: 1000, Price: 90000}}}}}}
	m.Documents = []app.Document{{ID: "d", Kind: "opinion", Status: app.Final, Date: "2026-05-19", Body: "Utbildningsnämnden", To: "Kommunstyrelsen", CaseRef: "UN 2026/7",
		Officers: []app.Person{{Name: "Sven Sakman", Title: "utredare"}}, Signatories: []app.Person{{Name: "Eva Ordning", Title: "ordförande"}},
		Annexes: []app.Annex{{Title: "Brev från Lena Vikström", How: app.AnnexAttached, Name: "lena-vikstrom.pdf", Data: []byte("%PDF-1.4")}},
		Sections: []app.Section{
			{Role: "summary", Heading: "Sammanfattning om Alva Vikström", Text: "Karin Vikström (S) har lämnat motionen. " + long},
			{Role: "motion_content", Heading: "Motionens innehåll", Text: "Motionären yrkar"},
			{Role: "assessment", Heading: "Bedömning", Text: "Eleven Alva Vikström, 20140506-2380, bor på Storgatan 12, 123 45 Lillby. Alvas mamma Lena Vikström har 070-123 45 67 och lena.vikstrom@exempel.se.\n\n" +
				"### Händelsen med Alva\n\nALVA VIKSTRÖM och **Alva** Vikström syns i [filmen](https://exempel.se/film/alva-vikstr%C3%B6m), [skriv](mailto:lena.vikstrom@exempel.se).[^1]\n\n" +
				"| Elev | Plats |\n|---|---|\n| Alva Vikström | Storgatan 12 |\n| Alva | Vikström |\n\n- Alva Vikström\n- Lena Vikström\n\n> Alva Vikströms egna ord.\n\n" + long + "\n\n[^1]: Alva Vikström har sett den på 070 – 123 45 67."},
			{Role: "proposal", Heading: "Ställningstagande"},
			{Role: "reservation", Heading: "Reservation", Text: "Karin Vikström (S) reserverar sig för Alvas skull."},
			{Role: "annexes", Heading: "Bilagor", Text: "1. Intervju med Alva Vikström"}}}}
	return m
}

var gone = []string{"Alva", "Lena", "Storgatan", "070-123 45 67", "070 – 123 45 67", "lena.vikstrom@exempel.se", "20140506-2380", "Lillby", "lena-vikstrom", "alva-vikström", "ALVA", "VIKSTRÖM"}

// in gathers what a paper is made from, masked or not.
func in(t testing.TB, m *app.Matter, masked bool) reports.Input {
	t.Helper()
	p, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	profile := app.Profile{Municipality: "Exempelkommun", Foot: []string{"Exempelkommun\nTorggatan 1"}}
	c, err := webcopy.NewMaker().Make(m, 0, profile)
	if err != nil {
		t.Fatal(err)
	}
	if !masked {
		c.Matter, c.Document = m, &m.Documents[0]
	}
	got, err := reports.OfWeb(p, c, p.Thresholds, "2026-05-19", "Yttra")
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func written(t testing.TB, in reports.Input) []byte {
	t.Helper()
	set, err := reports.Build(in)
	if err != nil {
		t.Fatal(err)
	}
	data, err := pdf.Write(context.Background(), set, fonts.New(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := reports.ReadBack(set, data); err != nil {
		t.Fatal(err)
	}
	return data
}

func TestAWebCopyHoldsNothingThatWasRemoved(t *testing.T) {
	in := in(t, family(), true)
	data := written(t, in)
	if err := reports.Clean(in, data); err != nil {
		t.Error(err)
	}
	all := everything(t, data)
	if !strings.Contains(all, letters("Karin Vikström (S)")) || !strings.Contains(all, letters("[elev A]")) || !strings.Contains(all, letters("Webbexemplar")) {
		t.Fatal("what ought to stand is not found: the search finds nothing")
	}
	for _, s := range gone {
		if strings.Contains(all, letters(s)) {
			at := strings.Index(all, letters(s))
			t.Errorf("%q is in the file: %s", s, all[max(0, at-40):at+40])
		}
	}
	s, err := tagging.Read(data)
	if err != nil || s.Copy != "Webbexemplar" || strings.Contains(s.Title+s.Subject, "Alva") || !strings.Contains(s.Subject, "[elev A]") {
		t.Errorf("%+v, %v", s.Info, err)
	}
}

// Without the mask, the same search finds every one of them.
func TestTheFullPaperHoldsThem(t *testing.T) {
	in := in(t, family(), false)
	data := written(t, in)
	all := everything(t, data)
	for _, s := range gone[:7] {
		if !strings.Contains(all, letters(s)) {
			t.Errorf("%q is not found", s)
		}
	}
	var left *reports.LeftError
	if err := reports.Clean(in, data); !errors.As(err, &left) || left.Where != tagging.OnPage || left.Page != 1 {
		t.Errorf("%v", err)
	}
	in.Copy = app.FullCopy
	if err := reports.Clean(in, data); err != nil {
		t.Errorf("a full copy is looked through: %v", err)
	}
}

// What is left is found wherever it lies alone.
func TestCleanSaysWhere(t *testing.T) {
	for where, spoil := range map[tagging.Where]func(*reports.Input){
		tagging.OnPage:   func(in *reports.Input) { in.Document.Sections[0].Text += " Alva Vikström." },
		tagging.Metadata: func(in *reports.Input) { in.Matter.Title = "Alva Vikström"; in.Title = "Yttrande" },
		tagging.Address: func(in *reports.Input) {
			in.Document.Sections[0].Text += " [här](https://exempel.se/alva%20vikstr%C3%B6m)"
		},
		tagging.Instead: func(in *reports.Input) { in.Profile.Logo, in.Profile.LogoText = logo(t), "Alva Vikström" },
	} {
		in := in(t, family(), true)
		in.Document.Sections[0].Text = "Kort."
		spoil(&in)
		var left *reports.LeftError
		if err := reports.Clean(in, written(t, in)); !errors.As(err, &left) || left.Where != where {
			t.Errorf("%s: %v", where, err)
		}
	}
	if err := reports.Clean(in(t, family(), true), []byte("%PDF-1.7 broken")); err == nil {
		t.Error("a file that cannot be read is clean")
	}
}

// A name is found however the lines and pages happen to break it.
func TestCleanReadsOverLinesAndPages(t *testing.T) {
	m := &app.Matter{Title: "Motion", Documents: []app.Document{{ID: "d", Kind: "opinion", Sections: []app.Section{{Role: "assessment", Heading: "Bedömning", Text: "Eleven Alexandra Fredriksdotter Cederström är nio år."}}}}}
	hidden := in(t, m, true)
	for n := 0; n < 24; n += 5 {
		for _, text := range []string{
			strings.Repeat("ord ", n) + "och **Alex**andra Fredriks\u00addotter Ceder\u00adström kom. ",
			"| " + strings.Repeat("A | ", n%6) + "Namn |\n|" + strings.Repeat("---|", n%6+1) + "\n| " + strings.Repeat("ett längre ord här | ", n%6) + "Alexandra Fredriksdotter Cederström |",
			strings.Repeat("Rad.\n\n", 38+n) + "och Alexandra Fredriksdotter Cederström kom.",
		} {
			hidden.Document.Sections[0].Text = text
			var left *reports.LeftError
			if err := reports.Clean(hidden, written(t, hidden)); !errors.As(err, &left) {
				t.Errorf("%d: %q: %v", n, text[:min(len(text), 60)], err)
			}
		}
	}
}

func TestWithheldAnnexesSaySo(t *testing.T) {
	in := in(t, family(), true)
	in.Document.Status = app.Draft
	set, err := reports.Build(in)
	var all strings.Builder
	for _, p := range set.Pages {
		all.WriteString(letters(p.Sketch()))
	}
	if !strings.Contains(all.String(), letters("Brev från [elev B]")) || !strings.Contains(all.String(), letters("publiceras inte")) {
		t.Error("the annex that is not there is not told")
	}
	if err != nil || set.Meta.Copy != "Webbexemplar" || !strings.Contains(set.Pages[0].Sketch(), "Webbexemplar, utkast") {
		t.Errorf("%q, %v", set.Meta.Copy, err)
	}
}

func logo(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 20, 20))); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// everything is the letters and digits of all that can be read in a file: every
// stream inflated, its bytes as text and its strings as UTF-16, without any of the
// program's own readers.
func everything(t testing.TB, data []byte) string {
	t.Helper()
	var out strings.Builder
	add := func(s string) {
		out.WriteString(letters(s) + "\n")
		if plain, err := url.PathUnescape(s); err == nil {
			out.WriteString(letters(plain) + "\n")
		}
	}
	inflated := 0
	read := func(b []byte) {
		add(string(b))
		var shown strings.Builder // of a page, over its pieces
		for _, m := range regexp.MustCompile(`<([0-9A-Fa-f\s]+)>`).FindAllSubmatch(b, -1) {
			var units []uint16
			hex := strings.Join(strings.Fields(string(m[1])), "")
			for i := 0; i+4 <= len(hex); i += 4 {
				var u uint16
				fmt.Sscanf(hex[i:i+4], "%x", &u)
				units = append(units, u)
			}
			shown.WriteString(string(utf16.Decode(units)))
		}
		add(shown.String())
	}
	read(data)
	for rest := data; ; {
		at := bytes.Index(rest, []byte("stream\n"))
		if at < 0 {
			break
		}
		rest = rest[at+len("stream\n"):]
		if z, err := zlib.NewReader(bytes.NewReader(rest)); err == nil {
			if b, err := io.ReadAll(z); err == nil {
				inflated++
				read(b)
			}
		}
	}
	if inflated < 5 {
		t.Fatalf("only %d streams could be inflated", inflated)
	}
	return out.String()
}

func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}
