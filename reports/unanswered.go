package reports

import (
	"slices"
	"strconv"
	"strings"

	"yttra/app"
	"yttra/app/packs"
	"yttra/reports/layout"
)

// unansweredKind is the id of the list's kind in the packs.
const unansweredKind = "unanswered_motions"

// Motions is what the list of unanswered motions is made from.
type Motions struct {
	Rows  []app.Row // of the register; those that are decided, or no motions, are left out
	Today app.Date  // from which days are counted; never the clock's
}

// Unanswered gathers what the list of unanswered motions is made from: a paper about
// the register, from the executive board to the council (redovisning av obesvarade
// motioner; 5 kap. 35 § kommunallagen (2017:725), the list itself by local rules).
// It fails with CodeUsage without a day, and with CodeUnknownKind.
func Unanswered(p *packs.Packs, list Motions, profile app.Profile, creator string) (Input, error) {
	kind, ok := p.Kind(unansweredKind)
	if !ok {
		return Input{}, &app.Problem{Code: app.CodeUnknownKind, What: unansweredKind}
	}
	if !list.Today.Valid() {
		return Input{}, &app.Problem{Code: app.CodeUsage, What: "--today " + string(list.Today)}
	}
	w, err := readRegisterWords()
	if err != nil {
		return Input{}, err
	}
	d := &app.Document{Kind: kind.ID, Status: app.Final, Date: list.Today, Department: profile.Department, Level: kind.Level,
		Body: bodyAt(profile, app.ExecutiveBoard), To: first(bodyAt(profile, app.Council), w.Council)}
	if says(profile.Officer.Name) {
		d.Officers = []app.Person{profile.Officer}
	}
	return Input{Matter: &app.Matter{Title: kind.SV.Name}, Document: d, Profile: profile, Kind: *kind, Title: kind.SV.Title, Part: UnansweredMotions, Motions: list, Creator: creator}, nil
}

// bodyAt names the municipality's first body at a level.
func bodyAt(p app.Profile, level app.Level) string {
	if i := slices.IndexFunc(p.Bodies, func(b app.Body) bool { return b.Level == level }); i >= 0 {
		return p.Bodies[i].Name
	}
	return ""
}

// waiting is a motion without an answer; d is the zero Deadline when nobody knows
// when it was moved.
type waiting struct {
	row app.Row
	d   app.Deadline
}

// shortest is how many days are few.
const shortest = 30

// unanswered sorts the motions that wait: those past the year first, the longest
// past on top, then by days left; those without a day apart.
func (l Motions) unanswered() (over, within, undated []waiting) {
	for _, r := range l.Rows {
		if r.Stage == app.Decided || r.Source != app.MotionSource || len(r.Movers) == 0 && r.Claims == 0 {
			continue
		}
		switch d, ok := app.DeadlineFor(r.Received, l.Today); {
		case !ok:
			undated = append(undated, waiting{row: r})
		case d.Passed():
			over = append(over, waiting{r, d})
		default:
			within = append(within, waiting{r, d})
		}
	}
	for _, all := range [][]waiting{over, within, undated} {
		slices.SortStableFunc(all, func(a, b waiting) int {
			if a.d.Left != b.d.Left {
				return a.d.Left - b.d.Left
			}
			return strings.Compare(a.row.Title+"\x00"+a.row.ID, b.row.Title+"\x00"+b.row.ID)
		})
	}
	return over, within, undated
}

// unanswered adds the counts, the law, and a table for each of the three.
func (m *maker) unanswered() {
	w := m.register
	over, within, undated := m.in.Motions.unanswered()
	lead := say(w.LeadUnsaid, "{day}", m.day(m.in.Motions.Today))
	if says(m.d.Body) {
		lead = say(w.Lead, "{body}", m.d.Body, "{council}", lowerFirst(m.d.To), "{day}", m.day(m.in.Motions.Today))
	}
	m.add(layout.Block{Runs: layout.Plain(joined(" ", append([]string{lead}, w.counts(over, within, undated)...)...))})
	m.add(layout.Block{Runs: layout.Plain(w.lawText())})
	m.motionTable(w, w.Over, over)
	m.motionTable(w, w.Within, within)
	m.motionTable(w, w.Undated, undated)
}

func (w registerWords) counts(over, within, undated []waiting) []string {
	all := len(over) + len(within) + len(undated)
	short := 0
	for _, x := range within {
		if x.d.Left < shortest {
			short++
		}
	}
	out := []string{counted(all, w.None, w.One, w.Many)}
	switch {
	case len(over) == all && all == 1:
		out = append(out, w.OverOnly)
	case len(over) == all && all > 1:
		out = append(out, w.OverAll)
	default:
		out = append(out, counted(len(over), "", w.OverOne, w.OverMany))
	}
	out = append(out, fill(counted(short, "", w.ShortOne, w.ShortMany), "days", strconv.Itoa(shortest)))
	return append(out, counted(len(undated), "", w.UndatedOne, w.UndatedMany))
}

// counted chooses among the words for none, one and many, and says the number.
func counted(n int, none, one, many string) string {
	switch n {
	case 0:
		return none
	case 1:
		return one
	}
	return upperFirst(fill(many, "n", inWords(n)))
}

// lawText is what the law says, with its sources; one that nobody has read says so.
func (w registerWords) lawText() string {
	var cited []string
	for _, s := range w.Sources {
		text := s.SV
		if s.Sure != app.Verified {
			text += w.Unsure
		}
		cited = append(cited, text)
	}
	return w.Law + " " + fill(w.LawSource, "source", strings.Join(cited, "; "))
}

// Columns of the list in mm; the last takes the rest of 155.
var motionColumns = []float64{40, 25, 17, 23}

func (m *maker) motionTable(w registerWords, heading string, all []waiting) {
	if len(all) == 0 {
		return
	}
	m.heading(heading)
	t := layout.Table{Summary: heading, Wide: true}
	for i, head := range []string{w.Motion, w.Reference, w.Moved, w.Year, w.Where} {
		c := layout.TableColumn{Head: layout.Plain(head)}
		if i < len(motionColumns) {
			c.Width = motionColumns[i]
		}
		t.Columns = append(t.Columns, c)
	}
	for _, x := range all {
		t.Rows = append(t.Rows, layout.TableRow{Cells: [][]layout.Run{
			layout.Plain(w.titled(x.row)), layout.Plain(first(strings.Join(x.row.References, "\n"), w.Missing)),
			layout.Plain(first(string(x.row.Received), w.Missing)), layout.Plain(w.year(x)), layout.Plain(m.standing(w, x))}})
	}
	m.add(layout.Block{Role: layout.TableBlock, Table: t})
}

// titled is the motion and, on the next line, who moved it.
func (w registerWords) titled(r app.Row) string {
	var movers []string
	for _, v := range r.Movers {
		name := strings.TrimSpace(v.Name)
		if says(v.Party) {
			name = strings.TrimSpace(name + " (" + strings.TrimSpace(v.Party) + ")")
		}
		if name != "" {
			movers = append(movers, name)
		}
	}
	return first(flat(r.Title), w.Untitled) + "\n" + first(strings.Join(movers, ", "), w.Unmoved)
}

// year is the day when the year ends and, on the next line, how far it is.
func (w registerWords) year(x waiting) string {
	if x.d.Day == "" {
		return w.Missing
	}
	far := w.Today
	switch n := x.d.Left; {
	case n == 1:
		far = fill(w.LeftOne, "n", "1")
	case n > 1:
		far = fill(w.Left, "n", strconv.Itoa(n))
	case n == -1:
		far = fill(w.PassedOne, "n", "1")
	case n < -1:
		far = fill(w.Passed, "n", strconv.Itoa(-n))
	}
	return string(x.d.Day) + "\n" + far
}

// standing is who has it, how far it has come, and what comes next.
func (m *maker) standing(w registerWords, x waiting) string {
	step := w.Steps[x.row.Stage]
	if x.row.Meeting != "" && (x.row.Stage == app.Waiting || !x.row.Meeting.Before(m.in.Motions.Today)) {
		step = fill(w.Meets, "day", string(x.row.Meeting))
	}
	report := ""
	if x.d.Passed() {
		report = w.Report
	}
	return joined(" ", sentence(x.row.Holder), w.Stages[x.row.Stage], step, report)
}
