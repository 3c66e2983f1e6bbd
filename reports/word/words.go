package word

import (
	_ "embed"
	"encoding/json"
	"fmt"
)

//go:embed words_sv.json
var wordFile []byte

// words are what the file itself says: names of styles, and of what a screen reader
// would otherwise call a table without a name.
type words struct {
	Styles     map[string]string `json:"styles"`
	Facts      string            `json:"facts"`
	Meeting    string            `json:"meeting"`
	Signatures string            `json:"signatures"`
	Reference  string            `json:"reference"`
	Rules      string            `json:"rules"`
}

func readWords() (words, error) {
	var w words
	if err := json.Unmarshal(wordFile, &w); err != nil {
		return w, fmt.Errorf("read words: %w", err)
	}
	return w, nil
}
