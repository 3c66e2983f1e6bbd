package facts

import (
	"fmt"
	"reflect"
	"slices"
	"strings"

	"yttra/app"
)

// Fields of a sitting, and of the notice on the official board.
const (
	fieldMeetingDate = "meeting_date"
	fieldTime        = "meeting_time"
	fieldPlace       = "meeting_place"
	fieldItem        = "meeting_item"
	fieldItems       = "meeting_items"
	fieldDeciding    = "meeting_deciding"
	fieldOthers      = "meeting_others"
	fieldAdjusters   = "meeting_adjusters"
	fieldAdjusted    = "meeting_adjusted"

	fieldPosted   = "notice_posted"
	fieldRemoved  = "notice_removed"
	fieldKept     = "notice_kept"
	fieldPostedBy = "notice_by"
)

func (p *Paper) readMeeting(m *app.Meeting) {
	if m == nil {
		return
	}
	for name, s := range map[string]string{fieldMeetingDate: string(m.Date), fieldTime: m.Time, fieldPlace: m.Place, fieldItem: m.Item, fieldItems: m.Items,
		fieldDeciding: strings.Join(m.Deciding, "\n"), fieldOthers: strings.Join(m.Others, "\n"), fieldAdjusters: strings.Join(m.Adjusters, "\n"), fieldAdjusted: string(m.Adjusted)} {
		p.typed[name] = s
	}
	p.digitally = m.Digitally
	for _, v := range m.Votes {
		p.voters = append(p.voters, v.Name)
		p.casts[v.Name] = v.Cast
	}
	if n := m.Notice; n != nil {
		p.typed[fieldPosted], p.typed[fieldRemoved], p.typed[fieldKept], p.typed[fieldPostedBy] = string(n.Posted), string(n.Removed), n.Kept, n.By
	}
}

// meeting is the sitting as it has been written; nil when nothing is said of it.
func (p *Paper) meeting() *app.Meeting {
	m := app.Meeting{}
	if p.was.Meeting != nil {
		m = *p.was.Meeting
	}
	for name, to := range map[string]*string{fieldTime: &m.Time, fieldPlace: &m.Place, fieldItem: &m.Item, fieldItems: &m.Items} {
		if p.touched(name) {
			*to = strings.TrimSpace(p.typed[name])
		}
	}
	for name, to := range map[string]*[]string{fieldDeciding: &m.Deciding, fieldOthers: &m.Others, fieldAdjusters: &m.Adjusters} {
		if p.touched(name) {
			*to = rows(p.typed[name])
		}
	}
	for name, to := range map[string]*app.Date{fieldMeetingDate: &m.Date, fieldAdjusted: &m.Adjusted} {
		if p.touched(name) {
			*to, _ = day(p.typed[name])
		}
	}
	m.Digitally, m.Votes, m.Notice = p.digitally, p.votes(m.Votes), p.notice(m.Notice)
	if p.was.Meeting == nil && reflect.DeepEqual(m, app.Meeting{}) {
		return nil
	}
	return &m
}

func (p *Paper) notice(was *app.Notice) *app.Notice {
	n := app.Notice{}
	if was != nil {
		n = *was
	}
	for name, to := range map[string]*string{fieldKept: &n.Kept, fieldPostedBy: &n.By} {
		if p.touched(name) {
			*to = strings.TrimSpace(p.typed[name])
		}
	}
	for name, to := range map[string]*app.Date{fieldPosted: &n.Posted, fieldRemoved: &n.Removed} {
		if p.touched(name) {
			*to, _ = day(p.typed[name])
		}
	}
	if reflect.DeepEqual(n, app.Notice{}) {
		return nil
	}
	return &n
}

// meetingFaults holds the days against each other, in the order they come: the
// sitting, its minutes approved, the notice posted, the notice taken down.
func (p *Paper) meetingFaults(out map[string]string) {
	order := []struct{ field, early string }{{fieldMeetingDate, ""}, {fieldAdjusted, "facts.fault_adjusted"}, {fieldPosted, "facts.fault_posted"}, {fieldRemoved, "facts.fault_removed"}}
	var last app.Date
	for _, o := range order {
		d, ok := day(p.typed[o.field])
		switch {
		case !ok:
			out[o.field] = "form.fault_day"
		case d != "" && d.Before(last):
			out[o.field] = o.early
		case d != "":
			last = d
		}
	}
}

// attestField is a field of a row of those who have approved.
func attestField(i int, what string) string { return fmt.Sprintf("attest_%d_%s", i, what) }

// addAttested makes room for one more.
func (p *Paper) addAttested() { p.attested = append(p.attested, app.Attested{}) }

// removeAttested takes a row away; those below move up with what is typed.
func (p *Paper) removeAttested(i int) {
	for n := i; n < len(p.attested); n++ {
		for _, what := range []string{"name", "title", "on"} {
			p.typed[attestField(n, what)] = p.typed[attestField(n+1, what)]
		}
	}
	p.attested = slices.Delete(p.attested, i, i+1)
}

// attestedNow are those that something is said of.
func (p *Paper) attestedNow() []app.Attested {
	var out []app.Attested
	for i, a := range p.attested {
		for what, to := range map[string]*string{"name": &a.Name, "title": &a.Title} {
			if s := p.typed[attestField(i, what)]; s != *to {
				*to = strings.TrimSpace(s)
			}
		}
		if s := p.typed[attestField(i, "on")]; s != string(a.On) {
			a.On, _ = day(s)
		}
		if !reflect.DeepEqual(a, app.Attested{}) {
			out = append(out, a)
		}
	}
	return out
}

func (p *Paper) attestFaults(out map[string]string) {
	for i := range p.attested {
		on := p.typed[attestField(i, "on")]
		if _, ok := day(on); !ok {
			out[attestField(i, "on")] = "form.fault_day"
		}
		if strings.TrimSpace(p.typed[attestField(i, "name")]) == "" && strings.TrimSpace(p.typed[attestField(i, "title")]+on) != "" {
			out[attestField(i, "name")] = "facts.fault_nameless"
		}
	}
}
