// Command search measures the search of Yttra beside SQLite's FTS5, in one process,
// on the same texts and the same questions, in turns: how long an index takes to make,
// how large it is, what a question costs and what a changed text costs.
//
//	search FILE FOLDER            FILE has a matter a line; indexes are kept in FOLDER and used again
//	search FILE FOLDER ours       makes only our index; theirs only the other
package main

import (
	"bufio"
	"bytes"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	_ "github.com/mattn/go-sqlite3"

	"yttra/app"
	"yttra/app/search"
)

// shelf reads matters from their file.
type shelf struct {
	file *os.File
	at   []int64 // where each begins, and the end
	ids  map[string]int
}

func (s *shelf) Load(id string) (*app.Matter, app.Revision, error) {
	i, ok := s.ids[id]
	if !ok {
		return nil, app.Revision{}, fmt.Errorf("no matter %s", id)
	}
	line := make([]byte, s.at[i+1]-s.at[i])
	if _, err := s.file.ReadAt(line, s.at[i]); err != nil {
		return nil, app.Revision{}, err
	}
	m := &app.Matter{}
	return m, app.Revision{}, json.Unmarshal(line, m)
}

func openShelf(path string) (*shelf, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	s := &shelf{file: f, at: []int64{0}, ids: map[string]int{}}
	r := bufio.NewReaderSize(f, 1<<20)
	for {
		line, err := r.ReadBytes('\n')
		if err != nil {
			return s, nil
		}
		_, rest, _ := bytes.Cut(line, []byte(`"id":"`))
		id, _, _ := bytes.Cut(rest, []byte(`"`))
		s.ids[string(id)] = len(s.at) - 1
		s.at = append(s.at, s.at[len(s.at)-1]+int64(len(line)))
	}
}

func (s *shelf) rows(changed string) app.Rows {
	list := make([]app.Row, len(s.ids))
	for id, i := range s.ids {
		list[i] = app.Row{ID: id, Revision: 1, Saved: time.Unix(int64(1_800_000_000-i), 0)}
		if id == changed {
			list[i].Revision = 2
		}
	}
	return app.NewRows(list)
}

// question is what is asked, of us and of FTS5.
type question struct {
	kind string
	ours search.Query
	them string // MATCH
	and  string // further condition
}

// questions are asked in the words of the texts; rare ones are taken from them.
func questions(s *shelf) []question {
	var out []question
	add := func(kind, ours, them string) { out = append(out, question{kind, search.Parse(ours), them, ""}) }
	for _, w := range []string{"nämnden", "kommunen", "beslut", "skolor", "ärendet", "kostnader"} {
		add("a common word", w, w)
	}
	var m *app.Matter
	for _, id := range []string{"MATTER00000000000000000017", "MATTER00000000000000004711", "MATTER00000000000000000999"} {
		if x, _, err := s.Load(id); err == nil {
			m = x
			long := slices.MaxFunc(strings.Fields(m.Documents[0].Sections[1].Text), func(a, b string) int { return len(a) - len(b) })
			long = strings.ToLower(strings.Trim(long, "."))
			add("a rare word", long, long)
		}
	}
	for _, w := range []string{"kommunfullmäktige", "skolskjuts", "trafikplanering"} { // letter by letter
		r := []rune(w)
		add("2 letters", string(r[:2]), string(r[:2])+"*")
		add("3 letters", string(r[:3]), string(r[:3])+"*")
		add("5 letters", string(r[:5]), string(r[:5])+"*")
		add("8 letters", string(r[:8]), string(r[:8])+"*")
	}
	for _, w := range [][2]string{{"kamera", "skola"}, {"nämnden", "kostnader"}, {"cykelväg", "budget"}, {"barnets", "avgift"}} {
		add("two words", w[0]+" "+w[1], w[0]+" AND "+w[1])
	}
	for _, w := range []string{"barnets bästa", "tekniska nämnden", "en samlad bedömning"} {
		add("a phrase", `"`+w+`"`, `"`+w+`"`)
	}
	for _, w := range []string{"nämnden", "kamera", "budget"} {
		q := search.Parse(w)
		q.Body = "Tekniska nämnden"
		out = append(out, question{"a word and a body", q, w, " AND body = 'Tekniska nämnden'"})
	}
	for _, w := range []string{"xylofonist", "kamrxa"} {
		add("nothing", w, w)
	}
	return out
}

func main() {
	log.SetFlags(0)
	if len(os.Args) < 3 {
		log.Fatal("usage: search FILE FOLDER")
	}
	s, err := openShelf(os.Args[1])
	check(err)
	folder := os.Args[2]
	n := len(s.ids)
	info, err := s.file.Stat()
	check(err)
	fmt.Printf("%d matters, %d MB of JSON\n\n", n, info.Size()>>20)

	ctx := context.Background()
	rows := []app.Rows{s.rows("")}
	texts := search.New(s, filepath.Join(folder, "ours"))
	var db *sql.DB
	only := ""
	if len(os.Args) > 3 {
		only = os.Args[3]
	}
	if only != "theirs" {
		timed(folder, "ours", func() {
			check(texts.Keep(ctx, rows, func(int, int) {}))
			texts.Settle()
		})
	}
	if only != "ours" {
		timed(folder, "theirs", func() { db = openSQLite(s, filepath.Join(folder, "fts5.db")) })
	}
	if only != "" {
		check(texts.Close())
		return
	}
	fmt.Printf("%-22s %16s %16s\n", "", "Yttra", "SQLite FTS5")
	fmt.Printf("%-22s %16s %16s   of the processor\n", "making the index", told(folder, "ours"), told(folder, "theirs"))
	fmt.Printf("%-22s %13d MB %13d MB\n", "size of the index", size(filepath.Join(folder, "ours"))>>20, (size(filepath.Join(folder, "fts5.db"))-int64(plainBytes(db)))>>20)

	slow := ask(ctx, texts, db, questions(s))
	change(ctx, texts, db, s)
	check(texts.Close())
	check(db.Close())
	if slow {
		log.Fatal("the search is slower than it is said to be")
	}
}

// timed makes an index, and notes in the folder what that took of the processor; one
// that was made before is only opened.
func timed(folder, name string, do func()) {
	path := filepath.Join(folder, "took-"+name)
	start := cpuTime()
	do()
	if _, err := os.Stat(path); err != nil {
		check(os.WriteFile(path, []byte((cpuTime() - start).Round(100*time.Millisecond).String()), 0o600))
	}
}

func told(folder, name string) string {
	b, err := os.ReadFile(filepath.Join(folder, "took-"+name))
	check(err)
	return string(b)
}

// ask asks every question of both in turns and tells p50 and p99.
func ask(ctx context.Context, texts *search.Texts, db *sql.DB, list []question) (slow bool) {
	const turns = 15
	type figures struct{ ours, all, first, oursCPU, allCPU []time.Duration }
	kinds := map[string]*figures{}
	var order []string
	sum := &figures{}
	hits := map[string][2]int{}
	for turn := range turns {
		for _, q := range list {
			f := kinds[q.kind]
			if f == nil {
				f = &figures{}
				kinds[q.kind], order = f, append(order, q.kind)
			}
			start, cpu := time.Now(), cpuTime()
			a, err := texts.Find(ctx, q.ours)
			check(err)
			ours, oursCPU := time.Since(start), cpuTime()-cpu
			count := a.Count(q.ours) + a.Rest
			start, cpu = time.Now(), cpuTime()
			n := len(theirs(db, q, ""))
			all, allCPU := time.Since(start), cpuTime()-cpu
			start = time.Now()
			theirs(db, q, " ORDER BY rowid LIMIT 50")
			first := time.Since(start)
			if turn == 0 { // the first time is that of the disk
				hits[q.kind] = [2]int{hits[q.kind][0] + count, hits[q.kind][1] + n}
				continue
			}
			for _, x := range []*figures{f, sum} {
				x.ours, x.all, x.first = append(x.ours, ours), append(x.all, all), append(x.first, first)
				x.oursCPU, x.allCPU = append(x.oursCPU, oursCPU), append(x.allCPU, allCPU)
			}
		}
	}
	fmt.Println("\np50 / p99 in ms; first of the processor, which says the same on a machine that does other things too, then by the clock")
	fmt.Printf("%-20s %18s %18s | %18s %18s %18s %22s\n", "", "Yttra", "FTS5", "Yttra", "FTS5", "FTS5, first 50", "hits, ours and FTS5's")
	for _, k := range append(order, "all of them") {
		f := kinds[k]
		if f == nil {
			f = sum
		}
		fmt.Printf("%-20s %18s %18s | %18s %18s %18s %11d %10d\n", k, both(f.oursCPU), both(f.allCPU), both(f.ours), both(f.all), both(f.first), hits[k][0], hits[k][1])
	}
	// A machine that does other things lengthens the clock, and several threads the
	// processor's time: what a person waits is at most the lesser of the two.
	waits := func(p int) time.Duration { return min(at(sum.oursCPU, p), at(sum.ours, p)) }
	return waits(50) > 10*time.Millisecond || waits(99) > 60*time.Millisecond
}

func at(d []time.Duration, percent int) time.Duration {
	s := slices.Sorted(slices.Values(d))
	return s[len(s)*percent/100]
}

func both(d []time.Duration) string {
	ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
	return fmt.Sprintf("%.2f / %.2f", ms(at(d, 50)), ms(at(d, 99)))
}

// change takes one changed text in.
func change(ctx context.Context, texts *search.Texts, db *sql.DB, s *shelf) {
	var ours, them []time.Duration
	for i := range 10 {
		id := fmt.Sprintf("MATTER%020d", i*7)
		rows := []app.Rows{s.rows(id)}
		start := time.Now()
		check(texts.Keep(ctx, rows, func(int, int) {}))
		ours = append(ours, time.Since(start))
		m, _, err := s.Load(id)
		check(err)
		start = time.Now()
		_, err = db.Exec("UPDATE t SET text = ? WHERE rowid = ?", text(m)+" ändrad", s.ids[id]+1)
		check(err)
		them = append(them, time.Since(start))
	}
	fmt.Printf("\none text changed, p50 / p99, ms: Yttra %s (two: it changes back the one before), FTS5 %s\n", both(ours), both(them))
	var mem runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&mem)
	fmt.Printf("memory of this process: heap %d MB\n", mem.HeapAlloc>>20)
}

func text(m *app.Matter) string {
	var b strings.Builder
	for _, s := range m.Documents[0].Sections {
		b.WriteString(s.Text + "\n")
	}
	return b.String()
}

// openSQLite makes the table, or takes the one that is there. It finds words as they
// stand and their beginnings, for which it keeps lists of its own; a part of a compound
// or another form of a word it does not find.
func openSQLite(s *shelf, path string) *sql.DB {
	_, missing := os.Stat(path)
	db, err := sql.Open("sqlite3", path+"?_journal_mode=WAL&_synchronous=NORMAL&_cache_size=-65536")
	check(err)
	db.SetMaxOpenConns(1)
	if missing == nil {
		return db
	}
	_, err = db.Exec(`CREATE VIRTUAL TABLE t USING fts5(body UNINDEXED, text, tokenize='unicode61 remove_diacritics 0', prefix='2 3 5')`)
	check(err)
	const batch = 1000
	for from := 0; from < len(s.ids); from += batch {
		tx, err := db.Begin()
		check(err)
		for i := from; i < min(from+batch, len(s.ids)); i++ {
			m, _, err := s.Load(fmt.Sprintf("MATTER%020d", i))
			check(err)
			_, err = tx.Exec("INSERT INTO t(rowid, body, text) VALUES(?, ?, ?)", i+1, m.Documents[0].Body, text(m))
			check(err)
		}
		check(tx.Commit())
	}
	_, err = db.Exec("INSERT INTO t(t) VALUES('optimize')")
	check(err)
	_, err = db.Exec("PRAGMA wal_checkpoint(TRUNCATE)")
	check(err)
	return db
}

// plainBytes is what the texts themselves take in the database: the index is beside
// them.
func plainBytes(db *sql.DB) (n int) {
	if err := db.QueryRow("SELECT sum(length(cast(c1 AS BLOB))) FROM t_content").Scan(&n); err != nil {
		return 0
	}
	return n
}

func theirs(db *sql.DB, q question, end string) (ids []int64) {
	rows, err := db.Query("SELECT rowid FROM t WHERE t MATCH ?"+q.and+end, "text : "+paren(q.them))
	check(err)
	defer rows.Close()
	for rows.Next() {
		var id int64
		check(rows.Scan(&id))
		ids = append(ids, id)
	}
	check(rows.Err())
	return ids
}

func paren(s string) string {
	if strings.Contains(s, " AND ") {
		return "(" + s + ")"
	}
	return s
}

func size(path string) (n int64) {
	_ = filepath.WalkDir(path, func(_ string, d os.DirEntry, err error) error {
		if err == nil && !d.IsDir() {
			if i, err := d.Info(); err == nil {
				n += i.Size()
			}
		}
		return nil
	})
	return n
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
