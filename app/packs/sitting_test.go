package packs

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"yttra/app"
)

// town is a profile with a chair, a vice chair and a director in two bodies.
func town() app.Profile {
	return app.Profile{Municipality: "Exempelkommun", Department: "Kansliet", Officer: app.Person{Name: "Maj Prövelund", Title: "Utredare"}, Bodies: []app.Body{
		{Name: "Kulturnämnden", Level: app.Committee, Signatories: []app.Person{{Name: "Siv Stencil", Title: "Kulturchef"}, {Name: "Bo Alm", Title: "Vice ordförande"}, {Name: "Åsa Ek", Title: "Ordförande"}}},
		{Name: "Kommunstyrelsens arbetsutskott", Level: app.ExecutiveCommittee, Signatories: []app.Person{{Name: "Harald Mall", Title: "Kommundirektör"}}}}}
}

func begun(t *testing.T, kind string, m *app.Matter) app.Document {
	t.Helper()
	d, err := embeddedPacks(t).NewDocument(kind, m, town())
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestNewMinutesKnowTheMeeting(t *testing.T) {
	m := &app.Matter{Title: "Motion om Bänkar", Meeting: "2026-10-13", Received: "2026-02-10", References: []string{"KUN 2026/0042"},
		Movers:    []app.Mover{{Name: "Ove Provsson", Party: "D"}},
		Referrals: []app.Referral{{Body: "Tekniska nämnden", Answered: "2026-05-19", Item: "44"}, {Body: "Kulturnämnden", Answered: "2026-06-11"}, {Body: "Vårdnämnden"}, {Body: "Miljönämnden", Answered: "2026-06-01"}},
		Documents: []app.Document{{ID: "a", Kind: "opinion", Date: "2026-06-11", Body: "Kulturnämnden", Level: app.Committee, Sections: []app.Section{{Role: app.RoleSummary, Text: "Nämnden avstyrker."}}},
			{ID: "b", Kind: "reservation", Sections: []app.Section{{Role: app.RoleSummary, Text: "Nej."}}}}}
	d := begun(t, "minutes_extract", m)
	if d.Body != "Kulturnämnden" || d.Level != app.Committee || d.Meeting == nil || len(d.Signatories) > 0 {
		t.Fatalf("%+v", d)
	}
	if got := strings.Join(d.Meeting.Deciding, "; "); d.Meeting.Date != "2026-10-13" || got != "Åsa Ek, ordförande; Bo Alm, vice ordförande" {
		t.Errorf("%s %q", d.Meeting.Date, got)
	}
	if got := strings.Join(d.Meeting.Others, "; "); got != "Siv Stencil, kulturchef; Maj Prövelund, sekreterare" {
		t.Error(got)
	}
	if n := d.Meeting.Notice; n == nil || n.Kept != "Kansliet" || n.By != "Maj Prövelund" {
		t.Errorf("%+v", n)
	}
	var roles []string
	for _, s := range d.Sections {
		roles = append(roles, s.Role)
	}
	if got := strings.Join(roles, " "); got != "summary motions_made procedure proposal documents" {
		t.Error(got)
	}
	if got := d.Sections[0].Text; got != "Nämnden avstyrker." {
		t.Errorf("summary %q", got)
	}
	want := "- Yttrande, Yttrande över motion om bänkar, daterad 2026-06-11\n- Yttrande från tekniska nämnden, 2026-05-19, §\u00a044\n" +
		"- Yttrande från miljönämnden, 2026-06-01\n- Motion om bänkar av Ove Provsson (D), väckt 2026-02-10"
	if got := d.Sections[4].Text; got != want {
		t.Errorf("papers:\n%s\nwant\n%s", got, want)
	}
}

// Each body decides in its own words.
func TestMinutesOfEachBody(t *testing.T) {
	p := embeddedPacks(t)
	m := &app.Matter{Claims: []app.Claim{{Text: "att bänkar köps", Decision: app.Reject}}}
	for level, want := range map[app.Level]string{
		app.Committee:          "X beslutar att lämna yttrandet till kommunstyrelsen som svar på remissen. X föreslår kommunstyrelsen att föreslå kommunfullmäktige att besluta:",
		app.ExecutiveCommittee: "X föreslår kommunstyrelsen att föreslå kommunfullmäktige att besluta:",
		app.ExecutiveBoard:     "X föreslår kommunfullmäktige att besluta:",
		app.Council:            "X beslutar:",
	} {
		d := &app.Document{Kind: "minutes_extract", Body: "X", Level: level}
		if got := p.Proposal(m, d); got.Lead != want || fmt.Sprint(got.Points) != "[Kommunfullmäktige avslår motionen.]" {
			t.Errorf("%s: %q %q", level, got.Lead, got.Points)
		}
	}
	report := &app.Document{Kind: "official_report", Body: "Kulturnämnden", Level: app.Committee, To: "kulturnämnden"}
	if got := p.Proposal(m, report).Lead; got != "Kulturnämnden godkänner förvaltningens tjänsteutlåtande som svar på remissen. Kulturnämnden föreslår kommunstyrelsen att föreslå kommunfullmäktige att besluta:" {
		t.Error(got)
	}
}

// A matter that is put off is not decided.
func TestPostponedMinutesDecideNothing(t *testing.T) {
	p := embeddedPacks(t)
	m := &app.Matter{Claims: []app.Claim{{Text: "att bänkar köps", Decision: app.Reject}}}
	for text, points := range map[string]int{
		"": 1,
		"Ärendet återremitteras till kulturnämnden för att kostnaden ska redovisas.": 0,
		"Kommunstyrelsen beslutar att bordlägga ärendet.":                            0,
		"ÄRENDET BORDLÄGGS till den 3 maj":                                           0,
		"Kommunstyrelsen avslår yrkandet om att ärendet återremitteras.":             1,
		"Ärendet ska inte bordläggas. Ärendet ska avgöras i dag.":                    1,
		"Frågan avgörs.\nÄrendet återremitteras.":                                    0,
	} {
		d := &app.Document{Kind: "minutes_extract", Level: app.Council, Sections: []app.Section{{Role: app.RoleProposal, Text: text}}}
		if got := p.Proposal(m, d); len(got.Points) != points || (got.Lead == "") != (points == 0) {
			t.Errorf("%q: %+v", text, got)
		}
		d.Kind = "opinion"
		if got := p.Proposal(m, d); len(got.Points) != 1 {
			t.Errorf("an opinion, %q: %+v", text, got)
		}
	}
}

func TestNewReportAsksTheLettersQuestions(t *testing.T) {
	m := &app.Matter{Title: "Cykelparkeringar", Motion: &app.Source{Text: "Skrivelse\n\nAllt fler cyklar. Vi undrar:\n\n1. Hur många platser\nsaknas?\n- Vad kostar det? Hur många platser saknas?\n\n” Vem bestämmer? ”\n\nSlut."}}
	d := begun(t, "official_report", m)
	if got := d.Sections[d.Section(app.RoleAssessment)].Text; got != "### Hur många platser saknas?\n\n### Vad kostar det?\n\n### Vem bestämmer?" {
		t.Errorf("%q", got)
	}
	if fmt.Sprint(d.Signatories) != "[{Siv Stencil Kulturchef map[]}]" || d.Meeting != nil {
		t.Errorf("%+v", d.Signatories)
	}
	if d := begun(t, "official_report", &app.Matter{Motion: &app.Source{Text: "Ingen fråga."}}); d.Sections[d.Section(app.RoleAssessment)].Text != "" {
		t.Error("a letter without questions")
	}
	begun(t, "official_report", &app.Matter{})
}

func TestQuestions(t *testing.T) {
	for text, want := range map[string]string{
		"":                                  "",
		"?":                                 "",
		"Va? Va?":                           "Va?",
		"Är det så att 3,5 procent är nog?": "Är det så att 3,5 procent är nog?",
		"Enligt 5 kap. 3 § gäller: Får vi det?": "Får vi det?",
		"Ingen fråga.": "",
		strings.Repeat("mycket ", 60) + "långt?":  "",
		"Rad ett\r\noch två?\r\n\r\nNästa fråga?": "Rad ett och två?|Nästa fråga?",
	} {
		if got := strings.Join(Questions(text), "|"); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
	if n := len(Questions(strings.Repeat("A? ", 3) + strings.Repeat("Fråga nummer ett? Fråga nummer två? ", 9))); n > questionsMost {
		t.Errorf("%d questions", n)
	}
}

// A phrase about a vote knows how it went.
func TestPhrasesOfAVote(t *testing.T) {
	p := embeddedPacks(t)
	const phrase = "[antal ja-röster|yes] mot [antal nej-röster|no], [antal som avstår|abstain]"
	d := &app.Document{Meeting: &app.Meeting{Votes: []app.Vote{{Cast: app.Yes}, {Cast: app.Yes}, {Cast: app.No}}}}
	if got := p.Phrase(phrase, &app.Matter{}, d); got != "2 ja-röster mot 1 nej-röst, 0 som avstår" {
		t.Error(got)
	}
	for _, d := range []*app.Document{{}, {Meeting: &app.Meeting{}}} {
		if got := p.Phrase(phrase, &app.Matter{}, d); got != "[antal ja-röster] mot [antal nej-röster], [antal som avstår]" {
			t.Error(got)
		}
	}
}

func TestSigns(t *testing.T) {
	s := embeddedPacks(t).Decisions.Sitting
	for name, c := range map[string]struct {
		meeting app.Meeting
		want    string
	}{
		"nobody":              {app.Meeting{}, "Maj Sekreterare"},
		"first without title": {app.Meeting{Deciding: []string{"Åsa (S)", "Bo (M)"}, Others: []string{"Eva, nämndsekreterare"}}, "Eva Sekreterare|Åsa (S) Ordförande"},
		"only vice":           {app.Meeting{Deciding: []string{"Bo (M), 1:e vice ordförande"}, Adjusters: []string{" ", "Åsa (S), ledamot"}}, "Maj Sekreterare|Bo (M) Ordförande|Åsa (S) Justerare"},
	} {
		var got []string
		for _, p := range s.Signs(c.meeting, []app.Person{{Name: "Maj"}}) {
			got = append(got, p.Name+" "+p.Title)
		}
		if strings.Join(got, "|") != c.want {
			t.Errorf("%s: %q", name, got)
		}
	}
	if got := s.Signs(app.Meeting{}, nil); got != nil {
		t.Errorf("%v", got)
	}
}

// A municipality's own minutes and reports have the form that their words say.
func TestOwnKindWithAForm(t *testing.T) {
	p := laid(t, map[string]string{"kinds/kultur.toml": `
id = "kultur_protokoll"
drafted = true
records = true
level = "committee"
sv = { name = "Kulturprotokoll", title = "Ärende om %s" }
form = { speaks = "body", head = "meeting", signs = "meeting", notice = true }
lead = { committee = "{body} tycker:" }
[[section]]
role = "item"
around = true
sv = { heading = "§" }
[[section]]
role = "proposal"
required = true
level = 2
sv = { heading = "Beslut" }
`})
	m := &app.Matter{Title: "Bänkar", Claims: []app.Claim{{Text: "att", Decision: app.Approve}}}
	d, err := p.NewDocument("kultur_protokoll", m, town())
	if err != nil || d.Meeting == nil || len(d.Sections) != 1 || p.Proposal(m, &d).Lead != "Kulturnämnden tycker:" {
		t.Errorf("%+v %v", d, err)
	}
	for text, key := range map[string]string{
		`lead = { kungen = "x:" }`:                     "lead",
		`lead = { committee = "utan kolon" }`:          "lead",
		`form = { head = "matte" }`:                    "form.head",
		"[[section]]\nrole = \"b\"\nfill = \"dikter\"": "section[1].fill",
	} {
		own := "id = \"x\"\nlevel = \"council\"\nsv = { name = \"X\", title = \"X\" }\n"
		section := "[[section]]\nrole = \"a\"\nsv = { heading = \"A\" }\n"
		if strings.HasPrefix(text, "[[") {
			own += section + text + "\nsv = { heading = \"B\" }\n"
		} else {
			own += text + "\n" + section
		}
		if got := faultIn(t, own); !strings.Contains(got, key) {
			t.Errorf("%s: %q", text, got)
		}
	}
}

// faultIn is where an own kind is at fault.
func faultIn(t *testing.T, text string) string {
	t.Helper()
	_, faults, err := LoadWith(fstest.MapFS{"kinds/x.toml": {Data: []byte(text)}})
	if err != nil || len(faults) != 1 {
		t.Fatal(err, faults)
	}
	return faults[0].Where
}
