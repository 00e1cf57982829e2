# shellcheck shell=bash
# Debian packages without touching the machine: a private apt state below $apt, and packages unpacked below $root instead of
# installed, so that no daemon is started, no source list is edited, and no root rights are needed.

require_debian_12() {
  local codename=""
  [[ -r /etc/os-release ]] && codename="$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}")"
  [[ "$codename" == bookworm ]] || fail "the control plane can be built on Debian 12 only (this is '${codename:-unknown}').
  Elsewhere set KUBEBUILDER_ASSETS to a folder with: ${BINARIES[*]}"
}

# Installs the Debian packages of commands that are missing. Arguments: command or command:package.
install_tools() {
  local entry packages=() as_root=()
  for entry in "$@"; do
    command -v "${entry%%:*}" >/dev/null || packages+=("${entry##*:}")
  done
  ((${#packages[@]})) || return 0
  if ((EUID != 0)); then
    command -v sudo >/dev/null || { echo "Missing packages: ${packages[*]}. Install them as root, then run this again."; return 1; }
    as_root=(sudo)
  fi
  "${as_root[@]}" apt-get -q update
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q install -y --no-install-recommends "${packages[@]}"
}

private_apt() {
  local command="$1"
  shift
  "$command" -q \
    -o Dir::Etc::SourceList=/dev/null -o Dir::Etc::SourceParts="$apt/sources" \
    -o Dir::State::Lists="$apt/lists" -o Dir::Cache="$apt/cache" -o Dir::Cache::Archives="$apt/archives" \
    -o APT::Sandbox::User= -o APT::Update::Error-Mode=any -o Acquire::Retries=3 "$@"
}

# The machine's own Debian entries, each as deb and deb-src, so that mirrors and proxies keep working.
# Entries of third parties are left out: they have no part in this, and must not break it.
derive_sources() {
  local file
  for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
    [[ -r "$file" ]] || continue
    awk '$1 == "deb" && / bookworm(-updates|-security)? .*main/ { print; sub(/^deb/, "deb-src"); print }' "$file"
  done >"$apt/sources/debian.list"
  for file in /etc/apt/sources.list.d/*.sources; do
    [[ -r "$file" ]] || continue
    # A comment line between paragraphs must not join them, so comments go first.
    sed '/^#/d' "$file" | awk 'BEGIN { RS = ""; ORS = "\n\n" }
      !/(^|\n)Enabled: *no/ && /(^|\n)Suites:[^\n]* bookworm(-updates|-security)?( |\n|$)/ && /(^|\n)Components:[^\n]* main/ {
        gsub(/(^|\n)Types:[^\n]*/, "\nTypes: deb deb-src"); sub(/^\n/, ""); print }'
  done >"$apt/sources/debian.sources"
  [[ -s "$apt/sources/debian.list" || -s "$apt/sources/debian.sources" ]] && return
  echo "No entry for Debian bookworm, component main, below /etc/apt. Add one, then run this again."
  return 1
}

debian_update() {
  mkdir -p "$apt"/{sources,lists/partial,cache,archives/partial,packages} "$root"
  derive_sources
  private_apt apt-get update
}

# Downloads packages (without their dependencies) and unpacks them below $root.
debian_extract() {
  local folder archive
  folder="$(mktemp -d "$apt/packages/XXXXXX")"
  (cd "$folder" && private_apt apt-get download "$@")
  for archive in "$folder"/*.deb; do
    dpkg-deb --extract "$archive" "$root"
  done
}

# Downloads and unpacks a source package, with Debian's patches applied. Arguments: package, target folder.
debian_source() {
  mkdir -p "$apt/source"
  (cd "$apt/source" && private_apt apt-get source --download-only "$1")
  dpkg-source --no-check --extract "$apt/source"/"$1"_*.dsc "$2"
}
