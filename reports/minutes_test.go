package reports

import (
	"fmt"
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/packs"
	"yttra/reports/layout"
)

func TestGoldensOfMinutesAndReports(t *testing.T) {
	for _, kind := range []string{"minutes_extract", "official_report"} {
		t.Run(kind, func(t *testing.T) {
			set, err := Build(samplePaper(t, kind))
			if err != nil {
				t.Fatal(err)
			}
			compare(t, kind+".txt", sketched(set))
		})
	}
}

// roles are the blocks of a paper by their roles, and what the blocks of one role say.
func blocksOf(t *testing.T, in Input, role layout.Role) (order []layout.Role, found []layout.Block) {
	t.Helper()
	doc, err := paper(in)
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range doc.Blocks {
		order = append(order, b.Role)
		if b.Role == role {
			found = append(found, b)
		}
	}
	return order, found
}

// labelled is "Plats: Salen/Huset; …".
func labelled(fields []layout.Field) string {
	var out []string
	for _, f := range fields {
		out = append(out, f.Label+": "+strings.Join(f.Lines, "/"))
	}
	return strings.Join(out, "; ")
}

func TestFactsOfAMeeting(t *testing.T) {
	for name, c := range map[string]struct {
		meeting app.Meeting
		want    string
		label   string // of the item
	}{
		"all": {app.Meeting{Date: "2026-04-14", Time: "13.00–15.40", Place: "Eken", Deciding: []string{"A", "", "B"}, Adjusters: []string{"B"}, Adjusted: "2026-04-20", Item: "84", Items: "84–85"},
			"Sammanträdestid: Tisdagen den 14\u00a0april 2026, kl.\u00a013.00–15.40; Plats: Eken; Beslutande: A/B; Utses att justera: B; Justering: Den 20\u00a0april 2026; Paragrafer: §§\u00a084–85", "§\u00a084"},
		"digital":          {app.Meeting{Adjusted: "2026-04-20", Digitally: true, Item: "84"}, "Justering: Digitalt den 20\u00a0april 2026; Paragrafer: §\u00a084", "§\u00a084"},
		"digital, no day":  {app.Meeting{Digitally: true}, "Justering: Digitalt", ""},
		"mark and all":     {app.Meeting{Item: "§ 84", Items: "§§ 84, 86"}, "Paragrafer: §§\u00a084, 86", "§\u00a084"},
		"words for a time": {app.Meeting{Date: "2026-04-14", Time: "efter lunch"}, "Sammanträdestid: Tisdagen den 14\u00a0april 2026, efter lunch", ""},
		"clock alone":      {app.Meeting{Time: "9.00"}, "Sammanträdestid: kl.\u00a09.00", ""},
		"no such day":      {app.Meeting{Date: "2026-02-31"}, "Sammanträdestid: 2026-02-31", ""},
		"nothing":          {app.Meeting{Place: "  ", Others: []string{"\n"}}, "", ""},
	} {
		in := samplePaper(t, "minutes_extract")
		in.Document.Meeting = &c.meeting
		_, heads := blocksOf(t, in, layout.HeadTable)
		if got := labelled(heads[0].Fields); got != c.want {
			t.Errorf("%s: %s\nwant %s", name, got, c.want)
		}
		if _, titles := blocksOf(t, in, layout.ItemTitle); titles[0].Label != c.label {
			t.Errorf("%s: item %q", name, titles[0].Label)
		}
	}
}

// tableText is the cells of a table, row by row.
func tableText(t layout.Table) string {
	var rows []string
	for _, r := range t.Rows {
		var cells []string
		for _, c := range r.Cells {
			cells = append(cells, textOf(c))
		}
		rows = append(rows, strings.Join(cells, " "))
	}
	return strings.Join(rows, "|")
}

func TestVotesOnPaper(t *testing.T) {
	vote := func(name string, c app.Cast) app.Vote { return app.Vote{Name: name, Cast: c} }
	for name, c := range map[string]struct {
		votes []app.Vote
		want  string
	}{
		"named":         {[]app.Vote{vote("A", app.Yes), vote("B", app.No), vote("C", app.Abstain)}, "A 1 – –|B – 1 –|C – – 1|Summa 1 1 1"},
		"without names": {[]app.Vote{vote("", app.Yes), vote(" ", app.Yes), vote("", app.No)}, "Summa 2 1 0"},
		"some named":    {[]app.Vote{vote("A", app.Yes), vote("", app.Yes), vote("", app.No)}, "A 1 – –|Utan namn 1 1 –|Summa 2 1 0"},
		"an odd vote":   {[]app.Vote{vote("A", "kanske")}, "A – – –|Summa 0 0 0"},
	} {
		in := samplePaper(t, "minutes_extract")
		in.Document.Meeting.Votes = c.votes
		_, tables := blocksOf(t, in, layout.TableBlock)
		if len(tables) != 1 || tableText(tables[0].Table) != c.want {
			t.Errorf("%s: %q", name, tableText(tables[0].Table))
		}
	}
	in := samplePaper(t, "minutes_extract")
	in.Document.Meeting.Votes = nil
	if _, tables := blocksOf(t, in, layout.TableBlock); len(tables) > 0 {
		t.Error("a table without a vote")
	}
	in = samplePaper(t, "minutes_extract")
	in.Document.Sections = in.Document.Sections[:1] // no section for it
	if set, err := Build(in); err != nil || !strings.Contains(set.Outline(), `H2 "Omröstning"`) {
		t.Errorf("a vote without its section is lost: %v", err)
	}
}

// Secretary, chair and counter-signatories sign in this order; without ink a table
// says who they are, and those whom the document names come before all.
func TestWhoSignsMinutes(t *testing.T) {
	in := samplePaper(t, "minutes_extract")
	signed := func() string {
		_, found := blocksOf(t, in, layout.Signatures)
		var out []string
		for _, b := range found {
			for _, s := range b.Signed {
				out = append(out, s.Name+", "+s.Title)
			}
		}
		return strings.Join(out, "; ")
	}
	if got := signed(); got != "Maj Prövelund, Sekreterare; Britta Förlaga (A), Ordförande; Ylva Tänkt (C), Justerare; Karl Utkast (E), Justerare" {
		t.Error(got)
	}
	in.Document.Meeting.Others, in.Document.Meeting.Deciding = nil, []string{"Birger Exempel (B), 2:e vice ordförande", "Ylva Tänkt (C), tjänstgörande ordförande"}
	in.Document.Meeting.Adjusters = nil
	if got := signed(); got != "Maj Prövelund, Sekreterare; Ylva Tänkt (C), Ordförande" {
		t.Error(got)
	}
	in.Document.Signatories = []app.Person{{Name: "Någon Annan", Title: "Vid protokollet"}}
	if got := signed(); got != "Någon Annan, Vid protokollet" {
		t.Error(got)
	}
	in.Document.Meeting.Digitally, in.Document.Meeting.Votes = true, nil
	_, tables := blocksOf(t, in, layout.TableBlock)
	if signed() != "" || len(tables) != 1 || tables[0].Table.Label != "Justerat digitalt." || tableText(tables[0].Table) != "Någon Annan Vid protokollet" ||
		textOf(tables[0].Table.Caption) != "Protokollet justerades digitalt den 19\u00a0oktober 2026 av följande personer." {
		t.Errorf("%q %+v", signed(), tables)
	}
	in.Document.Meeting.Adjusted = ""
	if _, tables = blocksOf(t, in, layout.TableBlock); textOf(tables[0].Table.Caption) != "Protokollet justerades digitalt av följande personer." {
		t.Error(textOf(tables[0].Table.Caption))
	}
}

func TestMinutesWithoutAnything(t *testing.T) {
	in := samplePaper(t, "minutes_extract")
	*in.Document = app.Document{ID: "d", Kind: "minutes_extract"}
	in.Proposal = app.Proposal{}
	set, err := Build(in)
	if err != nil {
		t.Fatal(err)
	}
	if o := set.Outline(); len(set.Pages) != 1 || strings.Contains(o, "Table") || !strings.Contains(o, `H1 "Motion om en bokbuss till byarna"`) {
		t.Errorf("%d pages\n%s", len(set.Pages), o)
	}
	in.Document.Meeting = &app.Meeting{Notice: &app.Notice{}}
	_, found := blocksOf(t, in, layout.NoticeBox)
	if len(found) != 1 || len(found[0].Notice.Fields) != 6 {
		t.Errorf("a notice to fill in by hand: %+v", found)
	}
}

// What does not fit in the head is told with its label, not as a fault of the text.
func TestGlyphInTheMeeting(t *testing.T) {
	in := samplePaper(t, "minutes_extract")
	in.Document.Meeting.Deciding = append(in.Document.Meeting.Deciding, "山田 (A)")
	in.Document.Meeting.Notice.Kept = "Arkivet 😀"
	_, err := Build(in)
	if p := app.ProblemOf(err); p == nil || p.Code != app.CodeGlyph || !strings.Contains(fmt.Sprint(p.Where, p.Err), "Beslutande") {
		t.Errorf("%v", err)
	}
}

// A dissent brings no cost sheet with it, though the matter has an estimate.
func TestOnlyPapersWithAPlaceForCostsShowThem(t *testing.T) {
	sheet := samplePaper(t, "official_report").Sheet
	for _, kind := range []string{"reservation", "separate_statement", "opinions_summary", "minutes_extract"} {
		in := samplePaper(t, kind)
		in.Sheet = sheet
		order, _ := blocksOf(t, in, layout.Annex)
		for _, r := range order {
			if r == layout.Annex || r == layout.FigureBlock {
				t.Errorf("%s shows what it costs", kind)
			}
		}
	}
	in := samplePaper(t, "official_report")
	in.Document.NoCostSheet = false
	if _, annexes := blocksOf(t, in, layout.Annex); len(annexes) != 1 {
		t.Error("a report has lost its cost sheet")
	}
}

// Minutes show no costs, no letter's fields and no foot; other kinds have them still.
func TestMinutesAreNoLetter(t *testing.T) {
	in := samplePaper(t, "minutes_extract")
	in.Sheet = samplePaper(t, "official_report").Sheet
	if !in.Sheet.Has() {
		t.Fatal("no estimate to leave out")
	}
	doc, err := paper(in)
	if err != nil {
		t.Fatal(err)
	}
	if len(doc.Head.Fields) > 0 || len(doc.Foot) > 0 {
		t.Errorf("%+v %v", doc.Head.Fields, doc.Foot)
	}
	for _, b := range doc.Blocks {
		if b.Role == layout.Annex {
			t.Error("the cost sheet follows the minutes")
		}
	}
	in.Part = CostSheet
	if doc, err = paper(in); err != nil || len(doc.Foot) == 0 || doc.Blocks[0].Role != layout.Title {
		t.Errorf("the cost sheet alone: %v", err)
	}
}

func TestAttest(t *testing.T) {
	in := samplePaper(t, "official_report")
	order, _ := blocksOf(t, in, layout.TableBlock)
	if order[len(order)-1] != layout.TableBlock || order[len(order)-3] != layout.Signatures {
		t.Errorf("the attest does not follow the signatures: %v", order[len(order)-3:])
	}
	last := func() layout.Table {
		_, tables := blocksOf(t, in, layout.TableBlock)
		return tables[len(tables)-1].Table
	}
	if got := last(); got.Label != "Attesterat av." || tableText(got) != "Nils Modell Utbildningsdirektör 2026-10-28|Rut Kladd Avdelningschef 2026-10-26" {
		t.Errorf("%+v", got)
	}
	in.Document.Attested = []app.Attested{{Title: "Ingen"}}
	if last().Label != "" {
		t.Error("an attest by nobody")
	}
	in.Document.Attested = []app.Attested{{Name: "Nils Modell"}}
	in.Kind.Form = packs.KindForm{}
	if last().Label != "" {
		t.Error("an attest on a kind that has none")
	}
}

// Points that a clerk numbers as a proposal are decisions; other lists stay lists.
func TestNumberedProposal(t *testing.T) {
	in := samplePaper(t, "official_report")
	if _, found := blocksOf(t, in, layout.Decisions); len(found) != 1 || len(found[0].List.Items) != 2 {
		t.Errorf("%+v", found)
	}
	in.Document.Sections[0].Text = "Nämnden beslutar:\n\n1. Nämnden godkänner svaret.\n\n- ett streck"
	doc, err := paper(in)
	if err != nil {
		t.Fatal(err)
	}
	var got []layout.Role
	for _, b := range doc.Blocks[1:5] {
		got = append(got, b.Role)
	}
	if fmt.Sprint(got) != fmt.Sprint([]layout.Role{layout.Heading, layout.LeadIn, layout.Decisions, layout.ListBlock}) {
		t.Error(got)
	}
}
