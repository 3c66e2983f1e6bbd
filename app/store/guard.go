package store

// guard makes sure that Badger may be let at data/: the register is locked for this
// process, and the clean mark has been taken away. What Badger would answer by
// deleting tables or by ending the process has to be found here.
func guard(dir string, known bool, left ending, _ Options) error {
	if left.clean {
		return nil
	}
	return inspect(dataIn(dir), known)
}
