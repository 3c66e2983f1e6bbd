package language

// compiled reads phrases; a fault names the phrase.
func compiled(phrases []string) (*Set, error) {
	s := NewSet(len(phrases))
	for _, p := range phrases {
		if _, err := s.Add(p); err != nil {
			return nil, err
		}
	}
	return s, nil
}
