package packs

import (
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"yttra/app"
)

// Referrals is how referrals and their answers are said: data/referrals.toml. In
// texts {n} is a count in words, {body} one that was asked, {matter} what was sent.
type Referrals struct {
	Months  []string `toml:"months"`
	Numbers []string `toml:"numbers"` // from none up; larger ones are figures
	Motion  string   `toml:"motion"`
	Matter  string   `toml:"matter"`
	Date    string   `toml:"day"` // "{d} {month} {y}"
	On      string   `toml:"on"`  // "den {day}"
	Item    string   `toml:"item"`

	Asked       string `toml:"asked"`
	AskedByName string `toml:"asked_by_name"`
	Unasked     string `toml:"unasked"`
	All         string `toml:"all"`
	Both        string `toml:"both"`
	Only        string `toml:"only"`
	Some        string `toml:"some"`
	None        string `toml:"none"`
	Waiting     string `toml:"waiting"`
	WaitingMany string `toml:"waiting_many"`

	CellNone  string `toml:"cell_none"`
	Due       string `toml:"due"`
	Undue     string `toml:"undue"`
	Dissent   string `toml:"dissent"`
	NoSummary string `toml:"no_summary"`

	Heads  ReferralHeads `toml:"heads"`
	Nouns  []AskedNoun   `toml:"noun"`
	Stands []StandWords  `toml:"stand"`
}

// ReferralHeads are the heads of the table of answers.
type ReferralHeads struct {
	Body      string `toml:"body"`
	Decision  string `toml:"decision"`
	Reference string `toml:"reference"`
	Stand     string `toml:"stand"`
}

// AskedNoun is what those who were asked are called together, when all their names
// end so.
type AskedNoun struct {
	Ends []string `toml:"ends"` // empty: any names
	One  string   `toml:"one"`
	Many string   `toml:"many"`
	Head string   `toml:"head"` // of the table's column; empty: the usual
}

// StandWords is how a stand is said.
type StandWords struct {
	ID    app.Stand `toml:"id"`
	Short string    `toml:"short"` // Tillstyrker
	Count string    `toml:"count"` // "{n} tillstyrker"
	Now   string    `toml:"now"`   // "{body} tillstyrker förslaget."
	Then  string    `toml:"then"`  // "{body} tillstyrkte förslaget"
}

// Stand finds the words of a stand; those of none when it is unknown.
func (r *Referrals) Stand(id app.Stand) StandWords {
	for _, want := range []app.Stand{id, app.NoStand} {
		if i := slices.IndexFunc(r.Stands, func(s StandWords) bool { return s.ID == want }); i >= 0 {
			return r.Stands[i]
		}
	}
	return StandWords{}
}

// Day writes a day in words, "12 mars 2026", with spaces that do not break;
// one that does not exist stands as it is.
func (r *Referrals) Day(d app.Date) string {
	t, ok := d.Time()
	if !ok || len(r.Months) != 12 {
		return string(d)
	}
	return fill(r.Date, "{d}", strconv.Itoa(t.Day()), "{month}", r.Months[t.Month()-1], "{y}", strconv.Itoa(t.Year()))
}

// Number writes a small number in words.
func (r *Referrals) Number(n int) string {
	if n >= 0 && n < len(r.Numbers) {
		return r.Numbers[n]
	}
	return strconv.Itoa(n)
}

// noun is what those who were asked are called.
func (r *Referrals) noun(all []app.Referral) AskedNoun {
	for _, n := range r.Nouns {
		fits := func(a app.Referral) bool {
			return slices.ContainsFunc(n.Ends, func(end string) bool { return strings.HasSuffix(strings.ToLower(strings.TrimSpace(a.Body)), end) })
		}
		if len(n.Ends) == 0 || !slices.ContainsFunc(all, func(a app.Referral) bool { return !fits(a) }) {
			return n
		}
	}
	return AskedNoun{}
}

// referrals reads the words; a municipality's own replace them.
func (l *loader) referrals(name string, data []byte) error {
	var r Referrals
	ix, err := decode(name, data, &r)
	if err != nil {
		return err
	}
	if len(r.Months) != 12 {
		return ix.fault("months", errMissing)
	}
	for _, s := range []struct{ key, text string }{{"motion", r.Motion}, {"matter", r.Matter}, {"day", r.Date}, {"item", r.Item}, {"asked", r.Asked},
		{"asked_by_name", r.AskedByName}, {"unasked", r.Unasked}, {"all", r.All}, {"both", r.Both}, {"only", r.Only}, {"some", r.Some}, {"none", r.None},
		{"waiting", r.Waiting}, {"waiting_many", r.WaitingMany}, {"cell_none", r.CellNone}, {"due", r.Due}, {"undue", r.Undue}, {"on", r.On},
		{"dissent", r.Dissent}, {"no_summary", r.NoSummary}, {"heads", r.Heads.Body}, {"heads", r.Heads.Decision}, {"heads", r.Heads.Reference}, {"heads", r.Heads.Stand}} {
		if s.text == "" {
			return ix.fault(s.key, errMissing)
		}
	}
	if n := len(r.Nouns); n == 0 || len(r.Nouns[n-1].Ends) > 0 {
		return ix.fault("noun", errMissing)
	}
	for _, want := range append(slices.Clone(app.Stands), app.NoStand) {
		if s := r.Stand(want); s.ID != want || s.Short == "" || s.Count == "" || s.Now == "" || s.Then == "" {
			return ix.fault("stand", &Flaw{Why: Missing, What: string(want)})
		}
	}
	l.packs.Referrals = r
	return nil
}

// upperFirst begins a sentence.
func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}
