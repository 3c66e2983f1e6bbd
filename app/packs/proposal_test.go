package packs

import (
	"strings"
	"testing"

	"yttra/app"
)

func TestProposalPoints(t *testing.T) {
	claim := func(d app.Decision, reason string) app.Claim {
		return app.Claim{Text: "att …", Decision: d, Reason: reason}
	}
	for name, c := range map[string]struct {
		claims []app.Claim
		want   []string
	}{
		"no claims":    {nil, nil},
		"one rejected": {[]app.Claim{claim(app.Reject, "")}, []string{"Kommunfullmäktige avslår motionen."}},
		"all rejected": {[]app.Claim{claim(app.Reject, ""), claim(app.Reject, "skäl")}, []string{"Kommunfullmäktige avslår motionen."}},
		"all approved": {[]app.Claim{claim(app.Approve, ""), claim(app.Approve, "")}, []string{"Kommunfullmäktige bifaller motionen."}},
		"all answered": {[]app.Claim{claim(app.DeemedAnswered, "med hänvisning till översynen av passersystemet.")},
			[]string{"Kommunfullmäktige anser motionen besvarad med hänvisning till översynen av passersystemet."}},
		"mixed": {[]app.Claim{claim(app.Reject, ""), claim(app.DeemedAnswered, "pågående arbete"), claim(app.Approve, ""), claim(app.Reject, "")},
			[]string{"Kommunfullmäktige bifaller yrkande 3.", "Kommunfullmäktige anser yrkande 2 besvarat med hänvisning till pågående arbete.",
				"Kommunfullmäktige avslår motionen i övrigt."}},
		"two reasons": {[]app.Claim{claim(app.DeemedAnswered, "a"), claim(app.DeemedAnswered, "b"), claim(app.DeemedAnswered, "a")},
			[]string{"Kommunfullmäktige anser yrkande 1 och 3 besvarat med hänvisning till a.", "Kommunfullmäktige anser yrkande 2 besvarat med hänvisning till b."}},
		"partial": {[]app.Claim{claim(app.PartialApprove, "i den del som avser gymnasieskolan")},
			[]string{"Kommunfullmäktige bifaller yrkande 1 delvis i den del som avser gymnasieskolan.", "Kommunfullmäktige avslår motionen i övrigt."}},
		"undecided": {[]app.Claim{claim(app.Reject, ""), claim(app.Undecided, ""), claim(app.Reject, "")},
			[]string{"Kommunfullmäktige avslår yrkande 1 och 3."}},
	} {
		t.Run(name, func(t *testing.T) {
			got := embeddedPacks(t).Proposal(&app.Matter{Claims: c.claims}, &app.Document{}).Points
			if strings.Join(got, "\n") != strings.Join(c.want, "\n") {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
		})
	}
}

func TestProposalLeads(t *testing.T) {
	ingress := []app.Section{{Role: app.RoleIngress, Text: "Utbildningsnämnden beslutar att lämna följande yttrande:"}}
	for name, c := range map[string]struct {
		d    app.Document
		want string
	}{
		"committee": {app.Document{Level: app.Committee, Body: "Utbildningsnämnden"},
			"Utbildningsnämnden beslutar att lämna yttrandet till kommunstyrelsen som svar på remissen. Utbildningsnämnden föreslår kommunstyrelsen att föreslå kommunfullmäktige att besluta:"},
		"committee, ingress": {app.Document{Level: app.Committee, Body: "Utbildningsnämnden", To: "Kommunstyrelsen\nStadshuset", Sections: ingress},
			"Utbildningsnämnden föreslår kommunstyrelsen att föreslå kommunfullmäktige att besluta:"},
		"committee to council": {app.Document{Level: app.Committee, To: "Kommunfullmäktige", Sections: ingress},
			"Nämnden föreslår kommunfullmäktige att besluta:"},
		"executive committee": {app.Document{Level: app.ExecutiveCommittee},
			"Kommunstyrelsens arbetsutskott föreslår kommunstyrelsen att föreslå kommunfullmäktige att besluta:"},
		"executive board": {app.Document{Level: app.ExecutiveBoard}, "Kommunstyrelsen föreslår kommunfullmäktige att besluta:"},
		"council":         {app.Document{Level: app.Council}, "Kommunfullmäktige beslutar:"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := embeddedPacks(t).Proposal(&app.Matter{}, &c.d).Lead; got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestNewDocument(t *testing.T) {
	p := embeddedPacks(t)
	m := &app.Matter{Title: "Motion om Ansiktsigenkänning vid skolornas entréer", References: []string{"UBN 2026/0123", "KS 2025/0447"}}
	pr := app.Profile{Department: "Utbildningsförvaltningen", Officer: app.Person{Name: "Anna Handläggarsson"},
		Bodies: []app.Body{{Name: "Utbildningsnämnden", Level: app.Committee, Signatories: []app.Person{{Name: "Elsa Exempelsson", Title: "Ordförande"}}}}}
	d, err := p.NewDocument("opinion", m, pr)
	if err != nil {
		t.Fatal(err)
	}
	var roles []string
	for _, s := range d.Sections {
		roles = append(roles, s.Role)
	}
	if got, want := strings.Join(roles, " "), "ingress summary motion_content assessment children privacy economy proposal"; got != want {
		t.Errorf("sections %s, want %s", got, want)
	}
	if d.Body != "Utbildningsnämnden" || d.To != "Kommunstyrelsen" || d.CaseRef != "UBN 2026/0123" || d.YourRef != "KS 2025/0447" ||
		len(d.Signatories) != 1 || len(d.Officers) != 1 || d.ID == "" {
		t.Errorf("%+v", d)
	}
	if got, want := p.Title(m, &d), "Yttrande över motion om ansiktsigenkänning vid skolornas entréer"; got != want {
		t.Errorf("title %q, want %q", got, want)
	}
	p.AddSection(&d, "annexes")
	p.AddSection(&d, "reservation")
	p.AddSection(&d, "reservation")
	if n := len(d.Sections); n != 10 || d.Sections[n-2].Role != "reservation" || d.Sections[n-1].Role != "annexes" {
		t.Errorf("added sections lie wrong: %+v", d.Sections)
	}
	for _, kind := range []string{"", "poem"} {
		if _, err := p.NewDocument(kind, m, pr); app.CodeOf(err) != app.CodeUnknownKind {
			t.Errorf("%s: %v", kind, err)
		}
	}
}

func TestEveryKindHasTheSectionsOfTheCatalogue(t *testing.T) {
	for id, want := range map[string]string{
		"opinion":         "ingress summary motion_content assessment proposal",
		"motion_response": "proposal summary background motion_content preparation assessment economy children documents sent_to",
	} {
		k, _ := embeddedPacks(t).Kind(id)
		var got []string
		for _, s := range k.Sections {
			if s.Required {
				got = append(got, s.Role)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s demands %v, want %s", id, got, want)
		}
	}
}

func TestTitleKeepsNames(t *testing.T) {
	p := embeddedPacks(t)
	d := &app.Document{Kind: "motion_response"}
	for title, c := range map[string]struct{ claim, want string }{
		"Exempelstads torg":       {"att rusta upp Exempelstads torg", "Svar på motion om Exempelstads torg"},
		"Belysning vid stationen": {"att köpa belysning vid stationen", "Svar på motion om belysning vid stationen"},
		"Kameror":                 {"att Kameror: köps", "Svar på motion om kameror"},
		"GPS-armband":             {"", "Svar på motion om GPS-armband"},
		"motion angående Bänkar":  {"att bänkar köps", "Svar på motion om bänkar"},
		"":                        {"", "Svar på motion om"},
	} {
		m := &app.Matter{Title: title, Claims: []app.Claim{{Text: c.claim}}}
		if got := p.Title(m, d); got != c.want {
			t.Errorf("%q: got %q, want %q", title, got, c.want)
		}
	}
	m := &app.Matter{Title: "Trygghetskameror vid resecentrum", Motion: &app.Source{Text: "Till kommunfullmäktige\n\nTrygghetskameror vid resecentrum\n\nPlatsen känns otrygg."}}
	if got := p.Title(m, d); got != "Svar på motion om trygghetskameror vid resecentrum" {
		t.Errorf("a word that only heads a line is taken for a name: %q", got)
	}
	if got := p.Title(&app.Matter{Title: "A"}, &app.Document{Kind: "opinion", Title: "Eget"}); got != "Eget" {
		t.Errorf("own title: %q", got)
	}
}
