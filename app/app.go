// Package app holds the nouns of the house: a matter with its motion, claims and
// documents, what a check found in them, what they cost, and the contract of the
// place where they are kept.
//
// It knows the words and the rules that belong to one word alone (a date is ISO,
// money is whole ören, a motion has a year). It never reads a file, never draws,
// and imports nothing but the standard library, so that every other room can
// speak of the same things.
package app
