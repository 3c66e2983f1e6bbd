package letter

import (
	"strconv"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
)

var windows1252 encoding.Encoding = charmap.Windows1252

// symbols marks a font whose letters are pictures.
var symbols encoding.Encoding = charmap.XUserDefined

// fontCharset gives what the letters of a font are stored in, by its number in the font
// table.
func fontCharset(n int, page encoding.Encoding) encoding.Encoding {
	switch n {
	case 2:
		return symbols
	case 77:
		return codePage(10000, page)
	case 0, 1, 255:
		return page
	}
	if cp, ok := map[int]int{128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258, 177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250, 254: 437}[n]; ok {
		return codePage(cp, page)
	}
	return page
}

// codePage gives an encoding by Windows' number for it; otherwise where it is unknown.
func codePage(n int, otherwise encoding.Encoding) encoding.Encoding {
	switch n {
	case 437:
		return charmap.CodePage437
	case 850:
		return charmap.CodePage850
	case 1252, 0:
		return windows1252
	case 10000:
		return charmap.Macintosh
	case 65001:
		return encoding.Nop
	}
	name := "windows-" + strconv.Itoa(n)
	switch n {
	case 932:
		name = "shift_jis"
	case 936:
		name = "gbk"
	case 949:
		name = "euc-kr"
	case 950:
		name = "big5"
	}
	if e, _ := charset.Lookup(name); e != nil {
		return e
	}
	return otherwise
}
