package app

import (
	"maps"
	"slices"
)

// View is the estimate as it would be with another way's lines: 0 is the proposal,
// i the alternative i-1. It has no alternatives of its own.
func (e Estimate) View(i int) Estimate {
	if i > 0 && i <= len(e.Alternatives) {
		a := e.Alternatives[i-1]
		e.Name, e.Lines = a.Name, a.Lines
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
	view, name, lines, others := e.View(i), e.Name, e.Lines, e.Alternatives
	change(&view)
	if i > 0 {
		others[i-1].Name, others[i-1].Lines = view.Name, view.Lines
		view.Name, view.Lines = name, lines
	}
	view.Alternatives = others
	*e = view
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
	e.Alternatives = slices.Clone(e.Alternatives)
	for i := range e.Alternatives {
		e.Alternatives[i].Lines = cloneLines(e.Alternatives[i].Lines)
	}
	return e
}

func cloneLines(lines []CostLine) []CostLine {
	lines = slices.Clone(lines)
	for i := range lines {
		lines[i].Unread = maps.Clone(lines[i].Unread)
	}
	return lines
}
