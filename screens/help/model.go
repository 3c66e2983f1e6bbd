package help

// Row is a line of the contents, or of what was found.
type Row struct {
	Head  bool
	ID    string
	Title string
	Quote string
}

// Model remembers which page is shown, the way there, and what is searched for.
type Model struct {
	book    *Book
	at      string
	back    []string
	forward []string
	query   string
	looking bool // the page was shown by a search that goes on
	rows    []Row
}

// NewModel opens a book at a page; at the first one when there is no such page.
func NewModel(b *Book, at string) *Model {
	m := &Model{book: b, at: at}
	if _, ok := b.Page(at); !ok {
		m.at = b.order[0]
	}
	m.list()
	return m
}

// Page is the page that is shown.
func (m *Model) Page() Page { p, _ := m.book.Page(m.at); return p }

// Open goes to a page; one that does not exist is not gone to.
func (m *Model) Open(id string) bool {
	if _, ok := m.book.Page(id); !ok || id == m.at {
		return ok
	}
	m.back, m.forward, m.at, m.looking = append(m.back, m.at), nil, id, false
	return true
}

// Look shows a page while a search goes on: the pages that were shown for the
// first letters are not gone back to.
func (m *Model) Look(id string) {
	if m.looking {
		m.at = id
		return
	}
	if id != m.at && m.Open(id) {
		m.looking = true
	}
}

// Back and Forward go along the way that was taken, and report whether there was
// anywhere to go.
func (m *Model) Back() bool    { return m.along(&m.back, &m.forward) }
func (m *Model) Forward() bool { return m.along(&m.forward, &m.back) }

func (m *Model) along(from, to *[]string) bool {
	n := len(*from)
	if n == 0 {
		return false
	}
	*to = append(*to, m.at)
	m.looking = false
	m.at, *from = (*from)[n-1], (*from)[:n-1]
	return true
}

// CanBack and CanForward tell which way is open.
func (m *Model) CanBack() bool    { return len(m.back) > 0 }
func (m *Model) CanForward() bool { return len(m.forward) > 0 }

// Search shows what holds the words, instead of the contents; nothing shows the
// contents again.
func (m *Model) Search(query string) {
	m.query = query
	m.list()
}

// Sought is the words that are searched for.
func (m *Model) Sought() []string { return Words(m.query) }

func (m *Model) list() {
	m.rows = nil
	if len(m.Sought()) > 0 {
		for _, h := range m.book.Search(m.query) {
			m.rows = append(m.rows, Row{ID: h.ID, Title: h.Title, Quote: h.Quote})
		}
		return
	}
	for _, g := range m.book.Groups {
		m.rows = append(m.rows, Row{Head: true, Title: g.Title})
		for _, id := range g.Pages {
			p, _ := m.book.Page(id)
			m.rows = append(m.rows, Row{ID: id, Title: p.Title})
		}
	}
}

// Rows is the contents, or what was found.
func (m *Model) Rows() []Row { return m.rows }

// Index is the line of the page that is shown; -1 when it is not listed.
func (m *Model) Index() int {
	for i, r := range m.rows {
		if r.ID == m.at && !r.Head {
			return i
		}
	}
	return -1
}

// Beside is the next line before or after another that is no head; the line
// itself when there is none.
func (m *Model) Beside(i, by int) int {
	for j := i + by; j >= 0 && j < len(m.rows); j += by {
		if !m.rows[j].Head {
			return j
		}
	}
	return i
}
