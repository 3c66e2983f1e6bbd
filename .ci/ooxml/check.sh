#!/bin/sh
# check.sh FILE…: holds every part of every Word file against the schemas of
# ECMA-376 (transitional). Needs a JDK (11 or newer) and Maven. Exit code 0: all pass.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=${YTTRA_OOXML_BUILD:-${TMPDIR:-/tmp}/yttra-ooxml}
mkdir -p "$build"
if [ ! -s "$build/classpath" ] || [ "$here/pom.xml" -nt "$build/classpath" ]; then
	mvn -q -B -f "$here/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath \
		-Dmdep.outputFile="$build/classpath" >&2
fi
if [ ! -s "$build/Check.class" ] || [ "$here/Check.java" -nt "$build/Check.class" ]; then
	javac -encoding UTF-8 -d "$build" -cp "$(cat "$build/classpath")" "$here/Check.java"
fi
exec java -Dlog4j2.loggerContextFactory=org.apache.logging.log4j.simple.SimpleLoggerContextFactory -cp "$build:$(cat "$build/classpath")" Check "$@"
