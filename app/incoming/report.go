package incoming

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"

	"yttra/app"
	"yttra/i18n"
)

// Sum is the report in a sentence: how many files there were and what became of them.
func (r Report) Sum(w i18n.Words) string {
	out := []string{w.N("batch.taken", r.Taken())}
	for _, x := range []struct {
		key string
		n   int
	}{{"batch.same_sum", r.Same()}, {"batch.failed", r.Failed()}, {"batch.stopped_sum", r.Stopped()}} {
		if x.n > 0 {
			out = append(out, w.N(x.key, x.n))
		}
	}
	return w.N("batch.files", len(r.Results)) + " " + strings.Join(out, ", ") + "."
}

// Text is the report as a person reads it: every file, what it became, and what is to be
// looked at.
func (r Report) Text(w i18n.Words) string {
	var b strings.Builder
	fmt.Fprintln(&b, r.Sum(w))
	for _, x := range r.Results {
		fmt.Fprintln(&b)
		for i, line := range x.lines(w) {
			if i > 0 {
				b.WriteString("    ")
			}
			fmt.Fprintln(&b, line)
		}
	}
	if len(r.Passed) > 0 {
		fmt.Fprintln(&b)
		fmt.Fprintln(&b, w.N("batch.passed_over", len(r.Passed)))
		for _, p := range r.Passed {
			fmt.Fprintln(&b, "    "+p)
		}
	}
	return b.String()
}

// Faults has a line for each file that could not be taken in: its name and why.
func (r Report) Faults(w i18n.Words) []string {
	var out []string
	for _, x := range r.Results {
		if x.Err != nil && !x.Stopped() {
			out = append(out, "- "+x.Path+": "+problemWords(w, x.Err, "title"))
		}
	}
	return out
}

// lines tell of a file: the first names it.
func (x Result) lines(w i18n.Words) []string {
	switch {
	case x.Same != "":
		return []string{x.Path, w.T("batch.same", i18n.Vars{"File": x.Same})}
	case x.Stopped():
		return []string{x.Path, w.T("batch.stopped")}
	case x.Err != nil:
		return []string{x.Path, strings.TrimSpace(problemWords(w, x.Err, "title") + " " + problemWords(w, x.Err, "do"))}
	}
	out := []string{x.Path}
	if x.Written != "" {
		out[0] += " → " + x.Written
	}
	if x.Inside != "" {
		out = append(out, w.T("batch.inside", i18n.Vars{"File": x.Inside}))
	}
	if n := len(x.Left); n > 0 {
		out = append(out, w.N("batch.left", n, i18n.Vars{"Files": listed(x.Left)}))
	}
	what := w.T("batch.kind." + x.Kind.Word())
	if x.Title != "" {
		what += ": " + x.Title
	}
	out = append(out, what, w.N("cli.claims", x.Claims)+who(x.Movers))
	out = append(out, x.doubts(w)...)
	for _, t := range Tell(w, x.Remarks) {
		out = append(out, t.Text)
	}
	return out
}

func who(movers []string) string {
	if len(movers) == 0 {
		return ""
	}
	return " · " + strings.Join(movers, ", ")
}

// doubts says each doubt once, with the fields that it is about.
func (x Result) doubts(w i18n.Words) []string {
	var out []string
	told := map[Doubted]bool{}
	for _, d := range x.Doubts {
		if told[d] {
			continue
		}
		told[d] = true
		line := w.T("doubt." + d.Doubt)
		if d.Field != "" {
			line = w.T("batch.field."+d.Field) + ": " + line
		}
		out = append(out, line)
	}
	return out
}

// problemWords is a part of what is said of a problem, in words.
func problemWords(w i18n.Words, err error, part string) string {
	p := app.ProblemOf(err)
	if p == nil {
		p = &app.Problem{Code: app.CodeInternal, Err: err}
	}
	key := "error." + string(p.Code) + "." + part
	if !w.Has(key) {
		return ""
	}
	return w.T(key, i18n.Vars{"What": p.What, "Where": p.Where})
}

// columns of the table, by their words (batch.column.<column>).
var columns = []string{"file", "state", "kind", "title", "claims", "movers", "written", "inside", "doubts", "remarks", "format", "pages", "sha256"}

// CSV is the report as a table, written as Swedish spreadsheet programs open it right:
// semicolons, UTF-8 with its mark. What would be taken for a formula has an apostrophe
// before it.
func (r Report) CSV(w i18n.Words) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	c := csv.NewWriter(&b)
	c.Comma, c.UseCRLF = ';', true
	head := make([]string, len(columns))
	for i, name := range columns {
		head[i] = w.T("batch.column." + name)
	}
	if err := c.Write(head); err != nil {
		return nil, fmt.Errorf("write table: %w", err)
	}
	for _, x := range r.Results {
		row := x.row(w)
		for i := range row {
			row[i] = app.Inert(row[i])
		}
		if err := c.Write(row); err != nil {
			return nil, fmt.Errorf("write table: %w", err)
		}
	}
	c.Flush()
	return b.Bytes(), c.Error()
}

// row has a cell for each column.
func (x Result) row(w i18n.Words) []string {
	state := w.T("batch.state.taken")
	switch {
	case x.Same != "":
		state = w.T("batch.same", i18n.Vars{"File": x.Same})
	case x.Stopped():
		state = w.T("batch.stopped")
	case x.Err != nil:
		state = problemWords(w, x.Err, "title")
	}
	if x.Same != "" || x.Err != nil {
		return []string{x.Path, state, "", "", "", "", "", "", "", "", "", "", x.SHA256}
	}
	var remarks []string
	for _, t := range Tell(w, x.Remarks) {
		remarks = append(remarks, t.Text)
	}
	pages := ""
	if x.Pages > 0 {
		pages = strconv.Itoa(x.Pages)
	}
	return []string{x.Path, state, w.T("batch.kind." + x.Kind.Word()), x.Title, strconv.Itoa(x.Claims), strings.Join(x.Movers, ", "), x.Written, x.Inside,
		strings.Join(x.doubts(w), " "), strings.Join(remarks, " "), string(x.Format), pages, x.SHA256}
}
