package language

import "testing"

func TestDenied(t *testing.T) {
	for _, c := range []struct {
		phrase, text string
		want         bool
	}{
		{"barn*", "Förvaltningen gör ingen egen analys av följderna för jämställdhet eller för barn.", true},
		{"jämställd*", "Förvaltningen gör ingen egen analys av följderna för jämställdhet eller för barn.", true},
		{"barn*", "Ingen analys av kön, ålder eller barn har gjorts.", true},
		{"konsekvensbedömning*", "Ingen konsekvensbedömning har gjorts.", true},
		{"konsekvensbedömning*", "Någon konsekvensbedömning har inte gjorts.", true},
		{"konsekvensbedömning*", "Förvaltningen har inte tagit fram någon konsekvensbedömning.", true},
		{"konsekvensbedömning*", "En konsekvensbedömning behövs inte eftersom inga uppgifter samlas in.", false},
		{"konsekvensbedömning*", "Konsekvensbedömningen visar att risken inte är hög.", false},
		{"konsekvensbedömning*", "En konsekvensbedömning har gjorts, men dataskyddsombudet har inte yttrat sig.", false},
		{"konsekvensbedömning*", "Inte bara en konsekvensbedömning har gjorts.", false},
		{"alternativ*", "Alternativ saknas.", true},
		{"alternativ*", "Det saknas alternativ.", true},
		{"alternativ*", "Alternativ har prövats och inte valts.", false},
		{"proportion*", "Införandet står inte i rimlig proportion till behovet.", false},
		{"nödvändig*", "Åtgärden är inte nödvändig.", false},
		{"samtyck*", "Kamerorna sätts upp utan samtycke.", true},
		{"skola*", "Det bygger inte på samtycke utan på skolans uppgift.", false},
		{"samtyck* är inte", "Ett samtycke är inte frivilligt.", false},
		{"barn*", "Varken elever eller barn i förskolan har tillfrågats.", true},
		{"finansiering*", "Förvaltningen har inte bråttom och redovisar en finansiering.", false},
		{"behörighet*", "Behörigheten, som inte har beskrivits, ges till rektor.", false},
	} {
		s, err := Compile([]string{c.phrase})
		if err != nil {
			t.Fatal(err)
		}
		text := Read(c.text)
		hits := s.Find(text)
		if len(hits) == 0 {
			t.Fatalf("%q is not found in %q", c.phrase, c.text)
		}
		if got := text.Denied(hits[0]); got != c.want {
			t.Errorf("%q in %q: denied is %v", c.phrase, c.text, got)
		}
	}
}
