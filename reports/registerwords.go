package reports

import (
	_ "embed"
	"encoding/json"
	"fmt"

	"yttra/app"
)

//go:embed register_sv.json
var registerFile []byte

// registerWords are those printed in the list.
type registerWords struct {
	Lead        string `json:"lead"`
	LeadUnsaid  string `json:"lead_unsaid"`
	None        string `json:"none"`
	One         string `json:"one"`
	Many        string `json:"many"`
	OverOne     string `json:"over_one"`
	OverOnly    string `json:"over_only"`
	OverMany    string `json:"over_many"`
	OverAll     string `json:"over_all"`
	ShortOne    string `json:"short_one"`
	ShortMany   string `json:"short_many"`
	UndatedOne  string `json:"undated_one"`
	UndatedMany string `json:"undated_many"`

	Law       string `json:"law"`
	LawSource string `json:"law_source"`
	Sources   []struct {
		SV      string     `json:"sv"`
		Sure    app.Surety `json:"sure"`
		Checked app.Date   `json:"checked"`
	} `json:"sources"`
	Unsure string `json:"unsure"`

	Over      string `json:"over"`
	Within    string `json:"within"`
	Undated   string `json:"undated"`
	Motion    string `json:"motion"`
	Reference string `json:"reference"`
	Moved     string `json:"moved"`
	Year      string `json:"year"`
	Where     string `json:"where"`
	LeftOne   string `json:"left_one"`
	Left      string `json:"left"`
	PassedOne string `json:"passed_one"`
	Passed    string `json:"passed"`
	Today     string `json:"today"`
	Untitled  string `json:"untitled"`
	Unmoved   string `json:"unmoved"`
	Missing   string `json:"missing"`
	Council   string `json:"council"`

	Stages map[app.Stage]string `json:"stages"`
	Steps  map[app.Stage]string `json:"steps"`
	Meets  string               `json:"meets"`
	Report string               `json:"report"`
}

func readRegisterWords() (registerWords, error) {
	var w registerWords
	if err := json.Unmarshal(registerFile, &w); err != nil {
		return w, fmt.Errorf("read the words of the list: %w", err)
	}
	return w, nil
}
