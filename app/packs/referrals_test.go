package packs_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"yttra/app"
	"yttra/app/markup"
	"yttra/app/packs"
)

func load(t *testing.T) *packs.Packs {
	t.Helper()
	p, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// asked are three committees, of which two have answered.
func asked() []app.Referral {
	return []app.Referral{
		{Body: "Utbildningsnämnden", Due: "2026-03-15", Answered: "2026-02-12", Item: "§ 27", Reference: "UN 2026/00101", Stand: app.Opposes,
			Summary: "Åtgärden är för ingripande.\n\n### Kostnad\n\nDen ryms inte.", Dissent: "Bo Alm (FE) reserverar sig.\n\nÅsa Ek (LL) lämnar ett särskilt yttrande."},
		{Body: "Kulturnämnden", Due: "2026-03-15", Answered: "2026-03-01", Stand: app.InPart, Summary: "Bra i bibliotek."},
		{Body: "Tekniska nämnden", Due: "2026-03-15"},
	}
}

func TestSummaryIsDraftedFromReferrals(t *testing.T) {
	p := load(t)
	m := &app.Matter{Title: "Motion om åkbanor", Referrals: asked(), Movers: []app.Mover{{Name: "Åsa Ek"}}}
	d, err := p.NewDocument("opinions_summary", m, app.Profile{})
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]string{
		"ingress": "Motionen har remitterats till tre nämnder. Två har svarat. En tillstyrker delvis och en avstyrker.",
		"answers": "| Nämnd | Beslut | Diarienummer | Ställningstagande |\n|---|---|---|---|\n" +
			"| Utbildningsnämnden | 2026-02-12, §\u00a027 | UN 2026/00101 | Avstyrker |\n| Kulturnämnden | 2026-03-01 | – | Tillstyrker delvis |",
		"unanswered": "- Tekniska nämnden, svar senast den 15\u00a0mars 2026",
		"views": "### Utbildningsnämnden\n\nUtbildningsnämnden avstyrker förslaget.\n\nÅtgärden är för ingripande.\n\n**Kostnad**\n\n\nDen ryms inte.\n\n" +
			"Reservationer och särskilda yttranden:\n\n- Bo Alm (FE) reserverar sig.\n- Åsa Ek (LL) lämnar ett särskilt yttrande.\n\n### Kulturnämnden\n\nKulturnämnden tillstyrker förslaget delvis.\n\nBra i bibliotek.",
	}
	var roles []string
	for _, s := range d.Sections {
		roles = append(roles, s.Role)
		if s.Text != want[s.Role] {
			t.Errorf("%s:\n%s\nwant\n%s", s.Role, s.Text, want[s.Role])
		}
	}
	if strings.Join(roles, " ") != "ingress answers unanswered views" {
		t.Errorf("sections %v", roles)
	}
	if title := p.Title(m, &d); title != "Sammanställning av yttranden om åkbanor" {
		t.Errorf("title %q", title)
	}
	phrase, _ := p.Kind("motion_response")
	s, _ := phrase.Section("preparation")
	if got := p.Phrase(s.SV.Phrases[0], m, &d); got != "Motionen har remitterats till utbildningsnämnden, kulturnämnden och tekniska nämnden. "+
		"Utbildningsnämnden avstyrkte förslaget den 12\u00a0februari 2026, §\u00a027. Kulturnämnden tillstyrkte förslaget delvis den 1\u00a0mars 2026. Tekniska nämnden har inte svarat." {
		t.Errorf("preparation: %q", got)
	}
}

func TestSummaryWithoutReferralsAsksForThem(t *testing.T) {
	d, err := load(t).NewDocument("opinions_summary", &app.Matter{Title: "Motion om åkbanor"}, app.Profile{})
	if err != nil || len(d.Sections) != 3 {
		t.Fatalf("%+v %v", d.Sections, err)
	}
	for _, s := range d.Sections {
		if s.Text != "" {
			t.Errorf("%s says %q of nothing", s.Role, s.Text)
		}
	}
}

func TestCountsOfReferrals(t *testing.T) {
	p := load(t)
	one := []app.Referral{{Body: "Kulturnämnden"}}
	said := []app.Referral{{Body: "Kulturnämnden", Stand: app.Supports}}
	mixed := append([]app.Referral{{Body: "Exempelhus AB", Stand: app.NoObjects}}, said...)
	var many []app.Referral
	for range 60 {
		many = append(many, app.Referral{Body: "Nämnden", Stand: app.Supports, Answered: "2026-02-12"})
	}
	for want, all := range map[string][]app.Referral{
		"Ärendet har remitterats till en nämnd. Ingen har svarat.":                                                  one,
		"Ärendet har remitterats till en nämnd. Svaret har kommit. En tillstyrker.":                                 said,
		"Ärendet har remitterats till två instanser. Båda har svarat. En tillstyrker och en har inget att invända.": mixed,
		"Ärendet har remitterats till 60 nämnder. Alla har svarat. 60 tillstyrker.":                                 many,
	} {
		if got := p.Phrase("[x|replies]", &app.Matter{Referrals: all}, &app.Document{}); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	if got := p.Phrase("[x|preparation]", &app.Matter{Referrals: many}, &app.Document{}); got != "Ärendet har remitterats till 60 nämnder. Alla har svarat. 60 tillstyrker." {
		t.Errorf("60 are named: %q", got)
	}
	if got := p.Phrase("[x|replies]", &app.Matter{}, &app.Document{}); got != "[x]" {
		t.Errorf("nothing was asked: %q", got)
	}
}

// Names and numbers are text, whatever stands in them.
func TestHostileNamesAreText(t *testing.T) {
	p := load(t)
	name := "- **Nämnd** | [x](y) # \\ <b>\n\n### Två"
	m := &app.Matter{Referrals: []app.Referral{
		{Body: name, Stand: app.Supports, Reference: "a | b", Item: "1 | 2", Dissent: "1. Ett\n> Två"}, {Body: "1. Råd", Due: "2026-02-30"}, {}}}
	for source, kinds := range map[string]string{"answers": "table", "unanswered": "list", "views": "heading paragraph paragraph paragraph list"} {
		var got []string
		for _, b := range markup.Parse(p.Phrase("[x|"+source+"]", m, &app.Document{})) {
			got = append(got, map[markup.Kind]string{markup.Paragraph: "paragraph", markup.Heading: "heading", markup.List: "list", markup.Table: "table"}[b.Kind])
			for _, r := range b.Runs {
				if r.Bold || r.Link != "" {
					t.Errorf("%s: %q is a mark", source, r.Text)
				}
			}
			if b.Kind == markup.Table && (len(b.Rows) != 2 || len(b.Rows[1]) != 4 || b.Rows[1][0][0].Text != strings.Join(strings.Fields(name), " ")) {
				t.Errorf("rows %+v", b.Rows)
			}
			for _, item := range b.Items {
				if len(item) != 1 || item[0].Kind != markup.Paragraph {
					t.Errorf("%s: an item is %+v", source, item)
				}
			}
		}
		if strings.Join(got, " ") != kinds {
			t.Errorf("%s is %v, want %s", source, got, kinds)
		}
	}
}

func TestTitleOfAReferralResponse(t *testing.T) {
	p := load(t)
	m := &app.Matter{Title: "Remiss: Trygg skolväg i hela landet"}
	d := &app.Document{Kind: "referral_response", YourRef: "Ex2026/00417"}
	if got := p.Title(m, d); got != "Remissvar: Trygg skolväg i hela landet (Ex2026/00417)" {
		t.Errorf("%q", got)
	}
	if d.YourRef = ""; p.Title(m, d) != "Remissvar: Trygg skolväg i hela landet" {
		t.Errorf("%q", p.Title(m, d))
	}
	if m.Title = ""; p.Title(m, d) != "Remissvar" {
		t.Errorf("%q", p.Title(m, d))
	}
}

// The dissenters' own papers are neither the committee's nor the officer's.
func TestReservationBelongsToNobodyYet(t *testing.T) {
	p := load(t)
	profile := app.Profile{Department: "Utbildningsförvaltningen", Officer: app.Person{Name: "Maj"},
		Bodies: []app.Body{{Name: "Utbildningsnämnden", Level: app.Committee, Signatories: []app.Person{{Name: "Elsa"}}}}}
	for _, kind := range []string{"reservation", "separate_statement"} {
		d, err := p.NewDocument(kind, &app.Matter{Title: "Motion om bänkar"}, profile)
		if err != nil || len(d.Signatories)+len(d.Officers) > 0 || d.Department != "" || d.Body != "Utbildningsnämnden" || len(d.Sections) < 2 {
			t.Errorf("%s: %+v %v", kind, d, err)
		}
		d.Signatories = []app.Person{{Name: "Åsa Ek (FE)"}, {Name: "Bo Alm (LL)"}}
		d.Meeting = &app.Meeting{Date: "2026-03-12", Item: "27"}
		k, _ := p.Kind(kind)
		if got := p.Phrase(k.Sections[0].SV.Phrases[0], &app.Matter{}, &d); !strings.HasPrefix(got, "Åsa Ek (FE) och Bo Alm (LL) ") ||
			!strings.Contains(got, "utbildningsnämndens beslut den 12\u00a0mars 2026, §\u00a027") {
			t.Errorf("%s: %q", kind, got)
		}
	}
}

func TestFaultsInReferralWords(t *testing.T) {
	for text, want := range map[string]string{`motion = "x"`: "months", "x = 1": "x"} {
		_, faults, err := packs.LoadWith(fstest.MapFS{"referrals.toml": {Data: []byte(text)}})
		if err != nil || len(faults) != 1 || !strings.Contains(faults[0].Error(), want) {
			t.Errorf("%q: %v %v", text, faults, err)
		}
	}
}

// A municipality's own words replace the embedded ones, and count as a change.
func TestOwnReferralWords(t *testing.T) {
	data, err := os.ReadFile("data/referrals.toml")
	if err != nil {
		t.Fatal(err)
	}
	own := strings.Replace(string(data), "Ingen har svarat.", "Än har ingen svarat.", 1)
	p, faults, err := packs.LoadWith(fstest.MapFS{"referrals.toml": {Data: []byte(own)}})
	if err != nil || len(faults) > 0 || !p.Own.Referrals {
		t.Fatal(faults, err, p.Own)
	}
	if got := p.Phrase("[x|replies]", &app.Matter{Referrals: []app.Referral{{Body: "Kulturnämnden"}}}, &app.Document{}); !strings.HasSuffix(got, "Än har ingen svarat.") {
		t.Error(got)
	}
}

// What a kind is spared from exists.
func TestSparedRulesExist(t *testing.T) {
	p := load(t)
	for _, k := range p.Kinds {
		for _, s := range k.Spared {
			some := false
			one := &packs.Kind{Spared: []string{s}}
			for _, r := range p.Rules {
				some = some || one.Spares(r.ID)
			}
			if !some {
				t.Errorf("%s is spared from %s, which is no rule", k.ID, s)
			}
		}
	}
}
