package ocr

import (
	"strconv"
	"strings"

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
