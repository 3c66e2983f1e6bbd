package app_test

import (
	"bytes"
	"encoding/json"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"yttra/app"
)

func TestSchemaHoldsForWrittenFiles(t *testing.T) {
	s := schema(t)
	for name, m := range map[string]*app.Matter{
		"empty": {},
		"full": {
			ID: app.NewID(), Title: "Kameror", References: []string{"KS 2026/1"}, Movers: []app.Mover{{Name: "Åsa Öst", Party: "FE"}},
			Claims: []app.Claim{{Text: "att kameror sätts upp", Decision: app.DeemedAnswered, Reason: "det som sägs"}}, Received: "2026-04-15",
			Measures: app.Measures, Affected: []app.Group{app.Children}, Purchase: true, Screening: &app.Screening{Topics: []string{app.TopicPilot}, Found: []string{"KAM"}, By: "A", On: "2026-11-22"}, Stage: app.Drafting,
			Motion:    &app.Source{Name: "motion.txt", Text: "…"},
			Referrals: []app.Referral{{Body: "Utbildningsnämnden", Stand: app.Opposes}},
			Documents: []app.Document{{ID: "d", Kind: "opinion", Level: app.Committee, Officers: []app.Person{{Name: "A"}}, Checked: &app.Checked{Packs: "3f2a", On: "2026-11-22"},
				Meeting:  &app.Meeting{Date: "2026-04-14", Deciding: []string{"A (FE), ordförande"}, Votes: []app.Vote{{Name: "A", Cast: app.Abstain}}, Notice: &app.Notice{Posted: "2026-04-21"}},
				Attested: []app.Attested{{Name: "A", On: "2026-04-01"}}, Annexes: []app.Annex{{Title: "Motion", How: app.AnnexAttached, Data: []byte("%PDF")}, {Title: "Avtal", How: app.AnnexWithheld}},
				Publishing: &app.Publishing{Keep: []app.Kept{{Words: "A", Reason: "förtroendevald"}}, Remove: []string{"B"}},
				Exports:    []app.Export{{At: time.Date(2026, 11, 22, 9, 0, 0, 0, time.UTC), Copy: app.WebCopy, Claims: []string{"PDF/UA-1"}}}, Sections: []app.Section{{Role: "summary"}}}},
			Estimate: app.Estimate{Years: 6, Law: app.LOU, Lines: []app.CostLine{{Kind: app.CostPurchase, Quantity: 1500, Price: 100, Source: app.SourceQuote, Unread: map[string]string{"years": "snart"}}},
				Name: "Kameror", Done: []string{"standstill"}, Alternatives: []app.Alternative{{Name: "Vuxna", Lines: []app.CostLine{{Kind: app.CostNewWork}}}}},
			Quiet:      []app.Quiet{{Rule: "LANG-ORD-01", Word: "samtliga", Document: "d"}, {}},
			Placements: []app.Placement{{Need: 40, Intrusion: 70, Reason: "skäl", By: "A", On: "2026-11-22"}, {Name: "Taggar"}},
			Answers:    []app.Answer{{Criterion: "PROP-ALT-01", State: app.Waived, Reason: "skäl", All: true, On: "2026-11-22"}},
			Protection: 2,
		},
	} {
		data, err := app.EncodeMatter(m)
		if err != nil {
			t.Fatal(err)
		}
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Validate(v); err != nil {
			t.Errorf("%s: %v\n%s", name, err, data)
		}
	}
}

func TestSchemaRefuses(t *testing.T) {
	s := schema(t)
	for _, in := range []string{`{}`, `{"format":"yttra-matter","version":2}`, `{"format":"yttra-matter","version":1,"claims":[{"text":"att","decision":"ja"}]}`, `{"format":"yttra-matter","version":1,"placements":[{"name":"","need":101,"intrusion":0}]}`} {
		v, _ := jsonschema.UnmarshalJSON(strings.NewReader(in))
		if s.Validate(v) == nil {
			t.Errorf("%s is let through", in)
		}
	}
}

// Every field the code writes is described.
func TestSchemaNamesEveryField(t *testing.T) {
	var doc map[string]any
	if err := json.Unmarshal(app.MatterSchema(), &doc); err != nil {
		t.Fatal(err)
	}
	var check func(path string, ty reflect.Type, node map[string]any)
	check = func(path string, ty reflect.Type, node map[string]any) {
		for ty.Kind() == reflect.Slice || ty.Kind() == reflect.Pointer {
			if items, ok := node["items"].(map[string]any); ok && ty.Kind() == reflect.Slice {
				node = items
			}
			ty = ty.Elem()
		}
		if ty.Kind() != reflect.Struct || ty == reflect.TypeFor[time.Time]() {
			return
		}
		props, _ := node["properties"].(map[string]any)
		for i := range ty.NumField() {
			f := ty.Field(i)
			name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			if name == "-" {
				continue
			}
			p, ok := props[name].(map[string]any)
			if !ok {
				t.Errorf("%s.%s is not described", path, name)
				continue
			}
			check(path+"."+name, f.Type, p)
		}
	}
	check("matter", reflect.TypeFor[app.Matter](), doc)
}

func schema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	v, err := jsonschema.UnmarshalJSON(bytes.NewReader(app.MatterSchema()))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("urn:yttra:matter:1", v); err != nil {
		t.Fatal(err)
	}
	s, err := c.Compile("urn:yttra:matter:1")
	if err != nil {
		t.Fatal(err)
	}
	return s
}
