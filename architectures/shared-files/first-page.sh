#!/bin/bash
# The first page, written by whichever server comes first: first-page FOLDER
set -euo pipefail
set -o noclobber

page=$1/index.html
text="<h1>Hello from $(hostname -f), by way of whichever server answered</h1>"
# With noclobber the file is made by one server alone, even where two come at the same moment.
if ! { echo "$text" > "$page"; } 2> /dev/null; then
  [[ -e $page ]] || { echo "first-page: $page cannot be written" >&2; exit 1; }
fi
