package check

import (
	"testing"

	"yttra/app"
)

// What is plainly for the state is told by what the matter asks for, not by what
// an opinion happens to mention.
func TestStateTask(t *testing.T) {
	asked := opinion("assessment: Kommunen bygger gångvägar.")
	asked.Title = "Motion om fler poliser i centrum"
	claimed := opinion("assessment: Kommunen bygger gångvägar.")
	claimed.Claims = []app.Claim{{Text: "att kommunen verkar för skärpta straff"}}
	mentioned := opinion("assessment: Föreningen bildades när hela landet talade om fler poliser.")
	mentioned.Title = "Motion om belysning i parken"
	for want, m := range map[app.Severity][]*app.Matter{app.Blocking: {asked, claimed}, app.Serious: {mentioned}} {
		for _, m := range m {
			m.Measures = []app.Measure{app.General}
			if got := severityIn(t, compiled(t).Run(m, 0), "PROP-KL-01"); got != want {
				t.Errorf("%q: PROP-KL-01 is %s, want %s", m.Title, got, want)
			}
		}
	}
}

// The severities of the catalogue follow the measure, and the days of the law
// decide what an old paper is asked.
func TestMeasureAndDayDecide(t *testing.T) {
	c := compiled(t)
	for _, tt := range []struct {
		id      string
		measure app.Measure
		date    app.Date
		want    app.Severity // empty: the criterion does not apply
	}{
		{"PROP-ALT-01", app.Cameras, "2026-05-01", app.Blocking},
		{"PROP-ALT-01", app.CloudService, "2026-05-01", app.Serious},
		{"PROP-SAMT-01", app.Biometrics, "2026-05-01", app.Blocking},
		{"PROP-SAMT-01", app.Wearables, "2026-05-01", app.Serious},
		{"PROP-OSL-01", app.Protected, "2026-05-01", app.Blocking},
		{"PROP-OSL-01", app.Cameras, "2026-05-01", app.Note},
		{"PROP-TRED-01", app.AISystem, "2026-05-01", app.Serious},
		{"PROP-TRED-01", app.Cameras, "2026-05-01", app.Note},
		{"PROP-TILL-01", app.CloudService, "2026-05-01", app.Serious},
		{"PROP-TILL-01", app.General, "2026-05-01", app.Note},
		{"PROP-DISK-01", app.AISystem, "2026-05-01", app.Serious},
		{"PROP-DISK-01", app.General, "2026-05-01", app.Note},
		{"PROP-OMPR-01", app.Wearables, "2026-05-01", app.Serious},
		{"PROP-OMPR-01", app.General, "2026-05-01", app.Note},
		{"PROP-SKYDD-01", app.Protected, "2026-05-01", app.Blocking},
		{"PROP-SKYDD-01", app.Cameras, "2026-05-01", app.Serious},
		{"PROP-SKYDD-01", app.General, "2026-05-01", ""},
		{"PROP-GRUND-01", app.General, "2026-05-01", ""},
		{"PROP-KBL-02", app.Cameras, "2025-04-01", app.Serious},
		{"PROP-KBL-02", app.Cameras, "2025-03-31", ""},
		{"PROP-KBL-02", app.Cameras, "", app.Serious},
		{"PROP-AI-01", app.AISystem, "2025-02-02", app.Blocking},
		{"PROP-AI-01", app.Biometrics, "2025-02-01", ""},
		{"PROP-AI-02", app.AISystem, "2024-08-01", app.Serious},
		{"PROP-AI-02", app.Biometrics, "2019-04-26", ""},
	} {
		m := opinion("assessment: Text.")
		m.Measures, m.Documents[0].Date = []app.Measure{tt.measure}, tt.date
		if got := severityIn(t, c.Run(m, 0), tt.id); got != tt.want {
			t.Errorf("%s for %s on %q is %q, want %q", tt.id, tt.measure, tt.date, got, tt.want)
		}
	}
}

func severityIn(t *testing.T, r Result, id string) app.Severity {
	t.Helper()
	for _, c := range r.Criteria {
		if c.ID == id {
			return c.Severity
		}
	}
	return ""
}
