#!/usr/bin/env bash
# Writes a file as a comment on the pull request of this run, in the place of the one before that has the same first line:
#
#   comment.sh FILE
#
# It asks the command-line client of GitHub, which needs GH_TOKEN. Only what this workflow wrote is ever changed.
set -euo pipefail
file=$1
number=${GITHUB_REF#refs/pull/}
comments=repos/$GITHUB_REPOSITORY/issues
MARK=$(head -n 1 "$file")
export MARK

written=$(gh api --paginate "$comments/${number%/merge}/comments?per_page=100" \
  --jq '.[] | select(.user.login == "github-actions[bot]" and (.body | split("\n")[0] | rtrimstr("\r")) == env.MARK) | .id')
id=$(head -n 1 <<<"$written")

if [ -n "$id" ]; then
  gh api --method PATCH "$comments/comments/$id" --field body=@"$file" --silent
else
  gh api --method POST "$comments/${number%/merge}/comments" --field body=@"$file" --silent
fi
