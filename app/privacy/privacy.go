// Package privacy knows personal data in a text: it finds numbers, addresses,
// names and what they stand beside, tells which of them are already public, and
// writes them over with words that stand for them.
//
// A paragraph is read once, by itself; who is known, and what a name therefore
// means, is settled over all paragraphs together. It never decides what may be
// published, never keeps a text, and knows nothing of rules or severities.
package privacy

import "yttra/app"

// Kind is what a piece of personal data is.
type Kind string

const (
	Personnummer Kind = "personnummer" // a real one: the day exists and the check digit is right
	Misnumber    Kind = "misnumber"    // like one, but the check digit is wrong: a slip, or made up
	Coordination Kind = "coordination" // samordningsnummer: the day plus 60
	Reserve      Kind = "reserve"      // reservnummer or tillfälligt personnummer
	Birth        Kind = "birth"        // a day of birth that belongs to somebody
	Street       Kind = "street"       // street and number
	Postcode     Kind = "postcode"     // post code and town
	Phone        Kind = "phone"        //
	Mail         Kind = "mail"         //
	Child        Kind = "child"        // name of a child or pupil
	Person       Kind = "person"       // name of another private person
	Group        Kind = "group"        // so few that they can be told
	Property     Kind = "property"     // fastighetsbeteckning
	Vehicle      Kind = "vehicle"      // registration number
	Device       Kind = "device"       // IP and MAC addresses, numbers of cameras and tags
	Health       Kind = "health"       // illness or disability of a named person
	Protected    Kind = "protected"    // that a particular person's data are protected
)

// Kinds lists them in catalogue order (part D.3).
var Kinds = []Kind{Personnummer, Misnumber, Coordination, Reserve, Birth, Street, Postcode, Phone, Mail, Child, Person,
	Group, Property, Vehicle, Device, Health, Protected}

// Hit is one piece of personal data in a paragraph.
type Hit struct {
	Kind  Kind
	Span  app.Span // bytes of the paragraph as it was given
	Key   string   // the same for the same number or person, however it is written
	Near  bool     // it belongs to somebody: a child, a private person who is named, a home
	Child bool     // it stands with one particular child
}
