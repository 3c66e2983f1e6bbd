package costs

import (
	"fmt"
	"slices"
	"strings"

	"yttra/app"
	"yttra/app/sheet"
)

// Read gives what reads a workbook or a CSV file as lines of the estimate, also away
// from the window's thread. Its errors name the file, and the sheet and cell where
// there is one.
func (m *Model) Read() func(name string, data []byte) (sheet.File, error) {
	lang, first := m.words.Lang(), m.estimate().FirstYear
	return func(name string, data []byte) (sheet.File, error) {
		r, err := sheet.NewReader(lang)
		if err != nil {
			return sheet.File{}, fmt.Errorf("read a sheet: %w", err)
		}
		f, err := r.File(data, first)
		if p := app.ProblemOf(err); p != nil {
			named := *p
			named.What, named.Where = name, strings.TrimPrefix(strings.Join([]string{p.What, p.Where}, ", "), ", ")
			return f, &named
		}
		return f, err
	}
}

// Import takes the lines of a file: after those there are, or in their place. A
// workbook that the house has written takes the place of the whole estimate, with its
// terms, its alternatives and who pays.
func (m *Model) Import(f sheet.File, instead bool) error {
	if !m.Open() {
		return nil
	}
	if instead && f.Whole != nil {
		m.ShowTab(Lines)
		m.structure(0, func(matter *app.Matter) {
			extra := matter.Estimate.Extra
			matter.Estimate = *f.Whole
			matter.Estimate.Extra = extra
		})
		m.Go(At{Column: WhatColumn})
		m.report(f.Lines, f.Sheet)
		return nil
	}
	n := f.Lines
	n.Ways = slices.Clone(n.Ways)
	if err := m.take(n, instead); err != nil {
		return err
	}
	m.report(f.Lines, f.Sheet)
	return nil
}

// Export is the estimate as it is now, to be written as a file.
func (m *Model) Export() sheet.Export {
	s := m.state
	return sheet.Export{Words: m.words, Title: s.Matter.Title, Day: s.Today, Estimate: s.Matter.Estimate, Sums: s.Compared}
}

// written is an estimate as a file of an ending, .csv or .xlsx.
func written(x sheet.Export, ending string) ([]byte, error) {
	if strings.EqualFold(ending, csvEnding) {
		return x.CSV(), nil
	}
	return x.XLSX()
}

const (
	csvEnding  = ".csv"
	xlsxEnding = ".xlsx"
)

// ExportName is what the file is called when nobody says otherwise.
func (m *Model) ExportName(ending string) string {
	return m.words.T("costs.file_name") + ending
}
