package archive

import (
	"cmp"
	"fmt"
	"path"
	"strings"

	"yttra/app"
)

// toTop leads from the folder of a matter to the top of the archive.
const toTop = "../../"

// matter makes the page of a matter.
func (s printer) matter(x *folder, m *app.Matter, list []app.Revision) []byte {
	p := &matterPage{page: page{say: s}, x: x, m: m}
	title := cmp.Or(m.Title, s.t("untitled"))
	p.open(title, x.profile.Municipality, toTop)
	p.line("p", "label", strings.Join(m.References, ", "))
	p.line("h1", "", title)
	if x.row.bin {
		p.line("p", "warning", s.t("in_bin"))
	}
	p.facts(facts{{"movers", movers(m.Movers)}, {"received", string(m.Received)}, {"stage", s.code("stage", string(m.Stage), "new")},
		{"holder", m.Holder}, {"meeting", string(m.Meeting)}, {"measures", p.codes("measure", m.Measures)}, {"affected", groups(s, m.Affected)},
		{"purchase", yes(s, m.Purchase)}, {"saved", moment(list[0].At)}, {"identity", m.ID}})
	p.contents()
	p.claims()
	for i := range m.Documents {
		p.document(i)
	}
	p.estimate()
	p.answers()
	p.referrals()
	p.motion()
	p.versions()
	return p.close(s.with("exported", "day", x.o.At.Format("2006-01-02"), "program", x.o.Program) + ". " + s.t("protect"))
}

// matterPage is the page of a matter while it is written.
type matterPage struct {
	page
	x *folder
	m *app.Matter
}

func (p *matterPage) codes(table string, all []app.Measure) string {
	var out []string
	for _, c := range all {
		out = append(out, p.say.code(table, string(c), ""))
	}
	return strings.Join(out, ", ")
}

func groups(s printer, all []app.Group) string {
	var out []string
	for _, c := range all {
		out = append(out, s.code("group", string(c), ""))
	}
	return strings.Join(out, ", ")
}

func yes(s printer, is bool) string {
	if is {
		return s.t("yes")
	}
	return ""
}

// movers names those behind a motion, with their parties.
func movers(all []app.Mover) string {
	var out []string
	for _, m := range all {
		if m.Party != "" {
			m.Name += " (" + m.Party + ")"
		}
		out = append(out, m.Name)
	}
	return strings.Join(out, ", ")
}

func people(all []app.Person) string {
	var out []string
	for _, p := range all {
		if p.Title != "" {
			p.Name += ", " + p.Title
		}
		out = append(out, p.Name)
	}
	return strings.Join(out, "\n")
}

// contents leads to the parts of the page.
func (p *matterPage) contents() {
	m, s := p.m, p.say
	e := &m.Estimate
	list := [][2]string{}
	put := func(is bool, id, text string) {
		if is {
			list = append(list, [2]string{id, text})
		}
	}
	put(len(m.Claims) > 0, "yrkanden", s.t("claims"))
	for i := range m.Documents {
		put(true, fmt.Sprintf("handling-%d", i+1), s.kind(m.Documents[i].Kind))
	}
	put(len(e.Lines)+len(e.Alternatives)+len(e.Spent)+len(e.Funding) > 0, "kalkyl", s.t("estimate"))
	put(len(m.Answers) > 0, "svar", s.t("answers"))
	put(len(m.Referrals) > 0, "remisser", s.t("referrals"))
	put(p.x.motion != "", "motion", s.t("motion"))
	put(true, "versioner", s.t("versions"))
	fmt.Fprintf(p, "<nav class=\"parts\" aria-label=\"%s\">\n<ul>\n", escaped(s.t("contents")))
	for _, l := range list {
		p.WriteString("<li>")
		p.link("#"+l[0], l[1])
		p.WriteString("</li>\n")
	}
	p.WriteString("</ul>\n</nav>\n")
}

func (p *matterPage) claims() {
	if len(p.m.Claims) == 0 {
		return
	}
	p.section("yrkanden", p.say.t("claims"))
	p.WriteString("<ol>\n")
	for _, c := range p.m.Claims {
		p.WriteString("<li>")
		p.text(c.Text)
		said := p.say.t("undecided")
		if c.Decision != app.Undecided {
			said = p.say.t("outcome") + ": " + p.say.code("decision", string(c.Decision), "")
		}
		if c.Reason != "" {
			said += ". " + c.Reason
		}
		p.WriteString("<br/><span class=\"label\">" + escaped(said) + "</span></li>\n")
	}
	p.WriteString("</ol>\n")
}

// document writes a paper: what stands around it, its text, and where its files are.
func (p *matterPage) document(i int) {
	d, s := &p.m.Documents[i], p.say
	title := cmp.Or(d.Title, s.kind(d.Kind))
	if s.packs != nil {
		title = s.packs.Title(p.m, d)
	}
	p.WriteString("<article>\n")
	p.section(fmt.Sprintf("handling-%d", i+1), cmp.Or(title, s.kind(d.Kind)))
	status := s.t("final")
	switch {
	case d.Status != app.Final && d.Draft > 0:
		status = s.with("draft_numbered", "n", fmt.Sprint(d.Draft))
	case d.Status != app.Final:
		status = s.t("draft")
	}
	p.facts(facts{{"kind", s.kind(d.Kind)}, {"status", status}, {"date", string(d.Date)}, {"body", d.Body}, {"department", d.Department}, {"to", d.To},
		{"reference", d.CaseRef}, {"your_ref", d.YourRef}, {"officers", people(d.Officers)}, {"signatories", people(d.Signatories)}})
	p.paper(i)
	p.sitting(d, title)
	for k := range d.Sections {
		p.sectionOf(i, k)
	}
	p.attested(d)
	p.annexes(d)
	p.publishing(d, title)
	p.exports(d, title)
	p.WriteString("</article>\n")
}

// paper leads to the PDF, or says why there is none.
func (p *matterPage) paper(i int) {
	switch made := p.x.made[i]; {
	case made.file != "":
		p.WriteString("<p class=\"label\">")
		p.link(address(made.file), p.say.t("pdf"))
		p.WriteString("</p>\n")
	case p.x.o.Paper != nil:
		p.line("p", "label", p.say.with("no_pdf", "why", made.why))
	}
}

func (p *matterPage) sectionOf(i, k int) {
	d := &p.m.Documents[i]
	s := &d.Sections[k]
	var proposal app.Proposal
	if s.Role == app.RoleProposal && p.say.packs != nil {
		proposal = p.say.packs.Proposal(p.m, d)
	}
	if len(proposal.Points) == 0 && strings.TrimSpace(s.Text) == "" {
		return // what is made of the document's facts, or not written
	}
	p.line("h3", "", s.Heading)
	if len(proposal.Points) > 0 {
		p.line("p", "", proposal.Lead)
		p.WriteString("<ol class=\"decisions\">\n")
		for _, point := range proposal.Points {
			p.line("li", "", point)
		}
		p.WriteString("</ol>\n")
	}
	p.prose(s.Text, fmt.Sprintf("h%d-%d", i+1, k+1), 3)
}

func (p *matterPage) sitting(d *app.Document, title string) {
	m := d.Meeting
	if m == nil {
		return
	}
	p.facts(facts{{"sitting", strings.TrimSpace(string(m.Date) + " " + m.Time + " " + m.Place)}, {"item", m.Item}, {"deciding", strings.Join(m.Deciding, "\n")},
		{"others", strings.Join(m.Others, "\n")}, {"adjusters", strings.Join(m.Adjusters, "\n")}, {"adjusted", string(m.Adjusted)}})
	var rows [][]cell
	for _, v := range m.Votes {
		rows = append(rows, texts(v.Name, p.say.code("cast", string(v.Cast), "")))
	}
	p.table(p.say.with("votes", "title", title), []column{{"name", false}, {"vote", false}}, rows, nil)
}

func (p *matterPage) attested(d *app.Document) {
	var out []string
	for _, a := range d.Attested {
		out = append(out, strings.Trim(a.Name+", "+a.Title+" "+string(a.On), ", "))
	}
	p.facts(facts{{"attested", strings.Join(out, "\n")}})
}

func (p *matterPage) annexes(d *app.Document) {
	if len(d.Annexes) == 0 {
		return
	}
	p.line("h3", "", p.say.t("annexes"))
	p.WriteString("<ol>\n")
	for _, a := range d.Annexes {
		p.WriteString("<li>")
		title := strings.TrimSpace(cmp.Or(a.Title, a.Name) + " " + string(a.Date))
		switch file := p.x.fileOf(a.Data); {
		case file != "":
			p.link(address(file), cmp.Or(title, path.Base(file)))
		case a.Extra[annexFile] != nil || a.Name != "":
			p.text(title + " (" + p.say.t("no_file") + ")")
		default:
			p.text(title)
		}
		p.WriteString("</li>\n")
	}
	p.WriteString("</ol>\n")
}

// publishing tells what somebody decided about the copy for the web.
func (p *matterPage) publishing(d *app.Document, title string) {
	if d.Publishing == nil {
		return
	}
	if d.Publishing.By != "" {
		p.facts(facts{{"web", p.say.with("web_by", "name", d.Publishing.By, "day", string(d.Publishing.On))}})
	}
	var rows [][]cell
	for _, k := range d.Publishing.Keep {
		rows = append(rows, texts(k.Words, k.Reason, k.By, string(k.On)))
	}
	p.table(p.say.with("web_kept", "title", title), []column{{"words", false}, {"reason", false}, {"by", false}, {"date", false}}, rows, nil)
}

func (p *matterPage) exports(d *app.Document, title string) {
	var rows [][]cell
	for _, e := range d.Exports {
		rows = append(rows, texts(e.Name, moment(e.At), e.By, e.Sum))
	}
	p.table(p.say.with("exports_of", "title", title), []column{{"file", false}, {"made", false}, {"by", false}, {"sum", false}}, rows, nil)
}

func (p *matterPage) answers() {
	if len(p.m.Answers) == 0 {
		return
	}
	p.section("svar", p.say.t("answers"))
	var rows [][]cell
	for _, a := range p.m.Answers {
		reason := a.Reason
		if a.Sentence != "" {
			reason = strings.TrimSpace(reason + " ”" + a.Sentence + "”")
		}
		rows = append(rows, texts(p.say.question(a.Criterion), p.say.code("state", string(a.State), ""), reason, a.By, string(a.On)))
	}
	p.table(p.say.t("answers_table"), []column{{"question", false}, {"answer", false}, {"reason", false}, {"by", false}, {"date", false}}, rows, nil)
}

func (p *matterPage) referrals() {
	if len(p.m.Referrals) == 0 {
		return
	}
	p.section("remisser", p.say.t("referrals"))
	var rows [][]cell
	for _, r := range p.m.Referrals {
		rows = append(rows, texts(r.Body, string(r.Sent), string(r.Due), string(r.Answered), p.say.code("stand", string(r.Stand), "none")))
	}
	p.table(p.say.t("referrals_table"), []column{{"body", false}, {"sent", false}, {"due", false}, {"answered", false}, {"stand", false}}, rows, nil)
	for i, r := range p.m.Referrals {
		if strings.TrimSpace(r.Summary+r.Dissent) == "" {
			continue
		}
		p.line("h3", "", r.Body)
		p.prose(r.Summary, fmt.Sprintf("r%d", i+1), 3)
		p.facts(facts{{"dissent", r.Dissent}})
	}
}

func (p *matterPage) motion() {
	s := p.m.Motion
	if s == nil || p.x.motion == "" && p.x.original == "" && s.Text == "" {
		return
	}
	p.section("motion", p.say.t("motion"))
	for _, at := range [][2]string{{p.x.original, "original_file"}, {p.x.motion, "motion_file"}} {
		if at[0] != "" {
			p.WriteString("<p class=\"label\">")
			p.link(address(at[0]), p.say.t(at[1]))
			p.WriteString("</p>\n")
		}
	}
	if p.x.original == "" && s.State() == app.FileGone {
		p.line("p", "label", cmp.Or(s.Name, p.say.t("original_file"))+" ("+p.say.t("no_file")+")")
	}
	p.facts(facts{{"file", s.Name}, {"original_taken", string(s.Taken)}, {"sum", s.SHA256}})
	p.line("div", "text", strings.TrimSpace(p.m.Motion.Text))
}

func (p *matterPage) versions() {
	p.section("versioner", p.say.t("versions"))
	var rows [][]cell
	for i := len(p.x.old) - 1; i >= 0; i-- {
		v := p.x.old[i]
		name := cmp.Or(v.rev.Name, p.say.t("auto"))
		if i == len(p.x.old)-1 {
			name += " (" + p.say.t("latest") + ")"
		}
		rows = append(rows, []cell{{text: fmt.Sprint(i + 1)}, {text: moment(v.rev.At)}, {text: name}, {text: v.rev.By}, {text: path.Base(v.file), to: address(v.file)}})
	}
	p.table(p.say.t("versions_table"), []column{{"version", true}, {"saved", false}, {"version_name", false}, {"by", false}, {"file", false}}, rows, nil)
}
