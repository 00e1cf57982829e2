#!/usr/bin/env bash
# usage: docs.sh [options of dotnet build]
# Writes the documentation as a site to artifacts/docs: README and docs/, the reference of the custom resources, and that of the packages' API,
# read from their assemblies and XML documentation. Any warning, such as of a link that leads nowhere, is a failure. Nothing is downloaded but
# the tool itself, once.
set -euo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.."
readonly CONFIGURATION="${CONFIGURATION:-Release}"
readonly SITE=artifacts/docs
# What docfx reads besides the pages. The operator's folder has all packages, with everything that they need.
readonly ASSEMBLIES=artifacts/docs-sources/assemblies

dotnet tool restore >/dev/null
dotnet build src/Ray.Operator --configuration "$CONFIGURATION" --nologo --verbosity quiet "$@"

rm -rf "$SITE" artifacts/docs-sources
mkdir -p "$ASSEMBLIES"
cp src/Ray.Operator/bin/"$CONFIGURATION"/net10.0/*.{dll,xml} "$ASSEMBLIES"
log="$(mktemp)"
trap 'rm -f "$log"' EXIT
dotnet tool run docfx eng/Documentation/docfx.json --warningsAsErrors --logLevel Warning >"$log" 2>&1 || { cat "$log"; exit 1; }

# The site begins with the README.
cp "$SITE/README.html" "$SITE/index.html"
echo "Wrote $SITE/index.html"
