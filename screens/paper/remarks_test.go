package paper

import (
	"testing"

	"yttra/app"
	"yttra/screens/parts"
)

// A logo that is no picture and a colour too light are told; the paper is there all
// the same. They are told until the profile is mended.
func TestWhatThePaperIsMadeWithoutIsTold(t *testing.T) {
	m, d := model(t, "Kort.")
	if len(m.Remarks()) != 0 {
		t.Fatal(m.Remarks())
	}
	s := d.State()
	good := s.Profile
	s.Profile.Logo, s.Profile.Look.Colour = []byte("GIF89a"), "#ffd500"
	if !m.Take(s) || m.Err() != nil || len(m.Pages()) != 1 {
		t.Fatalf("%v, %d pages", m.Err(), len(m.Pages()))
	}
	var codes []app.Code
	for _, err := range m.Remarks() {
		codes = append(codes, app.CodeOf(err))
		if title, safe, do := parts.ProblemWords(m.words, err); title == "" || safe == "" || do == "" {
			t.Errorf("%v has no words", err)
		}
	}
	if len(codes) != 2 || codes[0] != app.CodePale || codes[1] != app.CodePicture {
		t.Errorf("told: %v", codes)
	}
	if s.Profile = good; !m.Take(s) || len(m.Remarks()) != 0 {
		t.Errorf("still told: %v", m.Remarks())
	}
}
