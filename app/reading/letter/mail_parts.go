package letter

import (
	"bytes"
	"mime"
	"net/mail"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"yttra/app"
	"yttra/app/reading"
)

// words are what a letter, or a part of it, says.
type words struct {
	paras []*para
	lines bool  // they are lines as they were sent, not paragraphs
	page  *page // they were written as; nil: plain text
}

// part reads a part of a letter: its words, and the files in it are kept.
func (m *letter) part(head mail.Header, body []byte, depth int) ([]words, error) {
	if err := m.ctx.Err(); err != nil {
		return nil, err
	}
	if m.parts++; m.parts > mostParts || depth > deepest/16 {
		m.more = true
		return nil, nil
	}
	kind, params := mediaType(head.Get("Content-Type"))
	if kind == "" {
		kind = "text/plain"
	}
	disposition, file := mediaType(head.Get("Content-Disposition"))
	name := file["filename"]
	if name == "" {
		name = params["name"]
	}
	name = decodeWords(name)
	switch {
	case kind == "multipart/encrypted", depth == 0 && strings.HasSuffix(kind, "pkcs7-mime"):
		return nil, &app.Problem{Code: app.CodeFileLocked}
	case strings.HasPrefix(kind, "multipart/") && params["boundary"] != "":
		return m.several(kind, params["boundary"], body, depth)
	case strings.HasSuffix(kind, "pgp-signature"), strings.HasSuffix(kind, "pkcs7-signature"):
		return nil, nil
	case disposition != "attachment" && name == "" && kind == "text/html":
		return m.web(m.decoded(head, body), params["charset"])
	case disposition != "attachment" && name == "" && strings.HasPrefix(kind, "text/") && kind != "text/calendar":
		return m.plain(textOf(m.decoded(head, body), params["charset"]), params), nil
	case strings.HasPrefix(kind, "image/") && (disposition == "inline" || disposition == "" && head.Get("Content-Id") != ""):
		m.pictures++
		return nil, nil
	}
	m.attach(name, kind, m.decoded(head, body))
	return nil, nil
}

// several reads the parts of a part.
func (m *letter) several(kind, boundary string, body []byte, depth int) ([]words, error) {
	parts, whole := split(body, boundary)
	m.cut = m.cut || !whole
	var all, best []words
	for i, p := range parts {
		if m.more {
			break
		}
		end, after := blankLine(p)
		w, err := m.part(headers(p[:min(end, mostHead)]), p[after:], depth+1)
		if err != nil {
			return nil, err
		}
		switch {
		case kind == "multipart/alternative":
			best = better(best, w)
		case kind == "multipart/signed" && i > 0:
		default:
			all = append(all, w...)
		}
	}
	return append(best, all...), nil
}

// better chooses among two ways of saying the same: plain words, unless they are far
// fewer, as where they only say that the letter cannot be shown.
func better(a, b []words) []words {
	n, o := size(a), size(b)
	switch {
	case o == 0:
		return a
	case n == 0:
		return b
	case written(a) != written(b):
		if written(a) {
			a, b, n, o = b, a, o, n
		}
		if n*2 < o {
			return b
		}
	}
	return a
}

// written tells that words are written as a web page.
func written(all []words) bool {
	return slices.ContainsFunc(all, func(w words) bool { return w.page != nil })
}

// size is how many letters words have.
func size(all []words) (n int) {
	for _, w := range all {
		for _, p := range w.paras {
			for _, r := range p.runs {
				n += len(bytes.TrimSpace(r.text))
			}
		}
	}
	return n
}

// split cuts a body at its boundary. Each part begins with its head. whole tells that the
// end was there.
func split(body []byte, boundary string) (parts [][]byte, whole bool) {
	line := []byte("--" + boundary)
	from := -1
	for at := 0; at < len(body) && len(parts) <= mostParts; {
		i := bytes.Index(body[at:], line)
		if i < 0 {
			break
		}
		i += at
		at = i + len(line)
		if i > 0 && body[i-1] != '\n' {
			continue
		}
		rest := body[at:]
		end := bytes.HasPrefix(rest, []byte("--"))
		n := bytes.IndexByte(rest, '\n')
		if n < 0 {
			n = len(rest) - 1
		}
		if after := bytes.Trim(rest[:n+1], "- \t\r\n"); len(after) > 0 { // another boundary that begins alike
			continue
		}
		if from >= 0 {
			parts = append(parts, bytes.TrimSuffix(bytes.TrimSuffix(body[from:i], []byte("\n")), []byte("\r")))
		}
		if at += n + 1; end {
			return parts, true
		}
		from = at
	}
	if from >= 0 && from < len(body) {
		parts = append(parts, body[from:])
	}
	return parts, false
}

// web reads a part that is written as a web page.
func (m *letter) web(data []byte, charset string) ([]words, error) {
	data = data[:min(len(data), reading.MaxBytes)]
	source, err := hypertext(data, "text/html; charset="+charset)
	if err != nil {
		m.cut = m.cut || app.CodeOf(err) != app.CodeEmpty
		return nil, nil
	}
	h := &page{beat: m.beat, z: html.NewTokenizer(bytes.NewReader(source))}
	if err := h.read(); err != nil {
		return nil, err
	}
	m.made = h.made
	return []words{{paras: h.paras, page: h}}, nil
}

// mediaType reads what a part is, and what is said of it, also where it is written
// against the rules.
func mediaType(v string) (kind string, params map[string]string) {
	kind, params, err := mime.ParseMediaType(v)
	if err == nil || len(params) > 0 {
		return kind, params
	}
	kind, rest, _ := strings.Cut(v, ";")
	params = map[string]string{}
	for s := range strings.SplitSeq(rest, ";") {
		if k, v, ok := strings.Cut(s, "="); ok && len(params) < 32 {
			params[strings.ToLower(strings.TrimSpace(k))] = strings.Trim(strings.TrimSpace(v), `"`)
		}
	}
	return strings.ToLower(strings.TrimSpace(kind)), params
}
