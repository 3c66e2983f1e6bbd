package backup

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"yttra/app"
)

// lived plays a life of backups: each is made, and then the rotation lets some go.
type lived struct {
	kept []Info
	seq  uint64
}

func (l *lived) back(made time.Time, kind app.BackupKind) {
	l.seq++
	l.kept = append(l.kept, Info{Header: Header{Made: made, Kind: kind, Seq: l.seq}})
	l.kept, _ = Keep(l.kept)
}

func (l *lived) days() []string {
	var out []string
	for _, b := range l.kept {
		out = append(out, b.Header.Made.Format(time.DateOnly))
	}
	return out
}

func day(s string) time.Time {
	t, err := time.ParseInLocation(time.DateOnly, s, time.Local)
	if err != nil {
		panic(err)
	}
	return t.Add(9 * time.Hour)
}

func TestRotationOfThreeYears(t *testing.T) {
	var l lived
	for d := day("2024-01-01"); d.Before(day("2027-01-01")); d = d.AddDate(0, 0, 1) {
		if wd := d.Weekday(); wd != time.Saturday && wd != time.Sunday {
			l.back(d, app.BackupDaily)
			l.back(d.Add(6*time.Hour), app.BackupOwn)
		}
		if len(l.kept) > days+weeks+months {
			t.Fatalf("%s: %d are kept", d, len(l.kept))
		}
	}
	want := []string{"2026-12-31", "2026-12-30", "2026-12-29", "2026-12-28", "2026-12-25", "2026-12-24", "2026-12-23", // days
		"2026-12-18", "2026-12-11", // weeks besides
		"2026-11-30", "2026-10-30", "2026-09-30", "2026-08-31", "2026-07-31", "2026-06-30", "2026-05-29", "2026-04-30", "2026-03-31", "2026-02-27", "2026-01-30"}
	if got := l.days(); !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
	for _, b := range l.kept {
		if b.Header.Made.Hour() != 15 {
			t.Errorf("%s is not the latest of its day", b.Header.Made)
		}
	}
}

func TestRotation(t *testing.T) {
	for name, c := range map[string]struct {
		live func(*lived)
		want []string
	}{
		"one only": {func(l *lived) { l.back(day("2026-01-01"), app.BackupDaily) }, []string{"2026-01-01"}},
		"a year without any": {func(l *lived) {
			l.back(day("2025-01-01"), app.BackupDaily)
			l.back(day("2025-01-02"), app.BackupDaily)
			l.back(day("2026-01-05"), app.BackupDaily)
		}, []string{"2026-01-05", "2025-01-02", "2025-01-01"}},
		"the clock was set back: the later change is the later backup, and the day is one": {func(l *lived) {
			l.back(day("2026-05-10"), app.BackupDaily)
			l.back(day("2026-05-11"), app.BackupDaily)
			l.back(day("2026-05-10").Add(time.Hour), app.BackupDaily)
		}, []string{"2026-05-10", "2026-05-11"}},
		"a clock that ran ahead for a day does not throw the others out": {func(l *lived) {
			for i := range 5 {
				l.back(day("2026-05-10").AddDate(0, 0, i), app.BackupDaily)
			}
			l.back(day("2099-01-01"), app.BackupDaily)
			l.back(day("2026-05-15"), app.BackupDaily)
		}, []string{"2026-05-15", "2099-01-01", "2026-05-14", "2026-05-13", "2026-05-12", "2026-05-11", "2026-05-10"}},
		"those that were made for a reason stay beside the later ones of their day": {func(l *lived) {
			for i := range 5 {
				l.back(day("2026-05-10").Add(time.Duration(i)*time.Hour), app.BackupBefore)
			}
			l.back(day("2026-05-10").Add(5*time.Hour), app.BackupOwn)
			l.back(day("2026-05-10").Add(6*time.Hour), app.BackupDaily)
		}, []string{"2026-05-10", "2026-05-10", "2026-05-10", "2026-05-10", "2026-05-10"}},
		"what was there before a restore stays, though it was made by the day": {func(l *lived) {
			l.back(day("2026-05-10"), app.BackupDaily)
			l.back(day("2026-05-10").Add(time.Hour), app.BackupRestored)
			l.back(day("2026-05-10").Add(time.Hour), app.BackupRestored)
			l.back(day("2026-05-10").Add(2*time.Hour), app.BackupDaily)
		}, []string{"2026-05-10", "2026-05-10", "2026-05-10", "2026-05-10"}},
	} {
		var l lived
		if c.live(&l); !slices.Equal(l.days(), c.want) {
			t.Errorf("%s: %v", name, l.days())
		}
	}
}

// A damaged backup takes nobody's place, and goes when there are enough after it.
func TestDamagedInRotation(t *testing.T) {
	bad := Info{Header: Header{Made: day("2026-05-01"), Seq: 1}, Fault: errors.New("damaged")}
	all := []Info{bad}
	for i := range 8 {
		all = append(all, Info{Header: Header{Made: day("2026-05-02").AddDate(0, 0, i), Seq: uint64(i + 2)}})
		keep, _ := Keep(all)
		if has := slices.ContainsFunc(keep, func(b Info) bool { return b.Fault != nil }); has != (i < 6) {
			t.Errorf("after %d whole ones: %v", i+1, has)
		}
	}
	if keep, drop := Keep(nil); len(keep)+len(drop) > 0 {
		t.Error(fmt.Sprint(keep, drop))
	}
}
