package app

import "testing"

func TestInk(t *testing.T) {
	for _, c := range []struct {
		colour string
		want   [3]uint8
		code   Code
		where  string
	}{
		{"", [3]uint8{}, "", ""},
		{"#000000", [3]uint8{}, "", ""},
		{"#1f3a5f", [3]uint8{0x1f, 0x3a, 0x5f}, "", ""},
		{" #1F3A5F ", [3]uint8{0x1f, 0x3a, 0x5f}, "", ""},
		{"#767676", [3]uint8{0x76, 0x76, 0x76}, "", ""}, // 4.54:1, the palest grey there is
		{"#777777", [3]uint8{}, CodePale, "4,4:1"},      // 4.48:1 is not told as 4,5
		{"#ffffff", [3]uint8{}, CodePale, "1,0:1"},
		{"#ffd500", [3]uint8{}, CodePale, "1,4:1"},
		{"1f3a5f", [3]uint8{}, CodeColour, ""},
		{"#1f3a5", [3]uint8{}, CodeColour, ""},
		{"#+f3a5f", [3]uint8{}, CodeColour, ""},
		{"#åäö", [3]uint8{}, CodeColour, ""}, // seven bytes, no figures
		{"blå", [3]uint8{}, CodeColour, ""},
	} {
		got, err := Look{Colour: c.colour}.Ink()
		if got != c.want || (err != nil) != (c.code != "") {
			t.Errorf("%q: %v, %v", c.colour, got, err)
			continue
		}
		if p := ProblemOf(err); p != nil && (p.Code != c.code || p.Where != c.where) {
			t.Errorf("%q: %v", c.colour, err)
		}
	}
}
