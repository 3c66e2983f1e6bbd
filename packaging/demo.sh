#!/bin/sh
# Sets up, builds and opens Yttra with three invented matters.
set -eu
cd "$(dirname "$0")/.."
sh packaging/setup.sh
PATH="$HOME/.local/bin:$PATH"
CC=${CC:-clang} go build -tags migrated_fynedo,no_animations,no_emoji -o build/yttra .
exec build/yttra --demo "$@"
