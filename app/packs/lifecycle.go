package packs

import (
	"fmt"
	"slices"

	"yttra/app"
)

// What rows of data/lifecycle.toml hold for beside kinds of measure.
const (
	ForPurchase = "purchase" // a matter that means buying something
	ForPilot    = "pilot"    // one that is a trial of something larger
)

// Expected is a kind of cost that a measure always has, with the reason.
type Expected struct {
	For     string // code of a measure, ForPurchase or ForPilot
	Kind    app.CostKind
	Why     Remark
	Sources []Source
}

// lifecycleRow is a row of data/lifecycle.toml: one reason, for one measure or more.
type lifecycleRow struct {
	For     []string     `toml:"for"`
	Kind    app.CostKind `toml:"kind"`
	Off     bool         `toml:"off"` // in a municipality's folder: not expected here
	SV      string       `toml:"sv"`
	EN      string       `toml:"en"`
	Sources []Source     `toml:"source"`
}

// lifecycle reads the rows. One for the same measure and kind of cost as a row that
// is there replaces it.
func (l *loader) lifecycle(name string, data []byte) error {
	var f struct {
		Rows []lifecycleRow `toml:"row"`
	}
	ix, err := decode(name, data, &f)
	if err != nil {
		return err
	}
	all := slices.Clone(l.packs.Lifecycle)
	for i := range f.Rows {
		r := &f.Rows[i]
		if key, err := r.fault(); err != nil {
			return ix.fault(fmt.Sprintf("row[%d].%s", i, key), err)
		}
		for _, of := range r.For {
			at := slices.IndexFunc(all, func(e Expected) bool { return e.For == of && e.Kind == r.Kind })
			switch e := (Expected{of, r.Kind, Remark{r.SV, r.EN}, r.Sources}); {
			case r.Off && at >= 0:
				all = slices.Delete(all, at, at+1)
			case at >= 0:
				all[at] = e
			case !r.Off:
				all = append(all, e)
			}
		}
	}
	l.packs.Lifecycle = all
	l.costs += len(f.Rows)
	return nil
}

// fault names the key of what is wrong.
func (r *lifecycleRow) fault() (key string, err error) {
	known := []string{ForPurchase, ForPilot}
	for _, m := range app.Measures {
		known = append(known, string(m))
	}
	if len(r.For) == 0 {
		return "for", errMissing
	}
	for _, of := range r.For {
		if !slices.Contains(known, of) {
			return "for", unknown(of, known)
		}
	}
	switch {
	case !slices.Contains(app.CostKinds, r.Kind):
		return "kind", unknown(r.Kind, app.CostKinds)
	case r.Off:
		return "", nil
	case r.SV == "":
		return "sv", errMissing
	}
	return sourceFault(r.Sources)
}

// Expected lists the kinds of cost that a measure like the matter's always has, in
// the order of the life-cycle table, each with the first reason for it.
func (p *Packs) Expected(m *app.Matter) []Expected {
	var out []Expected
	for _, kind := range app.CostKinds {
		i := slices.IndexFunc(p.Lifecycle, func(e Expected) bool { return e.Kind == kind && e.holds(m) })
		if i >= 0 {
			out = append(out, p.Lifecycle[i])
		}
	}
	return out
}

// Missing lists those of the expected kinds that no line of the proposal speaks to.
// A line of nought kronor speaks: somebody has thought of it. What has been paid
// already has been bought, and a line with a lowest and a highest amount tells the
// risk.
func (p *Packs) Missing(m *app.Matter) []Expected {
	return slices.DeleteFunc(p.Expected(m), func(e Expected) bool {
		return e.Kind == app.CostPurchase && len(m.Estimate.Spent) > 0 || slices.ContainsFunc(m.Estimate.Lines, func(l app.CostLine) bool {
			return l.Kind == e.Kind || e.Kind == app.CostRisk && (l.Low != 0 || l.High != 0)
		})
	})
}

func (e Expected) holds(m *app.Matter) bool {
	switch e.For {
	case ForPurchase:
		return m.Purchase
	case ForPilot:
		return m.Estimate.Pilot || m.Says(app.TopicPilot)
	}
	return m.Has(app.Measure(e.For))
}
