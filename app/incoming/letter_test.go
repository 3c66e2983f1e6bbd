package incoming

import (
	"context"
	"encoding/base64"
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/reading"
)

const motionText = "Motion om fler bänkar\n\nBänkarna är slut.\n\nJag yrkar\n\natt kommunen ställer ut fler bänkar\natt bänkarna har ryggstöd\n\nÅsa Öst (FE)\n"

// mailOf is a letter with files, each by name and what is in it.
func mailOf(body string, files ...string) []byte {
	var b strings.Builder
	b.WriteString("From: asa@example.org\nTo: kommun@example.org\nDate: Mon, 4 May 2026 09:30:00 +0200\nSubject: Post\nContent-Type: multipart/mixed; boundary=xyz\n\n--xyz\nContent-Type: text/plain; charset=utf-8\n\n" + body + "\n")
	for i := 0; i < len(files); i += 2 {
		b.WriteString("--xyz\nContent-Type: application/octet-stream\nContent-Disposition: attachment; filename=\"" + files[i] + "\"\nContent-Transfer-Encoding: base64\n\n" + base64.StdEncoding.EncodeToString([]byte(files[i+1])) + "\n")
	}
	return []byte(b.String() + "--xyz--\n")
}

func TestPaperOfALetter(t *testing.T) {
	inner := string(mailOf("Se bifogat", "motion.txt", motionText))
	long := strings.Repeat("Det här är ett vanligt brev om något helt annat. ", 20)
	for name, c := range map[string]struct {
		data  []byte
		at    int
		paper string
	}{
		"attached":           {mailOf("Hej, här kommer min motion.", "bild.png", "\x89PNG", "motion.txt", motionText), 1, "motion.txt"},
		"in the letter":      {mailOf(motionText, "bilaga.txt", "En karta över parken."), -1, "brev.eml"},
		"only one":           {mailOf("Se bifogat.", "uppgifter.txt", "Några uppgifter."), 0, "uppgifter.txt"},
		"two and neither":    {mailOf("Se bifogat.", "a.txt", "Några uppgifter.", "b.txt", "Fler."), -1, "brev.eml"},
		"a letter":           {mailOf(long, "karta.txt", "En karta."), -1, "brev.eml"},
		"nothing":            {mailOf("Hej"), -1, "brev.eml"},
		"in an inner letter": {mailOf("Vidarebefordrar", "vb.eml", inner), 0, "motion.txt"},
		"unreadable":         {mailOf("Se bifogat.", "motion.doc", "\xd0\xcf\x11\xe0"), -1, "brev.eml"},
	} {
		r := New()
		p, err := r.Read(context.Background(), "brev.eml", c.data)
		if err != nil {
			t.Fatal(name, err)
		}
		at, paper := r.Main(context.Background(), p)
		if at != c.at || paper.Name != c.paper {
			t.Errorf("%s: %d, %s", name, at, paper.Name)
		}
	}
}

// A paper that is no letter is itself what it is about, also with a copy of itself in it.
func TestPaperWithACopyInIt(t *testing.T) {
	r := New()
	p, err := r.Read(context.Background(), "motion.txt", []byte(motionText))
	if err != nil {
		t.Fatal(err)
	}
	p.Text.Files = []reading.File{{Name: "samma.txt", Data: []byte(motionText)}}
	if at, paper := r.Main(context.Background(), p); at != -1 || paper != p || len(p.Besides(p)) != 1 {
		t.Errorf("%d, %s", at, paper.Name)
	}
}

func TestAttached(t *testing.T) {
	r, ctx := New(), context.Background()
	p, err := r.Read(ctx, "brev.eml", mailOf("Hej", "../../motion.txt", motionText, "gammal.doc", "\xd0\xcf\x11\xe0"))
	if err != nil {
		t.Fatal(err)
	}
	a, err := r.Attached(ctx, p, 0)
	if err != nil || a.Name != "motion.txt" || a.Letter != "brev.eml" || len(a.Proposal.Claims) != 2 {
		t.Errorf("%+v, %v", a, err)
	}
	if _, err := r.Attached(ctx, p, 1); app.CodeOf(err) != app.CodeOldWord {
		t.Error(err)
	}
	for _, i := range []int{-1, 2} {
		if _, err := r.Attached(ctx, p, i); app.CodeOf(err) != app.CodeNoFile {
			t.Error(err)
		}
	}
}

// Letters in letters are opened so far and no further.
func TestLettersInLetters(t *testing.T) {
	r, ctx := New(), context.Background()
	data := mailOf("Innerst", "motion.txt", motionText)
	for range 6 {
		data = mailOf("Vidare", "vb.eml", string(data))
	}
	p, err := r.Read(ctx, "brev.eml", data)
	for n := 0; ; n++ {
		if err != nil {
			if app.CodeOf(err) != app.CodeNotPaper || n != mostInside+1 {
				t.Errorf("%d: %v", n, err)
			}
			break
		}
		p, err = r.Attached(ctx, p, 0)
	}
}

func TestOutlookIsRefused(t *testing.T) {
	for name, in := range map[string]string{"brev.msg": "\xd0\xcf\x11\xe0" + strings.Repeat("\x00", 99) + "_\x00_\x00s\x00u\x00b\x00s\x00t\x00g\x001\x00.\x000\x00_\x00", "winmail.dat": "\x78\x9f\x3e\x22\x01"} {
		if _, err := New().Read(context.Background(), name, []byte(in)); app.CodeOf(err) != app.CodeOutlook {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestFormatByItsWords(t *testing.T) {
	for name, in := range map[string]string{"a.txt": "<!DOCTYPE html><h1>Motion om bänkar</h1>", "b": "From: a@b\nTo: c@d\n\nMotion om bänkar", "c.htm": "<h1>Motion om bänkar</h1>"} {
		p, err := New().Read(context.Background(), name, []byte(in))
		if err != nil || p.Text.Format == app.PlainText || !strings.HasSuffix(p.Text.String, "Motion om bänkar\n") {
			t.Errorf("%s: %+v %v", name, p, err)
		}
	}
}
