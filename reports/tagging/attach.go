package tagging

import (
	"crypto/md5" // a fingerprint that ISO 32000-1, 7.11.4 asks for, not a seal
	"fmt"
	"path"
	"slices"
	"strings"
)

// addFiles embeds files and ties them to the document (ISO 19005-3, 6.8).
func addFiles(f *file, cat *dict, files []File, day string) {
	if len(files) == 0 {
		return
	}
	names, tied := array{}, array{}
	for i, a := range files {
		r := f.add(a.spec(f, day))
		names = append(names, text(fmt.Sprintf("%04d", i+1)), r) // in order, whatever they are called
		tied = append(tied, r)
	}
	cat.set("Names", newDict("EmbeddedFiles", f.add(newDict("Names", names))))
	cat.set("AF", tied)
}

// spec is the file specification with the file itself.
func (a File) spec(f *file, day string) *dict {
	sum := md5.Sum(a.Data)
	params := newDict("Size", len(a.Data), "CheckSum", raw(fmt.Sprintf("<%X>", sum)))
	if a.Date != "" {
		day = a.Date
	}
	if day != "" {
		params.set("ModDate", date(day))
	}
	s := &stream{dict: newDict("Type", name("EmbeddedFile"), "Subtype", name(strings.ReplaceAll(mediaType(a.Name), "/", "#2F")), "Params", params)}
	s.pack(a.Data)
	stored := f.add(s)
	spec := newDict("Type", name("Filespec"), "F", text(plainFile(a.Name)), "UF", text(a.Name), "AFRelationship", name("Unspecified"),
		"EF", newDict("F", stored, "UF", stored))
	if a.Desc != "" {
		spec.set("Desc", text(a.Desc))
	}
	return spec
}

// mediaTypes are those of files that come with municipal papers; a computer's own
// table would differ from the next one's.
var mediaTypes = map[string]string{
	".pdf": "application/pdf", ".txt": "text/plain", ".csv": "text/csv", ".html": "text/html", ".xml": "text/xml", ".json": "application/json",
	".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".doc": "application/msword",
	".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xls": "application/vnd.ms-excel",
	".pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation", ".odt": "application/vnd.oasis.opendocument.text",
	".ods": "application/vnd.oasis.opendocument.spreadsheet", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg",
	".tif": "image/tiff", ".tiff": "image/tiff", ".svg": "image/svg+xml", ".eml": "message/rfc822", ".msg": "application/vnd.ms-outlook",
	".zip": "application/zip", ".mp3": "audio/mpeg", ".mp4": "video/mp4",
}

func mediaType(file string) string {
	if t := mediaTypes[strings.ToLower(path.Ext(file))]; t != "" {
		return t
	}
	return "application/octet-stream"
}

// plainFile is a file's name for old readers: ASCII, and nothing that divides
// folders.
func plainFile(s string) string {
	return strings.Map(func(r rune) rune {
		if i := slices.Index([]rune("åäöÅÄÖéÉüÜ"), r); i >= 0 {
			return rune("aaoAAOeEuU"[i])
		}
		if r < ' ' || r > '~' || strings.ContainsRune(`/\:*?"<>|`, r) {
			return '_'
		}
		return r
	}, s)
}
