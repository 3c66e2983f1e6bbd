package letter

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/mail"
	"net/textproto"
	"strings"

	"yttra/app"
	"yttra/app/reading"
)

const (
	mostHead  = 1 << 20 // bytes of a letter's head
	mostValue = 1 << 15 // bytes of one of its lines
	mostLines = 1000    // of them
	mostParts = 500     // of a letter
)

// Mail reads a letter as it is sent and saved (.eml): who wrote what to whom and when,
// the words of it, and the files that came with it, unread. It fails with
// CodeBrokenFile for what has no head, CodeFileLocked for a letter that is encrypted,
// and with the error of ctx.
func Mail(ctx context.Context, data []byte) (reading.Text, error) {
	head, body, err := headOf(data)
	if err != nil {
		return reading.Text{}, err
	}
	m := &letter{beat: beat{ctx: ctx}, names: map[string]int{}}
	m.out.Builder = reading.NewBuilder(app.Mail)
	m.head(head)
	p, err := m.part(head, body, 0)
	if err != nil {
		return reading.Text{}, err
	}
	m.write(p)
	m.tell()
	t := m.out.Text()
	t.Blocks = told(t.Blocks, m.lines)
	return t, nil
}

// IsMail tells a letter from another text by its head: at least two of the lines that
// every letter has, and none that a letter's head cannot have.
func IsMail(data []byte) bool {
	head := string(bytes.TrimPrefix(data[:min(len(data), 8192)], []byte("\xef\xbb\xbf")))
	if strings.HasPrefix(head, "From ") { // as it lay in a box of letters
		_, head, _ = strings.Cut(head, "\n")
	}
	known := 0
	for line := range strings.SplitSeq(head, "\n") {
		if line = strings.TrimSuffix(line, "\r"); line == "" {
			break
		}
		key, _, ok := strings.Cut(line, ":")
		switch {
		case line[0] == ' ' || line[0] == '\t': // the line before goes on
			continue
		case !ok || key == "" || strings.ContainsAny(key, " \t"):
			return false
		}
		switch strings.ToLower(key) {
		case "from", "to", "date", "subject", "received", "message-id", "mime-version", "return-path", "content-type", "delivered-to":
			known++
		}
	}
	return known >= 2
}

// headOf parts a letter's head from its body.
func headOf(data []byte) (mail.Header, []byte, error) {
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	if bytes.HasPrefix(data, []byte("From ")) { // as it lay in a box of letters
		_, data, _ = bytes.Cut(data, []byte("\n"))
	}
	data = bytes.TrimLeft(data, "\r\n")
	end, after := blankLine(data)
	if end > mostHead {
		return nil, nil, &app.Problem{Code: app.CodeBrokenFile, Where: "From, To, Subject", Err: fmt.Errorf("a head of %d bytes", end)}
	}
	h := headers(data[:end])
	if len(h) == 0 {
		return nil, nil, &app.Problem{Code: app.CodeBrokenFile, Where: "From, To, Subject", Err: errors.New("no head")}
	}
	return h, data[after:], nil
}

// blankLine finds the line that ends a head, and what comes after it.
func blankLine(data []byte) (end, after int) {
	for i := 0; i < len(data); {
		n := bytes.IndexByte(data[i:], '\n')
		if n < 0 {
			break
		}
		if n == 0 || n == 1 && data[i] == '\r' {
			return i, i + n + 1
		}
		i += n + 1
	}
	return len(data), len(data)
}

// headers reads the lines of a head and leaves out those that are none: net/mail refuses
// a whole letter for one of them.
func headers(data []byte) mail.Header {
	h := mail.Header{}
	key, value, n := "", []byte(nil), 0
	keep := func() {
		if key != "" {
			h[key] = append(h[key], string(value))
		}
	}
	for line := range bytes.SplitSeq(data, []byte("\n")) {
		line = bytes.TrimRight(line, "\r")
		if len(line) > 0 && (line[0] == ' ' || line[0] == '\t') {
			if len(value) < mostValue {
				value = append(append(value, ' '), bytes.TrimSpace(line[:min(len(line), mostValue)])...)
			}
			continue
		}
		k, v, ok := bytes.Cut(line, []byte(":"))
		if !ok || len(k) > 100 || bytes.ContainsAny(k, " \t") {
			continue
		}
		keep()
		if n++; n > mostLines {
			return h
		}
		key, value = textproto.CanonicalMIMEHeaderKey(string(k)), bytes.Clone(bytes.TrimSpace(v[:min(len(v), mostValue)]))
	}
	keep()
	return h
}

// letter is a letter while it is read.
type letter struct {
	beat
	out      script
	parts    int
	more     bool // parts than are read
	cut      bool // something in it is damaged or missing
	pictures int
	names    map[string]int // of the files that came with it
	lines    []app.Span     // that are lines and no paragraphs
	remarks  []app.Remark
}

// tell says what a person must know of how the letter was read.
func (m *letter) tell() {
	for _, r := range m.remarks {
		m.out.remark(r)
	}
	if m.pictures > 0 {
		m.out.remark(app.Remark{Code: app.RemarkPictures, N: m.pictures})
	}
	if m.cut || m.more {
		m.out.remark(app.Remark{Code: app.RemarkCutOff})
	}
}

// told leaves the blocks of text that was sent as lines out: where its paragraphs end is
// for somebody else to find.
func told(blocks []reading.Block, lines []app.Span) []reading.Block {
	out := blocks[:0]
	for _, b := range blocks {
		for len(lines) > 0 && lines[0].End <= b.Span.Start {
			lines = lines[1:]
		}
		if b.Kind == reading.Paragraph && len(lines) > 0 && lines[0].Start <= b.Span.Start {
			continue
		}
		out = append(out, b)
	}
	return out
}
