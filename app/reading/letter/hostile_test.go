package letter

import (
	"context"
	"encoding/base64"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"yttra/app"
	"yttra/app/reading"
)

type reader func(context.Context, []byte) (reading.Text, error)

// hostile are files that somebody made to do harm. Each is made here, and answered by a
// text or a sentence within time and memory.
func hostile() map[string]struct {
	read reader
	data string
} {
	out := map[string]struct {
		read reader
		data string
	}{}
	n := 200_000 // of a thing; the long form has a million
	if os.Getenv("YTTRA_LONG") != "" {
		n = 1_000_000
	}
	for name, data := range map[string]string{
		"many divisions inside each other": strings.Repeat("<div>", n) + "Motion",
		"many letters inside each other":   strings.Repeat("<b>", n) + "Motion",
		"many kinds inside each other":     strings.Repeat("<b><i><u><p>", n/4) + "Motion",
		"many tables inside each other":    strings.Repeat("<table><tr><td>", n/3) + "Motion",
		"many lists inside each other":     strings.Repeat("<ol><li>", n/2) + "Motion",
		"many hidden inside each other":    strings.Repeat("<span hidden>", n) + "Motion",
		"many ends":                        strings.Repeat("</div></p></table></b>", n/4) + "Motion",
		"many paragraphs":                  strings.Repeat("<p>a", n) + "Motion",
		"many line ends":                   "<p>Motion" + strings.Repeat("<br>", n) + "a",
		"many cells":                       "<table><tr>" + strings.Repeat("<td>a", n) + "<p>Motion",
		"many empty cells":                 "<table><tr>" + strings.Repeat("<td>", n) + "Motion",
		"many rows":                        "<table>" + strings.Repeat("<tr><td>a<td>b", n) + "Motion",
		"many changes":                     strings.Repeat("<ins>a</ins><del>b</del>", n/2) + "Motion",
		"many quotes":                      strings.Repeat("<blockquote type=cite>a", n/2) + "Motion",
		"many items that count back":       "<ol reversed>" + strings.Repeat("<li>a", n),
		"many references":                  strings.Repeat("&aring;&#x1F600;", n/2) + "Motion",
		"many attributes":                  "<p " + strings.Repeat("a=b ", n) + ">Motion",
		"an attribute of megabytes":        "<p style=\"" + strings.Repeat("display:", 2*n) + "\">Motion",
		"a number of many figures":         "<ol start=" + strings.Repeat("9", n) + "><li>Motion",
		"a comment without end":            "Motion<!--" + strings.Repeat("-", 10*n),
		"a script without end":             "Motion<script>" + strings.Repeat("</scrip", n),
		"a tag without end":                "Motion<" + strings.Repeat("a", 10*n),
		"only beginnings of tags":          "Motion" + strings.Repeat("<", 10*n),
		"many scripts":                     "Motion" + strings.Repeat("<script></script><iframe src=x></iframe>", n/4),
		"many lines of one":                "<pre>Motion" + strings.Repeat("\n", 10*n),
	} {
		out["html: "+name] = struct {
			read reader
			data string
		}{HTML, data}
	}
	for name, data := range map[string]string{
		"many groups inside each other": strings.Repeat("{", n) + "Motion",
		"many ends":                     "Motion" + strings.Repeat("}", n),
		"many paragraphs":               strings.Repeat(`a\par `, n) + "Motion",
		"many notes":                    strings.Repeat(`a{\super\chftn{\footnote b}}`, n/4) + "Motion",
		"notes inside each other":       strings.Repeat(`{\footnote a`, n/4) + "Motion",
		"boxes inside each other":       strings.Repeat(`{\*\shpinst{\shptxt a`, n/8) + "Motion",
		"many cells":                    `\pard\intbl ` + strings.Repeat(`\cell`, n) + `Motion\row`,
		"many cells inside cells":       `\pard\intbl ` + strings.Repeat(`a\nestcell\nestrow`, n/4) + `Motion\cell\row`,
		"many fonts":                    `{\fonttbl` + strings.Repeat(`{\f1\fcharset204 A;}`, n/4) + `}Motion`,
		"many fonts in turn":            `{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset128 A;}}` + strings.Repeat(`\f0 a\f1 a`, n) + `Motion`,
		"many authors":                  `{\*\revtbl` + strings.Repeat(`{Bo;}`, n) + `}Motion`,
		"many changes":                  strings.Repeat(`{\revised a}{\deleted b}`, n/2) + "Motion",
		"many letters by number":        strings.Repeat(`\u229?`, n) + "Motion",
		"numbers that are too large":    strings.Repeat(`\u99999999999999999999?\uc999999999 \bin-99999999999 `, n/10) + "Motion",
		"bytes that are not there":      `Motion\bin2147483647 `,
		"a word without end":            `Motion\` + strings.Repeat("a", 10*n),
		"a picture of megabytes":        `Motion{\pict ` + strings.Repeat("00", 10*n) + `}`,
		"many pictures":                 `Motion` + strings.Repeat(`{\object{\*\objclass x}{\pict }}`, n/8),
		"marks without end":             `{\listtext ` + strings.Repeat("1", n) + `}Motion`,
		"only backslashes":              "Motion" + strings.Repeat(`\`, 10*n),
		"half a letter":                 `Motion\'`,
	} {
		out["rtf: "+name] = struct {
			read reader
			data string
		}{RTF, `{\rtf1 ` + data}
	}
	const top = "From: a@example.org\nTo: b@example.org\nMIME-Version: 1.0\n"
	part := func(i int) string {
		return fmt.Sprintf("--x\nContent-Disposition: attachment; filename=\"../../%d.txt\"\n\nMotion\n", i)
	}
	var many, deep strings.Builder
	for i := range 10_000 {
		many.WriteString(part(i))
		fmt.Fprintf(&deep, "Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n", i, i)
	}
	for name, data := range map[string]string{
		"ten thousand files":              top + "Content-Type: multipart/mixed; boundary=x\n\n--x\n\nMotion\n" + many.String() + "--x--",
		"ten thousand inside each other":  top + deep.String() + "\nMotion",
		"a part that is its own boundary": top + "Content-Type: multipart/mixed; boundary=x\n\n" + strings.Repeat("--x\nContent-Type: multipart/mixed; boundary=x\n\n", n/10),
		"many boundaries":                 top + "Content-Type: multipart/mixed; boundary=x\n\n" + strings.Repeat("--x\n", n),
		"like many boundaries":            top + "Content-Type: multipart/mixed; boundary=" + strings.Repeat("x", 60) + "\n\n" + strings.Repeat("--"+strings.Repeat("x", 60), n/4),
		"a head of megabytes":             top + "Subject: " + strings.Repeat("a", 5*n) + "\n\nMotion",
		"a head of many lines":            top + strings.Repeat("To: a@example.org\n", 50_000) + "\nMotion",
		"a line folded many times":        top + "Subject: a\n" + strings.Repeat(" b\n", 300_000) + "\nMotion",
		"words of a head":                 top + "Subject: " + strings.Repeat("=?utf-8?q?=C3=A5?= ", 40_000) + "\n\nMotion",
		"a crowd":                         top + "Cc: " + strings.Repeat("a@example.org, ", 60_000) + "\n\nMotion",
		"parameters":                      top + "Content-Type: text/plain; " + strings.Repeat("a=b; ", 100_000) + "\n\nMotion",
		"a body of nonsense":              top + "Content-Transfer-Encoding: base64\n\n" + strings.Repeat("å=", 5*n),
		"quoted without end":              top + "Content-Transfer-Encoding: quoted-printable\n\nMotion" + strings.Repeat("=\n", 5*n),
		"quoted against the rules":        top + "Content-Transfer-Encoding: quoted-printable\n\nMotion" + strings.Repeat("=ZZ\n", n),
		"many lines":                      top + "\nMotion\n" + strings.Repeat("a\n", n),
		"lines that flow":                 top + "Content-Type: text/plain; format=flowed\n\nMotion \n" + strings.Repeat("a \n", 2*n),
		"quotes inside each other":        top + "\nMotion\n" + strings.Repeat(strings.Repeat(">", 1000)+"a\n", n/200),
		"a file of megabytes":             top + "Content-Type: multipart/mixed; boundary=x\n\n--x\n\nMotion\n--x\nContent-Disposition: attachment; filename=\"a\x00b/con.txt\"\nContent-Transfer-Encoding: base64\n\n" + base64.StdEncoding.EncodeToString(make([]byte, 30<<20)),
		"a page in it":                    top + "Content-Type: text/html\n\n" + strings.Repeat("<div>", n) + "Motion",
	} {
		out["mail: "+name] = struct {
			read reader
			data string
		}{Mail, data}
	}
	return out
}

// most is the memory that reading may add: what it reads, many times over, and no more.
const most = 240 << 20

func TestHostileFiles(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	defer debug.SetGCPercent(debug.SetGCPercent(15)) // as in the process apart
	for name, c := range hostile() {
		data := []byte(c.data)
		runtime.GC()
		before := taken()
		var peak atomic.Uint64
		stop := make(chan struct{})
		go watch(&peak, stop)
		text, d, err := timed(c.read, data)
		if d > slowest { // the computer may have had other things to do
			text, d, err = timed(c.read, data)
		}
		close(stop)
		grown := max(peak.Load(), taken(), before) - before
		told := fmt.Sprint(len(text.String), " bytes, ", len(text.Remarks), " remarks, ", len(text.Files), " files")
		if err != nil {
			if told = string(app.CodeOf(err)); app.ProblemOf(err) == nil {
				t.Errorf("%s: no sentence: %v", name, err)
			}
		}
		if d > slowest || grown > most {
			t.Errorf("%s took %v and %d MB", name, d, grown>>20)
		}
		if len(text.Remarks) > mostRemarks+10 || len(text.Files) > mostParts {
			t.Errorf("%s: %s", name, told)
		}
		t.Logf("%-42s %6d ms %4d MB of %3d MB: %s", name, d.Milliseconds(), grown>>20, len(data)>>20, told)
	}
}

// slowest is how long any of them may take: far above what a busy machine needs, for
// what grows with the square takes minutes.
const slowest = 30 * time.Second

func timed(read reader, data []byte) (reading.Text, time.Duration, error) {
	begun := time.Now()
	text, err := read(context.Background(), data)
	return text, time.Since(begun), err
}

func taken() uint64 {
	s := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(s)
	return s[0].Value.Uint64()
}

// watch keeps the most memory that is taken.
func watch(peak *atomic.Uint64, stop chan struct{}) {
	for {
		select {
		case <-stop:
			return
		case <-time.After(2 * time.Millisecond):
			if n := taken(); n > peak.Load() {
				peak.Store(n)
			}
		}
	}
}
