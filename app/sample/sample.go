// Package sample holds the three invented matters of Exempelkommun that the demo
// and the tests of other rooms begin with. Everything in it is made up.
//
// It never keeps, checks or sums anything, and it hands out fresh copies: what a
// caller changes is the caller's own.
package sample

import (
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"

	"yttra/app"
)

//go:embed data
var data embed.FS

// files are the matters in the order of the register.
var files = [...]string{"data/1-ansiktsigenkanning.json", "data/2-armband.json", "data/3-cykelvag.json"}

// Register gives the three matters: a half-finished opinion on face recognition
// at schools, with faults to find; an answer under preparation about wristbands
// in homes for the elderly; and an answer about a cycle path, almost done.
func Register() []app.Matter {
	out := make([]app.Matter, 0, len(files))
	for _, name := range files {
		if m, err := matter(name); err == nil { // the package's test reads every file
			out = append(out, *m)
		}
	}
	return out
}

func matter(name string) (*app.Matter, error) {
	b, err := data.ReadFile(name)
	if err != nil {
		return nil, err
	}
	m, err := app.DecodeMatter(b)
	if err != nil {
		return nil, fmt.Errorf("decode %s: %w", name, err)
	}
	return m, nil
}

// Motion gives the text of a motion that is not in the register, for somebody
// who wants to try opening one. Its movers, claims and references can be found.
func Motion() string {
	b, _ := data.ReadFile("data/motion.txt")
	return string(b)
}

// Profile gives the profile of Exempelkommun.
func Profile() app.Profile {
	p, _ := profile(ownProfile)
	return p
}

// ownProfile is that of the municipality the matters are from.
const ownProfile = "data/profile.json"

// Profiles gives the invented profiles that somebody may begin with, that of
// Exempelkommun first.
func Profiles() []app.Profile {
	out := []app.Profile{Profile()}
	names, _ := fs.Glob(data, "data/profile-*.json") // the pattern is whole
	for _, name := range names {
		if p, err := profile(name); err == nil { // the package's test reads every file
			out = append(out, p)
		}
	}
	return out
}

func profile(name string) (p app.Profile, err error) {
	b, err := data.ReadFile(name)
	if err != nil {
		return p, err
	}
	err = json.Unmarshal(b, &p)
	return p, err
}
