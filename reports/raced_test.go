//go:build race

package reports

const raced = true
