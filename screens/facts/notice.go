package facts

import (
	"fyne.io/fyne/v2"

	"yttra/app"
	"yttra/app/cost"
	"yttra/screens/parts"
)

// noticeDays are the days that the notice should have by what is typed: posted as
// soon as the minutes are approved unless a day is written, and gone when the time
// of appeal is over. ok is false when neither day is known.
func (p *Paper) noticeDays() (posted, removed app.Date, ok bool) {
	adjusted, _ := day(p.typed[fieldAdjusted])
	posted, _ = day(p.typed[fieldPosted])
	if !posted.Valid() {
		posted = cost.AppealOf(adjusted, "").Post
	}
	removed = cost.AppealOf(adjusted, posted).Removed
	return posted, removed, removed != ""
}

// notice is the notice on the official board, and a button for the days that follow
// from the law.
func (v *paperView) notice() fyne.CanvasObject {
	t := v.h.Words().T
	_, _, known := v.p.noticeDays()
	reckon := parts.NewButton(parts.ButtonOptions{Text: t("facts.notice_reckon"), Disabled: !known, Why: t("facts.notice_unknown"), Tap: v.reckonNotice})
	return parts.Column(12, abreast(v.day(fieldPosted), v.day(fieldRemoved)), note(t("facts.notice_text")), parts.Left(reckon),
		v.field(fieldKept, parts.FieldOptions{}), v.field(fieldPostedBy, parts.FieldOptions{}))
}

func (v *paperView) reckonNotice() {
	if posted, removed, ok := v.p.noticeDays(); ok {
		v.form.set(fieldPosted, string(posted))
		v.form.set(fieldRemoved, string(removed))
	}
}
