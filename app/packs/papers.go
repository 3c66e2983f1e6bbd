package packs

import "strings"

// Papers reads what the paper of a document is made from: its kind, or with none named
// all kinds, how decisions are worded and, with costs, what is known of buying and of what things cost. The
// rules that a paper is checked by are left out, and so is what is only proposed
// while it is written; reading them takes most of the time that a paper does. The
// version is that of all the files.
func Papers(kind string, costs bool) (*Packs, error) {
	return load(func(name string) bool {
		switch folder, file, _ := strings.Cut(name, "/"); folder {
		case "kinds":
			return kind == "" || file == kind+".toml" // each is called by its identity
		case "criteria", "form", "language", "personal", "propose.toml", "waive.toml", "headings.toml", "economy.toml", "quote.toml":
			return false
		case "thresholds", "procurement.toml", "lifecycle.toml", "exposure.toml":
			return costs
		}
		return true
	})
}
