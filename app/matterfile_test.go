package app

import (
	"bytes"
	"strings"
	"testing"
)

const small = `{"format":"yttra-matter","version":1,"title":"Cykelväg","references":["KS 2026/00240"],
 "movers":[{"name":"Majken Ros","party":"LL","seat":12}],
 "claims":[{"text":"att en cykelväg byggs","decision":"reject"}],
 "received":"2026-04-15","measures":["ALLM"],"colour":"blå","-":3,
 "documents":[{"id":"d1","kind":"opinion","sections":[{"role":"summary","heading":"Sammanfattning","text":"Nej.","x":[1]}]}],
 "estimate":{"lines":[{"kind":"purchase","what":"asfalt","quantity":0.5,"price":100,"grade":"A"}]},"answers":[],
 "placements":[{"name":"","need":40,"intrusion":65,"reason":"skäl","hue":2},{"name":"Taggar","need":30,"intrusion":10,"reason":""}]}`

func TestUnknownFieldsAreKept(t *testing.T) {
	m, err := DecodeMatter([]byte(small))
	if err != nil {
		t.Fatal(err)
	}
	out, err := EncodeMatter(m)
	if err != nil {
		t.Fatal(err)
	}
	flat := strings.Join(strings.Fields(string(out)), "")
	for _, want := range []string{`"colour":"blå"`, `"-":3`, `"seat":12`, `"x":[1]`, `"grade":"A"`, `"quantity":0.5`, `"hue":2`, `"need":40,"intrusion":65`, `"format":"yttra-matter","version":1,`} {
		if !strings.Contains(flat, want) {
			t.Errorf("%s is lost in %s", want, out)
		}
	}
	if n := bytes.Count(out, []byte(`"format"`)); n != 1 {
		t.Errorf("format is written %d times", n)
	}
	again, err := DecodeMatter(out)
	if err != nil {
		t.Fatal(err)
	}
	out2, _ := EncodeMatter(again)
	if !bytes.Equal(out, out2) {
		t.Error("the file changes when it is read and written")
	}
}

func TestMatterFileFaults(t *testing.T) {
	for name, c := range map[string]struct {
		in    string
		code  Code
		where string
	}{
		"cut off":      {small[:len(small)-20], CodeNotMatter, "7:"},
		"newer":        {`{"format":"yttra-matter","version":9}`, CodeNewer, "version 9"},
		"other format": {`{"format":"other","version":1}`, CodeNotMatter, "format"},
		"no version":   {`{"format":"yttra-matter"}`, CodeNotMatter, "version"},
		"empty":        {"", CodeNotMatter, "1:0"},
		"decision":     {strings.Replace(small, `"reject"`, `"nej"`, 1), CodeNotMatter, "claims[0].decision"},
		"date":         {strings.Replace(small, "2026-04-15", "2026-02-30", 1), CodeNotMatter, "received"},
		"measure":      {strings.Replace(small, `"ALLM"`, `"XX"`, 1), CodeNotMatter, "measures[0]"},
		"type":         {strings.Replace(small, `"title":"Cykelväg"`, `"title":7`, 1), CodeNotMatter, "title"},
		"inner type":   {strings.Replace(small, `"price":100`, `"price":"x"`, 1), CodeNotMatter, "estimate.lines.price"},
		"need":         {strings.Replace(small, `"need":40`, `"need":101`, 1), CodeNotMatter, "placements[0].need"},
		"intrusion":    {strings.Replace(small, `"intrusion":10`, `"intrusion":-1`, 1), CodeNotMatter, "placements[1].intrusion"},
		"same name":    {strings.Replace(small, `"name":"Taggar"`, `"name":""`, 1), CodeNotMatter, "placements[1].name"},
		"list":         {"[]", CodeNotMatter, "1:"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := DecodeMatter([]byte(c.in))
			p := ProblemOf(err)
			if p == nil || p.Code != c.code || !strings.Contains(p.Where, c.where) {
				t.Errorf("got %v, want %s at %s", err, c.code, c.where)
			}
		})
	}
}

func TestCloneSharesNothing(t *testing.T) {
	m, err := DecodeMatter([]byte(small))
	if err != nil {
		t.Fatal(err)
	}
	before, _ := EncodeMatter(m)
	c := m.Clone()
	c.Title, c.References[0], c.Movers[0].Name, c.Claims[0].Text = "x", "x", "x", "x"
	c.Documents[0].Sections[0].Text, c.Estimate.Lines[0].What = "x", "x"
	c.Placements[0].Need = 1
	if after, _ := EncodeMatter(m); !bytes.Equal(before, after) {
		t.Error("changing a clone changed the original")
	}
}

func FuzzDecodeMatter(f *testing.F) {
	f.Add([]byte(small))
	f.Add([]byte(small[:100]))
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := DecodeMatter(data)
		if err != nil {
			if ProblemOf(err) == nil {
				t.Fatalf("a fault without a code: %v", err)
			}
			return
		}
		out, err := EncodeMatter(m)
		if err != nil {
			t.Fatalf("read but cannot be written: %v", err)
		}
		again, err := DecodeMatter(out)
		if err != nil {
			t.Fatalf("own file is refused: %v\n%s", err, out)
		}
		if out2, _ := EncodeMatter(again); !bytes.Equal(out, out2) {
			t.Fatalf("not the same twice:\n%s\n%s", out, out2)
		}
	})
}
