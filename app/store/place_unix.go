//go:build unix

package store

import "syscall"

// readOnly is what a disk says that is only read.
const readOnly = syscall.EROFS
