package screens

import (
	"testing"

	"yttra/app"
)

func TestFileNames(t *testing.T) {
	for title, want := range map[string]string{"Kameror vid Norra skolgården!": "kameror-vid-norra-skolgården", "../../etc": "etc", "": "yttra", "???": "yttra"} {
		if got := fileName(&app.Matter{Title: title}); got != want {
			t.Errorf("%q: %q", title, got)
		}
	}
}

const motionText = `Motion om kostnadsfri buss för äldre

Inkom 2026-05-06

Äldre reser mindre än de vill.

Jag yrkar

att kommunen inför kostnadsfri buss för alla över 75 år, samt
att effekterna följs upp efter ett år.

Exempelby den 2 maj 2026

Majken Ros (LL)
`
