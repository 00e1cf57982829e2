#!/usr/bin/env bash
# usage: public-api.sh [options of dotnet build]
# Declares what the packages make public: PublicAPI.Shipped.txt is what the last release had, PublicAPI.Unshipped.txt what was added and removed
# since. The second is written anew. From the first such file on a build in CI refuses undeclared and vanished API (RS0016, RS0017; warnings
# elsewhere), so that a change of it is seen in every review.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
readonly PROJECTS=(src/Kube.Core src/Kube.Runtime src/Kube.Testing src/Ray.Api)
readonly HEAD='#nullable enable'

log="$(mktemp)"
trap 'rm -f "$log"' EXIT
for project in "${PROJECTS[@]}"; do
  unshipped="$project/PublicAPI.Unshipped.txt"
  [[ -e "$project/PublicAPI.Shipped.txt" ]] || echo "$HEAD" >"$project/PublicAPI.Shipped.txt"
  echo "$HEAD" >"$unshipped"

  # The compiler reads the declarations, so that their change alone makes it run. Projects that this one needs have theirs by now.
  dotnet build "$project" -clp:NoSummary --nologo "$@" >"$log" || { cat "$log"; exit 1; }
  {
    sed -nE "s/.*RS0016: Symbol '(.*)' is not part of the declared public API.*/\1/p" "$log"
    sed -nE "s/.*RS0017: Symbol '(.*)' is part of the declared API, but.*/*REMOVED*\1/p" "$log"
  } | LC_ALL=C sort -u >>"$unshipped"
  echo "$unshipped: $(($(wc -l <"$unshipped") - 1)) lines"
done
