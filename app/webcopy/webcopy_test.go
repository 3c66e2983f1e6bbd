package webcopy

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/privacy"
)

func matter(text string) *app.Matter {
	return &app.Matter{Title: "Trygghet vid Norra skolan", Movers: []app.Mover{{Name: "Karin Lindgren", Party: "S"}},
		Documents: []app.Document{{ID: "d", Kind: "opinion", Sections: []app.Section{{Role: "assessment", Heading: "Bedömning", Text: text}}}}}
}

func webcopy(t *testing.T, m *app.Matter) *Copy {
	t.Helper()
	c, err := NewMaker().Make(m, 0, app.Profile{Municipality: "Exempelkommun"})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// item finds the item that has the form.
func (c *Copy) item(words string) *Item {
	for i := range c.Items {
		if slices.Contains(c.Items[i].Words, words) {
			return &c.Items[i]
		}
	}
	return nil
}

const child = "Eleven Alva Lindgren är nio år. "

func TestOneChildInEveryForm(t *testing.T) {
	for text, want := range map[string]string{
		"Alva Lindgrens mamma ringde.":                                           "[elev A]s mamma ringde.",
		"ALVA LINDGREN stod det.":                                                "[elev A] stod det.",
		"Vi såg Alva\nLindgren där.":                                             "Vi såg [elev A] där.",
		"Vi såg Alva Lind\u00adgren där.":                                        "Vi såg [elev A] där.",
		"**Alva** Lindgren kom.":                                                 "**[elev A]** kom.",
		"*Alva* *Lindgren* kom.":                                                 "*[elev A]* kom.",
		"Lindgren, Alva står i listan.":                                          "[elev A] står i listan.",
		"Filen heter alva_lindgren.pdf.":                                         "Filen heter [elev A].pdf.",
		"| Namn | Efternamn |\n|---|---|\n| Alva | Lindgren |":                   "| Namn | Efternamn |\n|---|---|\n| [elev A] | [elev A] |",
		"Se noten.[^1]\n\n[^1]: Alva Lindgren.":                                  "Se noten.[^1]\n\n[^1]: [elev A].",
		"[Läs mer](https://exempel.se/alva-lindgren) här.":                       "Läs mer här.",
		"[Läs mer](https://exempel.se/alva%20lindgren) här.":                     "Läs mer här.",
		"Se https://exempel.se/alva-lindgren, tack.":                             "Se [elev A], tack.",
		"[Bild](https://exempel.se/ake%2Dangstrom.jpg) på grannen Åke Ångström.": "Bild på grannen [person A].",
		"Alva Lindgren: det sades.":                                              "\\[elev A\\]: det sades.",
		"Alva Lindgren(10) står det.":                                            "\\[elev A\\](10) står det.",
		"Karin Lindgren (S) vill att eleven Alva Lindgren hörs, och eleven vill det. Karin Lindgren såg eleven där.": "Karin Lindgren (S) vill att eleven [elev A] hörs, och eleven vill det. Karin Lindgren såg eleven där.",
		"Karin Lindgren (S) och Karin Lindgrens motion.":                                                             "Karin Lindgren (S) och Karin Lindgrens motion.",
		"Priset är [1 910 kronor](cost:total) för Alva.":                                                             "Priset är [1 910 kronor](cost:total) för [elev A].",
	} {
		c := webcopy(t, matter(child+"\n\n"+text))
		if got := strings.TrimPrefix(c.Document.Sections[0].Text, "Eleven [elev A] är nio år. \n\n"); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
		if left := c.Gone.Find(c.Document.Sections[0].Text); len(left) > 0 {
			t.Errorf("%q: %v is left", text, left)
		}
	}
}

func TestEveryKindIsTakenOut(t *testing.T) {
	c := webcopy(t, matter("Eleven Tilde Frisk, född den 6 maj 2014, 20140506-2380 (samordningsnummer 18900161-9809), bor på Storgatan 12, 123 45 Lillby. "+
		"Grannen Åke Testsson har 070-123 45 67 och ake.testsson@exempel.se, bilen ABC 123 och fastigheten Backa 1:23. Tilde Frisk har autism. Datorn har 192.168.14.7."))
	text := c.Document.Sections[0].Text
	for _, gone := range []string{"Tilde", "Frisk", "20140506", "18900161", "6 maj 2014", "Storgatan", "123 45", "Åke", "Testsson", "070", "exempel", "ABC 123", "Backa 1:23", "autism", "192.168"} {
		if strings.Contains(text, gone) {
			t.Errorf("%q is left in %q", gone, text)
		}
	}
	if c.Removed() != len(c.Items) || c.Removed() < 11 {
		t.Errorf("%d of %d items removed: %+v", c.Removed(), len(c.Items), c.Items)
	}
}

func TestWhoActsInPublicStands(t *testing.T) {
	m := matter("Ordförande Göran Testsson och Anna Påhittad (M) yrkade bifall. Åke Ek röstade nej. Rektor Sara Frisk har hörts.")
	d := &m.Documents[0]
	d.Officers = []app.Person{{Name: "Sven Sak", Title: "utredare, 0123-45 67 00, sven.sak@exempel.se"}}
	d.Signatories = []app.Person{{Name: "Eva Ordning", Title: "förvaltningschef"}}
	d.Attested = []app.Attested{{Name: "Maj Attest", Title: "direktör"}}
	d.Meeting = &app.Meeting{Deciding: []string{"Åke Ek (S), ordförande", "Bo Bergman (C)"}, Others: []string{"Lisa Lag, kommunjurist", "eleven Tilde Vik"},
		Adjusters: []string{"Ulla Vass"}, Votes: []app.Vote{{Name: "Bo Bergman"}}, Notice: &app.Notice{By: "Rut Register"}}
	c := webcopy(t, m)
	got := fmt.Sprint(c.Document.Sections, c.Document.Officers, c.Document.Signatories, c.Document.Attested, c.Document.Meeting.Deciding, c.Document.Meeting.Others,
		c.Document.Meeting.Adjusters, c.Document.Meeting.Votes, c.Document.Meeting.Notice.By, c.Matter.Movers)
	for _, stands := range []string{"Göran Testsson", "Anna Påhittad (M)", "Åke Ek röstade", "Sara Frisk", "Sven Sak", "0123-45 67 00", "sven.sak@exempel.se", "Eva Ordning", "Maj Attest",
		"Åke Ek (S), ordförande", "Bo Bergman (C)", "Lisa Lag, kommunjurist", "Ulla Vass", "Rut Register", "Karin Lindgren"} {
		if !strings.Contains(got, stands) {
			t.Errorf("%q is gone", stands)
		}
	}
	if strings.Contains(got, "Tilde Vik") || c.Removed() != 1 {
		t.Errorf("%+v", c.Items)
	}
}

func TestWaiversMeanNothingHere(t *testing.T) {
	m := matter(child)
	m.Answers = []app.Answer{{Criterion: "PII-NAME-01", State: app.Waived, Reason: "lovat", Words: "Alva Lindgren", All: true, Document: "d"}}
	c := webcopy(t, m)
	if !c.item("Alva Lindgren").Removed() || strings.Contains(c.Matter.Answers[0].Words, "Alva") {
		t.Errorf("%+v", c.Items)
	}
	if m.Answers[0].Words != "Alva Lindgren" || !strings.Contains(m.Documents[0].Sections[0].Text, "Alva") {
		t.Error("the matter itself was changed")
	}
}

func TestKept(t *testing.T) {
	text := "Åke Testsson ringde om Storgatan 12 och 18900101-9802. Åke Testssons granne."
	keep := func(words, reason string) *Copy {
		m := matter(text)
		m.Documents[0].Publishing = &app.Publishing{Keep: []app.Kept{{Words: words, Reason: reason, By: "Eva", On: "2026-11-22"}}}
		return webcopy(t, m)
	}
	c := keep("Åke Testssons", "har själv bett om det")
	if i := c.item("Åke Testsson"); i == nil || i.Removed() || i.Kept == nil || i.Kept.By != "Eva" || strings.Count(c.Document.Sections[0].Text, "Åke Testsson") != 2 {
		t.Errorf("%q: %+v", c.Document.Sections[0].Text, i)
	}
	if c = keep("Åke Testsson", " "); !c.item("Åke Testsson").Removed() {
		t.Error("no reason was asked for")
	}
	if c = keep("18900101-9802", "skäl"); !c.item("18900101-9802").Removed() || !c.item("18900101-9802").Never {
		t.Error("a personnummer was let stand")
	}
	if c = keep("Storgatan 12", "kommunens egen"); c.item("Storgatan 12").Removed() {
		t.Error("an address that belongs to nobody was not let stand")
	}
}

// What the level of protection covers cannot be let stand.
func TestProtectionIsNeverLifted(t *testing.T) {
	for level, want := range map[int]map[string]bool{
		1: {"Alva Lindgren": false, "Storgatan 12": true, "070-123 45 67": false},
		2: {"Alva Lindgren": true, "Storgatan 12": true, "070-123 45 67": false},
		3: {"Alva Lindgren": true, "Storgatan 12": true, "070-123 45 67": true},
	} {
		m := matter("Eleven Alva Lindgren på Storgatan 12 har 070-123 45 67.")
		m.Affected, m.Protection = []app.Group{app.Children}, level
		p := &app.Publishing{}
		for words := range want {
			p.Keep = append(p.Keep, app.Kept{Words: words, Reason: "skäl"})
		}
		m.Documents[0].Publishing = p
		c := webcopy(t, m)
		for words, never := range want {
			if i := c.item(words); i == nil || i.Never != never || i.Removed() != never {
				t.Errorf("level %d: %q: %+v", level, words, i)
			}
		}
	}
}

func TestRemovedByHand(t *testing.T) {
	m := matter("Händelsen i Vargskogen. VARGSKOGENS stig. Karin Lindgren (S) och Karin Lindgrens motion. Åke ringde. Ordet [uppgift 1] står redan.")
	m.Documents[0].Publishing = &app.Publishing{Remove: []string{"Vargskogen", "karin  lindgren", "Åke", " ", "finns inte"}, Keep: []app.Kept{{Words: "Åke", Reason: "skäl"}}}
	c := webcopy(t, m)
	if got, want := c.Document.Sections[0].Text, "Händelsen i [uppgift 2]. [uppgift 2]s stig. [uppgift 3] (S) och [uppgift 3]s motion. [person A] ringde. Ordet [uppgift 1] står redan."; got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if c.Matter.Movers[0].Name != "[uppgift 3]" {
		t.Errorf("the mover is %q", c.Matter.Movers[0].Name)
	}
	if n := len(c.Items); n != 4 || !c.Items[3].Hand || c.Items[3].Times != 0 {
		t.Errorf("%+v", c.Items)
	}
}

func TestWordsThatStandAlreadyAreNotGivenAgain(t *testing.T) {
	c := webcopy(t, matter("I motionen nämns [elev A]. "+child))
	if got := c.Document.Sections[0].Text; got != "I motionen nämns [elev A]. Eleven [elev B] är nio år. " {
		t.Errorf("%q", got)
	}
}

// The paper that came in is never in a copy that is published: neither its file nor its
// text.
func TestOriginalsAreWithheld(t *testing.T) {
	m := matter("Trygghet.")
	m.Motion = &app.Source{Name: "alva.pdf", Format: app.PDF, Text: "Eleven Alva Lindgren", Data: []byte("%PDF-1.7 Alva")}
	if c := webcopy(t, m); c.Matter.Motion != nil {
		t.Errorf("%+v", c.Matter.Motion)
	}
	if m.Motion == nil || m.Motion.Data == nil {
		t.Error("the matter has lost its own")
	}
}

func TestAnnexesAreWithheld(t *testing.T) {
	m := matter("Kort.")
	m.Documents[0].Annexes = []app.Annex{{Title: "Motion av Karin Lindgren"}, {Title: "Brev från eleven Alva Lindgren", How: app.AnnexAttached, Name: "alva.docx", Data: []byte("x")}, {Title: "Karta", How: app.AnnexAppended}}
	c := webcopy(t, m)
	a := c.Document.Annexes
	if a[0].How != app.AnnexListed || a[1].How != app.AnnexWithheld || a[1].Data != nil || a[1].Name != "" || a[2].How != app.AnnexWithheld || a[1].Title != "Brev från eleven [elev A]" {
		t.Errorf("%+v", a)
	}
	if !slices.Equal(c.Withheld, []string{"Brev från eleven [elev A]", "Karta"}) || m.Documents[0].Annexes[1].Data == nil {
		t.Errorf("%q", c.Withheld)
	}
}

func TestTheSumFollowsTheTextAndWhatIsRemoved(t *testing.T) {
	sum := func(change func(*app.Matter)) string {
		m := matter(child + "Åke Testsson ringde.")
		change(m)
		return webcopy(t, m).Sum
	}
	same := sum(func(*app.Matter) {})
	for name, change := range map[string]func(*app.Matter){
		"nothing": func(*app.Matter) {},
		"status":  func(m *app.Matter) { m.Documents[0].Status, m.Documents[0].Draft = app.Final, 3 },
		"approval": func(m *app.Matter) {
			m.Documents[0].Publishing = &app.Publishing{By: "Eva", On: "2026-11-22", Sum: "x"}
		},
		"answers": func(m *app.Matter) { m.Answers = []app.Answer{{Criterion: "X", Reason: "skäl"}} },
	} {
		if sum(change) != same {
			t.Errorf("%s: the approval lapses", name)
		}
	}
	for name, change := range map[string]func(*app.Matter){
		"text":     func(m *app.Matter) { m.Documents[0].Sections[0].Text += "Nytt." },
		"estimate": func(m *app.Matter) { m.Estimate.Lines = []app.CostLine{{What: "Ny"}} },
		"kept": func(m *app.Matter) {
			m.Documents[0].Publishing = &app.Publishing{Keep: []app.Kept{{Words: "Åke Testsson", Reason: "x"}}}
		},
		"removed": func(m *app.Matter) { m.Documents[0].Publishing = &app.Publishing{Remove: []string{"ringde"}} },
		"whom": func(m *app.Matter) {
			m.Documents[0].Sections[0].Text = "Eleven Tilde Frisk är nio år. Åke Testsson ringde."
		},
	} {
		if sum(change) == same {
			t.Errorf("%s: the approval holds", name)
		}
	}
}

func TestNoSuchDocument(t *testing.T) {
	for _, doc := range []int{-1, 1} {
		if _, err := NewMaker().Make(matter(""), doc, app.Profile{}); app.CodeOf(err) != app.CodeNoDocument {
			t.Errorf("%v", err)
		}
	}
	if _, err := NewMaker().Make(nil, 0, app.Profile{}); app.CodeOf(err) != app.CodeNoDocument {
		t.Errorf("%v", err)
	}
	if c := webcopy(t, &app.Matter{Documents: []app.Document{{}}}); len(c.Items) != 0 {
		t.Errorf("%+v", c.Items)
	}
}

func pages() string {
	var b strings.Builder
	for i := range 250 {
		fmt.Fprintf(&b, "Under läsåret %d registrerades %d händelser vid Lindskolan enligt rektors sammanställning. Eleven Alva Lindgren hördes i korridor %d, "+
			"och förvaltningen har övervägt belysning på Storgatan %d. Kamerorna vid entrén bedöms inte minska antalet obehöriga besök, och mamman Lena Frisk håller med.\n\n", 2000+i, i*31, i, i%90+1)
	}
	return b.String()
}

func TestTwentyEightPages(t *testing.T) {
	c := webcopy(t, matter(pages()))
	if text := c.Document.Sections[0].Text; strings.Contains(text, "Alva") || strings.Contains(text, "Lena") || strings.Contains(text, "Storgatan") {
		t.Error("something is left")
	}
	if i := c.item("Alva Lindgren"); i.Times != 250 {
		t.Errorf("%+v", i)
	}
}

func BenchmarkMask28Pages(b *testing.B) {
	m := matter(pages())
	b.SetBytes(int64(len(m.Documents[0].Sections[0].Text)))
	for b.Loop() {
		if _, err := NewMaker().Make(m, 0, app.Profile{}); err != nil {
			b.Fatal(err)
		}
	}
}

// What is found but never masked is told, so that somebody looks at it.
func TestFewEnoughToBeToldApart(t *testing.T) {
	c := webcopy(t, matter("Tre elever i klass 7B på Norra skolan slogs i mars."))
	if len(c.Items) != 1 || c.Items[0].Kind != privacy.Group || c.Items[0].Removed() || c.Items[0].Kept != nil {
		t.Errorf("%+v", c.Items)
	}
}

func TestTheWayBackToTheText(t *testing.T) {
	text := "Eleven Alva Lindgren går här. Åke Testsson ringde 070-123 45 67 i går."
	c := webcopy(t, matter(text))
	got := c.Document.Sections[0].Text
	for _, word := range []string{"Eleven", "går här", "ringde", "i går"} {
		if at := c.Source(0, strings.Index(got, word)); at != strings.Index(text, word) {
			t.Errorf("%q is at %d, not %d", word, at, strings.Index(text, word))
		}
	}
	if at := c.Source(0, strings.Index(got, "elev A")); at != strings.Index(text, "Alva") {
		t.Errorf("what stands for her leads to %d", at)
	}
	if c.Source(7, 12) != 12 {
		t.Error("a section without anything removed has moved")
	}
}
