package layout

import (
	"bytes"
	"slices"
)

// SameInk reports whether two pages look alike, whatever their ink belongs to.
func (p Page) SameInk(q Page) bool {
	return slices.EqualFunc(p.Items, q.Items, Item.SameInk)
}

// SameInk reports whether two items look alike, whatever they belong to.
func (it Item) SameInk(o Item) bool {
	return it.Kind == o.Kind && it.X == o.X && it.Y == o.Y && it.X2 == o.X2 && it.Y2 == o.Y2 && it.S == o.S && it.Face == o.Face && it.Size == o.Size &&
		it.Weight == o.Weight && it.Stroke == o.Stroke && it.Fill == o.Fill && it.Turn == o.Turn &&
		slices.Equal(it.Dash, o.Dash) && slices.Equal(it.Points, o.Points) && bytes.Equal(it.PNG, o.PNG)
}
