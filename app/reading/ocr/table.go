package ocr

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"yttra/app/reading"
)

// The columns of tesseract's table: a row for each page, block, paragraph, line and
// word; the word's own have level 5.
const (
	level = iota
	pageNumber
	block
	paragraph
	line
	word
	left
	top
	width
	height
	confidence
	text
	columns
)

// wordLevel is the level of a row that is a word.
const wordLevel = "5"

// table reads the words of tesseract's answer. point is the size of a dot in points.
func table(tsv []byte, point float32) []reading.Word {
	var out []reading.Word
	last, number := "", -1
	for row := range strings.Lines(string(tsv)) {
		c := strings.Split(strings.TrimRight(row, "\r\n"), "\t")
		if len(c) != columns || c[level] != wordLevel || strings.TrimSpace(c[text]) == "" {
			continue
		}
		if key := strings.Join(c[block:word], "."); key != last {
			last = key
			number++
		}
		sure, _ := strconv.ParseFloat(c[confidence], 32)
		out = append(out, reading.Word{Text: strings.TrimSpace(c[text]), Line: number, Confidence: int(sure),
			Box: reading.Box{X: dots(c[left]) * point, Y: dots(c[top]) * point, W: dots(c[width]) * point, H: dots(c[height]) * point}})
	}
	return out
}

func dots(s string) float32 {
	n, _ := strconv.ParseFloat(s, 32)
	return float32(n)
}

// sure is the confidence, in percent, from which a word that only one way has found is
// one, and not the dots of a line or a part of a seal.
const sure = 60

// merge adds to words those that stand where none of them does.
func merge(words, alone []reading.Word) []reading.Word {
	out, last := words, 0
	if len(words) > 0 {
		last = words[len(words)-1].Line + 1
	}
	for _, w := range alone {
		if w.Confidence < sure || letters(w.Text) < 2 || slices.ContainsFunc(words, func(o reading.Word) bool { return touch(w.Box, o.Box) }) {
			continue
		}
		w.Line += last
		out = append(out, w)
	}
	return out
}

func touch(a, b reading.Box) bool {
	return a.X < b.X+b.W && b.X < a.X+a.W && a.Y < b.Y+b.H && b.Y < a.Y+a.H
}

// letters counts the letters and digits of a word.
func letters(s string) (n int) {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}
