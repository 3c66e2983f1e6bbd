package figures

import (
	"slices"
	"strconv"
	"strings"

	"yttra/app"
	"yttra/app/cost"
	"yttra/app/markup"
)

// texts are the figures of the proposal that are no amounts. Empty: it has none.
var texts = map[Code]func(*Set) string{
	Years: func(s *Set) string {
		if s.has(0, Years) {
			return strconv.Itoa(len(s.ways.Ways[0].Years)) + "\u00a0år"
		}
		return ""
	},
	Period: func(s *Set) string {
		years := s.ways.Ways[0].Years
		first, last := years[0].Calendar, years[len(years)-1].Calendar
		switch {
		case first == 0 || !s.has(0, Period):
			return ""
		case first == last:
			return strconv.Itoa(first)
		}
		return strconv.Itoa(first) + "–" + strconv.Itoa(last)
	},
	Count: func(s *Set) string {
		if s.estimate.Units <= 0 || !s.has(0, Count) {
			return ""
		}
		n := app.Kronor(min(s.estimate.Units, 1e12)).Written(app.InKr)
		return strings.TrimSuffix(n, "\u00a0kr")
	},
	Widest: func(s *Set) string {
		for _, w := range s.ways.Ways[0].Swings {
			if w.Line >= 0 && w.Line < len(s.estimate.Lines) && w.Width() > 0 {
				return plain(s.estimate.Lines[w.Line].What)
			}
		}
		return ""
	},
	Procedure: func(s *Set) string {
		p := s.ways.Ways[0].Procurement
		if p.Check || !s.has(0, Procedure) {
			return ""
		}
		return map[cost.Procedure]string{cost.DirectAward: "direktupphandling", cost.Advertised: "annonserad upphandling enligt nationella regler",
			cost.EUDirective: "annonserad upphandling enligt EU:s direktiv"}[p.Procedure]
	},
}

// against says how far a cost is above or below another.
func against(m app.Money, form app.MoneyForm) string {
	switch {
	case m > 0:
		return m.Written(form) + " dyrare"
	case m < 0:
		return (-m).Written(form) + " billigare"
	}
	return "lika dyrt"
}

// plain makes a name that somebody has written fit to be the words of a field;
// empty when it cannot be.
func plain(s string) string {
	s = strings.Join(strings.Fields(strings.NewReplacer("[", "(", "]", ")", "\\", " ", "*", " ", "|", " ").Replace(s)), " ")
	if r := []rune(s); len(r) > 60 {
		s = strings.TrimSpace(string(r[:59])) + "…"
	}
	fields := markup.Fields(markup.BoundTo("name", s))
	if ok := slices.ContainsFunc(fields, func(f markup.Field) bool { return f.Words.End-f.Words.Start == len(s) }); !ok {
		return ""
	}
	return s
}
