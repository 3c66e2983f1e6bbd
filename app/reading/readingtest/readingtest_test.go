package readingtest

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"
)

func TestCompare(t *testing.T) {
	m := Compare(strings.Fields("a b c d e"), strings.Fields("x a b d c e"))
	if m.Words != 5 || m.Same != 4 || m.Share() != 0.8 || len(m.Missing) != 1 || len(m.Extra) != 2 {
		t.Errorf("%+v", m)
	}
	if m := Compare(nil, []string{"x"}); m.Share() != 1 || len(m.Extra) != 1 {
		t.Errorf("%+v", m)
	}
}

func TestWords(t *testing.T) {
	got := strings.Join(Words("– A\u030a o\u00adrd¹ 1. |---|x| *y*"), " ")
	if got != "Å ord 1. x y" {
		t.Errorf("%q", got)
	}
}

// Every layout of every motion is well-formed and holds its words.
func TestLay(t *testing.T) {
	for _, m := range Motions(t) {
		for _, l := range Layouts {
			p := Lay(m.Paper, l)
			d := xml.NewDecoder(bytes.NewReader(p.Flat))
			var text strings.Builder
			for {
				tok, err := d.Token()
				if err == io.EOF {
					break
				}
				if err != nil {
					t.Fatalf("%s, %s: %v", m.Name, l.Name, err)
				}
				if c, ok := tok.(xml.CharData); ok {
					text.Write(c)
				}
			}
			if len(p.Want) == 0 {
				t.Errorf("%s, %s: no words", m.Name, l.Name)
			}
			said := strings.Join(Words(text.String()), "")
			for _, w := range p.Want {
				if !strings.Contains(said, w) && !strings.ContainsAny(w, ".:)(") {
					t.Errorf("%s, %s: %q is lost", m.Name, l.Name, w)
				}
			}
		}
	}
}

func TestConvert(t *testing.T) {
	paper := Lay("Motion om fler bänkar\n\nJag yrkar\n\n1. att kommunen ställer ut bänkar.\n\nÅsa Öst (FE)", Named("plain"))
	for format, begin := range map[string]string{"pdf": "%PDF-", "docx": "PK", "odt": "PK"} {
		made := Convert(t, format, map[string][]byte{"one": paper.Flat})
		if !bytes.HasPrefix(made["one"], []byte(begin)) {
			t.Errorf("%s: %.20q", format, made["one"])
		}
	}
}
