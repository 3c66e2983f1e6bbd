package archive

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strings"
	"time"
)

// perList is how many matters a list has before it is split.
const perList = 200

// listPage is one page of the list: matters of a year, some hundreds at a time.
type listPage struct {
	file     string
	title    string
	from, to int // of the year's, from 1
	of       int
	rows     []listedRow
}

// index writes the page one begins with, and the lists it leads to.
func (w *writer) index() error {
	s, lists := w.say, w.lists()
	p := &page{say: s}
	title := s.t("register_bare")
	if w.profile.Municipality != "" {
		title = s.with("register", "name", w.profile.Municipality)
	}
	p.open(title, w.profile.Municipality, "")
	p.line("h1", "", title)
	p.line("p", "", s.with("exported", "day", w.o.At.Format(time.DateOnly), "program", w.o.Program)+".")
	p.line("p", "warning", s.t("protect"))
	n := s.codes.Int
	p.facts(facts{{"count", n(int64(w.told.Matters))}, {"count_versions", n(int64(w.told.Versions))},
		{"count_papers", n(int64(w.told.Papers))}, {"count_files", n(int64(w.told.Files))}})
	switch {
	case len(w.rows) == 0:
		p.line("p", "", s.t("none"))
	case len(lists) == 1:
		p.matters(s.t("register_bare"), lists[0].rows, "")
	default:
		p.section("listor", s.t("lists"))
		var rows [][]cell
		for _, l := range lists {
			rows = append(rows, []cell{{l.title, address(l.file)}, {text: l.span()}, {text: s.codes.Int(int64(len(l.rows)))}})
		}
		p.table(s.t("lists_table"), []column{{"year", false}, {"matter", false}, {"count", true}}, rows, nil)
	}
	p.faults(w)
	p.more(w)
	if err := w.add(indexName, p.close(s.with("exported", "day", w.o.At.Format(time.DateOnly), "program", w.o.Program)+"."), w.o.At); err != nil {
		return err
	}
	if len(lists) == 1 {
		return nil
	}
	for i := range lists {
		if err := w.add(lists[i].file, s.list(w, lists, i), w.o.At); err != nil {
			return err
		}
	}
	return nil
}

// lists shares the matters by year, the latest first.
func (w *writer) lists() []listPage {
	byYear := map[string][]listedRow{}
	var years []string
	for _, r := range w.rows {
		y := yearOf(r)
		if byYear[y] == nil {
			years = append(years, y)
		}
		byYear[y] = append(byYear[y], r)
	}
	if len(w.rows) <= perList {
		return []listPage{{rows: w.rows}}
	}
	slices.SortFunc(years, func(a, b string) int { return strings.Compare(b, a) })
	var out []listPage
	for _, y := range years {
		all := byYear[y]
		for from := 0; from < len(all); from += perList {
			to := min(from+perList, len(all))
			l := listPage{title: cmp.Or(y, w.say.t("no_year")), from: from + 1, to: to, of: len(all), rows: all[from:to]}
			l.file = path.Join(listFolder, fmt.Sprintf("%s-%d.html", cmp.Or(y, "utan-ar"), from/perList+1))
			out = append(out, l)
		}
	}
	return out
}

// yearOf is the year a matter belongs to: that it came in, or else was saved.
func yearOf(r listedRow) string {
	if r.Received.Valid() {
		return string(r.Received)[:4]
	}
	for _, field := range strings.FieldsFunc(reference(r.Row), func(c rune) bool { return c < '0' || c > '9' }) {
		if len(field) == 4 && (strings.HasPrefix(field, "19") || strings.HasPrefix(field, "20")) {
			return field
		}
	}
	if r.Saved.IsZero() {
		return ""
	}
	return fmt.Sprint(r.Saved.Year())
}

// span tells the first and last of a list by what they are known by.
func (l listPage) span() string {
	first, last := known(l.rows[0]), known(l.rows[len(l.rows)-1])
	if first == last {
		return first
	}
	return first + " – " + last
}

func known(r listedRow) string { return cmp.Or(reference(r.Row), r.Title, r.ID) }

// list makes one page of the list, with the way to those beside it.
func (s printer) list(w *writer, all []listPage, i int) []byte {
	l := all[i]
	n := s.codes.Int
	title := s.with("list", "name", l.title, "count", n(int64(l.of)))
	if l.of > len(l.rows) {
		title = s.with("list_page", "name", l.title, "from", n(int64(l.from)), "to", n(int64(l.to)), "count", n(int64(l.of)))
	}
	p := &page{say: s}
	p.open(title, w.profile.Municipality, "../")
	p.line("h1", "", title)
	p.matters(title, l.rows, "../")
	p.WriteString("<nav>\n")
	if i > 0 {
		p.WriteString("<p>")
		p.link(address(path.Base(all[i-1].file)), s.t("previous")+": "+all[i-1].title+", "+all[i-1].span())
		p.WriteString("</p>\n")
	}
	if i+1 < len(all) {
		p.WriteString("<p>")
		p.link(address(path.Base(all[i+1].file)), s.t("next")+": "+all[i+1].title+", "+all[i+1].span())
		p.WriteString("</p>\n")
	}
	p.WriteString("</nav>\n")
	return p.close(s.with("exported", "day", w.o.At.Format(time.DateOnly), "program", w.o.Program) + ".")
}

// matters writes the table of matters.
func (p *page) matters(caption string, list []listedRow, up string) {
	var rows [][]cell
	for _, r := range list {
		title := cmp.Or(r.Title, p.say.t("untitled"))
		if r.bin {
			title += " (" + p.say.t("bin") + ")"
		}
		rows = append(rows, []cell{{text: strings.Join(r.References, "\n")}, {title, up + address(r.in(pageName))}, {text: strings.ReplaceAll(movers(r.Movers), ", ", "\n")},
			{text: string(r.Received)}, {text: p.say.code("stage", string(r.Stage), "new")}})
	}
	p.table(caption, []column{{"reference", false}, {"matter", false}, {"movers", false}, {"received", false}, {"stage", false}}, rows, nil)
}

// faults lists what is not in the archive although it should be.
func (p *page) faults(w *writer) {
	if len(w.told.Faults) == 0 {
		return
	}
	p.section("saknas", p.say.t("faults"))
	p.WriteString("<ul>\n")
	for _, f := range w.told.Faults {
		said := p.say.with("fault."+string(f.Kind), "name", f.Name)
		if f.Title != "" {
			said = f.Title + ": " + said
		}
		p.line("li", "", strings.TrimSpace(said+" "+w.why(f.Err)))
	}
	p.WriteString("</ul>\n")
}

// more leads to what else is in the archive.
func (p *page) more(w *writer) {
	p.section("mer", p.say.t("more"))
	p.WriteString("<ul>\n")
	for _, f := range [][2]string{{readMeName, "read_me"}, {profileName, "profile"}, {eventsName, "events"}, {manifestName, "manifest"}} {
		if f[0] != manifestName && !w.tops[f[0]] {
			continue
		}
		p.WriteString("<li>")
		p.link(address(f[0]), p.say.t(f[1]))
		p.WriteString("</li>\n")
	}
	p.WriteString("</ul>\n")
}
