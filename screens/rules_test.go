package screens

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yttra/app"
	"yttra/screens/parts/parttest"
)

// rulesIn writes files of rules in a folder.
func rulesIn(t *testing.T, dir string, files map[string]string) string {
	t.Helper()
	if err := os.MkdirAll(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

var ownFiles = map[string]string{
	"tco.toml": "id = \"COST-TCO-01\"\nseverity = \"note\"\n",
	"av.toml":  "id = \"PROP-GRL-01\"\noff = true\n",
	"land.toml": `id = "LOKAL-LAND-01"
area = "cost"
severity = "serious"
source = [{ sv = "Riktlinjer", sure = "P" }]
sv = { title = "Landsbygden", question = "Hur?", accept = "a", fail = "f", missing = "m" }
[[look]]
kind = "evidence"
phrases = ["landsbygd*"]
[[example]]
name = "stan"
state = "indicated"
text = "Bussen går i stan."
`,
	"fel.toml": "id = \"COST-BUD-01\"\nseverity = \"mild\"\n",
}

func TestReadRules(t *testing.T) {
	register := t.TempDir()
	r, err := ReadRules(register, "", "sv")
	if err != nil || r.Here || r.Chosen || r.Fault != nil || r.Folder != filepath.Join(register, RulesFolder) || len(r.Packs.Rules) == 0 {
		t.Fatalf("no folder yet: %+v, %v", r, err)
	}
	rulesIn(t, r.Folder, ownFiles)
	if r, err = ReadRules(register, "", "sv"); err != nil || !r.Here || len(r.Packs.Added()) != 1 || len(r.Packs.Changed()) != 1 || len(r.Packs.Own.Off) != 1 || len(r.Faults) != 1 || len(r.Failed()) != 1 {
		t.Errorf("beside the register: %+v, %v", r.Faults, err)
	}
	other := rulesIn(t, t.TempDir(), map[string]string{"tco.toml": ownFiles["tco.toml"]})
	if r, err = ReadRules(register, other, "sv"); err != nil || !r.Chosen || !r.Here || len(r.Packs.Changed()) != 1 || len(r.Packs.Added()) != 0 {
		t.Errorf("chosen: %v", err)
	}
	if r, err = ReadRules(register, filepath.Join(other, "gone"), "sv"); err != nil || r.Here || app.CodeOf(r.Fault) != app.CodeNoFile || len(r.Packs.Changed()) != 0 {
		t.Errorf("a chosen folder that is gone: %v, %v", r.Fault, err)
	}
	if r, err = ReadRules("", "", "sv"); err != nil || r.Folder != "" || r.Here {
		t.Errorf("no register: %+v, %v", r, err)
	}
}

// ruled is a window whose rules are read for real.
func ruled(t *testing.T) *bench {
	t.Helper()
	b := open(t, true)
	b.o.Rules = ReadRules
	return b
}

func section(v *profileView) string {
	return strings.Join(parttest.Texts(v.scroll.Outer), " | ")
}

func TestOwnRulesAreChosenReadAndTold(t *testing.T) {
	b := ruled(t)
	b.showRules()
	if s := section(b.profile); !strings.Contains(s, "Exemplet har ingen egen mapp") {
		t.Errorf("no folder: %s", s)
	}
	dir := rulesIn(t, t.TempDir(), ownFiles)
	b.toRules(dir)
	s := section(b.profile)
	for _, want := range []string{dir, "Du har valt mappen", "1 fel i reglerna", "fel.toml", "rad 2, severity: ”mild” är inget av", "LOKAL-LAND-01, exempel stan",
		"1 tillagd regel", "Landsbygden · LOKAL-LAND-01", "1 ändrad regel", "COST-TCO-01", "1 avstängd regel", "PROP-GRL-01"} {
		if !strings.Contains(s, want) {
			t.Errorf("%q is not told in %s", want, s)
		}
	}
	if b.known().Rules != dir {
		t.Error("the folder is not remembered")
	}
	if r, ok := b.o.Desk.Packs().Rule("COST-TCO-01"); !ok || r.Severity != app.Note {
		t.Error("the desk does not work by the rules")
	}
	if _, ok := b.o.Desk.Packs().Rule("PROP-GRL-01"); ok {
		t.Error("what is switched off is there")
	}

	// The faults are mended and the folder is read again.
	if err := os.Remove(filepath.Join(dir, "fel.toml")); err != nil {
		t.Fatal(err)
	}
	parttest.Press(t, b.profile.dialog, "Läs om")
	if s := section(b.profile); strings.Contains(s, "fel.toml") || b.profile.section != sectionRules {
		t.Errorf("not read again: %s", s)
	}

	// Back to the one by the register, of which there is none here.
	parttest.Press(t, b.profile.dialog, "Använd mappen vid registret")
	if _, ok := b.o.Desk.Packs().Rule("LOKAL-LAND-01"); ok || b.known().Rules != "" {
		t.Error("the chosen rules stay")
	}
}

// A fault is told in a row when the window opens, and leads to the section.
func TestFaultyRulesAreToldAtTheStart(t *testing.T) {
	b := ruled(t)
	dir := t.TempDir()
	rulesIn(t, filepath.Join(dir, RulesFolder), ownFiles)
	r, err := ReadRules(dir, "", "sv")
	if err != nil {
		t.Fatal(err)
	}
	reg := b.reg
	reg.Desk, reg.Rules, reg.Folder = b.o.Desk, r, ""
	reg.Close = nil
	b.take(reg)
	if s := b.texts(); !strings.Contains(s, "En regelfil har ett fel: fel.toml (rad 2, severity: ”mild” är inget av blocking, serious, note).") {
		t.Errorf("not told: %s", s)
	}
	parttest.Press(t, b.win.Content(), "Visa felen")
	if b.profile == nil || b.profile.section != sectionRules || !strings.Contains(section(b.profile), "fel.toml") {
		t.Error("the row does not lead to the faults")
	}
	if strings.Contains(b.texts(), "En regelfil har ett fel") {
		t.Error("the row stays")
	}
}

// A folder that was chosen and is gone is told too; the built-in rules stand.
func TestRulesFolderIsGone(t *testing.T) {
	b := ruled(t)
	b.toRules(filepath.Join(t.TempDir(), "borta"))
	b.showRules()
	if s := section(b.profile); !strings.Contains(s, "borta") || len(b.o.Desk.Packs().Changed()) != 0 {
		t.Errorf("not told: %s", s)
	}
}

// The folder beside the register is never remembered as chosen.
func TestChoosingTheFolderByTheRegister(t *testing.T) {
	b := ruled(t)
	b.reg.Folder = t.TempDir()
	b.toRules(filepath.Join(b.reg.Folder, RulesFolder))
	if b.known().Rules != "" || b.reg.Rules.Chosen {
		t.Error("it is remembered")
	}
	b.reg.Folder = ""
}
