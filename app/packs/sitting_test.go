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
	m := &app.Matter{Title: "Cykelparkeringar", Motion: &app.Source{Kind: app.LetterSource, Questions: []string{"Hur många platser saknas?", "Vad kostar det?"}}}
	d := begun(t, "official_report", m)
	if got := d.Sections[d.Section(app.RoleAssessment)].Text; got != "### Hur många platser saknas?\n\n### Vad kostar det?" {
		t.Errorf("%q", got)
	}
	if fmt.Sprint(d.Signatories) != "[{Siv Stencil Kulturchef map[]}]" || d.Meeting != nil {
		t.Errorf("%+v", d.Signatories)
	}
	if d := begun(t, "official_report", &app.Matter{Motion: &app.Source{Text: "Varför då?"}}); d.Sections[d.Section(app.RoleAssessment)].Text != "" {
		t.Error("a motion asks nobody anything")
	}
	begun(t, "official_report", &app.Matter{})
}

// A remiss gives the answer its addressee, the sender's number and the last day.
func TestNewAnswerToReferral(t *testing.T) {
	p := embeddedPacks(t)
	m := &app.Matter{Title: "Betänkandet Tryggare skolor", References: []string{"KS 2026/7", "Ju2026/00456"},
		Motion: &app.Source{Kind: app.ReferralSource, Sender: "Justitiedepartementet", Reference: "Ju2026/00456", Due: "2026-06-01"}}
	d := begun(t, "referral_response", m)
	if d.To != "Justitiedepartementet" || d.CaseRef != "KS 2026/7" || d.YourRef != "Ju2026/00456" {
		t.Errorf("%+v", d)
	}
	const phrase = "[Avsändare|sender] har remitterat [titel|title] ([deras diarienummer|yourref]). Svaret ska ha kommit in senast den [datum|due]."
	if got := p.Phrase(phrase, m, &d); got != "Justitiedepartementet har remitterat Betänkandet Tryggare skolor (Ju2026/00456). Svaret ska ha kommit in senast den 1\u00a0juni 2026." {
		t.Error(got)
	}
	m.References = []string{"Ju2026/00456"} // the own number is not known yet
	if d := begun(t, "opinion", m); d.CaseRef != "" || d.YourRef != "Ju2026/00456" || d.To != "Justitiedepartementet" {
		t.Errorf("%+v", d)
	}
	if d := begun(t, "official_report", m); d.To == "Justitiedepartementet" {
		t.Error("a report is written to the own committee")
	}
	m.Motion = &app.Source{Kind: app.LetterSource, Sender: "Åsa Öst", Drawn: []app.Drawn{{Field: "sender", Value: "Åsa Öst", Doubt: "private_sender"}}}
	if got := p.Phrase("från [avsändare|sender] senast den [datum|due]", m, &d); got != "från [avsändare] senast den [datum]" {
		t.Errorf("a private person's name is written into the answer: %q", got)
	}
	m.Motion.Sender = "Bänkföreningen"
	if got := p.Phrase("från [avsändare|sender]", m, &d); got != "från Bänkföreningen" {
		t.Error(got)
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
