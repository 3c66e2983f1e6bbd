package privacy

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The five real papers name politicians, officials and experts, speak of pupils
// with protected data as a subject, and hold one telephone number of an official.
// Nothing in them is a private person's.
func TestSources(t *testing.T) {
	dir := filepath.Join("..", "..", "..", "shared", "sources")
	for name, want := range map[string]string{"000-norrkoping-armband": "", "001-malmo-yttrande": "", "002-malmo-protokollsutdrag": "",
		"003-stockholm-tjansteutlatande": "phone", "004-helsingborg-skyddade-uppgifter": ""} {
		data, err := os.ReadFile(filepath.Join(dir, name+".txt"))
		if err != nil {
			if os.Getenv("YTTRA_DEMAND_SHARED") == "1" {
				t.Fatal(err)
			}
			t.Skip("sources: ../shared is absent")
		}
		var parts []Part
		for p := range strings.SplitSeq(string(data), "\n\n") {
			parts = append(parts, Part{Reading: Read(p)})
		}
		var got []string
		for _, hits := range Settle(parts, &Known{}) {
			for _, h := range hits {
				got = append(got, string(h.Kind))
			}
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: %q, want %q", name, s, want)
		}
	}
}
