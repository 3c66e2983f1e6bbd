package markup

import "testing"

func TestLetters(t *testing.T) {
	for in, want := range map[string]string{
		"":                             "",
		"sa\u030a a\u0308r det":        "så är det",
		"e\ufb03cient \ufb01nans":      "efficient finans",
		"\ufeffin\u200bte":             "inte",
		"5\u00a0§ 1\u202f000":          "5\u00a0§ 1\u202f000",
		"a\x00b\x07c\x1bd":             "abcd",
		"rad\r\nrad\vmjuk\tflik":       "rad\r\nrad\vmjuk\tflik",
		"in\u00adtegritet":             "in\u00adtegritet",
		"\u202eבטא\u202c \u200fא":      "בטא א",
		"👩\u200d👩\u200d👧 ❤️":           "👩\u200d👩\u200d👧 ❤️",
		"a\xffb \xed\xa0\x80":          "a\ufffdb \ufffd",
		"\U000E0067 \ufff9not\ufffb k": "\U000E0067 not k",
	} {
		if got := Letters(in); got != want || Letters(got) != got {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}
