package app

import (
	"bytes"
	"reflect"
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

// How the municipality reckons goes along; who at the desk looked a limit up does not.
func TestProfileFileHasTheEconomy(t *testing.T) {
	p := Profile{Municipality: "Exempelkommun", Officer: Person{Name: "Ada"}, Economy: Economy{Years: 6, RealRate: 350, Inflation: 200, Interest: 225, Hour: 42000,
		Limits: []Confirmed{{Law: LOU, Subject: Works, From: "2026-01-01", SEK: 7, DirectAward: 5, Source: "SFS", By: "Ada", On: "2026-11-22"}, {Law: LUF, Subject: Works, From: "2026-01-01", SEK: 7, Source: "SFS", By: "Bo"}}}}
	data, err := EncodeProfile(p)
	if err != nil || bytes.Contains(data, []byte("Ada")) {
		t.Fatalf("%v %s", err, data)
	}
	got, err := DecodeProfile(data)
	if err != nil {
		t.Fatal(err)
	}
	if p.Economy.Limits[0].By != "Ada" {
		t.Error("the profile itself was changed")
	}
	p.Economy.Limits[0].By = ""
	if !reflect.DeepEqual(got.Economy, p.Economy) {
		t.Errorf("\n got %+v\nwant %+v", got.Economy, p.Economy)
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

// Every field there is goes out and comes in; only the person at the desk, and what
// that person does not want to hear, stay at home. A new field is tried by itself.
func TestProfileFileLosesNothing(t *testing.T) {
	var p Profile
	fillIn(reflect.ValueOf(&p).Elem(), "")
	p.Protection = 2
	data, err := EncodeProfile(p)
	if err != nil {
		t.Fatal(err)
	}
	got, err := DecodeProfile(data)
	if err != nil {
		t.Fatal(err)
	}
	p.Officer, p.Quiet = Person{}, nil
	p.Economy.Limits[0].By = got.Economy.Limits[0].By // left out when it is the officer's name
	if !reflect.DeepEqual(got, p) {
		t.Errorf("\n got %+v\nwant %+v", got, p)
	}
	if p.Look.Labels == nil || p.Bodies[0].Reference == "" || p.Look.Digital == "" {
		t.Error("the test fills nothing in")
	}
}

// fillIn gives every exported field something to say.
func fillIn(v reflect.Value, name string) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fillIn(v.Field(i), v.Type().Field(i).Name)
		}
	case reflect.String:
		v.SetString("ord " + name)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int64:
		v.SetInt(7)
	case reflect.Uint8:
		v.SetUint(9)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fillIn(v.Index(0), name)
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		value := reflect.ValueOf("eget ord")
		if v.Type() == reflect.TypeOf(Extra{}) {
			value = reflect.ValueOf([]byte(`"okänt"`)).Convert(v.Type().Elem())
		}
		v.SetMapIndex(reflect.ValueOf("namn"), value)
	}
}
