// Package assess is the screen Pröva: every criterion that applies, how the
// document answers it, and the clerk's own judgement.
//
// It never judges anything itself.
package assess
