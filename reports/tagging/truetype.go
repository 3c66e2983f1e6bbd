package tagging

import (
	"encoding/binary"
	"errors"
	"slices"
)

var errFont = errors.New("not a TrueType file that can be cut")

// outlines are the tables of a TrueType file that a glyph is drawn from.
type outlines struct {
	head, hhea, hmtx, maxp, loca, glyf []byte
	glyphs, metrics                    int // how many there are
}

func outlinesOf(ttf []byte) (o outlines, err error) {
	o = outlines{head: table(ttf, "head"), hhea: table(ttf, "hhea"), hmtx: table(ttf, "hmtx"), maxp: table(ttf, "maxp"), loca: table(ttf, "loca"), glyf: table(ttf, "glyf")}
	if len(o.head) < 54 || len(o.hhea) < 36 || len(o.maxp) < 6 {
		return o, errFont
	}
	o.glyphs, o.metrics = u16(o.maxp, 4), u16(o.hhea, 34)
	if o.metrics < 1 || o.metrics > o.glyphs || len(o.hmtx) < 4*o.metrics+2*(o.glyphs-o.metrics) || len(o.loca) < (o.glyphs+1)*o.locaSize() {
		return o, errFont
	}
	return o, nil
}

func u16(b []byte, at int) int { return int(binary.BigEndian.Uint16(b[at:])) }
func i16(b []byte, at int) int { return int(int16(binary.BigEndian.Uint16(b[at:]))) }

// locaSize is how many bytes an offset has.
func (o outlines) locaSize() int {
	if u16(o.head, 50) == 0 {
		return 2
	}
	return 4
}

// outline is how a glyph is drawn; empty for a space.
func (o outlines) outline(glyph int) ([]byte, error) {
	if glyph < 0 || glyph >= o.glyphs {
		return nil, errFont
	}
	at := func(i int) int {
		if o.locaSize() == 2 {
			return 2 * u16(o.loca, 2*i)
		}
		return int(binary.BigEndian.Uint32(o.loca[4*i:]))
	}
	from, to := at(glyph), at(glyph+1)
	if from > to || to > len(o.glyf) || to-from > 0 && to-from < 10 {
		return nil, errFont
	}
	return o.glyf[from:to], nil
}

// metric is a glyph's width and its room to the left, as they are stored.
func (o outlines) metric(glyph int) []byte {
	if glyph < o.metrics {
		return o.hmtx[4*glyph : 4*glyph+4]
	}
	last := 4 * (o.metrics - 1)
	left := 4*o.metrics + 2*(glyph-o.metrics)
	return append(slices.Clone(o.hmtx[last:last+2]), o.hmtx[left:left+2]...)
}

// parts are the glyphs that a glyph is put together from (OpenType specification,
// glyf: composite glyphs).
func parts(outline []byte) ([]int, error) {
	if len(outline) == 0 || i16(outline, 0) >= 0 {
		return nil, nil
	}
	var all []int
	for at := 10; ; {
		if at+4 > len(outline) {
			return nil, errFont
		}
		flags := u16(outline, at)
		all = append(all, u16(outline, at+2))
		at += 6
		if flags&1 != 0 { // its place is two words, not two bytes
			at += 2
		}
		switch {
		case flags&8 != 0: // one scale
			at += 2
		case flags&0x40 != 0: // two
			at += 4
		case flags&0x80 != 0: // four
			at += 8
		}
		if flags&0x20 == 0 { // it is the last
			return all, nil
		}
	}
}

// cut gives a TrueType file with the glyphs that are used and those they are put
// together from. They keep their numbers; the others are empty, and those after the
// last are gone. The tables are those that ISO 32000-1, 9.9 asks for.
func cut(ttf []byte, used []int) ([]byte, error) {
	o, err := outlinesOf(ttf)
	if err != nil {
		return nil, err
	}
	kept, last := map[int][]byte{}, 0
	for queue := append([]int{0}, used...); len(queue) > 0; queue = queue[1:] {
		glyph := queue[0]
		if _, ok := kept[glyph]; ok {
			continue
		}
		if kept[glyph], err = o.outline(glyph); err != nil {
			return nil, err
		}
		more, err := parts(kept[glyph])
		if err != nil {
			return nil, err
		}
		queue, last = append(queue, more...), max(last, glyph)
	}
	var glyf, loca, hmtx []byte
	for glyph := range last + 1 {
		loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
		outline, ok := kept[glyph]
		if !ok {
			hmtx = append(hmtx, 0, 0, 0, 0)
			continue
		}
		hmtx = append(hmtx, o.metric(glyph)...)
		glyf = padded(append(glyf, outline...))
	}
	loca = binary.BigEndian.AppendUint32(loca, uint32(len(glyf)))
	head, hhea, maxp := slices.Clone(o.head), slices.Clone(o.hhea), slices.Clone(o.maxp)
	binary.BigEndian.PutUint32(head[8:], 0)  // the sum of the file is set at the end
	binary.BigEndian.PutUint16(head[50:], 1) // offsets of four bytes
	binary.BigEndian.PutUint16(hhea[34:], uint16(last+1))
	binary.BigEndian.PutUint16(maxp[4:], uint16(last+1))
	return joined([]sfntTable{{"cvt ", table(ttf, "cvt ")}, {"fpgm", table(ttf, "fpgm")}, {"glyf", glyf}, {"head", head}, {"hhea", hhea},
		{"hmtx", hmtx}, {"loca", loca}, {"maxp", maxp}, {"prep", table(ttf, "prep")}}), nil
}

// sfntTable is a table of a font file.
type sfntTable struct {
	tag  string
	data []byte
}

// joined puts tables, sorted by their tags, into a file; those that are nil are left out.
func joined(tables []sfntTable) []byte {
	tables = slices.DeleteFunc(tables, func(t sfntTable) bool { return t.data == nil })
	n, steps, power := len(tables), 0, 1
	for power*2 <= n {
		power, steps = power*2, steps+1
	}
	out := []byte{0, 1, 0, 0}
	for _, v := range []int{n, 16 * power, steps, 16 * (n - power)} {
		out = binary.BigEndian.AppendUint16(out, uint16(v))
	}
	at, head := len(out)+16*n, 0
	for _, t := range tables {
		if t.tag == "head" {
			head = at
		}
		out = append(out, t.tag...)
		out = binary.BigEndian.AppendUint32(out, sum32(t.data))
		out = binary.BigEndian.AppendUint32(out, uint32(at))
		out = binary.BigEndian.AppendUint32(out, uint32(len(t.data)))
		at += (len(t.data) + 3) &^ 3
	}
	for _, t := range tables {
		out = padded(append(out, t.data...))
	}
	binary.BigEndian.PutUint32(out[head+8:], 0xB1B0AFBA-sum32(out))
	return out
}

// padded fills up to whole words.
func padded(b []byte) []byte {
	for len(b)%4 != 0 {
		b = append(b, 0)
	}
	return b
}

// sum32 is the sum of the words of a table.
func sum32(b []byte) uint32 {
	sum := uint32(0)
	for ; len(b) >= 4; b = b[4:] {
		sum += binary.BigEndian.Uint32(b)
	}
	if len(b) > 0 {
		var rest [4]byte
		copy(rest[:], b)
		sum += binary.BigEndian.Uint32(rest[:])
	}
	return sum
}
