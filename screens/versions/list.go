package versions

import (
	"strings"
	"time"

	"yttra/app"
	"yttra/i18n"
)

// RowKind tells the rows of the list of versions apart.
type RowKind int

const (
	DayRow     RowKind = iota // a day; cannot be chosen
	VersionRow                // a version
	FoldRow                   // the automatic versions of a stretch of time
	ProblemRow                // a version that is damaged
)

// Row is one row of the list.
type Row struct {
	Kind   RowKind
	Text   string // day, name, or how many
	Second string // time, words, who
	Number uint64 // of a version
	Named  bool
	Chosen bool
	Open   bool   // of a FoldRow: those it speaks of follow
	Key    string // of a FoldRow: what to unfold
}

// Rows lists the versions by day, the latest first. Automatic ones that follow
// each other are folded.
func (m *Model) Rows() []Row {
	var out []Row
	day := ""
	for i := 0; i < len(m.list); {
		r := m.list[i]
		if !r.At.IsZero() {
			if d := r.At.Local().Format(time.DateOnly); d != day {
				day = d
				out = append(out, Row{Kind: DayRow, Text: m.day(d)})
			}
		}
		n := m.automatic(i)
		if n < 2 {
			out = append(out, m.row(i))
			i++
			continue
		}
		key := r.At.Format(time.RFC3339Nano)
		fold := Row{Kind: FoldRow, Text: m.words.N("versions.automatic", n), Key: key, Open: m.days[key],
			Second: m.words.Clock(m.list[i+n-1].At.Local()) + "–" + m.words.Clock(r.At.Local())}
		out = append(out, fold)
		for k := i; k < i+n; k++ {
			if fold.Open || m.list[k].Number == m.chosen {
				out = append(out, m.row(k))
			}
		}
		i += n
	}
	return out
}

// automatic counts the automatic versions of one day from i on. The very latest,
// which is what is open, stands by itself.
func (m *Model) automatic(i int) int {
	n := 0
	for ; i > 0 && i+n < len(m.list); n++ {
		r := m.list[i+n]
		if r.Lasts() || r.At.IsZero() || r.At.Local().Format(time.DateOnly) != m.list[i].At.Local().Format(time.DateOnly) {
			break
		}
	}
	return n
}

func (m *Model) row(i int) Row {
	r := m.list[i]
	row := Row{Kind: VersionRow, Text: m.Name(r.Number), Number: r.Number, Named: r.Lasts(), Chosen: r.Number == m.chosen}
	if r.At.IsZero() {
		row.Kind, row.Second = ProblemRow, m.words.T("versions.damaged_row")
		return row
	}
	second := []string{m.words.Clock(r.At.Local()), m.words.N("word_count.words", r.Words)}
	if d := m.sinceBefore(i); d != "" {
		second[1] += " (" + d + ")"
	}
	if r.Name != "" && r.Why != app.WhyNone { // else it is what the version is called
		second = append(second, m.words.T("versions.why."+string(r.Why)))
	}
	if r.By != "" {
		second = append(second, r.By)
	}
	if r.Packs != "" && r.Packs != m.desk.Packs().Version { // else it goes without saying
		second = append(second, m.words.T("versions.by_rules", i18n.Vars{"Rules": r.Packs}))
	}
	row.Second = strings.Join(second, " · ")
	return row
}

// sinceBefore says how many words came or went since the version before.
func (m *Model) sinceBefore(i int) string {
	if i+1 >= len(m.list) || m.list[i+1].At.IsZero() || m.list[i].Words == m.list[i+1].Words {
		return ""
	}
	d := m.words.Int(int64(m.list[i].Words - m.list[i+1].Words))
	if m.list[i].Words > m.list[i+1].Words {
		d = "+" + d
	}
	return d
}

// Name is what a version is called.
func (m *Model) Name(n uint64) string {
	i := m.revision(n)
	switch {
	case i < 0:
		return ""
	case m.list[i].At.IsZero():
		return m.words.T("versions.damaged_name", i18n.Vars{"N": m.words.Int(int64(n))})
	case m.list[i].Name != "":
		return m.list[i].Name
	case m.list[i].Why != app.WhyNone:
		return m.words.T("versions.why."+string(m.list[i].Why)) + " " + m.list[i].At.Local().Format(time.DateOnly)
	case i == 0:
		return m.words.T("versions.latest")
	}
	return m.words.T("versions.auto", i18n.Vars{"Time": m.words.Clock(m.list[i].At.Local())})
}

// day names a day: I dag, I går, or the date.
func (m *Model) day(d string) string {
	today := m.desk.State().Today
	switch n := app.Date(d).DaysTo(today); {
	case n == 0:
		return m.words.T("versions.today")
	case n == 1:
		return m.words.T("versions.yesterday")
	}
	return d
}

// Unfold shows the automatic versions of a stretch, or hides them again.
func (m *Model) Unfold(key string) { m.days[key] = !m.days[key] }
