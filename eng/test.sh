#!/usr/bin/env bash
# The whole check, as CI runs it: control plane, strict build, formatting, documentation, every project under tests/.
# The last line is always "N passed, N failed" (and ", N skipped" when there are any); the exit code says whether anything failed.
# A step or a test project that ends without a result counts as one failure.
set -uo pipefail

cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

# Exported: dotnet format takes it from the environment, and finds the generator only where it was built.
export CONFIGURATION="${CONFIGURATION:-Release}"
readonly configuration="$CONFIGURATION"
readonly framework="net10.0"
# A test project that takes longer hangs.
readonly time_limit="30m"

# How much of a failed test's own output the summary repeats.
readonly failure_lines=20

passed=0
failed=0
skipped=0
problems=()

say() { printf '\n=== %s\n' "$*"; }

problem() {
  failed=$((failed + $1))
  problems+=("$2")
}

finish() {
  say "Summary"
  local line
  for line in ${problems[@]+"${problems[@]}"}; do
    printf 'FAILED: %s\n' "$line"
  done
  local skips=""
  [[ $skipped -eq 0 ]] || skips=", $skipped skipped"
  printf '%d passed, %d failed%s\n' "$passed" "$failed" "$skips"
  [[ $failed -eq 0 ]]
  exit
}

# A step that everything after it needs.
require() {
  local title="$1"
  shift
  say "$title"
  "$@" </dev/null || { problem 1 "$title"; finish; }
}

# Adds up the runner's last summary line: "Total: 3, Errors: 0, Failed: 1, Skipped: 1, Not Run: 0, Time: ...".
count() {
  local project="$1" log="$2" code="$3" summary
  local pattern='Total: ([0-9]+), Errors: ([0-9]+), Failed: ([0-9]+), Skipped: ([0-9]+), Not Run: ([0-9]+)'
  summary="$(grep -aE "$pattern" "$log" | tail -n 1)"
  if [[ ! "$summary" =~ $pattern ]]; then
    problem 1 "$project ended with code $code and no summary"
    return
  fi

  local total="${BASH_REMATCH[1]}" bad=$((BASH_REMATCH[2] + BASH_REMATCH[3])) skips="${BASH_REMATCH[4]}" not_run="${BASH_REMATCH[5]}"
  passed=$((passed + total - BASH_REMATCH[3] - skips - not_run))
  skipped=$((skipped + skips))
  if [[ $bad -gt 0 ]]; then
    problem "$bad" "$project: $bad of $total tests"$'\n'"$(failures "$log")"
  elif [[ $code -ne 0 ]]; then
    problem 1 "$project ended with code $code after its tests"
  elif [[ $total -eq 0 ]]; then
    problem 1 "$project has no tests"
  fi
}

# The failed tests with what they said. Repeated in the summary, because a log that somebody keeps is often only its end.
failures() {
  awk -v most="$failure_lines" '
    /^    [^ ].*\[FAIL\]/ { print; left = most; next }
    left > 0 && /^      / { print; left--; next }
    { left = 0 }' "$1"
}

# The second argument names the run when a project is run more than once.
run_project() {
  local project="$1" title="${2:-$1}" log code
  log="$(mktemp)"
  say "$title"
  timeout --kill-after=30s "$time_limit" dotnet "tests/$project/bin/$configuration/$framework/$project.dll" -noColor -noLogo \
    </dev/null 2>&1 | tee "$log"
  code="${PIPESTATUS[0]}"
  count "$title" "$log" "$code"
  rm -f "$log"
}

# ContinuousIntegrationBuild locks the packages and turns stale generated files from "written anew" into errors.
require "Control plane" eng/control-plane/install.sh
require "Native toolchain" eng/native-toolchain.sh
require "Prometheus' tools" eng/promtool.sh
require "Build" dotnet build --configuration "$configuration" -p:ContinuousIntegrationBuild=true --nologo
say "Formatting"
dotnet format --verify-no-changes --no-restore </dev/null || problem 1 "formatting: run 'make format'"

say "Documentation"
eng/docs.sh -p:ContinuousIntegrationBuild=true </dev/null || problem 1 "documentation: run 'make docs'"

for file in tests/*/*.csproj; do
  run_project "$(basename "$file" .csproj)"
done

# What is shipped is the native program: everything that is seen from outside is tried with it too.
say "Native operator"
if eng/native.sh </dev/null; then
  RAY_OPERATOR_EXECUTABLE="$PWD/artifacts/native/ray-operator" CHAOS_MINUTES=0 run_project EndToEnd.Tests "EndToEnd.Tests, native operator"
else
  problem 1 "Native operator"
fi

finish
