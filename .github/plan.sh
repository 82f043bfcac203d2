#!/usr/bin/env bash
# Plans one stack of a pull request and compares it with its base. Run it in the folder of the project:
#
#   plan.sh STACK OUT [BASE]
#
# OUT is a folder for comment.md, plan.sarif, plan.xml and plan.json. BASE is a checkout of the base; if that cannot be
# planned, say in the first pull request or for a new stack, nothing is compared. The exit code is the planner's.
set -uo pipefail
stack=$1 out=$(mkdir -p "$2" && cd "$2" && pwd) base=${3:-}

plan() {
  npm run --silent plan -- --stack "$stack" "$@"
}

# In the clear: a base may be older than --out. A violation in it (exit code 1) is no reason not to compare.
plan_base() (
  cd "$base" || exit 2
  npm ci --no-audit --no-fund >&2 || exit 2
  plan --format json
  [ $? -le 1 ]
)

plan_head() {
  plan --format markdown --out "$out/comment.md" --format sarif --out "$out/plan.sarif" \
    --format junit --out "$out/plan.xml" --format json --out "$out/plan.json" "$@" 2>"$out/errors"
  code=$?
  cat "$out/errors" >&2
}

# The comment of a plan that there is none of, under the same first line, so that it takes the last one's place.
explain() {
  project=$(sed -nE 's/^name: *"?([A-Za-z0-9_.-]+).*/\1/p' Pulumi.yaml | head -n 1)
  echo "<!-- tierwork plan: $project/$stack -->"
  echo "### ❌ Could not be planned: <code>$project/$stack</code>"
  echo
  # Indented, nothing in it is Markdown.
  sed -n '/^error: /,$p' "$out/errors" | head -n 20 | cut -c 1-1000 | sed 's/^/    /'
}

rm -f "$out"/{comment.md,plan.sarif,plan.xml,plan.json}
compared=no
if [ -n "$base" ] && plan_base >"$out/base.json"; then
  plan_head --compare "$out/base.json"
  [ "$code" -eq 2 ] || compared=yes
fi
[ "$compared" = yes ] || plan_head

if [ "$code" -gt 1 ]; then
  explain >"$out/comment.md"
elif [ "$compared" = no ] && [ -n "$base" ]; then
  printf '\nThe base could not be planned: nothing is compared.\n' >>"$out/comment.md"
fi
[ -z "${GITHUB_STEP_SUMMARY:-}" ] || cat "$out/comment.md" >>"$GITHUB_STEP_SUMMARY"
exit "$code"
