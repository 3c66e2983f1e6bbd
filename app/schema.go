package app

import _ "embed"

//go:embed matter.schema.json
var matterSchema []byte

// MatterSchema is the JSON Schema (draft 2020-12) of the matter file.
func MatterSchema() []byte { return append([]byte(nil), matterSchema...) }
