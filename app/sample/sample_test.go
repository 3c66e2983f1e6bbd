package sample

import (
	"bytes"
	"flag"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"yttra/app"
)

var update = flag.Bool("update", false, "write the files as the program writes them")

// The files are matter files as the program itself writes them, with nothing
// that it does not know.
func TestFilesAreMatterFiles(t *testing.T) {
	papers, err := data.ReadDir("data/papers")
	if err != nil {
		t.Fatal(err)
	}
	all := slices.Clone(files[:])
	for _, p := range papers {
		all = append(all, "data/papers/"+p.Name())
	}
	for _, name := range all {
		was, err := data.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		m, err := matter(name)
		if err != nil {
			t.Fatal(err)
		}
		out, err := app.EncodeMatter(m)
		if err != nil {
			t.Fatal(err)
		}
		if *update {
			if err := os.WriteFile(name, out, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if !bytes.Equal(was, out) {
			t.Errorf("%s is not written as the program writes it; run go test -update", name)
		}
		if len(m.Extra) > 0 || len(m.Estimate.Extra) > 0 || len(m.Documents[0].Extra) > 0 {
			t.Errorf("%s has fields that the program does not know", name)
		}
	}
}

func TestRegister(t *testing.T) {
	ms := Register()
	if len(ms) != len(files) {
		t.Fatalf("%d matters", len(ms))
	}
	ids := map[string]bool{}
	for _, m := range ms {
		if err := m.Validate(); err != nil {
			t.Errorf("%s: %v", m.Title, err)
		}
		if m.ID == "" || ids[m.ID] || len(m.ID) != len(app.NewID()) {
			t.Errorf("%s: identity %q", m.Title, m.ID)
		}
		ids[m.ID] = true
		if m.Motion == nil || len(m.Documents) != 1 || len(m.Claims) == 0 || len(m.Estimate.Lines) == 0 {
			t.Errorf("%s lacks motion, document, claims or costs", m.Title)
		}
		for _, c := range m.Claims {
			if !strings.HasPrefix(c.Text, "att ") || !strings.Contains(strings.Join(strings.Fields(m.Motion.Text), " "), c.Text) {
				t.Errorf("%s: the claim %q is not in its motion", m.Title, c.Text)
			}
		}
	}
}

// What each matter shows in the demo.
func TestWhatTheyShow(t *testing.T) {
	ms := Register()
	faces, bands, path := ms[0], ms[1], ms[2]
	if !faces.Has(app.Biometrics) || !bands.Has(app.Wearables) || !path.Has(app.General) {
		t.Error("the measures have changed")
	}
	if n := faces.Undecided(); n == 0 || n == len(faces.Claims) {
		t.Errorf("%d of %d claims undecided: some should be", n, len(faces.Claims))
	}
	if path.Undecided() != 0 {
		t.Error("the almost finished matter has an undecided claim")
	}
	if faces.Documents[0].Kind != "opinion" || bands.Documents[0].Kind != "motion_response" || path.Documents[0].Kind != "motion_response" {
		t.Error("the kinds of document have changed")
	}
	e := faces.Estimate
	guesses := 0
	for _, l := range e.Lines {
		if l.Source == app.SourceGuess {
			guesses++
		}
		if !slices.Contains(app.CostKinds, l.Kind) || !slices.Contains(app.CostSources, l.Source) || l.Amount() == 0 {
			t.Errorf("%s: kind, source or amount is wrong", l.What)
		}
		if a := l.Amount(); l.High > 0 && (a < l.Low || a > l.High) {
			t.Errorf("%s: %d is not between %d and %d", l.What, a, l.Low, l.High)
		}
	}
	if len(e.Lines) < 10 || e.Years != 6 || guesses != 1 || !strings.Contains(e.Financing, "saknar finansiering") {
		t.Errorf("%d lines over %d years, %d guesses, %q", len(e.Lines), e.Years, guesses, e.Financing)
	}
	empty := 0
	for _, s := range faces.Documents[0].Sections {
		if s.Text == "" {
			empty++
		}
	}
	if empty == 0 || empty > 4 {
		t.Errorf("%d empty sections in the half-finished opinion", empty)
	}
}

// An answer that says met points at a sentence that is really there.
func TestAnswersPointAtSentences(t *testing.T) {
	for _, m := range Register() {
		for _, a := range m.Answers {
			i := m.Document(a.Document)
			if i < 0 {
				t.Errorf("%s: %s points at no document", m.Title, a.Criterion)
				continue
			}
			found := a.Sentence == "" && a.Reason != ""
			for _, s := range m.Documents[i].Sections {
				found = found || a.Sentence != "" && strings.Contains(s.Text, a.Sentence)
			}
			if !found {
				t.Errorf("%s: %s has neither sentence nor reason", m.Title, a.Criterion)
			}
		}
	}
}

func TestCopiesAreFresh(t *testing.T) {
	a := Register()
	a[0].Claims[0].Text, a[0].Documents[0].Sections[0].Text = "x", "x"
	if b := Register(); b[0].Claims[0].Text == "x" || b[0].Documents[0].Sections[0].Text == "x" {
		t.Error("a change shows in the next copy")
	}
}

func TestProfile(t *testing.T) {
	p, err := profile(ownProfile)
	if err != nil {
		t.Fatal(err)
	}
	if p.Municipality != "Exempelkommun" || len(p.Foot) != 3 || p.Officer.Name == "" || len(p.Extra) > 0 {
		t.Errorf("%+v", p)
	}
	for _, level := range app.Levels {
		if !slices.ContainsFunc(p.Bodies, func(b app.Body) bool { return b.Level == level && len(b.Signatories) > 0 }) {
			t.Errorf("nobody signs for %s", level)
		}
	}
}

// Every profile that is shipped can be read, is somebody's own and invented, and has
// a look that the paper can have.
func TestProfiles(t *testing.T) {
	names, err := fs.Glob(data, "data/profile*.json")
	if err != nil {
		t.Fatal(err)
	}
	all := Profiles()
	if len(all) != len(names) || all[0].Municipality != "Exempelkommun" {
		t.Fatalf("%d profiles of %v", len(all), names)
	}
	seen := map[string]bool{}
	for _, p := range all {
		if _, err := p.Look.Ink(); err != nil || seen[p.Municipality] || len(p.Bodies) == 0 {
			t.Errorf("%s: %v", p.Municipality, err)
		}
		seen[p.Municipality] = true
	}
}

func TestMotionHasWhatCanBeFound(t *testing.T) {
	text := Motion()
	for _, want := range []string{"MOTION", "KS 2026/00311", "Inkom 2026-10-19", "yrkar vi", "(FE)"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is missing", want)
		}
	}
	if strings.Count(text, "» att") != 3 {
		t.Error("the motion should have three claims")
	}
}

// The invented profiles are of different sorts, and each is one that the program
// writes itself, with nothing it does not know and nothing it cannot have.
func TestProfilesAreOfDifferentSorts(t *testing.T) {
	all := Profiles()
	if len(all) < 2 {
		t.Fatalf("%d profiles", len(all))
	}
	a, b := all[0], all[1]
	if a.Municipality != "Exempelkommun" || b.Municipality == a.Municipality || a.Look.Sans == b.Look.Sans || a.Look.Colour == b.Look.Colour ||
		a.Reference == b.Reference || len(b.Logo) == 0 || len(b.Bodies) != 3 || len(b.Look.Labels) == 0 {
		t.Errorf("%+v\n%+v", a, b)
	}
	for _, p := range all {
		if _, err := p.Look.Ink(); err != nil || len(p.Extra) > 0 || len(p.Look.Extra) > 0 {
			t.Errorf("%s: %v %v %v", p.Municipality, err, p.Extra, p.Look.Extra)
		}
		for _, body := range p.Bodies {
			if len(body.Signatories) == 0 || len(body.Extra) > 0 {
				t.Errorf("%s: %+v", p.Municipality, body)
			}
		}
		out, err := app.EncodeProfile(p)
		if err != nil {
			t.Fatal(err)
		}
		if again, err := app.DecodeProfile(out); err != nil || again.Municipality != p.Municipality || !bytes.Equal(again.Logo, p.Logo) || again.Look.Colour != p.Look.Colour {
			t.Errorf("%s: %v", p.Municipality, err)
		}
	}
}
