package tagging

import (
	"bytes"
	"encoding/binary"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestTextComesBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := strings.ToValidUTF8(rapid.String().Draw(t, "s"), "")
		v, err := (&lexer{b: text(s)}).value(0)
		if err != nil {
			t.Fatal(err)
		}
		if got, ok := textOf(v); !ok || got != s {
			t.Fatalf("%q came back as %q", s, got)
		}
	})
}

func TestStrings(t *testing.T) {
	for in, want := range map[string]string{
		`(a\(b\)\\c)`: `a(b)\c`, `(a(b)c)`: "a(b)c", `(\101\7\1234)`: "A\aS4", "(a\\\nb\\n\\r\\t\\b\\f)": "ab\n\r\t\b\f",
		"<48 65\n6C>": "Hel", "<414>": "A@", "()": "", "<>": "",
	} {
		v, err := (&lexer{b: []byte(in)}).value(0)
		if err != nil {
			t.Fatalf("%s: %v", in, err)
		}
		if got, ok := bytesOf(v); !ok || string(got) != want {
			t.Errorf("%s is %q, want %q", in, got, want)
		}
	}
}

func TestValues(t *testing.T) {
	for in, want := range map[string]string{
		"<</A 1 0 R/B[1 0 2 0 R 1 0 RG]/C(x) % end\n/D<</E true>>>>": "<</A 1 0 R/B [1 0 2 0 R 1 0 RG]/C (x)/D <</E true>>>>",
		"[-1.5 /N#20x <0A> null]":                                    "[-1.5 /N#20x <0A> null]",
	} {
		v, err := (&lexer{b: []byte(in)}).value(0)
		if err != nil {
			t.Fatal(err)
		}
		w := &writer{file: &file{}, number: []int{0, 1, 2}}
		if err := w.put(&w.Buffer, v); err != nil || w.String() != want {
			t.Errorf("%s\nbecame %s %v\nwant   %s", in, w.String(), err, want)
		}
	}
	for _, bad := range []string{"", "(", "(\\", "<", "<<", "<</A", "<</A>>", "<<1 2>>", "[", "[1", ")", "]", "}", strings.Repeat("[", 1e5)} {
		if v, err := (&lexer{b: []byte(bad)}).value(0); err == nil {
			t.Errorf("%.20q is read as %v", bad, v)
		}
	}
}

func TestStreamsPackAndUnpack(t *testing.T) {
	s := &stream{dict: &dict{}}
	s.pack([]byte("text"))
	if b, err := s.plain(); err != nil || string(b) != "text" {
		t.Errorf("%q %v", b, err)
	}
	s.data = s.data[:3]
	if _, err := s.plain(); err == nil {
		t.Error("a broken stream was unpacked")
	}
	for _, filter := range []any{name("LZWDecode"), array{name("FlateDecode"), name("FlateDecode")}} {
		if _, err := (&stream{dict: newDict("Filter", filter)}).plain(); err == nil {
			t.Errorf("%v was unpacked", filter)
		}
	}
}

func TestToUnicodeRangesKeepTheirHighByte(t *testing.T) {
	glyphs := make([]byte, 2<<16)
	for _, c := range []int{5, 0x41, 0x42, 0x44, 0xFE, 0xFF, 0x100, 0x2013} {
		glyphs[2*c+1] = 1
	}
	got := string(toUnicode(glyphs))
	want := "5 beginbfrange\n<0041> <0042> <0041>\n<0044> <0044> <0044>\n<00FE> <00FF> <00FE>\n<0100> <0100> <0100>\n<2013> <2013> <2013>\nendbfrange"
	if !strings.Contains(got, want) {
		t.Errorf("got %s", got)
	}
	for c := range 1 << 15 {
		glyphs[4*c+1] = 1 // every second code: more than a section holds
	}
	for _, section := range strings.SplitAfter(string(toUnicode(glyphs)), "endbfrange") {
		if n := strings.Count(section, "> <") / 2; n > 100 {
			t.Fatalf("%d ranges in a section", n)
		}
	}
}

func TestProfile(t *testing.T) {
	p := srgb()
	if int(binary.BigEndian.Uint32(p)) != len(p) || string(p[36:40]) != "acsp" {
		t.Fatalf("%d bytes, head %x", len(p), p[:40])
	}
	for i := range int(binary.BigEndian.Uint32(p[128:])) {
		e := p[132+12*i:]
		at, size := binary.BigEndian.Uint32(e[4:]), binary.BigEndian.Uint32(e[8:])
		if at%4 != 0 || int(at+size) > len(p) {
			t.Errorf("tag %s lies at %d, %d bytes of %d", e[:4], at, size, len(p))
		}
		if kind := string(p[at : at+4]); !strings.Contains("desc text XYZ  curv", kind) {
			t.Errorf("tag %s is a %q", e[:4], kind)
		}
	}
}

func TestFontNames(t *testing.T) {
	if got := postScriptName(named("Prov-Fet")); got != "Prov-Fet" {
		t.Errorf("got %q", got)
	}
	if got := postScriptName(named("a(b)/c#1 d")); got != "abc1d" {
		t.Errorf("got %q", got)
	}
	whole := named("Prov-Fet")
	for n := range whole {
		if got := postScriptName(whole[:n]); got != "" {
			t.Errorf("cut at %d: %q", n, got)
		}
	}
}

func TestMetadataSaysNothingOfNothing(t *testing.T) {
	packet := Info{Title: "T\x00<&\">", Lang: "sv-SE"}.xmp("2A")
	for _, empty := range []string{"dc:creator", "dc:description", "dc:identifier", "xmp:", "pdf:Producer", "<matter:"} {
		if bytes.Contains(packet, []byte(empty)) {
			t.Errorf("%s without a value", empty)
		}
	}
	var s Summary
	if err := s.readXMP(packet); err != nil || s.Title != "T\uFFFD<&\">" {
		t.Errorf("title %q, %v", s.Title, err)
	}
}

// named is a TrueType file with nothing but a PostScript name.
func named(n string) []byte {
	wide := []byte{}
	for _, c := range []byte(n) {
		wide = append(wide, 0, c)
	}
	table := append([]byte{0, 0, 0, 1, 0, 18, 0, 3, 0, 1, 4, 9, 0, 6, 0, byte(len(wide)), 0, 0}, wide...)
	head := []byte{0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 'n', 'a', 'm', 'e', 0, 0, 0, 0, 0, 0, 0, 28, 0, 0, 0, byte(len(table))}
	return append(head, table...)
}
