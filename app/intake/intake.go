// Package intake turns what a paper says (package reading) into a proposal for a
// matter: its title, movers, claims, case references and dates, each with the place
// in the text it was taken from and whether it is sure.
//
// It knows how Swedish municipal papers are laid out. It never decides: a clerk
// reads the proposal beside the paper and mends it. It never reads or writes a file,
// never keeps anything, and bad input gives an error, never a panic.
package intake
