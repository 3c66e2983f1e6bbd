package app

import (
	"maps"
	"slices"
)

// View is the estimate as it would be with another way's lines: 0 is the proposal,
// i the alternative i-1. It has no alternatives of its own. What is paid already
// and how the proposal is paid belong to the proposal only.
func (e Estimate) View(i int) Estimate {
	if i > 0 && i <= len(e.Alternatives) {
		a := e.Alternatives[i-1]
		e.Name, e.Lines, e.Pilot = a.Name, a.Lines, false
		e.Spent, e.Funding, e.Financing = nil, nil, ""
		if a.Units > 0 {
			e.Units = a.Units
		}
	}
	e.Alternatives = nil
	return e
}

// Change changes one way, counted as in View: its name and lines. The terms that
// are changed with it hold for all.
func (e *Estimate) Change(i int, change func(*Estimate)) {
	if i < 0 || i > len(e.Alternatives) {
		return
	}
	view, was, others := e.View(i), *e, e.Alternatives
	change(&view)
	if i > 0 {
		a := &others[i-1]
		a.Name, a.Lines = view.Name, view.Lines
		if a.Units > 0 {
			a.Units, view.Units = view.Units, was.Units
		}
		view.Name, view.Lines, view.Pilot = was.Name, was.Lines, was.Pilot
		view.Spent, view.Funding, view.Financing = was.Spent, was.Funding, was.Financing
	}
	view.Alternatives = others
	*e = view
}

// Way finds the way with a role, counted as in View; 0 when there is none.
func (e Estimate) Way(r WayRole) int {
	return 1 + slices.IndexFunc(e.Alternatives, func(a Alternative) bool { return a.Role == r })
}

// Propose makes an alternative the proposal; what was proposed takes its place.
func (e *Estimate) Propose(i int) {
	if i < 1 || i > len(e.Alternatives) {
		return
	}
	a := &e.Alternatives[i-1]
	e.Name, e.Lines, a.Name, a.Lines = a.Name, a.Lines, e.Name, e.Lines
}

// clone gives a deep copy.
func (e Estimate) clone() Estimate {
	e.Lines = cloneLines(e.Lines)
	e.Done = slices.Clone(e.Done)
	e.Spent = cloneRows(e.Spent, func(s *Spent) *map[string]string { return &s.Unread })
	e.Funding = cloneRows(e.Funding, func(f *Funding) *map[string]string { return &f.Unread })
	e.Purchase.Options = cloneRows(e.Purchase.Options, func(s *PurchaseSum) *map[string]string { return &s.Unread })
	e.Purchase.Similar = cloneRows(e.Purchase.Similar, func(s *PurchaseSum) *map[string]string { return &s.Unread })
	e.Alternatives = slices.Clone(e.Alternatives)
	for i := range e.Alternatives {
		e.Alternatives[i].Lines = cloneLines(e.Alternatives[i].Lines)
	}
	return e
}

func cloneLines(lines []CostLine) []CostLine {
	return cloneRows(lines, func(l *CostLine) *map[string]string { return &l.Unread })
}

// cloneRows gives rows of their own, with what cannot be read in them.
func cloneRows[T any](rows []T, unread func(*T) *map[string]string) []T {
	rows = slices.Clone(rows)
	for i := range rows {
		u := unread(&rows[i])
		*u = maps.Clone(*u)
	}
	return rows
}
