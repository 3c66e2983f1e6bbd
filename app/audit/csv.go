package audit

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"strconv"
	"time"

	"yttra/app"
)

// columns of the table, by their words (trail.column.<column>): first what a person
// reads, then what the chain is reckoned from.
var columns = []string{"number", "at", "who", "what", "matter", "name", "reason", "sum",
	"utc", "action", "matter_id", "document_id", "about", "salt", "said", "prev", "own_sum"}

// CSV writes events as Swedish spreadsheet programs open them right: semicolons, UTF-8
// with its mark. What would be taken for a formula has an apostrophe before it.
func (t Teller) CSV(all []app.Event) ([]byte, error) {
	var b bytes.Buffer
	b.WriteString("\ufeff")
	w := csv.NewWriter(&b)
	w.Comma, w.UseCRLF = ';', true
	head := make([]string, 0, len(columns))
	for _, c := range columns {
		head = append(head, t.Words.T("trail.column."+c))
	}
	if err := w.Write(head); err != nil {
		return nil, fmt.Errorf("write table: %w", err)
	}
	for _, e := range all {
		row := t.row(e)
		for i := range row {
			row[i] = app.Inert(row[i])
		}
		if err := w.Write(row); err != nil {
			return nil, fmt.Errorf("write table: %w", err)
		}
	}
	w.Flush()
	return b.Bytes(), w.Error()
}

// row has a cell for each column.
func (t Teller) row(e app.Event) []string {
	return []string{strconv.FormatUint(e.Number, 10), e.At.Format(time.DateTime), t.Who(e.By), t.what(e), t.matter(e.Matter), e.Name, e.Reason, e.Sum,
		e.At.UTC().Format(time.RFC3339Nano), string(e.Action), e.Matter, e.Document, e.About, e.Salt, e.Said, e.Prev, e.Hash}
}
