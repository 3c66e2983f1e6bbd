package search

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"yttra/app"
)

// shelf is a register of matters by identity.
type shelf map[string]*app.Matter

func (s shelf) Load(id string) (*app.Matter, app.Revision, error) {
	m, ok := s[id]
	if !ok {
		return nil, app.Revision{}, &app.Problem{Code: app.CodeNotFound, What: id}
	}
	return m, app.Revision{}, nil
}

// counted counts what is read.
type counted struct {
	shelf
	n int
}

func (c *counted) Load(id string) (*app.Matter, app.Revision, error) {
	c.n++
	return c.shelf.Load(id)
}

func (s shelf) rows() []app.Rows {
	var out []app.Row
	for id := range s {
		out = append(out, app.Row{ID: id, Revision: 1})
	}
	return []app.Rows{app.NewRows(out)}
}

func opinion(text string) *app.Matter {
	return &app.Matter{Documents: []app.Document{{Sections: []app.Section{{Heading: "Bedömning", Text: text}}}}}
}

func shelved() shelf {
	motion := &app.Matter{Motion: &app.Source{Text: "Fler lekplatser behövs."}, Claims: []app.Claim{{Text: "att lekplatserna belyses", Reason: "det som sägs om budgeten"}}}
	costs := &app.Matter{Estimate: app.Estimate{Lines: []app.CostLine{{What: "larmknappar"}}, Financing: "ryms inom ramen"}}
	return shelf{"a": opinion("Förskolorna får **samtycke** av vårdnadshavarna på e-post."), "b": motion, "c": costs}
}

func find(t *testing.T, x *Texts, query string) string {
	t.Helper()
	q := Parse(query)
	a, err := x.Find(t.Context(), q)
	if err != nil {
		t.Fatal(err)
	}
	return strings.Join(having(a, q, "a", "b", "c"), "")
}

// having lists the matters that answer a query.
func having(a *Answer, q Query, ids ...string) []string {
	var out []string
	all := a.total(q)
	for _, id := range ids {
		if p := a.place(keyOf(id)); p >= 0 && all.Has(p) && len(q.Words) > 0 {
			out = append(out, id)
		}
	}
	return out
}

func kept(t *testing.T, s shelf, folder string) *Texts {
	t.Helper()
	x := New(s, folder)
	t.Cleanup(func() {
		if err := x.Close(); err != nil {
			t.Error(err)
		}
	})
	if err := x.Keep(t.Context(), s.rows(), func(int, int) {}); err != nil {
		t.Fatal(err)
	}
	return x
}

func TestFindInTexts(t *testing.T) {
	x := kept(t, shelved(), "")
	for query, want := range map[string]string{
		"samtycke": "a", "SAMT": "a", "skolor": "a", "lekplats": "b", "belys": "b", "budget": "b", "larm": "c", "inom ramen": "c",
		"förskola": "a", "bredband": "", "på": "a", "p": "", "fö": "a", "örsk": "a", "samtycke larm": "", "e-post": "a", "Bedömning": "", "* ? \\": "",
		"vårdnadsha\u030avare": "", "fo\u0308rskolor": "a", "": "", "forskolor": "",
		"förskolans": "a", "skolo": "a", "vårdnadshavare": "a", "samtycken": "a", "knapp": "c", "budg": "b",
		`"får samtycke"`: "a", `"samtycke får"`: "", "”av vårdnadshavarna”": "a", `"skolorna"`: "", `"förskolorna"`: "a", `"får`: "a",
		"samtycke -larm": "a", "-samtycke": "bc", `-"får samtycke" ramen`: "c", "samtycke -förskola": "",
	} {
		if got := find(t, x, query); got != want {
			t.Errorf("%q: %q, want %q", query, got, want)
		}
	}
}

func TestNothingIsOpenedBeforeItIsNeeded(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "search")
	x := New(shelved(), folder)
	if got := find(t, x, "samtycke"); got != "" {
		t.Errorf("found %q before anything was read", got)
	}
	if _, err := os.Stat(folder); !errors.Is(err, os.ErrNotExist) {
		t.Error("the folder was made at once")
	}
	if err := x.Forget(nil); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(folder); !errors.Is(err, os.ErrNotExist) {
		t.Error("the folder was made to forget what is not there")
	}
	if err := x.Close(); err != nil {
		t.Error(err)
	}
	if err := x.Keep(t.Context(), nil, nil); !errors.Is(err, errClosed) {
		t.Errorf("%v", err)
	}
}

func TestKeepTakesInWhatChanged(t *testing.T) {
	s := shelved()
	x := kept(t, s, "")
	steps := 0
	count := func(int, int) { steps++ }
	if err := x.Keep(t.Context(), s.rows(), count); err != nil || steps != 0 {
		t.Errorf("%d steps with nothing to do, %v", steps, err)
	}
	s["a"] = opinion("Helt andra ord.")
	delete(s, "c")
	rows := append(s.rows()[0].List(), app.Row{ID: "lost", Revision: 1})
	for i := range rows {
		rows[i].Revision = 2
	}
	if err := x.Keep(t.Context(), []app.Rows{app.NewRows(rows)}, count); err != nil {
		t.Fatal(err)
	}
	for query, want := range map[string]string{"samtycke": "", "andra": "a", "larm": "", "lekplats": "b"} {
		if got := find(t, x, query); got != want {
			t.Errorf("%q: %q, want %q", query, got, want)
		}
	}
	if steps != 0 {
		t.Error("three matters are not told of")
	}
}

func TestKeepTellsHowFarItHasCome(t *testing.T) {
	const batch = 50
	s := shelf{}
	for i := range 2*batch + 1 {
		s[fmt.Sprint("m", i)] = opinion("samtycke")
	}
	x := New(s, "")
	x.batch = batch
	var told []int
	if err := x.Keep(t.Context(), s.rows(), func(done, total int) { told = append(told, done, total) }); err != nil {
		t.Fatal(err)
	}
	if want := []int{0, 2*batch + 1, batch, 2*batch + 1, 2 * batch, 2*batch + 1}; !slices.Equal(told, want) {
		t.Errorf("%v, want %v", told, want)
	}
	if err := x.Close(); err != nil {
		t.Error(err)
	}
}

func TestIndexStaysAndIsMadeAnewWhenDamaged(t *testing.T) {
	s, folder := shelved(), filepath.Join(t.TempDir(), "search")
	open := func(want int) {
		t.Helper()
		loads := &counted{shelf: s}
		x := New(loads, folder)
		if err := x.Keep(t.Context(), s.rows(), func(int, int) {}); err != nil {
			t.Fatal(err)
		}
		if loads.n != want {
			t.Errorf("%d matters were read, want %d", loads.n, want)
		}
		if got := find(t, x, "samtycke"); got != "a" {
			t.Errorf("found %q", got)
		}
		if err := x.Close(); err != nil {
			t.Fatal(err)
		}
	}
	open(3)
	open(0)
	if err := os.WriteFile(filepath.Join(folder, markName), []byte("{"), 0o600); err != nil {
		t.Fatal(err)
	}
	open(3)
	if err := os.Remove(filepath.Join(folder, "1.zap")); err != nil {
		t.Fatal(err)
	}
	open(3)
}

func TestWithoutLeaveToWriteItLiesInMemory(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	x := kept(t, shelved(), filepath.Join(file, "search"))
	if got := find(t, x, "samtycke"); got != "a" {
		t.Errorf("found %q", got)
	}
}

func TestKeepStops(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	x := New(shelved(), "")
	if err := x.Keep(ctx, shelved().rows(), func(int, int) {}); !errors.Is(err, context.Canceled) {
		t.Errorf("%v", err)
	}
	if err := x.Close(); err != nil {
		t.Error(err)
	}
}

func TestQuotes(t *testing.T) {
	long := opinion(strings.Repeat("Inledande ord utan värde. ", 20) + "Här prövas samtycket\nnoga av nämnden. " + strings.Repeat("Avslutande ord. ", 20))
	both := opinion("Samtycke.")
	both.Documents[0].Sections = append(both.Documents[0].Sections, app.Section{Heading: "Skäl", Text: "Barnens samtycke."})
	for _, c := range []struct {
		m     *app.Matter
		query string
		want  string
	}{
		{shelved()["a"], "samtyck", "0 Bedömning 0|Förskolorna får [samtycke] av vårdnadshavarna på e-post."},
		{shelved()["a"], "skolor", "0 Bedömning 0|[Förskolorna] får samtycke av vårdnadshavarna på e-post."},
		{shelved()["b"], "belyses", "2  1|att lekplatserna [belyses]"},
		{shelved()["b"], "lekplatser", "1  0|Fler [lekplatser] behövs."},
		{shelved()["c"], "larm", "3  0|[larmknappar]"},
		{long, "samtycke", "0 Bedömning 0|…värde. Här prövas [samtycket] noga av nämnden. Avslutande ord. Avslutande ord. Avslutande ord. Avslutande ord. Avsluta…"},
		{opinion("Det kostar [12 kronor](cost:total) i allt."), "kronor", "0 Bedömning 0|Det kostar 12 [kronor] i allt."},
		{opinion("Det kostar [12 kronor](cost:total) i allt."), "cost", "0  0|"},
		{both, "barnens samtycke", "0 Skäl 0|[Barnens] [samtycke]."},
		{shelved()["a"], "p", "0  0|"},
		{opinion("\xff\xfeğ samtycke"), "samtycke", "0 Bedömning 0|ğ [samtycke]"},
	} {
		if got := shown(QuoteOf(c.m, Parse(c.query))); got != c.want {
			t.Errorf("%q:\n%s\nwant\n%s", c.query, got, c.want)
		}
	}
	x := kept(t, shelved(), "")
	if got := x.Quotes(t.Context(), []string{"a", "gone"}, Parse("samtycke")); len(got) != 1 || !strings.Contains(shown(got["a"]), "[samtycke]") {
		t.Errorf("%+v", got)
	}
}

// shown writes a quote with what was found in brackets.
func shown(q Quote) string {
	out := fmt.Sprintf("%d %s %d|", q.Place, q.Heading, q.Number)
	for _, r := range q.Runs {
		if r.Hit {
			r.Text = "[" + r.Text + "]"
		}
		out += r.Text
	}
	return out
}

func FuzzQuote(f *testing.F) {
	f.Add("Förskolornas samtycke", "samt")
	f.Add("İstanbul å\u030a \xff", "i å")
	f.Fuzz(func(t *testing.T, text, query string) {
		QuoteOf(opinion(text), Parse(query))
	})
}

func TestNarrowedToABodyAndAKind(t *testing.T) {
	s := shelved()
	s["a"].Documents[0].Body, s["a"].Measures = " Tekniska nämnden ", []app.Measure{app.Cameras, app.General}
	s["c"].Documents = []app.Document{{Body: "Kulturnämnden"}, {Body: "Tekniska nämnden"}}
	x := kept(t, s, "")
	for _, c := range []struct {
		q    Query
		want string
	}{
		{Query{Body: "Tekniska nämnden"}, "ac"}, {Query{Body: "Kulturnämnden"}, "c"}, {Query{Kind: "KAM"}, "a"}, {Query{Kind: "AI"}, ""},
		{Query{Body: "Tekniska nämnden", Kind: "ALLM"}, "a"}, {Query{Body: "Tekniska"}, ""}, {Query{Words: Parse("larm").Words, Body: "Tekniska nämnden"}, "c"},
	} {
		a, err := x.Find(t.Context(), c.q)
		if err != nil {
			t.Fatal(err)
		}
		ids := []string{"a", "b", "c"}
		words, only := a.In(app.NewRows([]app.Row{{ID: "a"}, {ID: "b"}, {ID: "c"}}))
		got := ""
		for i, id := range ids {
			if only.Has(i) && (len(words) == 0 || words[0].Has(i)) {
				got += id
			}
		}
		if got != c.want || a.Count(c.q) != len(c.want) {
			t.Errorf("%+v: %q (%d), want %q", c.q, got, a.Count(c.q), c.want)
		}
	}
	if bodies, err := x.Bodies(); err != nil || !slices.Equal(bodies, []string{"Kulturnämnden", "Tekniska nämnden"}) {
		t.Errorf("%q, %v", bodies, err)
	}
}

func TestNearlyTheSameWord(t *testing.T) {
	x := kept(t, shelved(), "")
	for typed, want := range map[string]string{"samtykce": "samtycke", "lekplaser": "lekplatser", "buddgeten": "budgeten", "lrmknappar": "larmknappar", "budgeten": "", "xyz": "", "kalender": ""} {
		a, err := x.Find(t.Context(), Parse(typed))
		if err != nil || a.Near[0] != want {
			t.Errorf("%q: near %q, want %q, %v", typed, a.Near[0], want, err)
		}
	}
	for _, c := range []struct {
		a, b string
		want bool
	}{{"skola", "skolan", true}, {"skola", "sköla", true}, {"skåla", "sköla", true}, {"kamrea", "kamera", true}, {"å", "ä", true}, {"ab", "cd", false}, {"skola", "skola", false}, {"", "a", false}, {"skolorna", "skola", false}} {
		if got := oneOff(c.a, c.b); got != c.want {
			t.Errorf("%q and %q: %v", c.a, c.b, got)
		}
	}
}

func TestPhraseStands(t *testing.T) {
	for _, c := range []struct {
		phrase, text string
		want         bool
	}{{"a b", "x a, b", true}, {"a a b", "a a a b", true}, {"a b", "a c b", false}, {"a b a c", "a b a b a c", true}, {"a b", "", false}} {
		if got := stands(pieces(c.phrase), c.text); got != c.want {
			t.Errorf("%q in %q: %v", c.phrase, c.text, got)
		}
	}
}
