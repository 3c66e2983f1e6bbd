package reports

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"yttra/app"
	"yttra/reports/tagging"
)

// opinion is a finished paper of half a page, as another committee would send it.
func opinion(t testing.TB) []byte {
	t.Helper()
	data, _, err := Write(context.Background(), half(t), nil)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// with is the motion response with these annexes besides the one its text lists.
func with(t testing.TB, annexes ...app.Annex) Input {
	in := response(t)
	d := *in.Document
	d.Annexes = annexes
	in.Document = &d
	return in
}

// The best case: a committee's opinion, made here too, follows the response to the
// motion, before the cost sheet.
func TestOpinionFollowsResponse(t *testing.T) {
	follows := app.Annex{Title: "Yttrande från tekniska nämnden", Date: "2026-05-19", How: app.AnnexAppended, Name: "yttrande.pdf", Data: opinion(t)}
	in := with(t, follows, app.Annex{Title: "Karta över skolorna", How: app.AnnexListed}, app.Annex{Title: "Avtal", How: app.AnnexWithheld})
	data, proof, err := Write(context.Background(), in, nil)
	if err != nil {
		t.Fatal(err)
	}
	if dir := os.Getenv("YTTRA_KEEP"); dir != "" {
		os.WriteFile(dir+"/appended.pdf", data, 0o644)
	}
	read, faults, err := tagging.Check(data, tagging.Promise{Appended: true})
	if err != nil || len(faults) > 0 {
		t.Fatalf("%v %v", faults, err)
	}
	set, err := Build(in)
	if err != nil || proof.Pages != len(set.Pages)+1 {
		t.Errorf("%d pages, %d without those of the annex; %v", proof.Pages, len(set.Pages), err)
	}
	said := read.Outline()
	for _, want := range []string{
		"    LI\n      Lbl 2.\n      LBody Yttrande från tekniska nämnden, daterad 2026-05-19\n", "LBody Karta över skolorna\n", "LBody Avtal (publiceras inte)\n", "LBody Kalkyl\n",
		"H1 Bilaga 2 Yttrande från tekniska nämnden\n  P Här följer yttrande.pdf, med sina egna sidnummer.\n  Part\n    Art\n",
		"      H1 Yttrande över motion om cykelväg till Lillskolan\n",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("not said: %q", want)
		}
	}
	if strings.Index(said, "H1 Bilaga 2") > strings.Index(said, "H1 Bilaga 5") || !strings.Contains(said, "H1 Bilaga 5") {
		t.Error("the cost sheet is not the last")
	}
	at := slices.IndexFunc(read.Bookmarks, func(h tagging.Heading) bool { return strings.HasPrefix(h.Title, "Bilaga 2 ") })
	if at < 0 || read.Bookmarks[at+1].Title != "Yttrande över motion om cykelväg till Lillskolan" || read.Bookmarks[at+1].Level != read.Bookmarks[at].Level+1 ||
		read.Bookmarks[at+1].Page != read.Bookmarks[at].Page+1 {
		t.Errorf("bookmarks %+v", read.Bookmarks)
	}
	again, _, err := Write(context.Background(), in, nil)
	if err != nil || !bytes.Equal(again, data) {
		t.Errorf("not the same bytes twice: %v", err)
	}
}

// What was appended can be appended in turn, and twice over: nothing collides.
func TestAppendedTwice(t *testing.T) {
	first, _, err := Write(context.Background(), with(t, app.Annex{Title: "A", How: app.AnnexAppended, Name: "a.pdf", Data: opinion(t)}), nil)
	if err != nil {
		t.Fatal(err)
	}
	one := app.Annex{Title: "B", How: app.AnnexAppended, Name: "b.pdf", Data: first}
	other := one
	other.Title = "C"
	data, proof, err := Write(context.Background(), with(t, one, other), nil)
	if err != nil {
		t.Fatal(err)
	}
	if dir := os.Getenv("YTTRA_KEEP"); dir != "" {
		os.WriteFile(dir+"/twice.pdf", data, 0o644)
	}
	if proof.Pages < 15 {
		t.Errorf("%d pages", proof.Pages)
	}
}

func TestAttachedFiles(t *testing.T) {
	sheet := app.Annex{Title: "Underlag i kalkylblad", How: app.AnnexAttached, Name: "underlag åäö.xlsx", Date: "2026-02-02", Data: []byte("PK\x03\x04 inte mycket")}
	in := with(t, sheet)
	data, proof, err := Write(context.Background(), in, nil)
	if err != nil {
		t.Fatal(err)
	}
	if dir := os.Getenv("YTTRA_KEEP"); dir != "" {
		os.WriteFile(dir+"/attached.pdf", data, 0o644)
	}
	if strings.Join(proof.Claims, " ") != "PDF/UA-1 PDF/A-3a" || proof.Files != 1 {
		t.Errorf("%+v", proof)
	}
	read, err := tagging.Read(data)
	if err != nil || read.Files[0].Name != sheet.Name || read.Files[0].Desc != "Bilaga 2 Underlag i kalkylblad" || !bytes.Equal(read.Files[0].Data, sheet.Data) {
		t.Errorf("%+v %v", read.Files, err)
	}
	if !strings.Contains(read.Outline(), "LBody Underlag i kalkylblad, daterad 2026-02-02, som bifogad fil (underlag åäö.xlsx)\n") {
		t.Error("it is not in the list")
	}
	set, err := Build(in)
	if err != nil {
		t.Fatal(err)
	}
	set.Files[0].Data = []byte("en annan")
	var fault *ProofError
	if _, err := ReadBack(set, data); err == nil || !asProof(err, &fault) || fault.Fault != FaultFiles {
		t.Errorf("another file: %v", err)
	}
}

func TestPlainClaimsNoArchive(t *testing.T) {
	in := response(t)
	in.Profile.Look.Plain = true
	data, proof, err := Write(context.Background(), in, nil)
	if err != nil || strings.Join(proof.Claims, " ") != "PDF/UA-1" {
		t.Fatalf("%+v %v", proof, err)
	}
	if dir := os.Getenv("YTTRA_KEEP"); dir != "" {
		os.WriteFile(dir+"/plain.pdf", data, 0o644)
	}
	if bytes.Contains(data, []byte("pdfaid:part")) {
		t.Error("the packet names PDF/A")
	}
	in.Profile.Look.Plain = false
	set, err := Build(in)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := ReadBack(set, data); err == nil {
		t.Error("a file that does not claim PDF/A passed for one that does")
	}
}

func asProof(err error, to **ProofError) bool {
	p, ok := err.(*ProofError)
	*to = p
	return ok
}

// An annex that cannot follow is named, with the reason, before anything is made.
func TestAnnexThatCannotFollow(t *testing.T) {
	good := opinion(t)
	for name, c := range map[string]struct {
		data []byte
		code app.Code
	}{
		"not a PDF":  {[]byte("PK\x03\x04"), app.CodeAnnexUnreadable},
		"empty":      {nil, app.CodeAnnexUnreadable},
		"cut off":    {good[:len(good)/3], app.CodeAnnexUnreadable},
		"no archive": {bytes.ReplaceAll(good, []byte("pdfaid:part"), []byte("pdfaid:prat")), app.CodeAnnexUnarchived},
	} {
		if got := app.CodeOf(AnnexFault("Karta", c.data)); got != c.code {
			t.Errorf("%s: %s", name, got)
		}
		if len(c.data) == 0 {
			continue
		}
		_, _, err := Write(context.Background(), with(t, app.Annex{Title: "Yttrande", How: app.AnnexAppended, Data: good}, app.Annex{Title: "Karta", How: app.AnnexAppended, Data: c.data}), nil)
		if p := app.ProblemOf(err); p == nil || p.Code != c.code || p.What != "Karta" {
			t.Errorf("%s: %v", name, err)
		}
	}
	if err := AnnexFault("Yttrande", good); err != nil {
		t.Error(err)
	}
}

// What a matter file carries comes out the same.
func TestAnnexesInMatterFile(t *testing.T) {
	a := app.Annex{Title: "A", How: app.AnnexAppended, Name: "a.pdf", Data: opinion(t)}
	b, err := json.Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	var back app.Annex
	if err := json.Unmarshal(b, &back); err != nil || !bytes.Equal(back.Data, a.Data) {
		t.Errorf("%v", err)
	}
}

// A paper from a word processor follows when it is tagged and says that it is PDF/A;
// bullets that mean nothing to others hold it back.
func TestPapersFromLibreOffice(t *testing.T) {
	good, err := os.ReadFile("testdata/annex-libreoffice.pdf")
	if err != nil {
		t.Fatal(err)
	}
	data, _, err := Write(context.Background(), with(t, app.Annex{Title: "Cykelställ", How: app.AnnexAppended, Name: "cykelställ.pdf", Data: good}), nil)
	if err != nil {
		t.Fatal(err)
	}
	read, faults, err := tagging.Check(data, tagging.Promise{Appended: true})
	if err != nil || len(faults) > 0 || !strings.Contains(read.Outline(), "P Nämnden har räknat cykelställen – de är sju.\n") {
		t.Errorf("%v %v", faults, err)
	}
	bullets, err := os.ReadFile("testdata/annex-private-bullets.pdf")
	if err != nil {
		t.Fatal(err)
	}
	if p := app.ProblemOf(AnnexFault("Lista", bullets)); p == nil || p.Code != app.CodeAnnexFonts || !strings.Contains(p.Where, "OpenSymbol") {
		t.Errorf("%v", p)
	}
}
