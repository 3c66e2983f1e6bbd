package reading

import (
	"strings"
	"testing"

	"yttra/app"
)

func TestBuilder(t *testing.T) {
	b := NewBuilder(app.PDF)
	page := b.Page(595, 842)
	b.Begin(Heading, 1)
	b.WriteAt("Motion om åkrar", page, Box{X: 70, Y: 70, W: 150, H: 14})
	b.Begin(Paragraph, 0)
	b.Gap()
	b.WriteAt("Första\x00 raden\n", page, Box{X: 70, Y: 100, W: 100, H: 12})
	b.WriteAt("andra", page, Box{X: 70, Y: 114, W: 50, H: 12})
	b.Remark(app.Remark{Code: app.RemarkPictures, N: 2})
	got := b.Text()
	if want := "Motion om åkrar\n\nFörsta raden andra\n"; got.String != want {
		t.Errorf("%q", got.String)
	}
	if len(got.Blocks) != 2 || got.Blocks[1].Kind != Paragraph || got.String[got.Blocks[1].Span.Start:got.Blocks[1].Span.End] != "Första raden andra" {
		t.Errorf("blocks %v", got.Blocks)
	}
	i := strings.Index(got.String, "raden andra")
	on := got.On(app.Span{Start: i, End: i + len("raden andra")})
	if len(on) != 2 || on[0].Page != 0 || on[0].Box.X <= 100 || on[0].Box.X > 140 || on[1].Box != (Box{X: 70, Y: 114, W: 50, H: 12}) {
		t.Errorf("on the page %v", on)
	}
	if got.Source(0) != 0 || got.Source(1<<20) != len(got.String) {
		t.Error("a text of a file with pages has no bytes of its own to point at")
	}
}

func TestRow(t *testing.T) {
	b := NewBuilder(app.DOCX)
	b.Begin(Cell, 1)
	b.Next(2)
	b.Write("Namn")
	b.Next(3)
	b.Write("Parti")
	b.Begin(Cell, 1)
	b.Write("Åsa")
	b.Next(2)
	b.End()
	b.Next(1)
	b.Write("ensam")
	got := b.Text()
	if want := "\tNamn\tParti\nÅsa\t\nensam\n"; got.String != want {
		t.Errorf("%q", got.String)
	}
	if len(got.Blocks) != 4 || got.Blocks[1] != (Block{Span: app.Span{Start: 6, End: 11}, Kind: Cell, Level: 3}) {
		t.Errorf("%v", got.Blocks)
	}
}

func TestBody(t *testing.T) {
	b := NewBuilder(app.DOCX)
	b.Begin(Furniture, 0)
	b.Write("Åkommun")
	b.Begin(Paragraph, 0)
	b.Write("Text")
	got := b.Text()
	if body := got.Body(); body != "        \nText\n" || len(body) != len(got.String) {
		t.Errorf("%q", body)
	}
	if p := Plain("Text\n"); p.Body() != p.String {
		t.Error("a text file has no heads of pages")
	}
}

func TestBuilderHasABound(t *testing.T) {
	b := NewBuilder(app.DOCX)
	part := strings.Repeat("åäö ", 1<<18)
	for range 20 {
		b.Write(part)
		b.Break()
	}
	got := b.Text()
	if len(got.String) > MaxBytes || len(got.Remarks) != 1 || got.Remarks[0].Code != app.RemarkCutOff {
		t.Errorf("%d bytes, %v", len(got.String), got.Remarks)
	}
}

func TestSniff(t *testing.T) {
	for in, want := range map[string]app.Format{
		"%PDF-1.7": app.PDF, "\xef\xbb\xbf\r\n%PDF-1.4": app.PDF, "{\\rtf1": app.RTF, "PK\x03\x04 word/document.xml": app.DOCX,
		"PK\x03\x04\x14\x00mimetypeapplication/vnd.oasis.opendocument.textPK": app.ODT, "PK\x03\x04 xl/": "zip", "\xd0\xcf\x11\xe0": "doc", "\xd0\xcf\x11\xe0" + string(utf16le("EncryptedPackage")): Locked, `<?xml version="1.0"?><office:document xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"`: app.ODT, "MZ är en text": app.PlainText, "Motion": app.PlainText, "": app.PlainText,
	} {
		if got := Sniff([]byte(in)); got != want {
			t.Errorf("%q is %s, want %s", in, got, want)
		}
	}
}
