package markup

import "strings"

// Literal writes a line so that it is read as it stands: where a letter of it would be
// a mark, all that could be one get a backslash.
func Literal(line string) string {
	if strings.TrimSuffix(Plain(line), "\n") == line && len(Fields(line)) == 0 {
		return line
	}
	var b strings.Builder
	for i := 0; i < len(line); i++ {
		if strings.IndexByte(`\*[]|#><`, line[i]) >= 0 || i == leading(line) {
			b.WriteByte('\\')
		}
		b.WriteByte(line[i])
	}
	return b.String()
}

// leading is where the mark ends with which a line begins a list: of "1." the full stop,
// of "a)" the bracket, of "-" itself; -1: there is none.
func leading(line string) int {
	n := 0
	for n < len(line) && line[n] >= '0' && line[n] <= '9' {
		n++
	}
	if n == 0 && len(line) > 1 && (line[0]|0x20 >= 'a' && line[0]|0x20 <= 'z') {
		n = 1
	}
	switch {
	case n > 0 && n < min(10, len(line)) && (line[n] == '.' || line[n] == ')'):
		return n
	case n == 0 && line != "" && (line[0] == '-' || line[0] == '+'):
		return 0
	}
	return -1
}
