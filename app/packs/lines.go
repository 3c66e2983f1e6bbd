package packs

import (
	"strconv"
	"strings"

	"yttra/app"
)

// lineIndex keeps the text of a TOML file, so that a fault found long after
// reading can still point at the line of its key.
type lineIndex struct{ file, text string }

// keyLines tells on which line each key stands: "look[1].when" or "sv.title" or
// "look[1]" (the header).
type keyLines map[string]int

// lines walks the text of a TOML file. It understands what the packs use: tables,
// arrays of tables, bare keys and multi-line strings.
func (ix lineIndex) lines() keyLines {
	at := keyLines{}
	count := map[string]int{}
	table, closing := "", ""
	for n, line := range strings.Split(ix.text, "\n") {
		if closing != "" {
			if strings.Contains(line, closing) {
				closing = ""
			}
			continue
		}
		trimmed := strings.TrimSpace(line)
		if name, ok := strings.CutPrefix(trimmed, "[["); ok {
			name, _, _ = strings.Cut(name, "]]")
			name = under(strings.TrimSpace(name), count)
			table = name + "[" + strconv.Itoa(count[name]) + "]"
			count[name]++
			at.set(table, n+1)
			continue
		}
		if name, ok := strings.CutPrefix(trimmed, "["); ok && !strings.Contains(trimmed, "=") {
			name, _, _ = strings.Cut(name, "]")
			table = under(strings.TrimSpace(name), count)
			at.set(table, n+1)
			continue
		}
		key, value, ok := strings.Cut(trimmed, "=")
		if !ok || strings.HasPrefix(trimmed, "#") {
			continue
		}
		at.set(join(table, strings.Trim(strings.TrimSpace(key), `"'`)), n+1)
		closing = opened(value)
	}
	return at
}

// under names a table below an array of tables after its latest element:
// [look.replace] after the second [[look]] is "look[1].replace", and so is the first
// [[duty.cite]] after the second [[duty]] "duty[1].cite", of which there can be many.
func under(name string, count map[string]int) string {
	head, rest, ok := strings.Cut(name, ".")
	if ok && count[head] > 0 {
		return head + "[" + strconv.Itoa(count[head]-1) + "]." + rest
	}
	return name
}

func (at keyLines) set(key string, line int) {
	if _, taken := at[key]; !taken {
		at[key] = line
	}
}

// opened gives the quotes that must close a multi-line string begun in value.
func opened(value string) string {
	for _, q := range []string{`"""`, `'''`} {
		if strings.Count(value, q) == 1 {
			return q
		}
	}
	return ""
}

// fault makes the problem of a key; a missing key points at its table.
func (ix lineIndex) fault(key string, err error) *app.Problem {
	line, at := 1, ix.lines()
	for k := key; k != ""; {
		if n, ok := at[k]; ok {
			line = n
			break
		}
		cut := strings.LastIndexAny(k, ".[")
		if cut < 0 {
			break
		}
		k = k[:cut]
	}
	return placed(ix.file, line, key, err)
}

func join(table, key string) string {
	if table == "" {
		return key
	}
	return table + "." + key
}

// Fault makes the problem of a key of the rule, written "severity", "sv.title"
// or "look[1].when", with the file and line it stands on.
func (r *Rule) Fault(key string, err error) *app.Problem { return r.lines.fault(key, err) }

// Fault makes the problem of a key of the kind, with its file and line.
func (k *Kind) Fault(key string, err error) *app.Problem { return k.lines.fault(key, err) }
