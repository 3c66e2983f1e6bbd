package backups

import (
	"errors"
	"strings"
	"testing"
	"time"

	"yttra/app"
	"yttra/i18n"
)

var noon = time.Date(2026, 11, 22, 12, 0, 0, 0, time.Local)

func words(t *testing.T, lang string) i18n.Words {
	t.Helper()
	w, err := i18n.New(lang)
	if err != nil {
		t.Fatal(err)
	}
	return w
}

func TestLines(t *testing.T) {
	m := &model{words: words(t, "sv")}
	l := m.line(app.Backup{Made: noon, Kind: app.BackupDaily, Matters: 12, Bin: 1, Size: 5_000_000, Second: true})
	if l.when != "2026-11-22 kl. 12.00" || l.kind != "Automatisk" || l.counts != "12 ärenden, 1 i papperskorgen" || l.size != "5\u00a0MB" || l.safe != "Finns också på den andra platsen" || l.damaged {
		t.Errorf("%+v", l)
	}
	if l := m.line(app.Backup{Made: noon, Fault: errors.New("skada")}); !l.damaged || !strings.HasPrefix(l.safe, "Skadad") {
		t.Errorf("%+v", l)
	}
	if s := m.about(app.Backup{Made: noon, Verified: noon, Seq: 7, Program: "Yttra 1", Erased: 1}); s != "Kontrollerad 2026-11-22 kl. 12.00 · 0\u00a0kB, ändring 7 · Yttra 1 · 1 raderat ärende är borttaget ur kopian" {
		t.Error(s)
	}
	if _, ok := m.at(0); ok {
		t.Error("a backup where there is none")
	}
}

func TestWarningsAndPlace(t *testing.T) {
	m := &model{words: words(t, "sv")}
	if s, calm := m.place(); !calm || !strings.Contains(s, "USB") || len(m.warnings()) != 0 {
		t.Errorf("%q %v", s, m.warnings())
	}
	m.state = app.BackupState{Fewer: true, Erase: 2, Second: app.SecondPlace{Folder: "/media/minne", State: app.SecondFull, Latest: noon, Stale: true}}
	if s, calm := m.place(); calm || !strings.Contains(s, "/media/minne\nPlatsen är full") || !strings.Contains(s, "2026-11-22") {
		t.Errorf("%q", s)
	}
	if got := m.warnings(); len(got) != 3 || !strings.HasPrefix(got[1], "2 raderade ärenden") {
		t.Errorf("%q", got)
	}
	m.state = app.BackupState{Erased: noon}
	if got := m.warnings(); len(got) != 1 || !strings.Contains(got[0], "2026-11-22") {
		t.Errorf("%q", got)
	}
}

func TestPreviewInWords(t *testing.T) {
	then := app.Row{ID: "a", Title: "Cykelväg", References: []string{"KS 2026/1"}, Revision: 2, Saved: noon}
	now := app.Row{ID: "a", Title: "Cykelvägen", Revision: 5, Saved: noon.AddDate(0, 0, 1)}
	c := app.BackupChanges{Back: []app.BackupMatter{{Then: then}}, Gone: []app.BackupMatter{{Now: now}},
		Changed: []app.BackupMatter{{Then: then, Now: now, BinNow: true}}, Same: 3, Profile: true}
	w := words(t, "sv")
	if s := counts(w, c); s != "1 ärende kommer tillbaka, 1 ärende försvinner, 1 ärende ändras. 3 ärenden är oförändrade. Profilen blir den som gällde då." {
		t.Error(s)
	}
	if s := counts(w, app.BackupChanges{Same: 4}); !strings.Contains(s, "likadant") {
		t.Error(s)
	}
	all := changes(w, c)
	if len(all) != 3 || all[0].mark != "Försvinner" || all[0].back || all[1].versions != "Version 2 från 2026-11-22, nu version 5 från 2026-11-23 · Ligger nu i papperskorgen" ||
		!all[2].back || all[2].reference != "KS 2026/1" || all[2].versions != "Version 2 från 2026-11-22" {
		t.Errorf("%+v", all)
	}
	en := changes(words(t, "en"), app.BackupChanges{Back: []app.BackupMatter{{Then: app.Row{ID: "b", Saved: noon}, BinThen: true}}})
	if en[0].title != "Untitled" || !strings.HasSuffix(en[0].versions, "Was in the bin then") {
		t.Errorf("%+v", en)
	}
}
