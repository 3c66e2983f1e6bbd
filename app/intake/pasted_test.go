package intake

// pasted makes a Text of a string that is already UTF-8. Bytes that
// are not become the replacement character.
func pasted(s string) Text { return fromUTF8([]byte(s), 0) }
