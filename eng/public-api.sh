#!/usr/bin/env bash
# usage: public-api.sh
# Writes what is public in each package, and declared in no PublicAPI file yet, to its PublicAPI.Unshipped.txt. From the first such file on the
# build refuses undeclared and vanished API (RS0016, RS0017), so that a change of it is seen in every review.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
readonly PROJECTS=(src/Kube.Core src/Kube.Runtime src/Ray.Api)

for project in "${PROJECTS[@]}"; do
  for file in "$project/PublicAPI.Shipped.txt" "$project/PublicAPI.Unshipped.txt"; do
    [[ -e $file ]] || echo '#nullable enable' >"$file"
  done
done

log="$(mktemp)"
trap 'rm -f "$log"' EXIT
for project in "${PROJECTS[@]}"; do
  # Undeclared API is what we are after: a warning here, whatever the build says.
  dotnet build "$project" --no-incremental -p:BuildProjectReferences=false -p:TreatWarningsAsErrors=false -clp:NoSummary --nologo "$@" >"$log" || { cat "$log"; exit 1; }
  added="$(sed -nE "s/.*RS0016: Symbol '(.*)' is not part of the declared public API.*/\1/p" "$log")"
  { cat "$project/PublicAPI.Unshipped.txt"; printf '%s\n' "$added"; } | grep -v '^$' | LC_ALL=C sort -u >"$log"
  cp "$log" "$project/PublicAPI.Unshipped.txt"
  echo "$project: $(grep -vc '^#' "$project/PublicAPI.Unshipped.txt") unshipped"
done
