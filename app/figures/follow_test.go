package figures

import (
	"slices"
	"testing"

	"yttra/app"
)

const bound = "[a](cost:way/1/total) [b](cost:way/today/total?kr) [c](cost:difference/2) [d](cost:line/1) [e](cost:line/2/year) [f](cost:total) [g](cost:way/9/total)"

func TestFollow(t *testing.T) {
	for _, c := range []struct {
		name, want string
		change     func(*app.Estimate)
	}{
		{"an amount", bound, func(e *app.Estimate) { e.Lines[0].Price++ }},
		{"a line more", bound, func(e *app.Estimate) { e.Lines = append(e.Lines, line(app.CostExit, "x", 5, 1, 1)) }},
		{"a line before", "[a](cost:way/1/total) [b](cost:way/today/total?kr) [c](cost:difference/today) [d](cost:line/2) [e](cost:line/3/year) [f](cost:total) [g](cost:way/9/total)",
			func(e *app.Estimate) { e.Lines = slices.Insert(e.Lines, 0, line(app.CostExit, "x", 5, 1, 1)) }},
		{"a line less", "[a](cost:way/1/total) [b](cost:way/today/total?kr) [c](cost:difference/today) [d](cost:line/999) [e](cost:line/1/year) [f](cost:total) [g](cost:way/9/total)",
			func(e *app.Estimate) { e.Lines = e.Lines[1:] }},
		{"an alternative less", "[a](cost:way/999/total) [b](cost:way/today/total?kr) [c](cost:difference/today) [d](cost:line/1) [e](cost:line/2/year) [f](cost:total) [g](cost:way/9/total)",
			func(e *app.Estimate) { e.Alternatives = e.Alternatives[1:] }},
		{"another name", bound, func(e *app.Estimate) { e.Alternatives[0].Name = "Fler lärare" }},
		{"today's way is no longer it", "[a](cost:way/1/total) [b](cost:way/2/total?kr) [c](cost:difference/2) [d](cost:line/1) [e](cost:line/2/year) [f](cost:total) [g](cost:way/9/total)",
			func(e *app.Estimate) { e.Alternatives[1].Role = app.OtherWay }},
		{"the other way round", "[a](cost:way/2/total) [b](cost:way/today/total?kr) [c](cost:difference/today) [d](cost:line/2) [e](cost:line/1/year) [f](cost:total) [g](cost:way/9/total)",
			func(e *app.Estimate) { slices.Reverse(e.Alternatives); slices.Reverse(e.Lines) }},
		{"it is proposed", "[a](cost:total) [b](cost:way/today/total?kr) [c](cost:difference/today) [d](cost:line/999) [e](cost:line/999/year) [f](cost:total) [g](cost:way/9/total)",
			func(e *app.Estimate) { e.Name = "Armband"; e.Propose(1) }},
		{"nothing is left", "[a](cost:way/999/total) [b](cost:way/today/total?kr) [c](cost:difference/999) [d](cost:line/999) [e](cost:line/999/year) [f](cost:total) [g](cost:way/9/total)",
			func(e *app.Estimate) { e.Lines, e.Alternatives = nil, nil }},
	} {
		m := app.Matter{Estimate: worked()}
		now := m.Clone().Estimate
		c.change(&now)
		if got := Follow(m.Estimate, now).Apply(bound); got != c.want {
			t.Errorf("%s:\n%s, want\n%s", c.name, got, c.want)
		}
	}
}
