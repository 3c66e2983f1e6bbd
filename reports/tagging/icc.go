package tagging

import (
	"encoding/binary"
	"math"
)

// srgb builds a small ICC v2.1 display profile (ICC.1:2001-04) with the
// primaries of sRGB adapted to D50 and its transfer curve (IEC 61966-2-1).
func srgb() []byte {
	curve := transferCurve()
	tags := []struct {
		signature string
		data      []byte
	}{
		{"desc", iccDescription("sRGB")},
		{"cprt", append([]byte("text\x00\x00\x00\x00"), "No copyright, use freely\x00"...)},
		{"wtpt", iccXYZ(0.9642, 1, 0.8249)},
		{"rXYZ", iccXYZ(0.43607, 0.22249, 0.01392)},
		{"gXYZ", iccXYZ(0.38515, 0.71687, 0.09708)},
		{"bXYZ", iccXYZ(0.14307, 0.06061, 0.71410)},
		{"rTRC", curve}, {"gTRC", curve}, {"bTRC", curve},
	}
	table := binary.BigEndian.AppendUint32(nil, uint32(len(tags)))
	start := 128 + 4 + 12*len(tags)
	var body []byte
	curveAt := 0
	for _, t := range tags {
		at := start + len(body)
		switch {
		case t.signature == "rTRC":
			curveAt = at
			body = append(body, t.data...)
		case t.signature == "gTRC" || t.signature == "bTRC": // the same bytes
			at = curveAt
		default:
			body = append(body, t.data...)
		}
		for len(body)%4 != 0 {
			body = append(body, 0)
		}
		table = append(table, t.signature...)
		table = binary.BigEndian.AppendUint32(table, uint32(at))
		table = binary.BigEndian.AppendUint32(table, uint32(len(t.data)))
	}
	return append(append(iccHeader(start+len(body)), table...), body...)
}

func iccHeader(size int) []byte {
	h := make([]byte, 128)
	binary.BigEndian.PutUint32(h, uint32(size))
	binary.BigEndian.PutUint32(h[8:], 0x02100000)
	copy(h[12:], "mntrRGB XYZ ")
	for i, v := range []uint16{2026, 1, 1} { // the profile's day, not the document's
		binary.BigEndian.PutUint16(h[24+2*i:], v)
	}
	copy(h[36:], "acsp")
	copy(h[68:], iccXYZ(0.9642, 1, 0.8249)[8:])
	return h
}

func iccXYZ(x, y, z float64) []byte {
	b := []byte("XYZ \x00\x00\x00\x00")
	for _, v := range []float64{x, y, z} {
		b = binary.BigEndian.AppendUint32(b, uint32(int32(math.Round(v*65536))))
	}
	return b
}

func iccDescription(s string) []byte {
	b := append([]byte("desc\x00\x00\x00\x00\x00\x00\x00"), byte(len(s)+1))
	b = append(append(b, s...), 0)
	return append(b, make([]byte, 4+4+2+1+67)...) // no Unicode and no Macintosh name
}

func transferCurve() []byte {
	b := append([]byte("curv\x00\x00\x00\x00"), 0, 0, 1, 0)
	for i := range 256 {
		v := float64(i) / 255
		if v <= 0.04045 {
			v /= 12.92
		} else {
			v = math.Pow((v+0.055)/1.055, 2.4)
		}
		b = binary.BigEndian.AppendUint16(b, uint16(math.Round(v*65535)))
	}
	return b
}

// likeSRGB tells whether a profile has the primaries of sRGB, or only greys. Profiles
// of sRGB differ in their curves' length and in the last digits.
func likeSRGB(profile []byte) bool {
	if len(profile) < 132 {
		return false
	}
	space, found := string(profile[16:20]), 0
	if space == "GRAY" {
		return true
	}
	tags := min(int(binary.BigEndian.Uint32(profile[128:])), (len(profile)-132)/12)
	for i := range tags {
		t := profile[132+12*i:]
		want, ok := map[string]float64{"rXYZ": 0.43607, "gXYZ": 0.71687, "bXYZ": 0.71410}[string(t[:4])]
		at := int(binary.BigEndian.Uint32(t[4:]))
		if !ok || at > len(profile)-20 {
			continue
		}
		largest := 0.0 // each primary is known by its largest part
		for k := range 3 {
			largest = max(largest, float64(int32(binary.BigEndian.Uint32(profile[at+8+4*k:])))/65536)
		}
		if math.Abs(largest-want) > 0.01 {
			return false
		}
		found++
	}
	return space == "RGB " && found == 3
}
