package cli_test

import (
	"bytes"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"yttra/app"
	"yttra/app/sample"
	"yttra/app/store"
	"yttra/screens/cli"
)

// registered runs yttra register over a register that stays open.
func registered(k app.Keeper, args ...string) (code int, out, errs string) {
	var o, e bytes.Buffer
	term := cli.Terminal{In: strings.NewReader(""), Out: &o, Err: &e, Version: "test",
		Folder: func() (string, error) { return "x", nil },
		Open:   func(string, []byte) (app.Keeper, error) { return kept{k}, nil }}
	code = cli.Run(term, append([]string{"register"}, args...))
	return code, o.String(), e.String()
}

func emptyRegister(t *testing.T) app.Keeper {
	t.Helper()
	k, err := store.Open(t.TempDir(), store.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { k.Close() })
	return k
}

func TestExportAndImport(t *testing.T) {
	from, to := emptyRegister(t), emptyRegister(t)
	if err := from.SaveProfile(sample.Profile()); err != nil {
		t.Fatal(err)
	}
	m := sample.Register()[2]
	if _, err := from.Save(app.Change{Matter: &m, At: time.Now()}); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "allt.zip")
	if code, _, errs := registered(from, "export", "-o", file); code != cli.Fine || !strings.Contains(errs, "1 ärende exporterat till "+file) {
		t.Fatalf("%d %s", code, errs)
	}
	if events, err := from.Events(app.EventFilter{Actions: []app.Action{app.ActRegisterExported}}); err != nil || len(events) != 1 {
		t.Errorf("%v %v", events, err)
	}
	code, out, errs := registered(to, "import", file, "--dry-run")
	if code != cli.Fine || !strings.Contains(out, "Nytt: ") || !strings.Contains(errs, "inget är skrivet") || !strings.Contains(errs, "annan profil") {
		t.Errorf("%d %s %s", code, out, errs)
	}
	if rows, err := to.List(); err != nil || rows.Len() != 0 {
		t.Fatalf("a dry run wrote %d matters, %v", rows.Len(), err)
	}
	if code, _, errs := registered(to, "import", file, "--profile"); code != cli.Fine || !strings.Contains(errs, "Nya: 1.") {
		t.Errorf("%d %s", code, errs)
	}
	if p, err := to.Profile(); err != nil || p.Municipality != sample.Profile().Municipality {
		t.Errorf("%v %v", p, err)
	}
	theirs := m.Clone()
	m.Title = "Ändrad här"
	if _, err := to.Save(app.Change{Matter: &m, Base: 1, At: time.Now()}); err != nil {
		t.Fatal(err)
	}
	code, out, _ = registered(to, "import", file)
	if got, _, err := to.Load(m.ID); code != cli.Fine || !strings.Contains(out, "det som finns här lämnas") || err != nil || got.Title != m.Title {
		t.Errorf("%d %s %v", code, out, err)
	}
	if code, _, errs := registered(to, "import", file, "--take", "theirs"); code != cli.Fine || !strings.Contains(errs, "Ändrade: 1.") {
		t.Errorf("%d %s", code, errs)
	}
	if got, rev, err := to.Load(m.ID); err != nil || got.Title != theirs.Title || rev.Name != "Från allt.zip" {
		t.Errorf("%v %+v", err, rev)
	}
}

func TestTransferIsRefusedInWords(t *testing.T) {
	k := emptyRegister(t)
	m := &app.Matter{ID: "m", Title: "Ett", Measures: []app.Measure{app.General}}
	if _, err := k.Save(app.Change{Matter: m, At: time.Now()}); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(t.TempDir(), "allt.zip")
	if code, _, errs := registered(k, "export", "-o", file, "--no-pdf"); code != cli.Fine {
		t.Fatal(errs)
	}
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"export"}, "-o"},
		{[]string{"export", "-o", file, "--matter", "x"}, "x"},
		{[]string{"import", "finns-inte.zip"}, "finns-inte.zip"},
		{[]string{"import", file, "--take", "allt"}, "allt"},
		{[]string{"import", "transfer_test.go"}, "inget arkiv"},
	} {
		if code, _, errs := registered(k, c.args...); code != cli.BadInput || !strings.Contains(errs, c.want) {
			t.Errorf("%v: %d %s", c.args, code, errs)
		}
	}
	var o, e bytes.Buffer
	if code := cli.Run(cli.Terminal{In: strings.NewReader(""), Out: &o, Err: &e, Version: "test"}, []string{"import", file}); code != cli.BadInput || !strings.Contains(e.String(), "yttra register import") {
		t.Errorf("%d %s", code, e.String())
	}
}
