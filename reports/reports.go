// Package reports makes a paper of a document: an opinion or a motion response
// as blocks with roles, and through reports/layout as placed pages.
//
// It knows what stands where on a municipal paper and the few words printed on
// every one of them (labels_sv.json). What a measure costs is printed by
// reports/estimate; here it gets its section and its number among the annexes. It
// never words a decision, never sums,
// never draws, and changes no character of the clerk's text but what Unicode
// calls the same.
package reports
