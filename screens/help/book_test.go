package help

import (
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"yttra/app/packs"
	"yttra/i18n"
)

func book(t *testing.T, lang string) *Book {
	t.Helper()
	p, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	w, err := i18n.New(lang)
	if err != nil {
		t.Fatal(err)
	}
	b, err := NewBook(Source{Words: w, Packs: p, Keys: []KeyGroup{{"Arkiv", []Key{{"Skriv ut", "Ctrl+P"}}}},
		Key: func(word string) (string, string) { return strings.TrimSuffix(w.T(word), " …"), "Ctrl+X" }})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// The same topics in both languages, and no file that nobody can reach.
func TestTopicsAreWrittenInBothLanguages(t *testing.T) {
	var want []string
	for _, ids := range Written() {
		for _, id := range ids {
			want = append(want, id+".md")
		}
	}
	slices.Sort(want)
	for _, lang := range i18n.Languages {
		files, err := fs.ReadDir(texts, "text/"+lang)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, f := range files {
			got = append(got, f.Name())
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s has %v, want %v", lang, got, want)
		}
	}
	sv, en := book(t, "sv"), book(t, "en")
	if !slices.Equal(sv.order, en.order) {
		t.Error("the pages differ between the languages")
	}
	for _, id := range want {
		a, _ := sv.Page(strings.TrimSuffix(id, ".md"))
		b, _ := en.Page(strings.TrimSuffix(id, ".md"))
		if len(a.Blocks) != len(b.Blocks) || links(a) != links(b) {
			t.Errorf("%s: %d blocks and links %s in Swedish, %d and %s in English", id, len(a.Blocks), links(a), len(b.Blocks), links(b))
		}
		for i := range a.Blocks {
			if a.Blocks[i].Kind != b.Blocks[i].Kind {
				t.Errorf("%s: block %d is of different kinds", id, i)
			}
		}
	}
}

// slot is what a finding fills in: on a page there is no finding.
var slot = regexp.MustCompile(`\{[a-z_]+\}`)

func links(p Page) string {
	var out []string
	for _, b := range p.Blocks {
		for _, s := range b.Spans {
			if s.Link != "" {
				out = append(out, s.Link)
			}
		}
	}
	slices.Sort(out)
	return strings.Join(out, " ")
}

// Every link goes somewhere, every rule has a page, and no text holds a mark that
// was not understood or a word nobody has written.
func TestPagesAreWhole(t *testing.T) {
	p, err := packs.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, lang := range i18n.Languages {
		b := book(t, lang)
		for _, r := range p.Rules {
			if page, ok := b.Page(r.ID); !ok || len(page.Blocks) < 5 {
				t.Errorf("%s: %s has no page worth the name", lang, r.ID)
			}
		}
		listed := 0
		for _, g := range b.Groups {
			listed += len(g.Pages)
			if len(g.Pages) == 0 || strings.HasPrefix(g.Title, "[") {
				t.Errorf("%s: the group %q", lang, g.Title)
			}
		}
		if listed != len(b.order) {
			t.Errorf("%s: %d of %d pages are in the contents", lang, listed, len(b.order))
		}
		for _, id := range b.order {
			page, _ := b.Page(id)
			if page.Title == "" || len(page.Blocks) < 2 {
				t.Errorf("%s: %s is empty", lang, id)
			}
			for _, block := range page.Blocks {
				text := block.Text()
				if strings.TrimSpace(text) == "" || strings.Contains(text, "**") || strings.Contains(text, "](") || strings.Contains(text, "{{") || strings.Contains(text, "[menu.") || strings.Contains(text, "[help.") || slot.MatchString(text) {
					t.Errorf("%s: %s says %q", lang, id, text)
				}
			}
			for _, link := range strings.Fields(links(page)) {
				if _, ok := b.Page(link); !ok {
					t.Errorf("%s: %s links to %s, which is not there", lang, id, link)
				}
			}
		}
	}
}

func TestRead(t *testing.T) {
	p := read("x", "# Rubrik\n\nEtt **fett** ord och\nen [sida](y).\n\n## Del\n- {{a}}\n- två\n| a = 1\n| b = [2]\n> sagt\n5 * 3 [kvar] { }", func(s string) string { return "<" + s + ">" })
	var got []string
	for _, b := range p.Blocks {
		got = append(got, b.Text())
	}
	want := []string{"Ett fett ord och en sida.", "Del", "<a>", "två", "a = 1 b = [2]", "sagt 5 * 3 [kvar] { }"}
	if p.Title != "Rubrik" || !slices.Equal(got, want) {
		t.Errorf("%q %q", p.Title, got)
	}
	if s := p.Blocks[0].Spans; len(s) != 6 || !s[1].Bold || s[4] != (Span{Text: "sida", Link: "y"}) {
		t.Errorf("%+v", s)
	}
	if p.Blocks[1].Kind != Head || p.Blocks[2].Kind != Item || p.Blocks[4].Kind != Code || p.Blocks[5].Kind != Quote {
		t.Errorf("%+v", p.Blocks)
	}
	if empty := read("x", "", nil); empty.Title != "" || len(empty.Blocks) != 0 {
		t.Errorf("%+v", empty)
	}
}

func TestRulePageSaysHowSureTheLawIs(t *testing.T) {
	b := book(t, "sv")
	text := func(id string) string {
		p, _ := b.Page(id)
		var out []string
		for _, x := range p.Blocks {
			out = append(out, x.Text())
		}
		return strings.Join(out, "\n")
	}
	for id, wants := range map[string][]string{
		"PROP-ALT-01":   {"Allvarlig, ibland stoppande", "Vilka mindre ingripande", "Det här räcker", "Kontrollerad 2026-11-22", "Exempel som klarar sig", "bättre belysning", "Andra alternativ saknas.", "Förvaltningen har övervägt [alternativ 1]", "Proportionalitet i tre steg"},
		"PROP-KANS-01":  {"Kontrollera mot källan", "biometri", "AI-system"},
		"PROP-BARN-01":  {"när barn eller elever berörs"},
		"COST-VARDE-01": {"när något köps in", "Upphandlingsvärde"},
		"LANG-LIX-01":   {"Varför"},
		"FORM-FIN-01":   {"bifall · kostar 240\u00a0000\u00a0kr", "finansieringen är angiven"},
		"FORM-MOT-01":   {"motionen väcktes 20", "läst 20"},
	} {
		got := text(id)
		for _, want := range wants {
			if !strings.Contains(got, want) {
				t.Errorf("%s does not say %q:\n%s", id, want, got)
			}
		}
	}
	if en := book(t, "en"); !strings.Contains(func() string { p, _ := en.Page("PROP-ALT-01"); return p.Title }(), "Less intrusive") {
		t.Error("the English page is not English")
	}
}

func TestSearch(t *testing.T) {
	b := book(t, "sv")
	ids := func(q string) []string {
		var out []string
		for _, h := range b.Search(q) {
			out = append(out, h.ID)
		}
		return out
	}
	if got := ids("versioner"); len(got) == 0 || got[0] != "versions" {
		t.Errorf("a title does not come first: %v", got)
	}
	if got := ids("gallr"); len(got) == 0 || got[0] != "PROP-GALL-01" {
		t.Errorf("a prefix: %v", got)
	}
	if got := ids("åtta"); slices.Contains(got, "start") {
		t.Errorf("å is not a: %v", got)
	}
	if !slices.Equal(ids("ÄRENDEN"), ids("ärenden")) || slices.Equal(ids("arenden"), ids("ärenden")) {
		t.Error("case should not matter, and ä is no a")
	}
	if got := ids("prop-alt-01"); len(got) == 0 || got[0] != "PROP-ALT-01" {
		t.Errorf("an id: %v", got)
	}
	for _, q := range []string{"xyzzy", "versioner xyzzy", "", " !? "} {
		if got := ids(q); len(got) != 0 {
			t.Errorf("%q found %v", q, got)
		}
	}
	for _, h := range b.Search("tryckfrihetsförordningen") {
		if h.Quote == "" || !strings.Contains(h.Quote, "tryckfrihetsförordningen") || len(h.Quote) > 220 {
			t.Errorf("%+v", h)
		}
	}
}

func TestModelGoesBackAndForth(t *testing.T) {
	m := NewModel(book(t, "sv"), "nowhere")
	if m.Page().ID != "start" || m.CanBack() || m.Back() || m.Forward() {
		t.Error("the beginning")
	}
	if m.Open("nowhere") || !m.Open("claims") || !m.Open("claims") || !m.Open("cost") {
		t.Error("opening")
	}
	if !m.Back() || m.Page().ID != "claims" || !m.Back() || m.Page().ID != "start" || m.Back() {
		t.Error("back")
	}
	if !m.Forward() || m.Page().ID != "claims" || !m.CanForward() {
		t.Error("forward")
	}
	m.Open("pdf")
	if m.CanForward() {
		t.Error("a new way does not end the old one")
	}
	if m.Rows()[m.Index()].ID != "pdf" || m.Beside(0, 1) != 1 || m.Beside(1, -1) != 1 {
		t.Error("lines")
	}
	m.Search("gallring")
	if m.Rows()[0].Head || m.Index() >= 0 && m.Rows()[m.Index()].ID != "pdf" || m.Sought()[0] != "gallring" {
		t.Errorf("%+v", m.Rows()[0])
	}
	m.Search("")
	if !m.Rows()[0].Head {
		t.Error("the contents did not come back")
	}
	for _, id := range []string{"cost", "claims", "glossary"} { // as letter after letter is typed
		m.Look(id)
	}
	if !m.Back() || m.Page().ID != "pdf" {
		t.Errorf("back from a search went to %s", m.Page().ID)
	}
}

// A municipality's own rules have pages, which say whose they are.
func TestOwnRulesHavePages(t *testing.T) {
	p, faults, err := packs.LoadWith(fstest.MapFS{
		"tco.toml": {Data: []byte("id = \"COST-TCO-01\"\nseverity = \"note\"\n")},
		"land.toml": {Data: []byte("id = \"LOKAL-01\"\narea = \"form\"\nseverity = \"note\"\nsv = { title = \"Landsbygd\", fail = \"f\" }\n" +
			"[[look]]\nkind = \"phrase\"\nphrases = [\"stad\"]\n")},
	})
	if err != nil || len(faults) > 0 {
		t.Fatal(err, faults)
	}
	w, err := i18n.New("sv")
	if err != nil {
		t.Fatal(err)
	}
	b, err := NewBook(Source{Words: w, Packs: p, Key: func(word string) (string, string) { return w.T(word), "" }})
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string]string{"LOKAL-01": "Kommunens egen regel: land.toml", "COST-TCO-01": "Ändrad av kommunen: tco.toml", "COST-BUD-01": ""} {
		page, ok := b.Page(id)
		if !ok {
			t.Fatalf("%s has no page", id)
		}
		got := ""
		for _, block := range page.Blocks {
			if s := block.Text(); strings.HasPrefix(s, "Kommunens egen") || strings.HasPrefix(s, "Ändrad av") {
				got = s
			}
		}
		if got != want {
			t.Errorf("%s says %q, want %q", id, got, want)
		}
	}
}
