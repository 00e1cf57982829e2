#!/usr/bin/env bash
# Installs the real control plane that the tests run against: etcd, kube-apiserver, kube-controller-manager, kube-scheduler.
# First hit wins: KUBEBUILDER_ASSETS, the cache, a build from Debian 12's own packages (about 8 minutes on 2 cores, once).
# The last line on standard output is the folder with the binaries; everything else goes to standard error.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
# shellcheck source=debian.sh
source "$here/debian.sh"
# shellcheck source=kubernetes.sh
source "$here/kubernetes.sh"

readonly BINARIES=(etcd kube-apiserver kube-controller-manager kube-scheduler)

say() { printf '%s\n' "$*" >&2; }
fail() { say "error: $*"; exit 1; }

# Names the binaries that a folder lacks; empty output means that it is complete.
missing_in() {
  local name
  for name in "${BINARIES[@]}"; do
    [[ -x "$1/$name" ]] || printf '%s ' "$name"
  done
}

# An explicit setting that does not work is an error, not a reason to build something else behind the user's back.
use_kubebuilder_assets() {
  local missing
  missing="$(missing_in "$KUBEBUILDER_ASSETS")"
  [[ -z "$missing" ]] || fail "KUBEBUILDER_ASSETS=$KUBEBUILDER_ASSETS lacks: ${missing% }.
  The tests need the controller manager and the scheduler too. Add them to that folder, or unset KUBEBUILDER_ASSETS."
  printf '%s\n' "$KUBEBUILDER_ASSETS"
}

locate_cache() {
  local home="${XDG_CACHE_HOME:-${HOME:-}/.cache}"
  [[ "$home" == /* && "$home" != /.cache ]] || fail "neither XDG_CACHE_HOME nor HOME names an absolute folder to install into."
  cache="$home/ray-operator/control-plane"
  log="$cache/install.log"
  mkdir -p "$cache"
}

# The lock lives as long as file descriptor 9, so that a killed run never leaves it behind.
take_lock() {
  exec 9>"$cache/lock"
  if ! flock --nonblock 9; then
    say "Another installation is running (log: $log); waiting for it."
    flock 9
  fi
}

# Runs one step with its output in the log; on failure shows where it stopped.
step() {
  local title="$1"
  shift
  say "$(date +%H:%M:%S) $title"
  printf '\n=== %s\n' "$title" >>"$log"
  # A subshell with errexit, and no `if` around it: bash ignores errexit inside conditions.
  set +e
  (set -e; "$@") >>"$log" 2>&1 9>&-
  local code=$?
  set -e
  ((code == 0)) && return
  say "--- last lines of $log"
  tail -n 25 "$log" >&2
  say "---"
  fail "\"$title\" failed. Mend the cause shown above and run this script again: it starts from a clean folder each time.
  To use ready-made binaries instead, set KUBEBUILDER_ASSETS to a folder with: ${BINARIES[*]}"
}

build_into() {
  local bin="$1"
  mkdir -p "$bin"
  step "Reading Debian's package lists" debian_update
  step "Fetching etcd and the Go compiler" debian_extract etcd-server golang-1.19-go golang-1.19-src golang-github-modern-go-reflect2-dev
  step "Fetching the Kubernetes sources" kubernetes_fetch
  step "Mending what breaks with Go 1.19" kubernetes_mend
  step "Building Kubernetes (the long step: about 8 minutes on 2 cores)" kubernetes_build
  step "Collecting the binaries" kubernetes_collect "$bin"
}

install_control_plane() {
  [[ -n "$(missing_in "$cache/bin")" ]] || return 0
  require_debian_12
  : >"$log"
  step "Checking build tools" install_tools make:make rsync:rsync dpkg-source:dpkg-dev patch:patch xz:xz-utils
  build_into "$work/bin"
  [[ -z "$(missing_in "$work/bin")" ]] || fail "the build ended without: $(missing_in "$work/bin")(log: $log)"
  # Only whole folders ever carry the final name.
  rm -rf "$cache/bin"
  mv "$work/bin" "$cache/bin"
}

# kubectl is a convenience for people; the tests do not need it.
install_kubectl() {
  if command -v kubectl >/dev/null || [[ -x "$cache/bin/kubectl" ]]; then return 0; fi
  require_debian_12
  [[ -d "$apt/lists" ]] || step "Reading Debian's package lists" debian_update
  step "Fetching kubectl" debian_extract kubernetes-client
  cp "$root/usr/bin/kubectl" "$cache/bin/kubectl.new"
  mv "$cache/bin/kubectl.new" "$cache/bin/kubectl"
  say "kubectl is not on PATH; it was put into $cache/bin."
}

main() {
  if [[ -n "${KUBEBUILDER_ASSETS:-}" ]]; then
    use_kubebuilder_assets
    return
  fi
  locate_cache
  take_lock
  rm -rf "$cache"/work.* # left by a run that was killed; the lock says that none is alive
  work="$(mktemp -d "$cache/work.XXXXXX")"
  apt="$work/apt"
  root="$work/root"
  trap 'chmod -R u+w "$work" 2>/dev/null; rm -rf "$work"' EXIT
  install_control_plane
  install_kubectl
  printf '%s\n' "$cache/bin"
}

main "$@"
