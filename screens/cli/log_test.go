package cli_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"yttra/app"
	"yttra/app/store"
	"yttra/screens/cli"
)

// logged runs yttra register log over a register with some events, in Swedish unless
// the arguments say otherwise.
func logged(t *testing.T, k app.Keeper, args ...string) (code int, out, errs string) {
	t.Helper()
	var o, e bytes.Buffer
	term := cli.Terminal{In: strings.NewReader(""), Out: &o, Err: &e, Version: "test",
		Folder: func() (string, error) { return "x", nil },
		Open:   func(string, []byte) (app.Keeper, error) { return kept{k}, nil }}
	code = cli.Run(term, append([]string{"register", "log"}, args...))
	return code, o.String(), e.String()
}

// kept stays open.
type kept struct{ app.Keeper }

func (kept) Close() error { return nil }

func withEvents(t *testing.T) app.Keeper {
	t.Helper()
	at := time.Date(2026, 11, 22, 20, 5, 11, 0, time.Local)
	k, err := store.Open(t.TempDir(), store.Options{Now: func() time.Time { return at }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { k.Close() })
	if err := k.SaveProfile(app.Profile{Municipality: "Exempelkommun", Officer: app.Person{Name: "Eva Åkesson"}}); err != nil {
		t.Fatal(err)
	}
	c := app.Change{Matter: &app.Matter{ID: "m", Title: "Cykelväg", References: []string{"KS 2026/00240"}}, At: at.AddDate(0, 0, 1),
		Events: []app.Event{{Action: app.ActWaived, About: "PROP-ALT-01", Reason: "Bara en skola."}, {Action: app.ActExported, Name: "a.pdf", Sum: strings.Repeat("ab", 32)}}}
	if _, err := k.Save(c); err != nil {
		t.Fatal(err)
	}
	return k
}

func TestLogListsAndChecks(t *testing.T) {
	k := withEvents(t)
	code, out, errs := logged(t, k)
	if code != cli.Fine || errs != "" {
		t.Fatalf("%d %s", code, errs)
	}
	for _, want := range []string{"1  2026-11-22 20.05  Eva Åkesson  Profilen ändrades\n", "2  2026-11-23 20.05  Eva Åkesson  Ärendet skapades  Cykelväg (KS 2026/00240)\n",
		"(Mindre ingripande alternativ)  Cykelväg (KS 2026/00240)\n    Skäl: Bara en skola.\n", "    SHA-256: abab", "Kedjan är hel: 4 händelser. Den slutar med 4:"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is not in\n%s", want, out)
		}
	}
	_, out, _ = logged(t, k, "--matter", "m", "--from", "2026-11-23", "--lang", "en")
	if strings.Contains(out, "profile") || !strings.Contains(out, "The matter was created") {
		t.Error(out)
	}
	if _, out, _ = logged(t, k, "--to", "2026-11-22"); strings.Contains(out, "skapades") || !strings.Contains(out, "Profilen") {
		t.Error(out)
	}
	if code, out, _ = logged(t, k, "--check"); code != cli.Fine || strings.Count(out, "\n") != 1 {
		t.Errorf("%d %s", code, out)
	}
}

func TestLogHoldsAgainstAKeptHead(t *testing.T) {
	k := withEvents(t)
	_, out, _ := logged(t, k, "--check")
	head := strings.TrimSpace(out[strings.LastIndex(out, " "):])
	if code, _, errs := logged(t, k, "--check", "--head", head); code != cli.Fine {
		t.Errorf("%d %s", code, errs)
	}
	code, _, errs := logged(t, k, "--check", "--head", "3:"+strings.Repeat("0", 64), "--head", "6:"+strings.Repeat("1", 64))
	if code != cli.Stopping || !strings.Contains(errs, "händelse 3 är en annan nu. Det visar --head 3.") || !strings.Contains(errs, "5–6, saknas") {
		t.Errorf("%d %s", code, errs)
	}
	for _, bad := range [][]string{{"--head", "x"}, {"--from", "i går"}, {"--to", "2026-02-30"}, {"--pdf", filepath.Join(t.TempDir(), "x.pdf"), "--at", "nu"}, {"mer"}} {
		if code, _, _ := logged(t, k, bad...); code != cli.BadInput {
			t.Errorf("%q: %d", bad, code)
		}
	}
}

func TestLogIsWritten(t *testing.T) {
	k, dir := withEvents(t), t.TempDir()
	table, paper := filepath.Join(dir, "log.csv"), filepath.Join(dir, "log.pdf")
	if code, _, errs := logged(t, k, "--csv", table); code != cli.Fine {
		t.Fatal(errs)
	}
	data, err := os.ReadFile(table)
	if err != nil || !bytes.HasPrefix(data, []byte("\ufeffNr;Tid;")) || bytes.Count(data, []byte("\r\n")) != 5 {
		t.Errorf("%s %v", data, err)
	}
	for _, args := range [][]string{{}, {"--matter", "m", "--by", "Eva Åkesson"}} {
		if code, _, errs := logged(t, k, append(args, "--pdf", paper, "--at", "2026-11-24T08:00:00+01:00", "--lang", "en")...); code != cli.Fine {
			t.Fatal(errs)
		}
		if data, err := os.ReadFile(paper); err != nil || !bytes.HasPrefix(data, []byte("%PDF-")) {
			t.Errorf("no paper: %v", err)
		}
	}
}
