package intake

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"yttra/app"
)

const escapedMatter = `{"format":"yttra-matter","version":1,"title":"A \"text\": [1]",
 "documents":[
  {"kind":"opinion","sections":[{"role":"a","text":"Räd\u00e5 \"nej\"\n\ud83d\ude00 slut"},{"text":"","role":"b"}],"x":{"sections":[{"text":"inte denna"}]}},
  {"sections":[{"role":"text","heading":"text","text":"två\ttabbar"}]}]}`

func TestSectionOffsets(t *testing.T) {
	at, err := SectionOffsets([]byte(escapedMatter))
	if err != nil {
		t.Fatal(err)
	}
	var m app.Matter
	if err := json.Unmarshal([]byte(escapedMatter), &m); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		doc, section int
		word, raw    string
	}{
		{0, 0, "Räd", "Räd"}, {0, 0, "å ", `\u00e5`}, {0, 0, `"nej`, `\"nej`}, {0, 0, "\n", `\n`}, {0, 0, "😀", `\ud83d`},
		{0, 0, "slut", "slut"}, {1, 0, "två", "två"}, {1, 0, "\t", `\t`}, {1, 0, "tabbar", "tabbar"},
	} {
		offset := strings.Index(m.Documents[c.doc].Sections[c.section].Text, c.word)
		got := at(c.doc, c.section, offset)
		if offset < 0 || got < 0 || !strings.HasPrefix(escapedMatter[got:], c.raw) {
			t.Errorf("%q at %d is found at %d", c.word, offset, got)
		}
	}
	if end := at(1, 0, len(m.Documents[1].Sections[0].Text)); escapedMatter[end] != '"' {
		t.Errorf("the end is at %d", end)
	}
	if got := at(0, 1, 0); escapedMatter[got] != '"' {
		t.Errorf("an empty text is at %d", got)
	}
	for _, c := range [][3]int{{0, 2, 0}, {2, 0, 0}, {0, 0, -1}, {0, 0, 999}, {-1, 0, 0}} {
		if got := at(c[0], c[1], c[2]); got != -1 {
			t.Errorf("%v gives %d", c, got)
		}
	}
}

func TestSectionOffsetsFault(t *testing.T) {
	for _, in := range []string{"", "{", `{"documents":[}`, escapedMatter[:80]} {
		if _, err := SectionOffsets([]byte(in)); app.CodeOf(err) != app.CodeNotMatter {
			t.Errorf("%q: %v", in, err)
		}
	}
}

// checkOffsets holds every letter of every section against the file.
func checkOffsets(t *testing.T, data []byte) {
	at, err := SectionOffsets(data)
	if err != nil {
		if app.CodeOf(err) != app.CodeNotMatter {
			t.Fatalf("a fault without its code: %v", err)
		}
		return
	}
	m, err := app.DecodeMatter(data)
	if err != nil {
		return
	}
	for d, doc := range m.Documents {
		for s, section := range doc.Sections {
			for i, r := range section.Text {
				p := at(d, s, i)
				if p < 0 || p >= len(data) {
					t.Fatalf("[%d][%d] byte %d is at %d", d, s, i, p)
				}
				var back string
				end := at(d, s, i+len(string(r)))
				if err := json.Unmarshal(append(append([]byte{'"'}, data[p:end]...), '"'), &back); err != nil || back != string(r) {
					t.Fatalf("[%d][%d] byte %d: %q is written %q (%v)", d, s, i, r, data[p:end], err)
				}
			}
		}
	}
}

func FuzzSectionOffsets(f *testing.F) {
	f.Add([]byte(escapedMatter))
	f.Add([]byte(`{"format":"yttra-matter","version":1,"documents":[{"sections":[{"text":"\ud800 \udc00\ud83d\ude00"}]}]}`))
	f.Add([]byte("{\"format\":\"yttra-matter\",\"version\":1,\"documents\":[{\"sections\":[{\"text\":\"a\xffb\"}]}]}"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if bytes.Count(data, []byte(`"`)) > 400 || repeatsKeys(data) {
			t.Skip()
		}
		checkOffsets(t, data)
	})
}

// repeatsKeys leaves out files that give a key twice: which value holds then is
// left to the JSON reader.
func repeatsKeys(data []byte) bool {
	low := bytes.ToLower(data)
	return bytes.Count(low, []byte("documents")) > 1 || bytes.Count(low, []byte(`\u`)) > 20
}
