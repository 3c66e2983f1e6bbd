package reports

import (
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/cost"
	"yttra/reports/fonts"
)

// furtherOn gives a paper in which somebody has done one thing more.
func furtherOn(r *rand.Rand, in Input) Input {
	m := in.Matter.Clone()
	d := &m.Documents[0]
	s := &d.Sections[r.IntN(len(d.Sections))]
	for i := range d.Sections {
		d.Sections[i].Text = strings.ReplaceAll(d.Sections[i].Text, " 漢", " a\u030a") // another form of å
	}
	switch r.IntN(12) {
	case 0:
		s.Text = strings.Join(slices.DeleteFunc(strings.Split(s.Text, "\n\n"), func(string) bool { return r.IntN(3) == 0 }), "\n\n")
	case 1:
		s.Text += "\n\n" + d.Sections[r.IntN(len(d.Sections))].Text
	case 2:
		s.Text = d.Sections[r.IntN(len(d.Sections))].Text // two sections with the same text, and notes
	case 3:
		d.NoCostSheet = !d.NoCostSheet
	case 4:
		m.Estimate.Lines[0].Price += app.Kronor(1000)
		in.Sheet.Matter, in.Sheet.Compared = m, cost.Compare(m.Estimate, nil, "")
	case 5:
		d.Status = []app.Status{app.Draft, app.Final}[r.IntN(2)]
	case 6:
		in.Profile.Look.Large = !in.Profile.Look.Large
	case 7:
		s.Text += "\n\nEn not.[^x]\n\n[^x]: Noten, som är lång nog att ta några rader i anspråk längst ned på sidan, där den står med de andra."
	case 8:
		s.Text += " 漢"
	default:
		at := strings.LastIndexByte(s.Text[:r.IntN(len(s.Text)+1)], ' ')
		s.Text = s.Text[:at+1] + "ord " + s.Text[at+1:]
	}
	in.Matter, in.Document = m, d
	return in
}

// A builder that remembers and Build make the same pages, and find the same faults,
// whatever is done to a paper between.
func TestABuilderMakesWhatBuildMakes(t *testing.T) {
	for seed := range uint64(4) {
		r := rand.New(rand.NewPCG(seed, 6))
		in, b, faults := response(t), NewBuilder(), 0
		faces := fonts.New()
		for step := range 30 {
			got, gotErr := b.Build(in)
			want, wantErr := BuildWith(in, faces)
			if (gotErr == nil) != (wantErr == nil) || gotErr != nil && gotErr.Error() != wantErr.Error() {
				t.Fatalf("seed %d, step %d: %v, want %v", seed, step, gotErr, wantErr)
			}
			if gotErr != nil {
				faults++
			}
			if !reflect.DeepEqual(got, want) {
				t.Fatalf("seed %d, step %d: the pages are not those that are made anew", seed, step)
			}
			in = furtherOn(r, in)
		}
		t.Logf("%d papers with a letter that cannot be drawn", faults)
	}
}

func BenchmarkBuilder(b *testing.B) {
	in, other := response(b), response(b)
	other.Document.Sections[4].Text += " Ett ord till."
	builder, n := NewBuilder(), 0
	for b.Loop() {
		in, other = other, in
		if _, err := builder.Build(in); err != nil {
			b.Fatal(err)
		}
		n++
	}
}
