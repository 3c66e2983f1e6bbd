package compare

import (
	"fmt"
	"testing"

	"yttra/app"
)

func paper() *app.Matter {
	return &app.Matter{ID: "m", Referrals: []app.Referral{{Body: "Kulturnämnden", Due: "2026-05-01"}, {Body: "Polisen"}},
		Documents: []app.Document{{ID: "d", Meeting: &app.Meeting{Date: "2026-04-15", Place: "Salen", Item: "84", Deciding: []string{"Ada Prov"}, Adjusted: "2026-04-20",
			Votes: []app.Vote{{Name: "Ada Prov", Cast: app.Yes}}, Notice: &app.Notice{Posted: "2026-04-21"}},
			Attested: []app.Attested{{Name: "Bo Prov", On: "2026-04-19"}},
			Annexes:  []app.Annex{{Title: "Brev", Name: "a.pdf", Data: []byte("ett")}, {Title: "Karta", How: app.AnnexAttached, Data: []byte("k")}}}}}
}

// What a paper says around its text is told by name, not as something else.
func TestWhatStandsAroundATextIsTold(t *testing.T) {
	for name, c := range map[string]struct {
		change func(m *app.Matter, d *app.Document)
		want   string
	}{
		"nothing":       {func(*app.Matter, *app.Document) {}, ""},
		"the place":     {func(_ *app.Matter, d *app.Document) { d.Meeting.Place = "Torget" }, "sitting  2026-04-15, Salen, § 84>2026-04-15, Torget, § 84"},
		"who was there": {func(_ *app.Matter, d *app.Document) { d.Meeting.Others = []string{"Cy"} }, "present  Ada Prov>Ada Prov; Cy"},
		"the approval":  {func(_ *app.Matter, d *app.Document) { d.Meeting.Adjusters = []string{"Bo"} }, "adjusted  2026-04-20>2026-04-20; Bo"},
		"without ink":   {func(_ *app.Matter, d *app.Document) { d.Meeting.Digitally = true }, "digitally  >true"},
		"a vote":        {func(_ *app.Matter, d *app.Document) { d.Meeting.Votes[0].Cast = app.No }, "vote Ada Prov yes>no"},
		"a vote more": {func(_ *app.Matter, d *app.Document) {
			d.Meeting.Votes = append(d.Meeting.Votes, app.Vote{Name: "Cy", Cast: app.Abstain})
		}, "vote Cy >abstain"},
		"the notice":      {func(_ *app.Matter, d *app.Document) { d.Meeting.Notice.Removed = "2026-05-13" }, "notice  2026-04-21>2026-04-21 – 2026-05-13"},
		"no meeting":      {func(_ *app.Matter, d *app.Document) { d.Meeting = &app.Meeting{} }, "sitting  2026-04-15, Salen, § 84>\npresent  Ada Prov>\nadjusted  2026-04-20>\nvote Ada Prov yes>\nnotice  2026-04-21>"},
		"who approved":    {func(_ *app.Matter, d *app.Document) { d.Attested[0].Title = "Chef" }, "attested  Bo Prov, 2026-04-19>Bo Prov, Chef, 2026-04-19"},
		"an annex's way":  {func(_ *app.Matter, d *app.Document) { d.Annexes[0].How = app.AnnexAppended }, "annex Brev listed>appended"},
		"an annex's file": {func(_ *app.Matter, d *app.Document) { d.Annexes[1].Data = []byte("K") }, "annex Karta attached>attached"},
		"an annex less":   {func(_ *app.Matter, d *app.Document) { d.Annexes = d.Annexes[1:] }, "annex Brev listed>"},
		"the web copy":    {func(_ *app.Matter, d *app.Document) { d.Publishing = &app.Publishing{By: "Maj"} }, "publishing  >"},
		"a file":          {func(_ *app.Matter, d *app.Document) { d.Exports = []app.Export{{Name: "x.pdf"}} }, "exports  >1"},
		"what is unknown": {func(_ *app.Matter, d *app.Document) { d.Meeting.Extra = app.Extra{"x": []byte("1")} }, "rest  >"},
		"an answer":       {func(m *app.Matter, _ *app.Document) { m.Referrals[0].Stand = app.Opposes }, "referral Kulturnämnden none>opposes"},
		"its summary":     {func(m *app.Matter, _ *app.Document) { m.Referrals[1].Summary = "Ja" }, "referral Polisen none>none"},
		"one more asked":  {func(m *app.Matter, _ *app.Document) { m.Referrals = append(m.Referrals, app.Referral{Body: "Skolan"}) }, "referral Skolan >none"},
		"one less asked":  {func(m *app.Matter, _ *app.Document) { m.Referrals = m.Referrals[:1] }, "referral Polisen none>"},
	} {
		old, now := paper(), paper()
		c.change(now, &now.Documents[0])
		r := Matters(Side{Matter: old}, Side{Matter: now})
		got := ""
		for _, f := range append(r.Facts, r.Documents[0].Facts...) {
			if got != "" {
				got += "\n"
			}
			got += fmt.Sprintf("%s %s %s>%s", f.What, f.Name, f.Old, f.New)
		}
		if got != c.want {
			t.Errorf("%s:\n got %q\nwant %q", name, got, c.want)
		}
		if len(old.Documents[0].Annexes[0].Data) != 3 {
			t.Error("a file was changed")
		}
	}
}
