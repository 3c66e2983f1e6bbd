package intake

import "yttra/app/reading"

// pasted makes a Text of a string that is already UTF-8. Bytes that
// are not become the replacement character.
func pasted(s string) reading.Text { return reading.Plain(s) }
