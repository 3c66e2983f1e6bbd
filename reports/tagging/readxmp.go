package tagging

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strings"
)

// readXMP reads the properties of a packet that Apply wrote.
func (s *Summary) readXMP(packet []byte) error {
	found, err := properties(packet)
	if err != nil {
		return err
	}
	s.Title, s.Author, s.Subject = found[nsDC+"title"], found[nsDC+"creator"], found[nsDC+"description"]
	s.Reference, s.Status = found[nsMatter+"reference"], found[nsMatter+"status"]
	s.Rules, s.Copy = found[nsMatter+"rules"], found[nsMatter+"copy"]
	s.Creator = found[nsXMP+"CreatorTool"]
	s.Date, _, _ = strings.Cut(found[nsXMP+"CreateDate"], "T")
	if part := found[nsPDFUA+"part"]; part != "" {
		s.Claims = append(s.Claims, "PDF/UA-"+part)
	}
	if part := found[nsPDFA+"part"]; part != "" {
		s.Claims = append(s.Claims, "PDF/A-"+part+strings.ToLower(found[nsPDFA+"conformance"]))
	}
	return nil
}

// properties gives the text of each property right below an rdf:Description,
// by name space and name.
func properties(packet []byte) (map[string]string, error) {
	found := map[string]string{}
	d := xml.NewDecoder(bytes.NewReader(packet))
	var path []xml.Name
	property := -1 // how deep the property lies that is being read
	for {
		t, err := d.Token()
		if errors.Is(err, io.EOF) {
			return found, nil
		}
		if err != nil {
			return nil, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if property < 0 && len(path) > 0 && path[len(path)-1] == (xml.Name{Space: nsRDF, Local: "Description"}) {
				property = len(path)
			}
			if t.Name == (xml.Name{Space: nsRDF, Local: "Description"}) {
				for _, a := range t.Attr { // the short form
					found[a.Name.Space+a.Name.Local] += a.Value
				}
			}
			path = append(path, t.Name)
		case xml.EndElement:
			path = path[:len(path)-1]
			if len(path) == property {
				property = -1
			}
		case xml.CharData:
			if property >= 0 {
				found[path[property].Space+path[property].Local] += string(t)
			}
		}
	}
}
