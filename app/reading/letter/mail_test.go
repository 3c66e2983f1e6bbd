package letter

import (
	"context"
	"encoding/base64"
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/reading"
)

func mailText(t *testing.T, in string) reading.Text {
	t.Helper()
	got, err := Mail(context.Background(), []byte(in))
	if err != nil {
		t.Fatal(err)
	}
	return got
}

const mailHead = "From: =?iso-8859-1?Q?=C5sa_=D6st?= <asa.ost@example.org>\r\nTo: kommun@example.org\r\nDate: Mon, 4 May 2026 09:30:00 +0200\r\n" +
	"Subject: =?utf-8?B?" + "TW90aW9uIG9tIGLDpG5rYXI=" + "?=\r\nMIME-Version: 1.0\r\n"

const mailTop = "Från: Åsa Öst <asa.ost@example.org>\nTill: kommun@example.org\nDatum: 2026-05-04 09:30\nÄmne: Motion om bänkar\n\n"

func TestMail(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"plain":          {"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\nHej!\r\n\r\nHär är den.\r\n", "Hej!\n\nHär är den.\n"},
		"no type":        {"\nHej\xe5\n", "Hejå\n"},
		"quoted":         {"Content-Type: text/plain; charset=ISO-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nH=E4r =\n=E4r den =3D\nS=c3=f\n", "Här är den =\nSÃ=f\n"},
		"base64":         {"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n" + base64.StdEncoding.EncodeToString([]byte("Här är den")) + "\n", "Här är den\n"},
		"wrong charset":  {"Content-Type: text/plain; charset=iso-8859-1\n\nHär\n", "Här\n"},
		"no charset":     {"Content-Type: text/plain; charset=okänd\n\nHär\n", "Här\n"},
		"flowed":         {"Content-Type: text/plain; charset=utf-8; format=flowed\n\nEn lång \nrad som \ngår på.\nNästa\n From stod här\n>> gammalt \n>> svar\n> nyare\n-- \nÅsa\n", "En lång rad som går på.\nNästa\nFrom stod här\n> > gammalt svar\n> nyare\n\nÅsa\n"},
		"delsp":          {"Content-Type: text/plain; format=flowed; delsp=yes\n\nkommun \nfull\n", "kommunfull\n"},
		"answer":         {"Content-Type: text/plain\n\nJa.\n\n> Ska vi?\n>> Vet ej\n", "Ja.\n\n> Ska vi?\n> > Vet ej\n"},
		"html":           {"Content-Type: text/html; charset=utf-8\n\n<p>Hej</p><ol><li>att a</ol>", "Hej\n\n1. att a\n"},
		"alternative":    {"Content-Type: multipart/alternative; boundary=x\n\nförord\n--x\nContent-Type: text/plain\n\nHej på dig\n--x\nContent-Type: text/html\n\n<p>Hej <b>på</b> dig</p>\n--x--\n", "Hej på dig\n"},
		"empty plain":    {"Content-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain\n\n\n--x\nContent-Type: text/html\n\n<p>Hej</p>\n--x--\n", "Hej\n"},
		"poor plain":     {"Content-Type: multipart/alternative; boundary=x\n\n--x\nContent-Type: text/plain\n\nSe HTML\n--x\nContent-Type: text/html\n\n<p>Hej, här kommer en motion om bänkar</p>\n--x--\n", "Hej, här kommer en motion om bänkar\n"},
		"not ended":      {"Content-Type: multipart/mixed; boundary=\"x y\"\n\n--x y\n\nEtt\n--x y\n\nTvå", "Ett\n\nTvå\n"},
		"like boundary":  {"Content-Type: multipart/mixed; boundary=x\n\n--x\n\nEtt\n--xy\nTvå\n--x--\nefterord", "Ett\n--xy\nTvå\n"},
		"from a box":     {"Content-Type: text/plain\n\nHej\n", "Hej\n"},
		"signed":         {"Content-Type: multipart/signed; boundary=x\n\n--x\n\nEtt\n--x\nContent-Type: application/pkcs7-signature; name=smime.p7s\n\nabc\n--x--\n", "Ett\n"},
		"broken in head": {"Vad är det här\nContent-Type: text/plain\n\nHej\n", "Hej\n"},
	} {
		in := mailHead + c.in
		if name == "from a box" {
			in = "From asa@example.org Mon May  4 09:30:00 2026\n" + in
		}
		if got := mailText(t, in).String; got != mailTop+c.want {
			t.Errorf("%s:\n got %q\nwant %q", name, got, mailTop+c.want)
		}
	}
}

func attached(disposition, kind, body string) string {
	return "--x\nContent-Type: " + kind + "\nContent-Disposition: " + disposition + "\nContent-Transfer-Encoding: base64\n\n" + base64.StdEncoding.EncodeToString([]byte(body)) + "\n"
}

func TestMailFiles(t *testing.T) {
	got := mailText(t, mailHead+"Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nSe bifogad fil\n"+
		attached(`attachment; filename="=?utf-8?Q?Motion_om_b=C3=A4nkar.pdf?="`, "application/pdf", "%PDF-1.7")+
		attached(`attachment; filename*=utf-8''Bil%C3%A5ga.docx`, "application/octet-stream", "PK")+
		attached(`attachment; filename="../../etc/passwd"`, "application/octet-stream", "x")+
		attached(`attachment; filename="C:\\Windows\\con.txt"`, "text/plain", "x")+
		attached(`attachment; filename="bilåga.DOCX"`, "application/octet-stream", "x")+
		attached(`attachment`, "application/pdf", "x")+
		attached(`inline; filename=logga.png`, "image/png", "x")+
		attached(`attachment; filename=skannad.jpg`, "image/jpeg", "x")+
		"--x\nContent-Type: message/rfc822\n\nSubject: Inre: brev/2\nFrom: a@b\n\nHej\n"+
		"--x--\n")
	var names []string
	for _, f := range got.Files {
		names = append(names, f.Name)
	}
	want := "Motion om bänkar.pdf|Bilåga.docx|passwd.bin|_con.txt|bilåga 2.DOCX|bilaga.pdf|skannad.jpg|2.eml"
	if s := strings.Join(names, "|"); s != want {
		t.Errorf("\n got %s\nwant %s", s, want)
	}
	if string(got.Files[0].Data) != "%PDF-1.7" {
		t.Errorf("%q", got.Files[0].Data)
	}
	n := 0
	for _, r := range got.Remarks {
		if r.Code == app.RemarkEmbedded {
			n++
		}
	}
	if n != len(got.Files) {
		t.Errorf("%+v", got.Remarks)
	}
}

func TestMailIsRefused(t *testing.T) {
	for in, want := range map[string]app.Code{
		"":                     app.CodeBrokenFile,
		"bara text utan huvud": app.CodeBrokenFile,
		mailHead + "Content-Type: multipart/encrypted; boundary=x\n\n--x--": app.CodeFileLocked,
		mailHead + "Content-Type: application/pkcs7-mime\n\nabc":            app.CodeFileLocked,
		"From: a\nX-Lång: " + strings.Repeat("x", mostHead):                 app.CodeBrokenFile,
	} {
		if _, err := Mail(context.Background(), []byte(in)); app.CodeOf(err) != want {
			t.Errorf("%.60q: %v", in, err)
		}
	}
	ctx, stop := context.WithCancel(context.Background())
	stop()
	if _, err := Mail(ctx, []byte(mailHead+"\nHej")); err == nil {
		t.Error("goes on after it was stopped")
	}
}

func TestIsMail(t *testing.T) {
	for in, want := range map[string]bool{mailHead: true, "From asa Mon\n" + mailHead: true, "Motion\n\nFrom: a\nTo: b": false, "From: a\n\nTo: b": false, "Från: a\nTill: b": false, "": false, "Return-Path: <a>\r\nReceived: x\r\n\ty\r\n": true} {
		if IsMail([]byte(in)) != want {
			t.Errorf("%q", in)
		}
	}
}

func TestFileName(t *testing.T) {
	for in, want := range map[string]string{
		"motion.pdf": "motion.pdf", "../../x.pdf": "x.pdf", `..\..\x.pdf`: "x.pdf", "a\x00b\nc.pdf": "abc.pdf", "": "bilaga", "..": "bilaga", "/": "bilaga", ".pdf": "pdf",
		"CON": "_CON", "com1.txt": "_com1.txt", "nul .txt": "_nul .txt", "Lpt9": "_Lpt9", "console.txt": "console.txt", "a<b>c:d|e?.txt": "a b c d e .txt", "x.pdf. . ": "x.pdf", "\u202efdp.exe": "fdp.exe",
		strings.Repeat("å", 300) + ".pdf": strings.Repeat("å", 116) + ".pdf", "\xff\xfe.pdf": "pdf",
	} {
		if got := FileName(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
