package intake

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yttra/app/reading"
)

// source reads a real paper that lies beside the repository. It is not part of
// it: without the folder the test is skipped, unless YTTRA_DEMAND_SHARED is set.
func source(t *testing.T, name string) reading.Text {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for dir != filepath.Dir(dir) {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		dir = filepath.Dir(dir)
	}
	text, err := reading.ReadFile(filepath.Join(dir, "..", "shared", "sources", name))
	if err != nil {
		if os.Getenv("YTTRA_DEMAND_SHARED") == "1" {
			t.Fatal(err)
		}
		t.Skip("sources: ../shared is absent")
	}
	return text
}

func TestSourceOpinion(t *testing.T) {
	text := source(t, "001-malmo-yttrande.txt")
	p := Motion(text)
	checkSpans(t, text, p)
	if !strings.HasPrefix(p.Title.Value, "Remiss angående motion av ") || !strings.HasPrefix(p.Subject.Value, "Att testa och utveckla ") {
		t.Errorf("title %q, subject %q", p.Title.Value, p.Subject.Value)
	}
	wantFields(t, p, "Magnus Olsson | SD; Nima Gholam Ali Pour | SD", "GYVF-2019-433; STK-2019-120")
	if p.Received.Value != "2019-04-26" || p.Received.Sure {
		t.Errorf("received %+v", p.Received)
	}
	if len(p.Claims) < 2 || len(p.Claims) > 3 || !strings.Contains(p.Claims[0].Value, "ta fram ett förslag") || !strings.Contains(p.Claims[1].Value, "ligga till grund") {
		t.Errorf("claims %+v", p.Claims)
	}
	for _, c := range p.Claims {
		if c.Doubt != NotAMotion {
			t.Errorf("%q is said to be sure", c.Value)
		}
	}
}

func TestSourceMinutes(t *testing.T) {
	text := source(t, "002-malmo-protokollsutdrag.txt")
	p := Motion(text)
	checkSpans(t, text, p)
	if !strings.HasPrefix(p.Title.Value, "Motion av Magnus Olsson (SD)") || !strings.HasPrefix(p.Subject.Value, "Att testa ") {
		t.Errorf("title %q, subject %q", p.Title.Value, p.Subject.Value)
	}
	wantFields(t, p, "Magnus Olsson | SD; Nima Gholam Ali Pour | SD", "STK-2019-120")
	if len(p.Claims) != 1 || !strings.HasPrefix(p.Claims[0].Value, "att ge grundskolenämnden i uppdrag") {
		t.Errorf("claims %+v", p.Claims)
	}
	if len(p.Dates) == 0 || p.Dates[0].Value != "2019-08-05" {
		t.Errorf("dates %+v", p.Dates)
	}
}

func TestSourceReport(t *testing.T) {
	text := source(t, "003-stockholm-tjansteutlatande.txt")
	p := Motion(text)
	checkSpans(t, text, p)
	if !strings.Contains(p.Title.Value, "Kameror i skolmiljö") && !strings.HasPrefix(p.Title.Value, "Svar på skrivelse") {
		t.Errorf("title %q", p.Title.Value)
	}
	wantFields(t, p, "", "")
	if len(p.Claims) != 0 {
		t.Errorf("claims %+v", p.Claims)
	}
}

// A newspaper article and an interview ask for nothing and are signed by nobody.
func TestSourcesThatAreNoMotion(t *testing.T) {
	for _, name := range []string{"000-norrkoping-armband.txt", "004-helsingborg-skyddade-uppgifter.txt"} {
		text := source(t, name)
		p := Motion(text)
		checkSpans(t, text, p)
		if len(p.Claims) != 0 || len(p.References) != 0 || len(p.Movers) != 0 {
			t.Errorf("%s: %s", name, described(p))
		}
	}
}

func wantFields(t *testing.T, p Proposal, movers, references string) {
	t.Helper()
	var ms, rs []string
	for _, m := range p.Movers {
		ms = append(ms, m.Name.Value+" | "+m.Party.Value)
	}
	for _, r := range p.References {
		rs = append(rs, r.Value)
	}
	if got := strings.Join(ms, "; "); got != movers {
		t.Errorf("movers %q, want %q", got, movers)
	}
	if got := strings.Join(rs, "; "); got != references {
		t.Errorf("references %q, want %q", got, references)
	}
}
