package parts

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"yttra/i18n"
)

func namesOf(es []fileEntry) []string {
	var out []string
	for _, e := range es {
		out = append(out, e.Name)
	}
	return out
}

func entriesOf(names ...string) []fileEntry {
	var out []fileEntry
	for _, n := range names {
		name, folder := strings.CutSuffix(n, "/")
		out = append(out, newFileEntry(name, folder))
	}
	sortFiles(out)
	return out
}

func TestFilesStandAsASwedishReaderLooks(t *testing.T) {
	for name, c := range map[string]struct{ in, want []string }{
		"å ä ö last":         {[]string{"örn", "zebra", "ägg", "ål", "apa"}, []string{"apa", "zebra", "ål", "ägg", "örn"}},
		"large and small":    {[]string{"b", "A", "C", "a1"}, []string{"A", "a1", "b", "C"}},
		"folders first":      {[]string{"a.txt", "z/", "Ö/"}, []string{"z", "Ö", "a.txt"}},
		"numbers":            {[]string{"Bilaga 10", "Bilaga 2", "Bilaga 02", "Bilaga"}, []string{"Bilaga", "Bilaga 02", "Bilaga 2", "Bilaga 10"}},
		"accents":            {[]string{"idf", "idé", "idb"}, []string{"idb", "idé", "idf"}},
		"braces before å":    {[]string{"å", "{x}", "ö"}, []string{"{x}", "å", "ö"}},
		"odd bytes are kept": {[]string{"b\xff", "a"}, []string{"a", "b\xff"}},
	} {
		if got := namesOf(entriesOf(c.in...)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestShownNames(t *testing.T) {
	for in, want := range map[string]string{"Räksmörgås.pdf": "Räksmörgås.pdf", "b\xffc": "b\ufffdc", "a\nb": "a\ufffdb", "a\u202eb": "a\ufffdb", "a b": "a b"} {
		if got := shownName(in); got != want {
			t.Errorf("%q: %q", in, got)
		}
	}
}

func TestSizes(t *testing.T) {
	w, err := i18n.New("sv")
	if err != nil {
		t.Fatal(err)
	}
	for in, want := range map[int64]string{-1: "", 0: "0 byte", 999: "999 byte", 1000: "1 kB", 1001: "2 kB", 1_250_000: "1,2 MB", 42_000_000: "42,0 MB", 250_000_000: "250 MB", 3_400_000_000: "3,4 GB"} {
		if got := strings.ReplaceAll(sizeText(w, in), "\u00a0", " "); got != want {
			t.Errorf("%d: %q, want %q", in, got, want)
		}
	}
	if dayText(time.Time{}) != "" || dayText(time.Date(2026, 4, 5, 1, 2, 3, 0, time.UTC)) != "2026-04-05" {
		t.Error("days")
	}
}

func TestWhichRowsAreShown(t *testing.T) {
	all := entriesOf("Mapp/", ".git/", "a.txt", "B.TXT", "c.pdf", ".dold.txt")
	for name, c := range map[string]struct {
		o     FileOptions
		any   bool
		typed string
		want  []string
	}{
		"of the kind":    {FileOptions{Endings: []string{".txt"}}, false, "", []string{"Mapp", "a.txt", "B.TXT"}},
		"all files":      {FileOptions{Endings: []string{".txt"}}, true, "", []string{"Mapp", "a.txt", "B.TXT", "c.pdf"}},
		"no endings":     {FileOptions{}, false, "", []string{"Mapp", "a.txt", "B.TXT", "c.pdf"}},
		"folders only":   {FileOptions{Folder: true}, false, "", []string{"Mapp"}},
		"hidden, dotted": {FileOptions{Endings: []string{".txt"}}, false, ".", []string{".git", "Mapp", ".dold.txt", "a.txt", "B.TXT"}},
	} {
		m := newFileModel(c.o, "/home/maj")
		m.any, m.typed = c.any, c.typed
		m.take("/x", all, "")
		if got := namesOf(m.rows); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestTypingADotShowsWhatIsHidden(t *testing.T) {
	m := newFileModel(FileOptions{}, "/home/maj")
	m.take("/x", entriesOf(".profil", "a"), "")
	m.write(".pr")
	if m.chosen() != ".profil" {
		t.Errorf("%q of %q", m.chosen(), namesOf(m.rows))
	}
	m.write("")
	if len(m.rows) != 1 || m.at != -1 {
		t.Errorf("%q, row %d", namesOf(m.rows), m.at)
	}
}

func TestTargets(t *testing.T) {
	for typed, want := range map[string]string{
		"": "", "a.txt": "/d/k/a.txt", " a.txt ": "/d/k/a.txt", "/tmp/x": "/tmp/x", "~": "/home/maj", "~/Dok/a": "/home/maj/Dok/a", "~/Dok/": "/home/maj/Dok/",
		"..": "/d", "../z/": "/d/z/", `"/tmp/med mellanslag"`: "/tmp/med mellanslag", "file:///tmp/x": "/tmp/x", "~maj": "/d/k/~maj", "/": "/",
	} {
		m := newFileModel(FileOptions{}, "/home/maj")
		m.take("/d/k", nil, "")
		m.write(typed)
		if got := m.target(); got != want {
			t.Errorf("%q: %q, want %q", typed, got, want)
		}
	}
	m := newFileModel(FileOptions{}, "/h")
	m.take("/d", entriesOf("odd\xffname.txt"), "")
	m.choose(0)
	if m.target() != "/d/odd\xffname.txt" {
		t.Errorf("a name with odd bytes means %q", m.target())
	}
}

func TestSavingKeepsTheNameWhenAFolderIsChosen(t *testing.T) {
	m := newFileModel(FileOptions{Save: true, Name: "yttrande.pdf", Endings: []string{".pdf"}}, "/h")
	m.take("/d", entriesOf("Mapp/", "gammalt.pdf"), "")
	if m.choose(0); m.target() != "/d/yttrande.pdf" {
		t.Errorf("%q", m.target())
	}
	if m.choose(1); m.target() != "/d/gammalt.pdf" {
		t.Errorf("%q", m.target())
	}
}

func TestSeeking(t *testing.T) {
	m := newFileModel(FileOptions{}, "/h")
	m.take("/d", entriesOf("anna", "bo", "britt", "Ås", "ärende"), "")
	now := time.Unix(100, 0)
	for _, c := range []struct {
		r    rune
		wait time.Duration
		want string
	}{{'b', 0, "bo"}, {'r', time.Second / 4, "britt"}, {'b', 2 * time.Second, "bo"}, {'b', time.Second / 4, "britt"}, {'å', 2 * time.Second, "Ås"}, {'x', 2 * time.Second, "Ås"}} {
		now = now.Add(c.wait)
		if i := m.seek(c.r, now); i >= 0 {
			m.choose(i)
		}
		if m.chosen() != c.want {
			t.Fatalf("%c: %q, want %q", c.r, m.chosen(), c.want)
		}
	}
	m.take("/d", nil, "")
	if m.seek('a', now) != -1 {
		t.Error("a row in an empty folder")
	}
}

func TestCrumbsAndParent(t *testing.T) {
	m := newFileModel(FileOptions{}, "/h")
	m.take("/home/maj/Dok", nil, "")
	var got []string
	for _, c := range m.crumbs() {
		got = append(got, c.Name+" "+c.Path)
	}
	if want := []string{"/ /", "home /home", "maj /home/maj", "Dok /home/maj/Dok"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if m.parent() != "/home/maj" {
		t.Error(m.parent())
	}
	if m.take("/", nil, ""); m.parent() != "" || len(m.crumbs()) != 1 {
		t.Errorf("%q %v", m.parent(), m.crumbs())
	}
}

func TestJudging(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a.txt", "b.pdf"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.MkdirAll(filepath.Join(dir, "under.pdf"), 0o700); err != nil {
		t.Fatal(err)
	}
	open, save, folder := FileOptions{Endings: []string{".txt"}}, FileOptions{Save: true, Endings: []string{".pdf"}}, FileOptions{Folder: true}
	for name, c := range map[string]struct {
		o     FileOptions
		path  string
		whole bool
		want  verdict
	}{
		"a file":                   {open, "a.txt", false, verdict{Do: isChosen, Path: "a.txt"}},
		"without its ending":       {open, "a", false, verdict{Do: isChosen, Path: "a.txt"}},
		"a folder":                 {open, "under.pdf", true, verdict{Do: isFolder, Path: "under.pdf"}},
		"no file":                  {open, "x", false, verdict{Fault: "files.no_file"}},
		"into a file":              {open, "a.txt/", false, verdict{Fault: "files.no_folder"}},
		"under a file":             {open, "a.txt/x", false, verdict{Fault: "files.unread"}},
		"new":                      {save, "c", false, verdict{Do: isChosen, Path: "c.pdf"}},
		"new, day in its name":     {save, "c 2026.11.22", false, verdict{Do: isChosen, Path: "c 2026.11.22.pdf"}},
		"there":                    {save, "b.pdf", false, verdict{Do: isThere, Path: "b.pdf"}},
		"there, without ending":    {save, "b", false, verdict{Do: isThere, Path: "b.pdf"}},
		"a folder has the name":    {save, "under", false, verdict{Fault: "files.is_folder"}},
		"in no folder":             {save, "x/c.pdf", false, verdict{Fault: "files.gone"}},
		"too long":                 {save, strings.Repeat("å", 127), false, verdict{Fault: "files.long_name"}},
		"choose the folder":        {folder, "under.pdf", true, verdict{Do: isChosen, Path: "under.pdf"}},
		"go into the folder":       {folder, "under.pdf", false, verdict{Do: isFolder, Path: "under.pdf"}},
		"a file for a folder":      {folder, "a.txt", true, verdict{Fault: "files.no_folder"}},
		"a folder that is no more": {folder, "x", true, verdict{Fault: "files.gone"}},
	} {
		got := judge(c.o, dir+"/"+c.path, c.whole, true)
		if c.want.Path != "" {
			c.want.Path = filepath.Join(dir, c.want.Path)
		}
		if got != c.want {
			t.Errorf("%s: %+v, want %+v", name, got, c.want)
		}
	}
}

func TestEndingsOfFilesToWrite(t *testing.T) {
	o := FileOptions{Save: true, Endings: []string{".pdf"}}
	for in, want := range map[string]string{"/a/b": "/a/b.pdf", "/a/b.PDF": "/a/b.PDF", "/a.x/b": "/a.x/b.pdf", "/a/b.v2": "/a/b.v2.pdf"} {
		if got := WithEnding(o, in); got != want {
			t.Errorf("%s: %s", in, got)
		}
	}
	o.Save = false
	if WithEnding(o, "/a/b") != "/a/b" || WithEnding(FileOptions{Save: true}, "/a/b") != "/a/b" {
		t.Error("a file to read, or of any kind, got an ending")
	}
}

func TestReadingFolders(t *testing.T) {
	dir := t.TempDir()
	if err := os.MkdirAll(filepath.Join(dir, "Mapp"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(dir, "odd\xff.txt"), []byte("hej"), 0o600); err != nil {
		t.Skip("names here are letters only")
	}
	if err := os.Symlink(filepath.Join(dir, "Mapp"), filepath.Join(dir, "länk")); err != nil {
		t.Fatal(err)
	}
	got, all, err := readFolder(filepath.Join(dir, "x", "y"), true)
	if err != nil || got != dir || !slices.Equal(namesOf(all), []string{"Mapp", "länk", "odd\xff.txt"}) {
		t.Errorf("%s %q %v", got, namesOf(all), err)
	}
	all = addFacts(dir, all)
	if !all[0].Folder || all[0].Name != "länk" || all[2].Size != 3 || all[2].Day.IsZero() || all[1].Size != -1 {
		t.Errorf("%+v", all)
	}
	if _, _, err := readFolder(filepath.Join(dir, "x"), false); faultOf(err) != "files.gone" {
		t.Errorf("a folder that is gone: %v", err)
	}
	for name, want := range map[string]string{"Mapp": "files.name_taken", "": "files.bad_name", "..": "files.bad_name", "a/b": "files.bad_name", "Ny": ""} {
		if _, fault := makeFolder(dir, name); fault != want {
			t.Errorf("%q: %q, want %q", name, fault, want)
		}
	}
	if _, fault := makeFolder(filepath.Join(dir, "x"), "y"); fault != "files.not_made" {
		t.Errorf("in no folder: %q", fault)
	}
}

func TestFaultsOfFolders(t *testing.T) {
	for want, err := range map[string]error{"files.gone": fs.ErrNotExist, "files.closed": &fs.PathError{Op: "open", Path: "/x", Err: fs.ErrPermission}, "files.unread": errors.New("odd"), "files.slow": os.ErrDeadlineExceeded} {
		if got := faultOf(err); got != want {
			t.Errorf("%v: %s, want %s", err, got, want)
		}
	}
}

func TestPlaces(t *testing.T) {
	home := t.TempDir()
	for _, d := range []string{"Dokument", "Skrivbord", "Annat"} {
		if err := os.Mkdir(filepath.Join(home, d), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	var words []string
	for _, p := range filePlaces(home, filepath.Join(home, "Annat")) {
		if !strings.HasPrefix(p.Path, "/m") {
			words = append(words, p.Word)
		}
	}
	if want := []string{"files.home", "files.documents", "files.desktop", "", "files.computer"}; !slices.Equal(words, want) {
		t.Errorf("%q", words)
	}
	dirs := userDirs("# a\nXDG_DOCUMENTS_DIR=\"$HOME/Mina dokument\"\nXDG_DESKTOP_DIR=\"$HOME/\"\nXDG_DOWNLOAD_DIR=\"/srv/ned\"\nX=1\n", "/h")
	if len(dirs) != 2 || dirs["DOCUMENTS"] != "/h/Mina dokument" || dirs["DOWNLOAD"] != "/srv/ned" {
		t.Errorf("%v", dirs)
	}
	got := mounted("/dev/sda1 / ext4 rw 0 0\nx /run/media/maj/USB\\040minne vfat rw 0 0\ny /mnt/g cifs rw 0 0\nz /mntx a b\n\nshort\nw /media/bad\\09 a b\n")
	if !slices.Equal(got, []string{"/media/bad\\09", "/mnt/g", "/run/media/maj/USB minne"}) {
		t.Errorf("%q", got)
	}
}

func TestManyFilesAreSortedAndSiftedSoon(t *testing.T) {
	var all []fileEntry
	for i := range 50_000 {
		all = append(all, newFileEntry("Handling "+strconv.Itoa((i*7919)%50_000)+".pdf", i%100 == 0))
	}
	begun := time.Now()
	sortFiles(all)
	m := newFileModel(FileOptions{Endings: []string{".pdf"}}, "/h")
	m.take("/d", all, "Handling 49999.pdf")
	if m.at != len(m.rows)-1 || len(m.rows) != 50_000 {
		t.Errorf("row %d of %d", m.at, len(m.rows))
	}
	if took := time.Since(begun); took > 2*time.Second {
		t.Errorf("50,000 files took %v", took)
	}
}
