package facts

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/cost"
	"yttra/reports"
	"yttra/screens/parts/parttest"
)

func minutes() app.Document {
	return app.Document{ID: "d", Kind: "minutes_extract", Title: "Rubrik", Date: "2026-04-17", Draft: 2, Body: "Kulturnämnden", Level: app.Committee,
		To: " Två rader \n\n så här", Officers: []app.Person{{Name: "Maj", Title: "Utredare, jurist", Extra: app.Extra{"tel": []byte(`"1"`)}}},
		Meeting: &app.Meeting{Date: "2026-04-15", Time: "13.00–15.40", Deciding: []string{"Ada Prov (A), ordförande", "Bo Prov (B)", " Cy Prov (C) "}, Adjusters: []string{"Bo Prov (B)"},
			Adjusted: "2026-04-20", Item: "84", Votes: []app.Vote{{Name: "Bo Prov (B)", Cast: app.No, Extra: app.Extra{"x": []byte("1")}}},
			Notice: &app.Notice{Posted: "2026-04-21", Removed: "2026-05-13"}, Extra: app.Extra{"y": []byte("2")}},
		Attested: []app.Attested{{Name: "Maj Test", On: "2026-04-19", Extra: app.Extra{"z": []byte("3")}}},
		Annexes:  []app.Annex{{Title: " Brev ", How: app.AnnexAppended, Name: "brev.pdf", Data: []byte("%PDF-1.7")}}}
}

func TestWhatNobodyTouchedStaysToTheLetter(t *testing.T) {
	was := minutes()
	p := NewPaper(&was, nil)
	if p.Changed() || len(p.Faults()) > 0 {
		t.Fatalf("untouched, and changed: %v", p.Faults())
	}
	now := minutes()
	p.Into(&now)
	if !reflect.DeepEqual(now, was) {
		t.Errorf("%+v\n%+v", now, was)
	}
	empty := app.Document{Kind: "opinion"}
	p = NewPaper(&empty, nil)
	if p.Into(&empty); empty.Meeting != nil || empty.Attested != nil || empty.Annexes != nil || p.Changed() {
		t.Errorf("an empty document became %+v", empty)
	}
}

func TestWhatIsTypedIsKept(t *testing.T) {
	d := minutes()
	p := NewPaper(&d, nil)
	for name, s := range map[string]string{fieldTitle: " Ny ", fieldDate: "2026-05-01 ", fieldDraft: "3", fieldTo: "A\n\n B \n", fieldOfficers: "Maj, Jurist\n\nNils",
		fieldDeciding: "Dan Prov (D)\n", fieldRemoved: "", fieldPosted: "", fieldItems: "84–97"} {
		p.typed[name] = s
	}
	p.digitally = true
	p.addAttested()
	p.typed[attestField(1, "name")] = "Nils Test"
	p.removeAttested(0)
	if !p.Changed() {
		t.Error("nothing is changed")
	}
	p.Into(&d)
	if d.Title != "Ny" || d.Date != "2026-05-01" || d.Draft != 3 || d.To != "A\nB" || d.Meeting.Items != "84–97" || !d.Meeting.Digitally || !slices.Equal(d.Meeting.Deciding, []string{"Dan Prov (D)"}) {
		t.Errorf("%+v %+v", d, d.Meeting)
	}
	if len(d.Officers) != 2 || d.Officers[0].Title != "Jurist" || d.Officers[0].Extra["tel"] == nil || d.Officers[1].Name != "Nils" {
		t.Errorf("officers %+v", d.Officers)
	}
	if d.Meeting.Notice != nil || d.Meeting.Extra["y"] == nil {
		t.Errorf("the notice that says nothing stays, or what we do not know is gone: %+v", d.Meeting)
	}
	if len(d.Attested) != 1 || d.Attested[0].Name != "Nils Test" || d.Attested[0].On != "" {
		t.Errorf("approved by %+v", d.Attested)
	}
}

func TestPeopleKeepWhatWeDoNotKnow(t *testing.T) {
	before := []app.Person{{Name: "Ada", Title: "Ordförande", Extra: app.Extra{"tel": []byte(`"1"`)}}}
	got := People(Lines(before)+"\nBo, Direktör", before)
	if len(got) != 2 || got[0].Extra["tel"] == nil || got[1].Title != "Direktör" {
		t.Errorf("%+v", got)
	}
}

func TestFaultsOfAPaper(t *testing.T) {
	for name, c := range map[string]struct {
		typed map[string]string
		want  map[string]string
	}{
		"a day that is none":         {map[string]string{fieldDate: "2026-02-30"}, map[string]string{fieldDate: "form.fault_day"}},
		"a draft that is no number":  {map[string]string{fieldDraft: "två"}, map[string]string{fieldDraft: "facts.fault_draft"}},
		"a draft below nothing":      {map[string]string{fieldDraft: "-1"}, map[string]string{fieldDraft: "facts.fault_draft"}},
		"approved before it was":     {map[string]string{fieldAdjusted: "2026-04-14"}, map[string]string{fieldAdjusted: "facts.fault_adjusted"}},
		"posted before approved":     {map[string]string{fieldPosted: "2026-04-19"}, map[string]string{fieldPosted: "facts.fault_posted"}},
		"removed before posted":      {map[string]string{fieldRemoved: "2026-04-20"}, map[string]string{fieldRemoved: "facts.fault_removed"}},
		"removed before the sitting": {map[string]string{fieldRemoved: "2026-04-01", fieldPosted: "", fieldAdjusted: ""}, map[string]string{fieldRemoved: "facts.fault_removed"}},
		"all on one day":             {map[string]string{fieldAdjusted: "2026-04-15", fieldPosted: "2026-04-15"}, nil},
		"approved by nobody":         {map[string]string{"attest_0_name": " ", "attest_0_on": "i går"}, map[string]string{"attest_0_name": "facts.fault_nameless", "attest_0_on": "form.fault_day"}},
		"a number not in the form":   {map[string]string{fieldCaseRef: "vad som helst"}, nil},
	} {
		d := minutes()
		p := NewPaper(&d, nil)
		for k, v := range c.typed {
			p.typed[k] = v
		}
		if got := p.Faults(); !reflect.DeepEqual(got, c.want) && len(got)+len(c.want) > 0 {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
		if !p.Changed() {
			t.Errorf("%s: what was typed could be lost", name)
		}
	}
}

func TestVotesFollowThoseDeciding(t *testing.T) {
	d := minutes()
	p := NewPaper(&d, nil)
	p.FetchVoters()
	if want := []string{"Ada Prov (A)", "Bo Prov (B)", "Cy Prov (C)"}; !slices.Equal(p.voters, want) {
		t.Fatalf("%q", p.voters)
	}
	p.casts["Ada Prov (A)"] = app.Yes
	if y, n, a, u := p.tally(); y != 1 || n != 1 || a != 0 || u != 1 {
		t.Error(y, n, a, u)
	}
	p.typed[fieldDeciding] = "Cy Prov (C)\nDan Prov (D)"
	p.FetchVoters()
	if want := []string{"Cy Prov (C)", "Dan Prov (D)", "Ada Prov (A)", "Bo Prov (B)"}; !slices.Equal(p.voters, want) {
		t.Errorf("who has voted is gone, or who came is not there: %q", p.voters)
	}
	p.removeVoter("Ada Prov (A)")
	p.Into(&d)
	if v := d.Meeting.Votes; len(v) != 1 || v[0].Cast != app.No || v[0].Extra["x"] == nil {
		t.Errorf("kept %+v", v)
	}
}

// A vote may be written with the office of who gave it; it is the same person.
func TestAVoteMayNameAnOffice(t *testing.T) {
	d := minutes()
	d.Meeting.Votes = []app.Vote{{Name: "Ada Prov (A), ordförande", Cast: app.Yes}}
	p := NewPaper(&d, nil)
	if p.FetchVoters(); !slices.Equal(p.voters, []string{"Ada Prov (A), ordförande", "Bo Prov (B)", "Cy Prov (C)"}) || p.Changed() {
		t.Errorf("%q", p.voters)
	}
}

func TestAnnexes(t *testing.T) {
	pdf := tagged(t)
	if a := newAnnex("/x/brev_från_region.pdf", pdf); a.Title != "brev från region" || a.Name != "brev_från_region.pdf" || a.How != app.AnnexAppended {
		t.Errorf("%s %s %q", a.Title, a.Name, a.How)
	}
	for _, data := range []string{"hej", "%PDF-1.7\n", ""} {
		if a := newAnnex("/x/kalkyl.pdf", []byte(data)); a.How != app.AnnexListed {
			t.Errorf("%q follows page by page", data)
		}
	}
	d := app.Document{}
	p := NewPaper(&d, nil)
	p.addAnnex(app.Annex{})
	if len(p.annexesNow()) != 0 || len(p.Faults()) != 0 {
		t.Error("an annex of which nothing is said is one")
	}
	p.addAnnex(app.Annex{Title: "Ett"})
	p.annexes[1].kept.How = app.AnnexAttached
	if got := p.Faults()["annex_1_file"]; got != "facts.fault_annex_file" {
		t.Errorf("no file: %q", got)
	}
	p.putFile(1, newAnnex("två.txt", []byte("hej")))
	p.annexes[1].kept.How = app.AnnexAppended
	if got := p.Faults()["annex_1_file"]; got != "facts.fault_annex_pdf" {
		t.Errorf("no PDF: %q", got)
	}
	p.putFile(1, newAnnex("tre.pdf", pdf))
	if a := p.annexes[1]; a.title != "Ett" || a.kept.How != app.AnnexAppended || len(p.Faults()) != 0 {
		t.Errorf("%+v %v", a, p.Faults())
	}
	p.annexes[1].title = " "
	if got := p.Faults()["annex_1_title"]; got != "facts.fault_annex_title" {
		t.Errorf("no title: %q", got)
	}
	p.putFile(0, newAnnex("noll.txt", []byte("0")))
	if p.moveAnnex(0, 1) != 1 || p.moveAnnex(1, 1) != 1 || p.moveAnnex(5, -1) != 5 || p.annexes[1].title != "noll" {
		t.Errorf("%+v", p.annexes)
	}
	if p.removeAnnex(0); len(p.annexes) != 1 || p.annexes[0].kept.Name != "noll.txt" {
		t.Errorf("%+v", p.annexes)
	}
}

func TestABodyOfTheProfileBringsThoseWhoSign(t *testing.T) {
	bodies := []app.Body{{Name: "Ett", Level: app.Committee, Signatories: []app.Person{{Name: "Ada"}}}, {Name: "Två", Level: app.ExecutiveBoard, Signatories: []app.Person{{Name: "Bo", Title: "Ordförande"}}}}
	d := app.Document{Body: "Ett", Signatories: []app.Person{{Name: "Ada"}}}
	p := NewPaper(&d, nil)
	p.TakeBody(bodies[1], bodies)
	if p.level != app.ExecutiveBoard || p.typed[fieldSignatories] != "Bo, Ordförande" {
		t.Errorf("%v %q", p.level, p.typed[fieldSignatories])
	}
	p.typed[fieldSignatories] = "Någon annan"
	if p.TakeBody(bodies[0], bodies); p.typed[fieldSignatories] != "Någon annan" || p.typed[fieldBody] != "Ett" {
		t.Errorf("what was written by hand is gone: %q", p.typed[fieldSignatories])
	}
}

func TestReferralsInTheOrderTheyAreDue(t *testing.T) {
	m := &app.Matter{Referrals: []app.Referral{{Body: "Utan dag"}, {Body: "Sen", Due: "2026-05-01"}, {Body: "Tidig", Due: "2026-03-01", Summary: " så ", Extra: app.Extra{"x": []byte("1")}}}}
	r := NewReferrals(m)
	var names []string
	for _, o := range r.Now() {
		names = append(names, o.Body)
	}
	if strings.Join(names, " ") != "Tidig Sen Utan dag" {
		t.Errorf("%q", names)
	}
	if r.Changed() || !reflect.DeepEqual(r.Now()[0], m.Referrals[2]) {
		t.Error("untouched, and changed")
	}
	i := r.add()
	if r.Changed() || r.Faulty() >= 0 {
		t.Error("a new one of which nothing is said is a change")
	}
	r.list[i].typed[fieldReferDue] = "2026-02-30"
	if r.Faulty() != i || !r.Changed() || r.list[i].faults()[fieldReferDue] != "form.fault_day" {
		t.Errorf("%v", r.list[i].faults())
	}
	r.list[i].typed[fieldReferDue] = "2026-02-01"
	if got := r.list[i].faults(); got[fieldReferBody] != "facts.fault_bodyless" {
		t.Errorf("%v", got)
	}
	r.list[i].typed[fieldReferBody], r.list[i].typed[fieldReferSent] = "Först", "2026-02-02"
	if got := r.list[i].faults(); len(got) != 1 || got[fieldReferDue] != "facts.fault_before_sent" {
		t.Errorf("%v", got)
	}
	r.list[i].typed[fieldReferSent] = ""
	if to := r.sort(i); to != 0 || r.Now()[0].Body != "Först" || r.Now()[0].Due != "2026-02-01" {
		t.Errorf("it went to %d: %+v", to, r.Now())
	}
}

// tagged is a PDF that can follow another: one of ours.
func tagged(t *testing.T) []byte {
	t.Helper()
	m := &app.Matter{Title: "Prov", Documents: []app.Document{{ID: "d", Kind: "opinion", Status: app.Final, Sections: []app.Section{{Role: "assessment", Heading: "Bedömning", Text: "Text."}}}}}
	in, err := reports.Of(parttest.Packs(t), m, &m.Documents[0], app.Profile{Municipality: "Exempelkommun"}, cost.Compare(m.Estimate, nil, "2026-11-22"), "Yttra")
	if err != nil {
		t.Fatal(err)
	}
	data, _, err := reports.Write(t.Context(), in, nil)
	if err != nil {
		t.Fatal(err)
	}
	return data
}
