package spelling_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"yttra/app"
	"yttra/app/spelling"
)

// A small dictionary in which every kind of line has something to do.
const (
	smallAff = `SET UTF-8
TRY aerndtislogmkpbhfjuvåäö
NOSUGGEST !
FORBIDDENWORD %
NEEDAFFIX n
KEEPCASE k
ONLYINCOMPOUND Z
COMPOUNDMIN 2
COMPOUNDBEGIN X
COMPOUNDMIDDLE U
COMPOUNDEND Y
COMPOUNDPERMITFLAG W
FORCEUCASE c
CHECKCOMPOUNDDUP
CHECKCOMPOUNDTRIPLE
SIMPLIFIEDTRIPLE
CHECKCOMPOUNDREP
NOSPLITSUGS
BREAK 2
BREAK -
BREAK :
COMPOUNDRULE 2
COMPOUNDRULE 4?2*6
COMPOUNDRULE 47
REP 2
REP ch stg
REP ^iår$ i_år
SFX A Y 2
SFX A 0 s [^s]
SFX A 0 es s
SFX D Y 2
SFX D 0 en [^ae]
SFX D a an a
SFX F Y 1
SFX F a s/WXUZ a
SFX F 0 s/WXUZ [^a]
SFX G Y 1
SFX G 0 na/A en
PFX O Y 1
PFX O 0 o .
# en anmärkning
ORDCHARS åäö
`
	smallDic = `40
nämnd/ADFXUYO
skola/ADFXY
fråga/ADFXY
fall/ADXY
lucka/ADXY
barn/AFXYU
kommun/AFGDXUY
Åsa/A
eID/k
tjugo/4
hundra/4
ett/2
två/2
tre/6
tionde/7A
kär/n
förbannat/!
barnsfall/%
styrelse/AXY
Sverige/AcY
i
år/A
påstgående
ad hoc
`
)

func small(t testing.TB) *spelling.Dictionary {
	t.Helper()
	d, err := spelling.Read([]byte(smallAff), []byte(smallDic))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestKnows(t *testing.T) {
	d := small(t)
	for word, want := range map[string]bool{
		"nämnd": true, "nämnds": true, "nämnden": true, "Nämnden": true, "NÄMNDEN": true, "nÄmnd": false, "nämndet": false,
		"skola": true, "skolan": true, "skolaan": false, "onämnd": true, "onämnden": true, "oskola": false,
		"kommunen": true, "kommunenna": false, // a suffix after another only where it says so
		"nämndsfråga": true, "nämndsfrågan": true, "nämndsfrågas": true, "barnsnämndsfråga": true, "nämndsfrågna": false,
		"skolsfråga": true, "nämnds-": false, "skol": false, "frågafråga": false, // twice the same
		"falllucka": false, "fallucka": true, // three of the same letter are written as two
		"barnsfall": false, "Barnsfall": false, // forbidden
		"kär": false, "kärs": false, // needs an affix that it has not
		"Åsa": true, "åsa": false, "Åsas": true, "ÅSA": true, "eID": true, "EID": false,
		"tjugotre": true, "tjugoett": false, "tjugoetttre": true, "hundratre": true, "tjugotionde": true, "tjugotiondes": true, "trehundra": false,
		"barn-fråga": true, "barn-frga": false, "Åsa:s": false, "nämnd:fråga": true,
		"": true, "12": true, "–": true, "§": true, "adhoc": false,
		"nämndSverige": false,
	} {
		if got := d.Knows(word); got != want {
			t.Errorf("%q: %v", word, got)
		}
	}
	if !d.Knows(strings.Repeat("å", 200)) || !d.Knows("\xff\xfe") {
		t.Error("what cannot be looked up is not wrong")
	}
}

func TestBegins(t *testing.T) {
	d := small(t)
	for word, want := range map[string]bool{"nämnds": true, "Nämnds": true, "barnsnämnds": true, "skola": true, "skolan": false, "xyz": false, "Åsa": false} {
		if got := d.Begins(word); got != want {
			t.Errorf("%q: %v", word, got)
		}
	}
}

func TestPrefixAndSuffixTogether(t *testing.T) {
	d, err := spelling.Read([]byte("SET UTF-8\nFLAG num\nPFX 1 Y 1\nPFX 1 0 o .\nPFX 2 N 1\nPFX 2 0 re .\nSFX 3 Y 2\nSFX 3 0 s/4 .\nSFX 3 a or .\nSFX 4 Y 1\nSFX 4 0 a .\n"),
		[]byte("2\nkänd/1,3\nval/2,3\n"))
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string]bool{"okänd": true, "kända": false, "okänds": true, "kändsa": true, "reval": true, "vals": true, "revals": false, "okändsa": true} {
		if got := d.Knows(word); got != want {
			t.Errorf("%q: %v", word, got)
		}
	}
}

func TestOtherEncodingsAndAliases(t *testing.T) {
	latin := func(s string) []byte {
		var b []byte
		for _, r := range s {
			b = append(b, byte(r))
		}
		return b
	}
	d, err := spelling.Read(latin("SET ISO8859-1\nAF 1\nAF A\nSFX A Y 1\nSFX A 0 öre .\n"), latin("1\nå/1\r\n"))
	if err != nil || !d.Knows("åöre") || d.Knows("åre") {
		t.Errorf("%v", err)
	}
	d, err = spelling.Read([]byte("SET UTF-8\nFLAG UTF-8\nSFX å Y 1\nSFX å 0 n .\nCOMPOUNDFLAG ä\nCOMPOUNDMIN 1\n"), []byte("\ufeff1\nö/åä\n"))
	if err != nil || !d.Knows("ön") || !d.Knows("öö") || d.Knows("nö") {
		t.Errorf("%v", err)
	}
	d, err = spelling.Read([]byte("SET UTF-8\nFLAG long\nSFX aa Y 1\nSFX aa 0 n .\nCOMPOUNDRULE 1\nCOMPOUNDRULE (bb)(cc)?\n"), []byte("2\nö/aabb\nå/cc\n"))
	if err != nil || !d.Knows("ön") || !d.Knows("öå") || d.Knows("åö") {
		t.Errorf("%v", err)
	}
}

func TestDamagedFilesSayWhere(t *testing.T) {
	for name, c := range map[string]struct{ aff, dic, where string }{
		"no words":         {"SET UTF-8\n", "0\n", "line 1"},
		"nothing":          {"", "", "line 0"},
		"no number":        {"SET UTF-8\n", "nämnd/A\n", "line 1"},
		"other encoding":   {"SET KOI8-R\n", "1\nå\n", "line 0"},
		"not UTF-8":        {"SET UTF-8\n", "1\n\xe5\n", "line 0"},
		"cut off":          {"SET UTF-8\nSFX A Y 1\nSFX A 0\n", "1\nå\n", "line 3"},
		"a bracket":        {"SET UTF-8\nSFX A Y 1\nSFX A 0 s [^a\n", "1\nå\n", "line 3"},
		"half a flag":      {"SET UTF-8\nFLAG long\n", "1\nå/abc\n", "line 2"},
		"no flag":          {"SET UTF-8\nFLAG num\nSFX å Y 1\nSFX å 0 s .\n", "1\nå\n", "line 4"},
		"a number":         {"SET UTF-8\nCOMPOUNDMIN två\n", "1\nå\n", "line 2"},
		"a replacement":    {"SET UTF-8\nREP 1\nREP a\n", "1\nå\n", "line 3"},
		"a word of a line": {"SET UTF-8\nCOMPOUNDBEGIN\n", "1\nå\n", "line 2"},
	} {
		_, err := spelling.Read([]byte(c.aff), []byte(c.dic))
		if p := app.ProblemOf(err); p == nil || p.Code != app.CodeDictionary || p.Where != c.where {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestLoad(t *testing.T) {
	write := func(aff, dic string) string {
		dir := t.TempDir()
		for end, text := range map[string]string{".aff": aff, ".dic": dic} {
			if err := os.WriteFile(filepath.Join(dir, spelling.Name+end), []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
		}
		return dir
	}
	whole, broken, empty := write(smallAff, smallDic), write(smallAff, "nämnd\n"), t.TempDir()
	if d, err := spelling.Load([]string{empty, broken, whole}); err != nil || !d.Knows("nämnden") {
		t.Errorf("%v", err)
	}
	if _, err := spelling.Load([]string{empty, broken}); app.CodeOf(err) != app.CodeDictionary || !strings.Contains(err.Error(), broken) {
		t.Errorf("%v", err)
	}
	if _, err := spelling.Load([]string{empty}); app.CodeOf(err) != app.CodeNoDictionary {
		t.Errorf("%v", err)
	}
	if err := os.Mkdir(filepath.Join(empty, spelling.Name+".aff"), 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := spelling.Load([]string{empty}); app.CodeOf(err) != app.CodeDictionary {
		t.Errorf("%v", err)
	}
}

func TestFolders(t *testing.T) {
	for system, want := range map[string]string{"linux": "/usr/share/hunspell", "darwin": filepath.Join("/home/a", "Library", "Spelling"), "windows": `C:\Program Files\LibreOffice\share\extensions\dict-sv`} {
		got := spelling.Computer{System: system, Program: "/opt/yttra", Data: "/home/a/.config/yttra", Home: "/home/a"}.Folders()
		if !slices.Contains(got, want) || got[0] != filepath.Join("/opt/yttra", "dictionaries") {
			t.Errorf("%s: %q", system, got)
		}
		if got := (spelling.Computer{System: system}).Folders(); slices.Contains(got, "") || slices.Contains(got, "dictionaries") {
			t.Errorf("%s: %q", system, got)
		}
	}
}

func read(aff, dic string) (*spelling.Dictionary, error) {
	return spelling.Read([]byte(aff), []byte(dic))
}
