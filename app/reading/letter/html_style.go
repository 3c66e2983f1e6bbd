package letter

import (
	"slices"
	"strconv"
	"strings"
)

// attributes are those of a tag that say something to a reader.
type attributes map[string]string

var read = []string{"class", "style", "hidden", "role", "start", "value", "type", "reversed", "width", "height", "src", "data", "cite", "id", "title"}

func (h *page) attributes(more bool) attributes {
	var out attributes
	for n := 0; more; n++ {
		var k, v []byte
		k, v, more = h.z.TagAttr()
		if n < 64 && slices.Contains(read, string(k)) {
			if out == nil {
				out = attributes{}
			}
			if _, twice := out[string(k)]; !twice {
				out[string(k)] = string(v)
			}
		}
	}
	return out
}

// style tells whether the tag's style has a rule, as "display:none".
func (a attributes) style(rules ...string) bool {
	for _, r := range rules {
		if _, ok := a.rule(r); ok {
			return true
		}
	}
	return false
}

// rule finds a rule of the tag's style by how it begins, and gives the rest of it.
func (a attributes) rule(begin string) (rest string, ok bool) {
	style := a["style"]
	if style == "" {
		return "", false
	}
	style = strings.ToLower(strings.Map(func(r rune) rune {
		if r == ' ' || r == '\n' || r == '\t' || r == '\r' {
			return -1
		}
		return r
	}, style[:min(len(style), 4096)]))
	for part := range strings.SplitSeq(style, ";") {
		if rest, ok := strings.CutPrefix(part, begin); ok {
			return rest, true
		}
	}
	return "", false
}

// points reads a length of a style; 12 for one that is none.
func points(v string) float64 {
	n := strings.IndexFunc(v, func(r rune) bool { return r != '.' && r != '-' && (r < '0' || r > '9') })
	if n < 0 {
		n = len(v)
	}
	f, err := strconv.ParseFloat(v[:n], 64)
	if err != nil {
		return 12
	}
	for unit, times := range map[string]float64{"in": 72, "cm": 28.35, "mm": 2.835, "px": 0.75, "em": 12, "rem": 12, "%": 0.12} {
		if strings.HasPrefix(v[n:], unit) {
			return f * times
		}
	}
	return f
}
