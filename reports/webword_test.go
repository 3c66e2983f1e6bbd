package reports_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"

	"yttra/app"
	"yttra/reports"
	"yttra/reports/fonts"
	"yttra/reports/tagging"
	"yttra/reports/word"
)

// inWord is the Word file of a paper; what is left in it is not looked for before.
func inWord(t testing.TB, in reports.Input) []byte {
	t.Helper()
	in.Copy = app.FullCopy
	doc, err := reports.Blocks(in)
	if err != nil {
		t.Fatal(err)
	}
	data, err := word.Write(doc, fonts.New())
	if err != nil {
		t.Fatal(err)
	}
	return data
}

func TestAWordCopyHoldsNothingThatWasRemoved(t *testing.T) {
	masked := in(t, family(), true)
	if err := reports.CleanWord(masked, inWord(t, masked)); err != nil {
		t.Error(err)
	}
	full := in(t, family(), false)
	data := inWord(t, full)
	var left *reports.LeftError
	if err := reports.CleanWord(full, data); !errors.As(err, &left) {
		t.Errorf("what was never removed is not found: %v", err)
	}
	full.Copy = app.FullCopy
	if err := reports.CleanWord(full, data); err != nil {
		t.Errorf("a full copy is looked through: %v", err)
	}
}

// What is left is found wherever it lies alone, and broken by letters of another kind.
func TestCleanWordSaysWhere(t *testing.T) {
	for name, c := range map[string]struct {
		where tagging.Where
		spoil func(*reports.Input)
	}{
		"text":       {tagging.Elsewhere, func(in *reports.Input) { in.Document.Sections[0].Text += " Mamman Lena Vikström." }},
		"runs":       {tagging.Elsewhere, func(in *reports.Input) { in.Document.Sections[0].Text += " Storg**ata**n 12." }},
		"a footnote": {tagging.Elsewhere, func(in *reports.Input) { in.Document.Sections[0].Text += "[^9]\n\n[^9]: Alva Vikström." }},
		"the head":   {tagging.Elsewhere, func(in *reports.Input) { in.Document.CaseRef = "Alva Vikström" }},
		"an address": {tagging.Address, func(in *reports.Input) {
			in.Document.Sections[0].Text += " [här](https://exempel.se/alva%20vikstr%C3%B6m)"
		}},
		"a picture's words": {tagging.Elsewhere, func(in *reports.Input) { in.Profile.Logo, in.Profile.LogoText = logo(t), "Alva Vikström" }},
	} {
		in := in(t, family(), true)
		in.Document.Sections[0].Text = "Kort."
		c.spoil(&in)
		var left *reports.LeftError
		if err := reports.CleanWord(in, inWord(t, in)); !errors.As(err, &left) || name != "the head" && left.Where != c.where || left.Words == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A file of another sort is not clean, nor one whose parts cannot be read; words in a
// part's name or in the bytes of a picture are found.
func TestCleanWordReadsEveryPart(t *testing.T) {
	in := in(t, family(), true)
	parcel := func(name, text string) []byte {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err := errors.Join(err, z.Close()); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	for name, data := range map[string][]byte{"no zip": []byte("%PDF"), "XML that is cut off": parcel("word/document.xml", "<w:p>")} {
		var left *reports.LeftError
		if err := reports.CleanWord(in, data); err == nil || errors.As(err, &left) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for want, data := range map[string][]byte{
		"Vikström": parcel("docProps/Lena Vikström.xml", "<a/>"), "Storgatan": parcel("word/media/a.png", "\x89PNG\x00Storgatan 12\x00"), "Lena": parcel("docProps/core.xml", "<a><!-- Lena Vikström --></a>"),
	} {
		var left *reports.LeftError
		if err := reports.CleanWord(in, data); !errors.As(err, &left) || !strings.Contains(left.Words, want) {
			t.Errorf("%s: %v", want, err)
		}
	}
	if err := reports.CleanWord(in, parcel("word/document.xml", "<a>Karin Vikström (S)</a>")); err != nil {
		t.Errorf("a politician: %v", err)
	}
}
