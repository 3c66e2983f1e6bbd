package letter

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/quotedprintable"
	"net/mail"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/transform"

	"yttra/app"
	"yttra/app/reading"
)

// decoded undoes how a part was packed to be sent.
func (m *letter) decoded(head mail.Header, body []byte) []byte {
	switch strings.ToLower(strings.TrimSpace(head.Get("Content-Transfer-Encoding"))) {
	case "base64":
		packed := bytes.Map(func(r rune) rune {
			if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '+' || r == '/' {
				return r
			}
			return -1
		}, body)
		out := make([]byte, base64.RawStdEncoding.DecodedLen(len(packed)))
		n, err := base64.RawStdEncoding.Decode(out, packed)
		m.cut = m.cut || err != nil
		return out[:n]
	case "quoted-printable":
		return unquoted(body)
	}
	return body
}

// unquoted undoes quoted-printable. A line that is written against the rules stands as
// it is.
func unquoted(body []byte) []byte {
	if out, err := io.ReadAll(quotedprintable.NewReader(bytes.NewReader(body))); err == nil {
		return out
	}
	var out []byte
	for line := range bytes.Lines(body) {
		if plain, err := io.ReadAll(quotedprintable.NewReader(bytes.NewReader(line))); err == nil {
			line = plain
		}
		out = append(out, line...)
	}
	return out
}

// textOf makes UTF-8 of the bytes of a text, in the charset that is told unless the bytes
// show that it is wrong.
func textOf(data []byte, label string) string {
	data = data[:min(len(data), reading.MaxBytes)]
	e, name := charset.Lookup(label)
	if e != nil && name != "utf-8" && (!utf8.Valid(data) || strings.HasPrefix(name, "iso-2022")) {
		if out, err := e.NewDecoder().Bytes(data); err == nil {
			return string(out)
		}
	}
	t, err := reading.Decode(data)
	if err != nil {
		return ""
	}
	return t.String
}

// decodeWords undoes how letters outside ASCII are written in a head (RFC 2047).
func decodeWords(s string) string {
	d := mime.WordDecoder{CharsetReader: func(label string, in io.Reader) (io.Reader, error) {
		e, _ := charset.Lookup(label)
		if e == nil {
			return in, nil
		}
		return transform.NewReader(in, e.NewDecoder()), nil
	}}
	out, err := d.DecodeHeader(s)
	if err != nil {
		out = s
	}
	if !utf8.ValidString(out) {
		out = textOf([]byte(out), "")
	}
	return strings.Join(strings.Fields(out), " ")
}

// plain reads plain words: their lines, those joined that the sender's program parted
// (RFC 3676), what is quoted of other letters as it is marked, and after "-- " the
// sender's own foot.
func (m *letter) plain(text string, params map[string]string) []words {
	flowed := strings.EqualFold(params["format"], "flowed")
	delete := strings.EqualFold(params["delsp"], "yes")
	w := words{lines: !flowed}
	var open *para // that goes on on the next line
	gap, foot := false, false
	for line := range strings.SplitSeq(strings.ReplaceAll(text, "\r\n", "\n"), "\n") {
		if m.full() {
			m.more = true
			break
		}
		quote, rest := quoted(line, flowed)
		sign := rest == "-- " || rest == "--"
		foot = foot && quote == 0 || sign && quote == 0
		if strings.TrimSpace(rest) == "" || sign {
			open, gap = nil, true
			continue
		}
		if open == nil || open.quote != quote {
			m.made++
			open = &para{kind: reading.Paragraph, gap: gap, quote: quote}
			if foot {
				open.kind = reading.Furniture
			}
			w.paras, gap = append(w.paras, open), false
		}
		soft := flowed && strings.HasSuffix(rest, " ")
		if soft && delete {
			rest = strings.TrimSuffix(rest, " ")
		}
		if open.add(rest, unchanged, ""); !soft {
			open = nil
		}
	}
	return []words{w}
}

// quoted counts the marks of quoting before a line, and takes away what the sender's
// program put before it.
func quoted(line string, flowed bool) (n int, rest string) {
	for rest = line; strings.HasPrefix(rest, ">"); n++ {
		if rest = rest[1:]; !flowed && strings.HasPrefix(rest, " >") {
			rest = rest[1:]
		}
	}
	if (n > 0 || flowed) && strings.HasPrefix(rest, " ") {
		rest = rest[1:]
	}
	return min(n, 9), rest
}

// head writes who wrote to whom, when and of what.
func (m *letter) head(h mail.Header) {
	for _, l := range []struct{ word, key string }{{"Från", "From"}, {"Till", "To"}, {"Kopia", "Cc"}, {"Datum", "Date"}, {"Ämne", "Subject"}} {
		v := h.Get(l.key)
		switch l.key {
		case "Subject":
			v = decodeWords(v)
		case "Date":
			if at, err := mail.ParseDate(v); err == nil {
				v = at.Format("2006-01-02 15:04")
			}
		default:
			v = people(v)
		}
		if v != "" {
			m.out.Begin(reading.Furniture, 0)
			m.out.Write(l.word + ": " + v)
		}
	}
	m.out.Gap()
}

// people writes a list of addresses as a person reads it.
func people(v string) string {
	list, err := mail.ParseAddressList(v)
	if err != nil || len(list) == 0 {
		return decodeWords(v)
	}
	var out []string
	for i, a := range list {
		if i == 20 {
			out = append(out, "…")
			break
		}
		s := a.Address
		if name := decodeWords(a.Name); name != "" {
			s = name + " <" + s + ">"
		}
		out = append(out, s)
	}
	return strings.Join(out, ", ")
}

// write puts the words of the letter into its text.
func (m *letter) write(all []words) {
	for _, w := range all {
		m.out.Gap()
		from := m.out.At()
		for _, p := range w.paras {
			m.out.write(p)
		}
		m.out.End()
		if w.lines {
			m.lines = append(m.lines, app.Span{Start: from, End: m.out.At()})
		}
		if w.page != nil {
			w.page.tell(&m.out, false)
		}
	}
}
