package assess

import (
	"slices"

	"yttra/app"
	"yttra/app/packs"
)

// Spot is a place in the picture Behov mot intrång, each way 0–100.
type Spot struct {
	Need      int // how much of the need is shown
	Intrusion int // how far the measure goes into somebody's life
}

// Over is how much more the need weighs than the intrusion; negative: less.
func (s Spot) Over() int { return s.Need - s.Intrusion }

// Place says where a measure stands, from the answers alone. It gives no place,
// ok false, when no kind of measure is chosen or no question about the need has
// an answer: a picture would then be made up.
//
// The need is the share that is shown of what is asked of purpose (weight 1),
// need (2), net benefit (1) and every question of the first step, whether the
// measure leads to the goal (2). A question that is met counts in full, one that
// is found in the text or accepted with a reason by half, one that is failed or
// not addressed not at all.
//
// The intrusion begins with the most intrusive kind of measure (see inherent),
// with 10 more when children are affected and 5 more for employees, who cannot
// freely say no, and at most 100. What limits the measure takes it down, to
// three fifths when everything that is asked in the second step, and of disposal
// and protected data, is met.
func Place(m *app.Matter, criteria []app.CriterionResult, rule func(id string) *packs.Rule) (s Spot, ok bool) {
	var need, limits share
	for _, c := range criteria {
		r := rule(c.ID)
		switch {
		case r == nil:
		case r.Step == packs.Suitability || c.ID == "PROP-BEHOV-01":
			need.add(c.State, 2)
		case c.ID == "PROP-ANDA-01" || c.ID == "PROP-NYTTA-01":
			need.add(c.State, 1)
		case r.Step == packs.Necessity || c.ID == "PROP-GALL-01" || c.ID == "PROP-SKYDD-01":
			limits.add(c.State, 1)
		}
	}
	if m == nil || len(m.Measures) == 0 || !need.answered {
		return Spot{}, false
	}
	at := inherent(m)
	return Spot{Need: need.percent(), Intrusion: (at*(100-2*limits.percent()/5) + 50) / 100}, true
}

// inherent is the intrusion of a measure before anything limits it.
func inherent(m *app.Matter) int {
	most := 0
	for _, k := range m.Measures {
		most = max(most, kindOf(k))
	}
	if m.Touches(app.Children) {
		most += 10
	}
	if m.Touches(app.Employees) {
		most += 5
	}
	return min(most, 100)
}

// kindOf ranks the kinds of measure by how far they go: biometric data are
// forbidden but for exceptions, cameras and positioning follow people, the rest
// handles data about them.
func kindOf(k app.Measure) int {
	switch k {
	case app.Biometrics:
		return 80
	case app.Wearables:
		return 65
	case app.Cameras:
		return 60
	case app.AISystem, app.Protected:
		return 55
	case app.CloudService:
		return 30
	}
	return 15
}

// share adds up answers, in halves.
type share struct {
	got, most int
	answered  bool
}

func (s *share) add(state app.CriterionState, weight int) {
	s.most += 2 * weight
	s.answered = s.answered || state != app.NotAddressed
	switch state {
	case app.Met:
		s.got += 2 * weight
	case app.Indicated, app.Waived:
		s.got += weight
	}
}

// percent is the share that is shown; nothing asked is nothing shown.
func (s *share) percent() int {
	if s.most == 0 {
		return 0
	}
	return (200*s.got + s.most) / (2 * s.most)
}

// without takes a placement out.
func without(all []app.Placement, name string) []app.Placement {
	return slices.DeleteFunc(all, func(p app.Placement) bool { return p.Name == name })
}
