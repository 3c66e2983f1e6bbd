#!/bin/sh
# check.sh [-f FLAVOURS] FILE…: holds every file against what it claims to be
# (PDF/UA-1, PDF/A-2a, PDF/A-3a) with the official validator, or against FLAVOURS,
# as ua1,2a. Needs a JDK (11 or newer) and Maven. Exit code 0: all pass.
set -eu
flavours=claimed
if [ "${1:-}" = -f ]; then
	flavours=$2
	shift 2
fi
here=$(cd "$(dirname "$0")" && pwd)
build=${YTTRA_VERAPDF_BUILD:-${TMPDIR:-/tmp}/yttra-verapdf}
mkdir -p "$build"
if [ ! -s "$build/classpath" ] || [ "$here/pom.xml" -nt "$build/classpath" ]; then
	mvn -q -B -f "$here/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath \
		-Dmdep.outputFile="$build/classpath" >&2
fi
if [ ! -s "$build/Check.class" ] || [ "$here/Check.java" -nt "$build/Check.class" ]; then
	javac -encoding UTF-8 -d "$build" -cp "$(cat "$build/classpath")" "$here/Check.java"
fi
exec java -cp "$build:$(cat "$build/classpath")" Check "$flavours" "$@"
