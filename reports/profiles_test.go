package reports

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"sync"
	"testing"

	"yttra/app"
	"yttra/app/cost"
	"yttra/app/packs"
	"yttra/app/sample"
	"yttra/reports/fonts"
	"yttra/reports/pdf"
)

// cycle is the invented answer about a cycle path in a profile.
func cycle(t testing.TB, p app.Profile) Input {
	t.Helper()
	all, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	ms := sample.Register()
	m := &ms[2]
	in, err := Of(all, m, &m.Documents[0], p, cost.Compare(m.Estimate, all.Thresholds, "2026-11-22"), "Yttra")
	if err != nil {
		t.Fatal(err)
	}
	return in
}

// The first page in each of the invented profiles, with their looks.
func TestGoldensOfProfiles(t *testing.T) {
	for i, p := range sample.Profiles() {
		t.Run(p.Municipality, func(t *testing.T) {
			in := cycle(t, p)
			if told := Remarks(p); len(told) > 0 {
				t.Error(told)
			}
			set, err := Build(in)
			if err != nil {
				t.Fatal(err)
			}
			inks := map[string]bool{}
			for _, it := range set.Pages[0].Items {
				if r, g, b, ok := it.Stroke.RGB(); ok {
					inks[fmt.Sprintf("#%02x%02x%02x", r, g, b)] = true
				}
			}
			if want := p.Look.Colour; want != "" && !inks[want] {
				t.Errorf("no rule in %s: %v", want, inks)
			}
			compare(t, fmt.Sprintf("profile_%d.txt", i+1), set.Pages[0].Sketch())
			proven(t, in)
		})
	}
}

// A hundred papers made at once, in several looks and profiles, are the same bytes as
// those made alone. .ci/run runs it with the race detector.
func TestHundredAtOnce(t *testing.T) {
	looks := []app.Look{{}, {Sans: true, Colour: "#0b5a4a"}, {Large: true}, {Sans: true, Large: true, Abreast: 1}}
	var logo []byte
	for _, p := range sample.Profiles() {
		logo = append(logo, p.Logo...) // one and the same for all who draw it
	}
	profiles := make([]app.Profile, len(looks))
	for i, l := range looks {
		profiles[i] = app.Profile{Municipality: "Exempelkommun", Logo: logo, Look: l, Foot: []string{"Exempelkommun"}}
	}
	shared := half(t) // the matter and the document, too, are shared by all
	file := func(i int) ([]byte, error) {
		in := shared
		in.Profile = profiles[i%len(profiles)]
		set, err := Build(in)
		if err != nil {
			return nil, err
		}
		return pdf.Write(context.Background(), set, fonts.New(), nil)
	}
	var alone [][]byte
	for i := range profiles {
		data, err := file(i)
		if err != nil {
			t.Fatal(err)
		}
		alone = append(alone, data)
	}
	var all sync.WaitGroup
	faults := make([]string, 100)
	for i := range faults {
		all.Go(func() {
			data, err := file(i)
			if err != nil || !bytes.Equal(data, alone[i%len(alone)]) {
				faults[i] = fmt.Sprintf("paper %d: %d bytes, alone %d: %v\n", i, len(data), len(alone[i%len(alone)]), err)
			}
		})
	}
	all.Wait()
	if s := strings.Join(faults, ""); s != "" {
		t.Error(s)
	}
}
