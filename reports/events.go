package reports

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"yttra/app"
	"yttra/app/audit"
	"yttra/app/packs"
	"yttra/reports/layout"
)

//go:embed events_sv.json
var eventsFile []byte

// MostEvents is how many events a list on paper has: some four hundred pages. More are
// a table for a spreadsheet.
const MostEvents = 5000

// EventsInput is what the list of events is made from.
type EventsInput struct {
	Lines    []audit.Line // in Swedish, the oldest first
	Matter   string       // whose they are, when it is the events of one; empty: of the register
	From, To app.Date     // the period that was asked for; empty: no bound
	Chosen   []string     // what else was asked for, in words
	Check    app.TrailCheck
	Faults   []string // where the chain breaks, in Swedish sentences
	At       time.Time
}

// Events gathers what the list of events is made from: who did what when in a register,
// and whether the chain holds. It fails with CodeTooManyEvents.
func Events(list EventsInput, profile app.Profile, creator string) (Input, error) {
	if len(list.Lines) > MostEvents {
		return Input{}, &app.Problem{Code: app.CodeTooManyEvents, What: strconv.Itoa(len(list.Lines)), Where: strconv.Itoa(MostEvents)}
	}
	w, err := readEventWords()
	if err != nil {
		return Input{}, err
	}
	title := w.Title
	if says(list.Matter) {
		title = fill(w.TitleMatter, "matter", quoted(flat(list.Matter)))
	}
	d := &app.Document{Kind: string(EventList), Status: app.Final, Date: app.DateOf(list.At), Department: profile.Department}
	if says(profile.Officer.Name) {
		d.Officers = []app.Person{profile.Officer}
	}
	kind := packs.Kind{ID: string(EventList), Records: true, SV: packs.KindWords{Name: w.Kind}}
	return Input{Matter: &app.Matter{Title: w.Kind}, Document: d, Profile: profile, Kind: kind, Title: title, Part: EventList, Events: list, Creator: creator}, nil
}

// eventWords are those printed in the list.
type eventWords struct {
	Kind        string `json:"kind"`
	Title       string `json:"title"`
	TitleMatter string `json:"title_matter"`
	None        string `json:"none"`
	One         string `json:"one"`
	Many        string `json:"many"`
	Order       string `json:"order"`
	Chosen      string `json:"chosen"`
	Period      string `json:"period"`
	Since       string `json:"since"`
	Until       string `json:"until"`
	Chain       string `json:"chain"`
	What        string `json:"what"`
	Whole       string `json:"whole"`
	WholeOne    string `json:"whole_one"`
	WholeNone   string `json:"whole_none"`
	Broken      string `json:"broken"`
	Head        string `json:"head"`
	Use         string `json:"use"`
	Events      string `json:"events"`
	Number      string `json:"number"`
	At          string `json:"at"`
	Who         string `json:"who"`
	Did         string `json:"did"`
	Matter      string `json:"matter"`
	Register    string `json:"register"`
	Sum         string `json:"sum"`
}

func readEventWords() (eventWords, error) {
	var w eventWords
	if err := json.Unmarshal(eventsFile, &w); err != nil {
		return w, fmt.Errorf("read the words of the list of events: %w", err)
	}
	return w, nil
}

// listEvents adds what the list shows, whether the chain holds, and the events.
func (m *maker) listEvents() {
	in, w := m.in.Events, m.events
	m.add(layout.Block{Runs: layout.Plain(joined(" ", m.eventsLead(), m.eventsChosen()))})
	m.heading(w.Chain)
	stands := layout.Block{Runs: layout.Plain(joined(" ", w.What, m.chainStands()))}
	var breaks layout.List
	for _, f := range in.Faults {
		breaks.Items = append(breaks.Items, []layout.Block{{Runs: layout.Plain(f)}})
	}
	if len(breaks.Items) > 0 {
		stands.Role = layout.LeadIn
		m.add(stands, layout.Block{Role: layout.ListBlock, List: breaks})
	} else {
		m.add(stands)
	}
	if n := in.Check.Count; n > 0 {
		number := strconv.FormatUint(n, 10)
		m.add(layout.Block{Runs: layout.Plain(joined(" ", say(w.Head, "{n}", number, "{hash}", grouped(in.Check.Hash)), fill(w.Use, "n", number)))})
	}
	m.eventTable()
}

func (m *maker) eventsLead() string {
	all, w := m.in.Events.Lines, m.events
	switch len(all) {
	case 0:
		return w.None
	case 1:
		return fill(w.One, "day", m.day(app.DateOf(all[0].At)))
	}
	return say(w.Many, "{n}", strconv.Itoa(len(all)), "{first}", m.day(app.DateOf(all[0].At)), "{last}", m.day(app.DateOf(all[len(all)-1].At))) + " " + w.Order
}

func (m *maker) eventsChosen() string {
	in, w := m.in.Events, m.events
	chosen := append([]string{}, in.Chosen...)
	switch {
	case in.From != "" && in.To != "":
		chosen = append(chosen, say(w.Period, "{from}", string(in.From), "{to}", string(in.To)))
	case in.From != "":
		chosen = append(chosen, fill(w.Since, "from", string(in.From)))
	case in.To != "":
		chosen = append(chosen, fill(w.Until, "to", string(in.To)))
	}
	if len(chosen) == 0 {
		return ""
	}
	return fill(w.Chosen, "chosen", strings.Join(chosen, "; "))
}

// chainStands says when the chain was checked, and what was found.
func (m *maker) chainStands() string {
	in, w := m.in.Events, m.events
	s := w.Whole
	switch {
	case !in.Check.Whole():
		s = w.Broken
	case in.Check.Count == 0:
		s = w.WholeNone
	case in.Check.Count == 1:
		s = w.WholeOne
	}
	return say(s, "{day}", m.day(app.DateOf(in.At)), "{time}", in.At.Format("15.04"), "{n}", strconv.FormatUint(in.Check.Count, 10))
}

// Columns of the list in mm; the last takes the rest of 155. The events of one matter
// need no column that says whose they are.
var eventColumns = []float64{14, 23, 29, 54}

func (m *maker) eventTable() {
	in, w := m.in.Events, m.events
	if len(in.Lines) == 0 {
		return
	}
	m.heading(w.Events)
	t := layout.Table{Summary: w.Events, Wide: true}
	heads := []string{w.Number, w.At, w.Who, w.Did, w.Matter}
	if says(in.Matter) {
		heads = heads[:4]
	}
	for i, head := range heads {
		c := layout.TableColumn{Head: layout.Plain(head)}
		if i < len(heads)-1 {
			c.Width = eventColumns[i]
		}
		t.Columns = append(t.Columns, c)
	}
	for _, l := range in.Lines {
		did := append([]string{sentence(l.What)}, l.Said...)
		if l.Sum != "" {
			did = append(did, fill(w.Sum, "sum", grouped(l.Sum)))
		}
		for i := range did {
			did[i] = flat(did[i])
		}
		cells := [][]layout.Run{layout.Plain(strconv.FormatUint(l.Number, 10)), layout.Plain(l.At.Format("2006-01-02\n15.04.05")),
			layout.Plain(flat(l.Who)), layout.Plain(strings.Join(did, "\n")), layout.Plain(first(flat(l.Matter), w.Register))}
		t.Rows = append(t.Rows, layout.TableRow{Cells: cells[:len(heads)]})
	}
	m.add(layout.Block{Role: layout.TableBlock, Table: t})
}

// grouped writes a sum eight digits at a time, so that it can be read and fits a line.
func grouped(sum string) string {
	var out []string
	for len(sum) > 8 {
		out, sum = append(out, sum[:8]), sum[8:]
	}
	return strings.Join(append(out, sum), " ")
}
