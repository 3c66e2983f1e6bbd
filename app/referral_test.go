package app

import "testing"

func TestOwnOpinionAnswersAReferral(t *testing.T) {
	m := &Matter{Claims: []Claim{{Decision: Reject}, {Decision: Reject}},
		Referrals: []Referral{{Body: "Kulturnämnden", Due: "2026-03-15"}, {Body: "Tekniska nämnden", Summary: "Nej."}, {}},
		Documents: []Document{
			{Kind: "opinion", Status: Final, Body: "kulturnämnden ", Date: "2026-03-01", CaseRef: "KN 1", Meeting: &Meeting{Date: "2026-02-27", Item: "12"},
				Sections: []Section{{Role: RoleSummary, Text: "Nämnden säger nej."}, {Role: "reservation", Text: "Åsa Ek\nreserverar sig.\n\nBo Alm också."}}},
			{Kind: "opinion", Body: "Kulturnämnden"}, {Kind: "reservation", Status: Final, Body: "Kulturnämnden"},
			{Kind: "opinion", Status: Final, Body: "Tekniska nämnden"}, {Kind: "opinion", Status: Final}}}
	all := m.Replies()
	want := Referral{Body: "Kulturnämnden", Due: "2026-03-15", Answered: "2026-02-27", Reference: "KN 1", Item: "12", Stand: Opposes,
		Summary: "Nämnden säger nej.", Dissent: "Åsa Ek reserverar sig.\nBo Alm också."}
	if got := all[0]; got.Answered != want.Answered || got.Reference != want.Reference || got.Item != want.Item || got.Stand != want.Stand ||
		got.Summary != want.Summary || got.Dissent != want.Dissent || got.Due != want.Due {
		t.Errorf("%+v", got)
	}
	if all[1].Answered != "" || all[1].Summary != "Nej." || all[2].Replied() {
		t.Errorf("what was written down is changed: %+v", all[1:])
	}
	if m.Referrals[0].Replied() {
		t.Error("the matter was changed")
	}
}

func TestStandOfTheClaims(t *testing.T) {
	for _, c := range []struct {
		of   []Decision
		want Stand
	}{{nil, NoStand}, {[]Decision{Approve}, Supports}, {[]Decision{Reject, Reject}, Opposes}, {[]Decision{Approve, Reject}, InPart},
		{[]Decision{PartialApprove}, InPart}, {[]Decision{DeemedAnswered}, NoStand}, {[]Decision{DeemedAnswered, Reject}, NoStand}, {[]Decision{Undecided}, NoStand}} {
		m := &Matter{}
		for _, d := range c.of {
			m.Claims = append(m.Claims, Claim{Decision: d})
		}
		if got := m.stand(); got != c.want {
			t.Errorf("%v: %q, want %q", c.of, got, c.want)
		}
	}
}
