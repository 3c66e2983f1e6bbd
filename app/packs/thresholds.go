package packs

import (
	"fmt"
	"slices"
	"strings"

	"yttra/app"
)

// thresholdRow is a row of data/thresholds/*.toml: whole euro and whole kronor.
type thresholdRow struct {
	Law         app.ProcurementLaw     `toml:"law"`
	Subject     app.ProcurementSubject `toml:"subject"`
	From        app.Date               `toml:"from"`
	To          app.Date               `toml:"to"`
	EUR         int64                  `toml:"eur"`
	SEK         int64                  `toml:"sek"`          // absent: not confirmed
	DirectAward int64                  `toml:"direct_award"` // absent: not confirmed
	Sure        app.Surety             `toml:"sure"`
	Source      string                 `toml:"source"`
}

var (
	laws     = []app.ProcurementLaw{app.LOU, app.LUF}
	subjects = []app.ProcurementSubject{app.GoodsAndServices, app.Works, app.SocialServices}
)

// thresholds adds the rows of a file. A row that begins on the same day as one
// already there, for the same law and subject, replaces it.
func (l *loader) thresholds(name string, data []byte) error {
	var f struct {
		Rows []thresholdRow `toml:"row"`
	}
	ix, err := decode(name, data, &f)
	if err != nil {
		return err
	}
	rows := slices.Clone(l.packs.Thresholds)
	for i, r := range f.Rows {
		if key, err := r.fault(); err != nil {
			return ix.fault(fmt.Sprintf("row[%d].%s", i, key), err)
		}
		t := app.Threshold{Law: r.Law, Subject: r.Subject, From: r.From, To: r.To, EUR: r.EUR,
			SEK: app.Kronor(r.SEK), DirectAward: app.Kronor(r.DirectAward), Sure: r.Sure, Source: r.Source}
		j := slices.IndexFunc(rows, func(o app.Threshold) bool {
			return o.Law == t.Law && o.Subject == t.Subject && o.From == t.From
		})
		if j >= 0 {
			rows[j] = t
		} else {
			rows = append(rows, t)
		}
		if o, clash := overlap(rows, t); clash {
			return ix.fault(fmt.Sprintf("row[%d].from", i), &Flaw{Why: Overlap, What: string(o.From) + "–" + string(o.To)})
		}
	}
	l.packs.Thresholds = rows
	l.rows += len(f.Rows)
	return nil
}

func (r thresholdRow) fault() (key string, err error) {
	switch {
	case !slices.Contains(laws, r.Law):
		return "law", unknown(r.Law, laws)
	case !slices.Contains(subjects, r.Subject):
		return "subject", unknown(r.Subject, subjects)
	case !r.From.Valid():
		return "from", &Flaw{Why: NoDay, What: string(r.From)}
	case !r.To.Valid() || r.To.Before(r.From):
		return "to", &Flaw{Why: NoDay, What: string(r.To)}
	case r.EUR < 0 || r.SEK < 0 || r.DirectAward < 0 || max(r.EUR, r.SEK, r.DirectAward) > 1e12:
		return "eur", &Flaw{Why: Range}
	case !slices.Contains(sureties, r.Sure):
		return "sure", unknown(r.Sure, sureties)
	case r.Source == "":
		return "source", errMissing
	}
	return "", nil
}

func overlap(rows []app.Threshold, t app.Threshold) (app.Threshold, bool) {
	for _, o := range rows {
		if o.Law == t.Law && o.Subject == t.Subject && o.From != t.From && !o.To.Before(t.From) && !t.To.Before(o.From) {
			return o, true
		}
	}
	return app.Threshold{}, false
}

func sortThresholds(ts []app.Threshold) {
	slices.SortFunc(ts, func(a, b app.Threshold) int {
		return strings.Compare(string(a.Law)+string(a.Subject)+string(a.From), string(b.Law)+string(b.Subject)+string(b.From))
	})
}
