package app

import (
	"bytes"
	"strings"
	"testing"
)

func TestProfileFileKeepsAllButThePerson(t *testing.T) {
	p := Profile{Municipality: "Exempelkommun", Logo: []byte{1, 2, 255}, Reference: "UN {år}/{löpnr:5}", Officer: Person{Name: "Ada"},
		Bodies: []Body{{Name: "Nämnden", Level: Committee, Signatories: []Person{{Name: "Bo", Title: "Ordförande"}}}}, Foot: []string{"a\nb"},
		Extra: Extra{"later": []byte(`{"x":1}`)}}
	data, err := EncodeProfile(p)
	if err != nil {
		t.Fatal(err)
	}
	if bytes.Contains(data, []byte("Ada")) {
		t.Error("the officer's name is in a file for others")
	}
	got, err := DecodeProfile(data)
	if err != nil {
		t.Fatal(err)
	}
	if got.Municipality != p.Municipality || !bytes.Equal(got.Logo, p.Logo) || got.Reference != p.Reference || len(got.Bodies) != 1 ||
		got.Bodies[0].Signatories[0].Title != "Ordförande" || got.Foot[0] != "a\nb" {
		t.Errorf("%+v", got)
	}
	var later bytes.Buffer
	for k, v := range got.Extra {
		later.WriteString(k + string(v))
	}
	if len(got.Extra) != 1 || !strings.Contains(later.String(), "later") {
		t.Errorf("unknown fields: %v", later.String())
	}
}

func TestBadProfileFiles(t *testing.T) {
	for data, want := range map[string]Code{
		`{"format":"yttra-profile","version":1,`:                           CodeNotProfile,
		`{"format":"yttra-matter","version":1}`:                            CodeNotProfile,
		`{"format":"yttra-profile"}`:                                       CodeNotProfile,
		`{"format":"yttra-profile","version":2}`:                           CodeNewer,
		`{"format":"yttra-profile","version":1,"municipality":7}`:          CodeNotProfile,
		`{"format":"yttra-profile","version":1,"municipality":"A","x":[]}`: "",
	} {
		if _, err := DecodeProfile([]byte(data)); err == nil && want != "" || err != nil && CodeOf(err) != want {
			t.Errorf("%s: %v", data, err)
		}
	}
}
