package draft

// Moves of the caret that leave a spot; inside one the live entry moves it.

// Before sets the caret at the end of the spot before the caret's, in the section
// before when need be; ok is false at the beginning of the document.
func (m *Model) Before() bool {
	section, n, _ := m.Block()
	units := m.units(m.text(section))
	spots := units[n].spots()
	if i := spotNear(spots, m.caret.At); i > 0 {
		m.caret.At = spots[i-1].End
		return true
	}
	if n > 0 {
		spots = units[n-1].spots()
		m.caret.At = spots[len(spots)-1].End
		return true
	}
	for s := section - 1; s >= 0; s-- {
		if m.editable(s) {
			m.Place(Caret{s, len(m.text(s))})
			return true
		}
	}
	return false
}

// After sets the caret at the start of the next spot; ok is false at the end.
func (m *Model) After() bool {
	section, n, _ := m.Block()
	units := m.units(m.text(section))
	spots := units[n].spots()
	if i := spotNear(spots, m.caret.At); i+1 < len(spots) {
		m.caret.At = spots[i+1].Start
		return true
	}
	if n+1 < len(units) {
		m.caret.At = units[n+1].spots()[0].Start
		return true
	}
	for s := section + 1; s < len(m.state.Document().Sections); s++ {
		if m.editable(s) {
			m.Place(Caret{s, 0})
			return true
		}
	}
	return false
}

// ToStart and ToEnd set the caret at the two ends of the document.
func (m *Model) ToStart() {
	if doc := m.state.Document(); doc != nil {
		for s := range doc.Sections {
			if m.editable(s) {
				m.Place(Caret{s, 0})
				return
			}
		}
	}
}

func (m *Model) ToEnd() {
	if doc := m.state.Document(); doc != nil {
		for s := len(doc.Sections) - 1; s >= 0; s-- {
			if m.editable(s) {
				m.Place(Caret{s, len(m.text(s))})
				return
			}
		}
	}
}
