package app

// A level of protection says how much of a child's data must be gone from a
// paper: 1 the address, 2 the name too, 3 everything real. The levels are one
// municipality's own way of working (Helsingborgs stad), not law, so they can be
// renamed; see Profile.Levels.
const (
	NoProtection  = 0
	MaxProtection = 3
)

// ProtectionOf gives the level that holds in a matter: what the clerk chose, or
// the profile's own where children or protected data are concerned.
func (p Profile) ProtectionOf(m *Matter) int {
	switch {
	case m.Protection > NoProtection && m.Protection <= MaxProtection:
		return m.Protection
	case !m.Touches(Children) && !m.Has(Protected):
		return NoProtection
	case p.Protection > NoProtection && p.Protection < MaxProtection:
		return p.Protection
	}
	return MaxProtection
}
