package tagging

import "bytes"

// Untagged takes away from a finished file all that makes it readable by ear and
// says what it is, and leaves the pages: what a pen would have written that packs
// as well.
func Untagged(pdf []byte) ([]byte, error) {
	f, err := load(pdf, Promise{})
	if err != nil {
		return nil, err
	}
	cat := f.dict(f.trailer.get("Root"))
	for _, k := range []name{"StructTreeRoot", "MarkInfo", "Metadata", "Lang", "ViewerPreferences"} {
		cat.drop(k)
	}
	pages, err := f.pages()
	if err != nil {
		return nil, err
	}
	for _, p := range pages {
		d := f.dict(p)
		d.drop("StructParents")
		d.drop("Tabs")
		for _, a := range f.array(d.get("Annots")) {
			f.dict(a).drop("StructParent")
			f.dict(a).drop("Contents")
		}
		s := f.stream(d.get("Contents"))
		content, err := s.plain()
		if err != nil {
			return nil, err
		}
		bare, done := bytes.Buffer{}, 0
		err = scan(content, func(o operation) error {
			if o.op == "BDC" || o.op == "EMC" {
				bare.Write(content[done:o.from])
				done = o.to
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
		bare.Write(content[done:])
		s.pack(bare.Bytes())
	}
	return f.bytes()
}
