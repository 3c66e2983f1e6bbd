package desk

// KeepBound is what every edit does for the bound figures.
var KeepBound = (*Desk).keepBound
