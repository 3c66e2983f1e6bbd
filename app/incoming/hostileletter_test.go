package incoming

import (
	"context"
	"encoding/base64"
	"strings"
	"testing"
	"time"

	"yttra/app"
)

// Letters, web pages and RTF made to do harm are answered by the process apart within the
// bounds; what each reader does with them is tested in its own room.
func TestHostileLetters(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	const n = 1_000_000
	heavy := func(mb int) []byte { return mailOf("Se bifogat", "karta.bin", strings.Repeat("x", mb<<20)) }
	r := apartForTest(t)
	for name, data := range map[string][]byte{
		"rows.html":   []byte("<table>" + strings.Repeat("<tr><td>a<td>b", n)),
		"hidden.html": []byte(strings.Repeat("<span hidden>", n) + "Motion"),
		"rows.rtf":    []byte(`{\rtf1 ` + strings.Repeat(`a\par `, n)),
		"groups.rtf":  []byte(`{\rtf1 ` + strings.Repeat(`{`, n)),
		"many.eml":    mailOf("Motion", strings.Split(strings.Repeat("../../a.txt,Motion,", 10_000), ",")[:20_000]...),
		"25 MB.eml":   heavy(25),
		"70 MB.eml":   heavy(70),
		"head.eml":    []byte("From: a@example.org\nTo: " + strings.Repeat("b", 30<<20)),
		"deep.eml":    []byte("From: a@example.org\nTo: b@example.org\n\n" + base64.StdEncoding.EncodeToString(make([]byte, 20<<20))),
	} {
		begun := time.Now()
		text, err := r.Text(context.Background(), name, data)
		d, told := time.Since(begun), "read"
		if err != nil {
			if told = string(app.CodeOf(err)); app.ProblemOf(err) == nil || app.ProblemOf(err).What == "" {
				t.Errorf("%s: no sentence with its name: %v", name, err)
			}
		}
		if most := peak(r); d > 2*r.bound+longest || most > mostMemory+30 {
			t.Errorf("%s took %v and %d MB", name, d, most)
		}
		t.Logf("%-12s %3d MB: %5d ms, %3d MB, %s, %d bytes, %d files", name, len(data)>>20, d.Milliseconds(), peak(r), told, len(text.String), len(text.Files))
	}
	if p, err := r.Read(context.Background(), "brev.eml", mailOf("Se bifogat", "motion.txt", motionText)); err != nil || len(p.Text.Files) != 1 {
		t.Errorf("after all of them: %v", err)
	}
}
