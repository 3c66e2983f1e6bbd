package desk

import (
	"testing"

	"yttra/app"
)

func TestWhyAVersionIsKept(t *testing.T) {
	old := &app.Matter{Documents: []app.Document{{ID: "d"}}, Referrals: []app.Referral{{Body: "Kultur"}}}
	with := func(change func(*app.Matter)) *app.Matter {
		m := old.Clone()
		change(m)
		return m
	}
	for name, c := range map[string]struct {
		now    *app.Matter
		events []app.Event
		want   app.Why
	}{
		"nothing":         {old, nil, app.WhyNone},
		"a final file":    {old, []app.Event{{Action: app.ActWaived}, {Action: app.ActExported}}, app.WhyFinal},
		"for the web":     {old, []app.Event{{Action: app.ActExportedWeb}}, app.WhyFinal},
		"made final":      {old, []app.Event{{Action: app.ActFinal}}, app.WhyFinal},
		"approved":        {with(func(m *app.Matter) { m.Documents[0].Attested = []app.Attested{{Name: "Ada Ek"}} }), nil, app.WhySigned},
		"sent to a body":  {with(func(m *app.Matter) { m.Referrals[0].Sent = "2026-11-22" }), nil, app.WhySent},
		"sent as a whole": {with(func(m *app.Matter) { m.Stage = app.Referred }), nil, app.WhySent},
		"restored":        {old, []app.Event{{Action: app.ActRestored}}, app.WhyRestored},
	} {
		d := &Desk{matter: c.now, kept: old}
		if got := d.why(c.events); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	if got := (&Desk{matter: old}).why(nil); got != app.WhyNone {
		t.Errorf("a new matter: %q", got)
	}
}
