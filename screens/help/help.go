// Package help is the help inside the program: pages for every screen and topic,
// written in both languages, and a page for every rule, made from the packs. One
// can search as one types, follow links and go back; nothing is fetched.
//
// It knows how help is made, found and shown. It never knows what is open on the
// desk.
package help

import "yttra/screens/parts"

// Show opens the help at a page: the id of a rule, a topic, or "screen-" and the
// name of a screen. An unknown id opens the first page. When it closes, the focus
// goes back to where it was.
func Show(h parts.Host, s Source, at string) error {
	b, err := NewBook(s)
	if err != nil {
		return err
	}
	newView(NewModel(b, at), h).show()
	return nil
}
