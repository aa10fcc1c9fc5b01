#!/usr/bin/env bash
# Installs the build into a folder of its own, builds the example against what was installed, and runs it.
#   run.sh BUILD_FOLDER SOURCE_FOLDER
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cmake --install "$1" --prefix "$folder/prefix" >/dev/null
for file in bin/notes-export include/notes_export/notes_export.hpp share/man/man1/notes-export.1; do
    [ -s "$folder/prefix/$file" ] || { echo "not installed: $file"; exit 1; }
done
cmake -G Ninja -S "$2/tests/example" -B "$folder/build" -DCMAKE_PREFIX_PATH="$folder/prefix" -DEXAMPLE_SOURCE="$2/docs/example.cpp" >/dev/null
cmake --build "$folder/build" >/dev/null
cd "$folder"
"$folder/build/example" "$2/seeds"
[ -s archive.epub ] && [ -s archive.pdf ]
