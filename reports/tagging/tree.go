package tagging

// Tree is what is to be said about a drawn file besides its ink.
type Tree struct {
	Root    *Node      // the Document element
	Pages   []Page     // one for each page
	Outline []Bookmark // in page order
	Fonts   []Font     // that the pages are drawn with

	Files    []File     // that ride along
	Appended []Appended // whose pages follow, by page
}

// File is an embedded file.
type File struct {
	Name string // with its ending
	Desc string // what it is
	Date string // ISO day; may be empty
	Data []byte
}

// Appended is a paper of its own whose pages and structure go into ours.
type Appended struct {
	After int   // the page of ours, from 0, that its pages follow
	Node  *Node // an element without kids of its own, for what the paper holds
	Annex *Annex
}

// Page says what was drawn on a page, in drawing order.
type Page struct {
	Marks int       // how many marked-content sequences with an MCID, from 0
	Kerns [][]int16 // for each text shown: thousandths of the size to add after each character
	Links []Link
}

// Link is an annotation to be made. Lengths are points from the page's lower
// left corner. It leads to URL or, when that is empty, to a place in the file.
type Link struct {
	Rect     [4]float64 // left, bottom, right, top
	URL      string
	ToPage   int // from 0
	ToY      float64
	Contents string // what a screen reader says; required
}

// Bookmark is a line of the outline.
type Bookmark struct {
	Title string
	Level int // 0 is the top; a level that skips one hangs below the nearest above
	Page  int // from 0
	Y     float64
	dest  array // of a paper that was appended, instead of page and height
}

// Node is a structure element (ISO 32000-1, 14.7.2).
type Node struct {
	Role    string // a standard structure type (14.8.4)
	Kids    []Kid  // in reading order
	Alt     string // required for a Figure
	ID      string // required for a Note; unique
	Scope   string // of a TH: Row, Column or Both
	List    string // ListNumbering of an L
	Summary string // of a Table
	BBox    *Box   // of a Figure
	InLine  bool   // the Figure stands in a line of text, not by itself
}

// Box is a rectangle in points: left, bottom, right, top.
type Box [4]float64

// Kid is what an element holds: another element, a mark or a link.
type Kid interface{ kid() }

// Mark is a marked-content sequence on a page (from 0).
type Mark struct{ Page, MCID int }

// Object is the nth link of a page (both from 0).
type Object struct{ Page, Link int }

func (*Node) kid()  {}
func (Mark) kid()   {}
func (Object) kid() {}

// standard lists the structure types the house uses (ISO 32000-1, 14.8.4). None
// needs a role map.
var standard = map[string]bool{
	"Document": true, "Part": true, "Sect": true, "Div": true,
	"H1": true, "H2": true, "H3": true, "H4": true, "H5": true, "H6": true,
	"P": true, "L": true, "LI": true, "Lbl": true, "LBody": true,
	"Table": true, "THead": true, "TBody": true, "TFoot": true, "TR": true, "TH": true, "TD": true,
	"Caption": true, "Figure": true, "Formula": true, "BlockQuote": true, "TOC": true, "TOCI": true,
	"Span": true, "Quote": true, "Link": true, "Reference": true, "Note": true,
}

// others are standard structure types that only papers of others have. H is left
// out: PDF/UA-1 (7.4.4) does not let it stand beside H1, H2 and H3.
var others = map[string]bool{
	"Art": true, "Index": true, "NonStruct": true, "Private": true, "BibEntry": true, "Code": true, "Annot": true,
	"Ruby": true, "RB": true, "RT": true, "RP": true, "Warichu": true, "WT": true, "WP": true,
}

func known(role string) bool { return standard[role] || others[role] }
