// Package costs is the screen Kostnad: the cost lines as a grid with one live
// cell, the sums docked beneath, and what the purchase leads to beside them.
//
// It never sums anything itself.
package costs
