package tagging

import (
	"fmt"
	"strings"
)

// Annex is a paper that may follow ours: it has been opened and looked through.
type Annex struct {
	reader *reader
	Read   *Summary
}

// AnnexReason says why a paper cannot follow ours.
type AnnexReason string

const (
	AnnexUnreadable AnnexReason = "unreadable" // no PDF, or a broken one
	AnnexLocked     AnnexReason = "locked"     // encrypted
	AnnexUntagged   AnnexReason = "untagged"   // nothing that can be read aloud in order
	AnnexUnarchived AnnexReason = "unarchived" // it does not say that it is PDF/A
	AnnexActive     AnnexReason = "active"     // forms, scripts, layers, media, comments, files
	AnnexFonts      AnnexReason = "fonts"      // letters without a meaning, or fonts that are not in it
	AnnexColours    AnnexReason = "colours"    // colours of a printing press, or of a profile that is not ours
	AnnexTags       AnnexReason = "tags"       // its tags break a rule
)

// AnnexError is a paper that cannot follow ours.
type AnnexError struct {
	Reason AnnexReason
	Where  string // in the validator's words
}

func (e *AnnexError) Error() string { return fmt.Sprintf("annex: %s: %s", e.Reason, e.Where) }

// largestAnnex is how large a paper may be that follows ours, in bytes.
const largestAnnex = 100 << 20

// OpenAnnex looks through a paper of somebody else's. It fails with *AnnexError when
// the whole would not be readable by all or fit for the archive.
func OpenAnnex(pdf []byte) (*Annex, error) {
	if len(pdf) > largestAnnex {
		return nil, &AnnexError{AnnexUnreadable, fmt.Sprintf("%d bytes", len(pdf))}
	}
	f, err := loadForeign(pdf)
	if err != nil {
		if strings.Contains(err.Error(), ErrLocked.Error()) || strings.Contains(err.Error(), "password") || strings.Contains(err.Error(), "encrypt") {
			return nil, &AnnexError{AnnexLocked, err.Error()}
		}
		return nil, &AnnexError{AnnexUnreadable, err.Error()}
	}
	cat := f.dict(f.trailer.get("Root"))
	if f.dict(cat.get("StructTreeRoot")).get("K") == nil || fmt.Sprintf("%s", f.dict(cat.get("MarkInfo")).get("Marked")) != "true" {
		return nil, &AnnexError{AnnexUntagged, "catalog"}
	}
	if err := lively(f, cat); err != nil {
		return nil, err
	}
	r, err := hear(f, "")
	if err != nil {
		return nil, &AnnexError{AnnexFonts, err.Error()}
	}
	s, err := r.summary()
	if err != nil {
		return nil, &AnnexError{AnnexTags, err.Error()}
	}
	if !strings.Contains(strings.Join(s.Claims, " "), "PDF/A-") {
		return nil, &AnnexError{AnnexUnarchived, strings.Join(s.Claims, " ")}
	}
	for n, h := range r.heard {
		if len(h.colours) > 0 {
			return nil, &AnnexError{AnnexColours, fmt.Sprintf("page %d", n+1)}
		}
	}
	c := newChecker(r)
	c.inside(&Summary{Root: &Tag{Role: "Part", Kids: []*Tag{s.Root}}})
	for _, x := range c.faults {
		switch x.Clause {
		case "7.18.3": // the order of the tabulator is set when it is taken in
		case "7.21.7", "7.21.4.1":
			return nil, &AnnexError{AnnexFonts, x.String()}
		default:
			return nil, &AnnexError{AnnexTags, x.String()}
		}
	}
	return &Annex{r, s}, nil
}

// lively looks for what does more than lie on the page, and for colours that need
// another profile than ours.
func lively(f *file, cat *dict) error {
	names := f.dict(cat.get("Names"))
	for what, is := range map[string]bool{
		"form": len(f.array(f.dict(cat.get("AcroForm")).get("Fields"))) > 0, "script": names.get("JavaScript") != nil || scripted(f, cat),
		"layers": cat.get("OCProperties") != nil, "files": names.get("EmbeddedFiles") != nil || cat.get("AF") != nil,
	} {
		if is {
			return &AnnexError{AnnexActive, what}
		}
	}
	pages, err := f.pages()
	if err != nil {
		return &AnnexError{AnnexUnreadable, err.Error()}
	}
	for n, p := range pages {
		for _, a := range f.array(f.dict(p).get("Annots")) {
			d := f.dict(a)
			act := f.dict(d.get("A")).get("S")
			if d.get("Subtype") != name("Link") || d.get("AA") != nil || act != nil && act != name("URI") && act != name("GoTo") {
				return &AnnexError{AnnexActive, fmt.Sprintf("page %d: %v %v", n+1, d.get("Subtype"), act)}
			}
		}
	}
	for _, o := range f.objects {
		if press(f, o, 0) {
			return &AnnexError{AnnexColours, "DeviceCMYK"}
		}
	}
	return intent(f, cat)
}

// scripted tells whether something is carried out when the paper is opened, shut or
// printed: a place to begin at is none.
func scripted(f *file, cat *dict) bool {
	act := f.dict(cat.get("OpenAction")).get("S")
	return cat.get("AA") != nil || act != nil && act != name("GoTo")
}

// intent looks at the colours that the paper is made for: it will be shown in ours,
// and would change in silence when they are others.
func intent(f *file, cat *dict) error {
	for _, o := range f.array(cat.get("OutputIntents")) {
		s := f.stream(f.dict(o).get("DestOutputProfile"))
		if s == nil {
			continue
		}
		if b, err := s.plain(); err != nil || !likeSRGB(b) {
			return &AnnexError{AnnexColours, "OutputIntent"}
		}
	}
	return nil
}

// press tells whether a value names the colours of a printing press.
func press(f *file, v any, depth int) bool {
	if depth > deepest {
		return false
	}
	switch v := v.(type) {
	case name:
		return v == "DeviceCMYK"
	case array:
		for _, e := range v {
			if press(f, e, depth+1) {
				return true
			}
		}
	case *dict:
		for _, e := range v.entries {
			if press(f, e.value, depth+1) {
				return true
			}
		}
	case *stream:
		return press(f, v.dict, depth+1)
	}
	return false
}
