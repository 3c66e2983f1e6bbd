package reports

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"yttra/app/cost"
	"yttra/app/packs"
	"yttra/app/sample"
	"yttra/reports/fonts"
	"yttra/reports/layout"
	"yttra/reports/pdf"
)

// Every sample's file reads back as it was placed.
func TestReadBackOfSamples(t *testing.T) {
	p, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range sample.Register() {
		for i := range m.Documents {
			in, err := Of(p, &m, &m.Documents[i], sample.Profile(), cost.Compare(m.Estimate, p.Thresholds, "2026-11-22"), "Yttra")
			if err != nil {
				t.Fatal(err)
			}
			set, data := written(t, in)
			proof, err := ReadBack(set, data)
			if err != nil || proof.Words < 100 || proof.Tags < 10 || proof.Lang != "sv-SE" || proof.Pages != len(set.Pages) {
				t.Errorf("%s: %+v, %v", m.Title, proof, err)
			}
			if i == 0 {
				readBackFaults(t, set, data)
			}
		}
	}
}

func readBackFaults(t *testing.T, set layout.Set, data []byte) {
	t.Helper()
	fault := func(s layout.Set) ProofFault {
		_, err := ReadBack(s, data)
		var p *ProofError
		if !errors.As(err, &p) {
			t.Fatalf("%v", err)
		}
		return p.Fault
	}
	other := set
	other.Meta.Lang = "en"
	if got := fault(other); got != FaultLang {
		t.Errorf("another language: %s", got)
	}
	other = set
	other.Pages = append(append([]layout.Page{}, set.Pages...), layout.Page{})
	if got := fault(other); got != FaultPages {
		t.Errorf("a page more: %s", got)
	}
	other = set
	other.Pages = append([]layout.Page{}, set.Pages...)
	other.Pages[0].Items = append([]layout.Item{}, set.Pages[0].Items...)
	for i, it := range other.Pages[0].Items {
		if it.Kind == layout.Text && it.Elem != nil {
			other.Pages[0].Items[i].S += "–"
			break
		}
	}
	if got := fault(other); got != FaultText {
		t.Errorf("another word: %s", got)
	}
	other = set
	root := *set.Root
	root.Kids = append(append([]*layout.Elem{}, set.Root.Kids[1:]...), set.Root.Kids[0])
	other.Root = &root
	if got := fault(other); got != FaultOrder && got != FaultText {
		t.Errorf("another order: %s", got)
	}
	if _, err := ReadBack(set, bytes.ReplaceAll(data, []byte("<pdfuaid:part>1"), []byte("<pdfuaid:part>2"))); err == nil {
		t.Error("a file with another claim passed")
	}
	if _, err := ReadBack(set, bytes.Replace(data, []byte(" 0 obj"), []byte(" 1 obj"), 1)); err == nil {
		t.Error("a file whose objects stand elsewhere passed")
	}
	if _, err := ReadBack(set, []byte("not a file")); err == nil {
		t.Error("what is no file passed")
	}
}

// Every block that was made from a section says which, and where in it.
func TestBlocksKnowTheirSource(t *testing.T) {
	p, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	m := sample.Register()[0]
	in, err := Of(p, &m, &m.Documents[0], sample.Profile(), cost.Compare(m.Estimate, p.Thresholds, "2026-11-22"), "Yttra")
	if err != nil {
		t.Fatal(err)
	}
	set, _ := written(t, in)
	parts, places, costs := map[int]bool{}, 0, false
	for _, page := range set.Pages {
		for _, it := range page.Items {
			if it.Elem == nil {
				continue
			}
			top, ok := it.Elem.From()
			if !ok {
				continue
			}
			s := top.Source
			costs = costs || s.Part == PartCosts
			if s.Part > len(m.Documents[0].Sections) || s.Part > 0 && s.At > len(m.Documents[0].Sections[s.Part-1].Text) {
				t.Errorf("%q comes from %+v", it.S, s)
			}
			if parts[s.Part] = true; s.At > 0 {
				places++
			}
		}
	}
	if len(parts) < 4 || places == 0 || !costs {
		t.Errorf("parts %v, %d places, costs %v", parts, places, costs)
	}
}

func written(t *testing.T, in Input) (layout.Set, []byte) {
	t.Helper()
	faces := fonts.New()
	set, err := BuildWith(in, faces)
	if err != nil {
		t.Fatal(err)
	}
	data, err := pdf.Write(context.Background(), set, faces, nil)
	if err != nil {
		t.Fatal(err)
	}
	return set, data
}

// Everything a text can hold reads back as it was placed.
func TestReadBackOfAllThereIs(t *testing.T) {
	p, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	m := sample.Register()[1]
	d := m.Documents[0]
	d.Sections = append(d.Sections[:0:0], d.Sections...)
	d.Sections[1].Text = `### Rubrik med **fet** och *kursiv*

Text med [en länk](https://exempel.se/sida) och en not.[^1] Samma not[^1] igen, och en till.[^2]

☒ Ja, ☐ Nej

- punkt ett
- punkt två med [länk](mailto:a@exempel.se)
  1. under
  2. under två

> Ett citat med många ord som går över flera rader eftersom det är långt nog för att brytas i spalten.

| Slag | Kronor |
|---|---:|
| Inköp[^3] | 1 200 |
| **Summa** | **1 200** |

` + strings.Repeat("Integritetsskyddsmyndighetens tillståndsprövning av kamerabevakning, fi ff ffi. ", 120) + `

[^1]: Första noten med [länk](https://exempel.se).
[^2]: Andra noten.
[^3]: I en tabell.
`
	in, err := Of(p, &m, &d, sample.Profile(), cost.Compare(m.Estimate, p.Thresholds, "2026-11-22"), "Yttra")
	if err != nil {
		t.Fatal(err)
	}
	set, data := written(t, in)
	if proof, err := ReadBack(set, data); err != nil || proof.Pages < 3 {
		t.Errorf("%+v, %v", proof, err)
	}
}
