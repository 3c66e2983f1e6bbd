package word

// The lengths of the page in mm, as reports/layout has them.
const (
	edgeLeft  = 25.0 // logo, labels in the margin, wide tables
	textLeft  = 48.0
	edgeRight = 180.0
	measure   = edgeRight - textLeft
	margin    = textLeft - edgeLeft // the strip beside the text
	whole     = edgeRight - edgeLeft

	pageTop    = 30.25
	pageBottom = 297 - 269.5
	headTop    = 9.6  // of the logo, and of the first page's head
	headDrop   = 2.9  // from there to the first line of the head
	footBottom = 10.0 // below the foot's columns

	mmPerPoint = 25.4 / 72
)

// style is a named look of paragraphs. What is nought is as in the style it is based on.
type style struct {
	id, name    string // name: as Word knows a built-in style; empty: the house's own, in Swedish
	base, next  string
	sans, serif bool
	bold        bool
	size        float64 // points
	lead        float64 // mm, at least
	before      float64 // mm; the larger of it and what the paragraph above has after it is what stands
	after       float64 // mm; less than nought: none
	left, right float64 // mm
	hang        float64 // mm, the first line to the left of the others
	keep        bool    // with the next paragraph
	whole       bool    // all its lines on one page
	level       int     // of the heading; 0: none
	hidden      bool    // not among those a clerk picks from
}

// styleTable has the styles of paragraphs. Sizes and spaces are those of the house's
// own pages, where too the larger of two spaces that meet wins.
var styleTable = []style{
	{id: "Normal", name: "Normal", serif: true, size: 10.5, lead: 5.5},
	{id: "BodyText", name: "Body Text", base: "Normal", after: 2.75},
	{id: "DecisionLead", base: "BodyText", next: "BodyText", keep: true},
	{id: "Title", name: "Title", base: "Normal", next: "BodyText", serif: true, bold: true, size: 17, lead: 7.7, before: 11, after: 4.4, keep: true, whole: true, level: 1},
	{id: "ItemTitle", base: "Title", next: "BodyText", size: 15, lead: 6.875, before: 11, after: 2.75, hang: margin},
	{id: "CaseNumber", base: "Normal", next: "BodyText", sans: true, size: 9.5, lead: 4.5, after: 2.75, keep: true},
	{id: "Heading1", name: "heading 1", base: "Normal", next: "BodyText", serif: true, bold: true, size: 15, lead: 6.875, after: 4.1, keep: true, whole: true, level: 1},
	{id: "Heading2", name: "heading 2", base: "Normal", next: "BodyText", sans: true, bold: true, size: 12, lead: 5.5, before: 8.25, keep: true, whole: true, level: 2},
	{id: "Heading3", name: "heading 3", base: "Normal", next: "BodyText", sans: true, bold: true, size: 10, lead: 5.5, before: 5.5, keep: true, whole: true, level: 3},
	{id: "ListParagraph", name: "List Paragraph", base: "Normal"},
	{id: "ListContinue", name: "List Continue", base: "Normal"},
	{id: "DecisionPoint", base: "ListParagraph"},
	{id: "Quote", name: "Quote", base: "BodyText", next: "BodyText", size: 10, lead: 5, left: 7, right: 7},
	{id: "FootnoteText", name: "footnote text", base: "Normal", sans: true, size: 8.5, lead: 4.125, left: 5.5, hang: 5.5},
	{id: "Caption", name: "caption", base: "Normal", next: "BodyText", sans: true, size: 9.5, lead: 4.6, whole: true},
	{id: "TableCaption", base: "Caption", next: "BodyText", before: 5.5, after: 1.1, keep: true},
	{id: "FigureCaption", base: "Caption", next: "BodyText", size: 9, lead: 4.4, before: 2.2, after: 5.5},
	{id: "FigurePlace", base: "Normal", next: "BodyText", before: 5.5},
	{id: "TableText", base: "Normal", sans: true, size: 9.5, lead: 4.4},
	{id: "TableHead", base: "TableText", bold: true, size: 9, keep: true},
	{id: "TableSum", base: "TableText", bold: true},
	{id: "TableNote", base: "Normal", next: "BodyText", sans: true, size: 8.5, lead: 4.125, before: 1.1, after: 5.5, whole: true},
	{id: "Signature", name: "Signature", base: "Normal", next: "SignatureTitle", lead: 4.6, before: 15, keep: true},
	{id: "SignatureTitle", base: "Normal", sans: true, size: 9, lead: 4.4, after: 1.5},
	{id: "DigitalNote", base: "Normal", next: "BodyText", sans: true, size: 9, lead: 4.4, before: 5.5, after: 5.5, whole: true},
	{id: "NoticeHeading", base: "Heading2", next: "NoticeText", before: 8.25, left: 4, right: 4},
	{id: "NoticeText", base: "Normal", sans: true, size: 9.5, lead: 5.5, left: 4, right: 4, whole: true},
	{id: "Header", name: "header", base: "Normal", sans: true, size: 8.5, lead: 5.5, hidden: true},
	{id: "Footer", name: "footer", base: "Normal", sans: true, size: 8, lead: 3.9, hidden: true},
	{id: "Organisation", base: "Header", bold: true, size: 12, before: headDrop, hidden: true},
	{id: "OrganisationBody", base: "Header", size: 10, hidden: true},
	{id: "RunningHead", base: "Header", before: headDrop, after: 0.8, hidden: true},
	{id: "FootColumn", base: "Footer", hidden: true},
	{id: "FieldLabel", base: "Normal", next: "FieldValue", sans: true, size: 8, lead: 4.5, keep: true},
	{id: "FieldValue", base: "Normal", sans: true, size: 9.5, lead: 4.5},
	{id: "TOCHeading", name: "TOC Heading", base: "Normal", next: "BodyText", sans: true, bold: true, size: 12, before: 5.5, after: 2.75, keep: true},
	{id: "TOC1", name: "toc 1", base: "Normal", next: "BodyText", before: 1.375},
	{id: "TOC2", name: "toc 2", base: "Normal", next: "BodyText"},
	{id: "TOC3", name: "toc 3", base: "Normal", next: "BodyText", left: 6},
	{id: "Spacer", base: "Normal", size: 1, hidden: true},
}
