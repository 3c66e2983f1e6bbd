package layout

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// anyKept is anyBlock with figures, and with footnotes that two runs share.
func anyKept(t *rapid.T) Block {
	var text, notes strings.Builder
	switch rapid.IntRange(0, 9).Draw(t, "special") {
	case 0:
		fig := Figure{Width: 60, Height: 20, Alt: rapid.SampledFrom([]string{"Två staplar", ""}).Draw(t, "alt"), Caption: Plain(sentence(t, 4)),
			Items: []Item{{Kind: Box, X2: 40, Y2: 5, Fill: Black}, {Kind: Text, Y: 12, S: sentence(t, 3), Face: Sans, Size: 8}}}
		return Block{Role: FigureBlock, Figure: fig}
	case 1:
		n := &Footnote{Runs: Plain(sentence(t, 30))}
		return Block{Runs: []Run{{Text: "En", Note: n}, {Text: " och en till ☒ med ruta", Note: n}}}
	}
	return anyBlock(t, &text, &notes)
}

// edited is the blocks after somebody has written in one, or taken one away, or put
// one in.
func edited(t *rapid.T, blocks []Block) []Block {
	out := slices.Clone(blocks)
	at := rapid.IntRange(0, len(out)).Draw(t, "at")
	switch {
	case at == len(out):
		return append(out, anyKept(t))
	case rapid.Bool().Draw(t, "gone"):
		return slices.Delete(out, at, at+1)
	case rapid.Bool().Draw(t, "twice"):
		return slices.Insert(out, at, out[at])
	case len(out[at].Runs) > 0:
		out[at].Runs = slices.Clone(out[at].Runs)
		out[at].Runs[0].Text += "a"
		out[at].Source.At++
		return out
	}
	return slices.Insert(out, at, anyKept(t))
}

// A flow that keeps what it has set and one that is new place every document alike,
// whatever has been written, moved or taken away between: a preview that was wrong
// would be a lie about the paper.
func TestAKeptFlowIsAFreshOne(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		kept := NewKept(letters{})
		doc := Doc{Words: words(), Look: rapid.SampledFrom(append(looks(), Look{})).Draw(t, "look"), LineNumbers: rapid.IntRange(0, 2).Draw(t, "numbers"), Foot: [][]string{{"a"}}}
		if rapid.IntRange(0, 4).Draw(t, "long") == 0 { // with a table of contents
			l := long(doc.Look, rapid.IntRange(9, 14).Draw(t, "sections"))
			doc.Words, doc.Blocks = l.Words, l.Blocks
		}
		for range rapid.IntRange(1, 12).Draw(t, "blocks") {
			b := anyKept(t)
			b.Source = Source{Part: 1 + len(doc.Blocks)}
			doc.Blocks = append(doc.Blocks, b)
		}
		for step := range 6 {
			if got, want := kept.Flow(doc), Flow(doc, letters{}); !reflect.DeepEqual(got, want) {
				t.Fatalf("after %d edits the kept pages are\n%s\nwant\n%s", step, sketchAll(got), sketchAll(want))
			}
			doc.Blocks = edited(t, doc.Blocks)
			if rapid.IntRange(0, 9).Draw(t, "relook") == 0 {
				doc.Look = rapid.SampledFrom(looks()).Draw(t, "look")
			}
		}
	})
}

func sketchAll(s Set) string {
	var b strings.Builder
	for _, p := range s.Pages {
		b.WriteString(p.Sketch() + "\f")
	}
	return b.String() + s.Outline()
}

// Only the block that was written in is set again.
func TestAKeptFlowSetsOnlyWhatChanged(t *testing.T) {
	m := &counting{}
	kept := NewKept(m)
	doc := Doc{Words: words(), Blocks: pages(20)}
	kept.Flow(doc)
	all := m.asked
	doc.Blocks = slices.Clone(doc.Blocks)
	doc.Blocks[61].Runs = Plain(plain(doc.Blocks[61].Runs) + "a")
	m.asked = 0
	kept.Flow(doc)
	if m.asked*10 > all {
		t.Errorf("%d widths were asked for after one key, %d for the whole", m.asked, all)
	}
}

// counting counts how often a width is asked for.
type counting struct {
	letters
	asked int
}

func (c *counting) Width(f Face, s string, size float64) float64 {
	c.asked++
	return c.letters.Width(f, s, size)
}

// A field that is added to a block and forgotten in its key would leave old words on
// the screen.
func TestEveryFieldOfABlockIsInItsKey(t *testing.T) {
	f := newFlow(Doc{}, letters{}, swedish{})
	f.kept = NewKept(letters{})
	keyOf := func(b Block) key {
		k, _, ok := f.key(b)
		if !ok {
			t.Fatal("a block was not kept")
		}
		return k
	}
	var full Block
	fillIn(reflect.ValueOf(&full).Elem(), 0)
	whole := keyOf(full)
	if keyOf(full) != whole {
		t.Fatal("a block has two keys")
	}
	fields := 0
	each(reflect.ValueOf(&full).Elem(), "Block", 0, func(name string, v reflect.Value) {
		fields++
		old := reflect.New(v.Type()).Elem()
		old.Set(v)
		switch v.Kind() {
		case reflect.Int:
			v.SetInt(v.Int() + 1)
		case reflect.Float64:
			v.SetFloat(v.Float() + 1)
		case reflect.String:
			v.SetString(v.String() + "a")
		case reflect.Bool:
			v.SetBool(!v.Bool())
		default:
			t.Fatalf("%s: a %s cannot be tried", name, v.Kind())
		}
		if keyOf(full) == whole {
			t.Errorf("%s is not in the key", name)
		}
		v.Set(old)
	})
	picture := Block{Role: FigureBlock, Figure: Figure{Items: []Item{{Kind: Picture, PNG: []byte{1}}}}}
	same := picture
	if other := (Block{Role: FigureBlock, Figure: Figure{Items: []Item{{Kind: Picture, PNG: []byte{1}}}}}); keyOf(picture) == keyOf(other) || keyOf(picture) != keyOf(same) {
		t.Error("a picture is not known by where it lies")
	}
	if fields < 60 {
		t.Errorf("%d fields were tried", fields)
	}
}

// depth is how far lists go into lists, and notes into notes, in the test.
const depth = 12

// fillIn gives every slice an element and every pointer something to point at.
func fillIn(v reflect.Value, deep int) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			if v.Type().Field(i).Type != reflect.TypeFor[*Elem]() {
				fillIn(v.Field(i), deep+1)
			}
		}
	case reflect.Slice:
		if deep < depth && v.Type().Elem().Kind() != reflect.Uint8 {
			v.Set(reflect.MakeSlice(v.Type(), 1, 1))
			fillIn(v.Index(0), deep+1)
		}
	case reflect.Array:
		for i := range v.Len() {
			fillIn(v.Index(i), deep+1)
		}
	case reflect.Pointer:
		if deep < depth {
			v.Set(reflect.New(v.Type().Elem()))
			fillIn(v.Elem(), deep+1)
		}
	}
}

// each calls try with every plain field that decides how a block looks: not with what
// it was made from, and not with a footnote in a footnote, which is not set.
func each(v reflect.Value, name string, deep int, try func(string, reflect.Value)) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			f := v.Type().Field(i)
			if f.Type != reflect.TypeFor[*Elem]() && f.Type != reflect.TypeFor[Source]() && !strings.Contains(name, "Note.Runs[].Note") {
				each(v.Field(i), name+"."+f.Name, deep+1, try)
			}
		}
	case reflect.Slice, reflect.Array:
		for i := range v.Len() {
			each(v.Index(i), name+"[]", deep+1, try)
		}
	case reflect.Pointer:
		if !v.IsNil() {
			each(v.Elem(), name, deep, try)
		}
	default:
		try(name, v)
	}
}
