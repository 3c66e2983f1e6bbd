package parts

import (
	"yttra/app"
	"yttra/i18n"
)

// ReferralWords say how a referral stands on a day, with its mark: answered, late
// or waited for.
func ReferralWords(w i18n.Words, r app.Referral, today app.Date) (mark, text string) {
	switch {
	case r.Answered != "":
		return MarkMet, w.T("refer.answered", i18n.Vars{"Day": string(r.Answered)})
	case r.Late(today):
		return MarkSerious, w.N("refer.late", r.Due.DaysTo(today))
	case r.Due != "":
		return MarkPending, w.T("refer.due", i18n.Vars{"Day": string(r.Due)})
	case r.Sent != "":
		return MarkPending, w.T("refer.waited")
	}
	return MarkPending, w.T("refer.unsent")
}
