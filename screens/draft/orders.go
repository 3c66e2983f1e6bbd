package draft

// Fold hides or shows the guidance of a section's role, and remembers it.
func (m *Model) Fold(role string, fold bool) { m.folded[role] = fold }
