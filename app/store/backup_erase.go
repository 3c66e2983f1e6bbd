package store

func (r *register) erasedIDs() ([]string, error) { return nil, nil }
