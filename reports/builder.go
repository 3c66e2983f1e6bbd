package reports

import (
	"reflect"
	"slices"

	"yttra/app"
	"yttra/reports/estimate"
	"yttra/reports/fonts"
	"yttra/reports/layout"
)

// Builder makes papers one after another, for a preview that is made anew at every
// key: what reads as it did is not parsed, looked through or set again. It gives the
// same pages as Build; see layout.Kept for what may be done with those it gave before.
// It is not for concurrent use.
type Builder struct {
	faces *fonts.Faces
	flow  *layout.Kept
	kept  kept
}

// NewBuilder makes a builder with faces of its own.
func NewBuilder() *Builder {
	faces := fonts.New()
	return &Builder{faces: faces, flow: layout.NewKept(faces)}
}

// Build is the function Build.
func (b *Builder) Build(in Input) (layout.Set, error) {
	b.kept.bodies.Turn()
	b.kept.lines.Turn()
	doc, _, err := ready(in, b.faces, &b.kept)
	if err != nil {
		return layout.Set{}, err
	}
	return b.flow.Flow(doc), nil
}

// kept is what a builder remembers of the paper before; nil remembers nothing.
type kept struct {
	bodies layout.Memo[string, []layout.Block] // by a section's text
	lines  layout.Memo[lineKey, string]        // texts that can be drawn, in their normal form
	cost   *keptCosts
	logo   keptLogo
}

type lineKey struct {
	family layout.Face // the first of it
	text   string
}

// body is the function body, from what is kept when it can. The blocks are the
// caller's; the text in them stays kept.
func (k *kept) body(text string) []layout.Block {
	if k == nil {
		return body(text)
	}
	blocks, ok := k.bodies.Take(text)
	if !ok {
		blocks = body(text)
		k.bodies.Put(text, blocks)
	}
	return slices.Clone(blocks)
}

// line gives the normal form of a text that has been looked through before.
func (k *kept) line(family []layout.Face, text string) (normal string, ok bool) {
	if k == nil {
		return "", false
	}
	return k.lines.Take(lineKey{family[0], text})
}

// keep notes that a text can be drawn, in its normal form.
func (k *kept) keep(family []layout.Face, text, normal string) {
	if k != nil {
		k.lines.Put(lineKey{family[0], text}, normal)
	}
}

// keptCosts is what an estimate became, and from what.
type keptCosts struct {
	sheet          estimate.Sheet // with nothing of the matter but its estimate
	mention        string
	annexed        bool
	economy, annex []layout.Block
}

// costs gives the blocks of an estimate, those from before when nothing of it is new.
// The blocks are the caller's; the text in them stays kept.
func (k *kept) costs(s estimate.Sheet, mention string, annexed bool, faces layout.Measurer) (economy, annex []layout.Block, err error) {
	one := &keptCosts{sheet: s, mention: mention, annexed: annexed}
	if s.Matter != nil {
		one.sheet.Matter = &app.Matter{Estimate: s.Matter.Estimate}
	}
	if k != nil && k.cost != nil && k.cost.mention == mention && k.cost.annexed == annexed && reflect.DeepEqual(k.cost.sheet, one.sheet) {
		return slices.Clone(k.cost.economy), slices.Clone(k.cost.annex), nil
	}
	if one.economy, err = one.sheet.Economy(faces, mention); err != nil {
		return nil, nil, err
	}
	if annexed {
		if one.annex, err = one.sheet.Annex(faces); err != nil {
			return nil, nil, err
		}
	}
	if k != nil {
		k.cost = one
	}
	return slices.Clone(one.economy), slices.Clone(one.annex), nil
}
