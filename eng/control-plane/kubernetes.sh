# shellcheck shell=bash
# The Kubernetes source package of Debian 12 (1.20.2), built with Debian's Go 1.19. Three mends make the pair work.

kubernetes_fetch() {
  debian_source kubernetes "$work/kubernetes"
  # The build is older than Go modules: it wants to live in a GOPATH. A link is enough.
  mkdir -p "$work/gopath/src/k8s.io"
  ln -s "$work/kubernetes" "$work/gopath/src/k8s.io/kubernetes"
}

kubernetes_mend() {
  cd "$work/kubernetes"
  # reflect2 1.0.1 reads maps through runtime internals that Go 1.18 changed: the API server crashes on custom resources.
  local reflect2=vendor/github.com/modern-go/reflect2
  rm -rf "${reflect2:?}"
  cp -rL "$root/usr/share/gocode/src/github.com/modern-go/reflect2" "$reflect2"
  # With Go 1.19 the second half of the null test holds for every "", 0 and false, which are then refused as null.
  local file
  for file in vendor/github.com/go-openapi/validate/type.go vendor/k8s.io/kube-openapi/pkg/validation/validate/type.go; do
    chmod u+w "$(realpath "$file")"
    sed -i --follow-symlinks -E \
      's/data == nil \|\| reflect\.DeepEqual\(reflect\.Zero\(.*\), reflect\.ValueOf\(data\)\)/data == nil/' "$file"
    grep -q 'data == nil' "$file"
    if grep -n 'DeepEqual(reflect.Zero' "$file"; then
      echo "$file: the null test looks different from what this script knows."
      return 1
    fi
  done
}

# Without git the build would call itself v0.0.0, which clients rightly complain about.
write_version_file() {
  local version
  version="$(dpkg-parsechangelog -l debian/changelog -S Version)"
  version="${version%%-*}"
  version="${version##*really}" # 1.20.5+really1.20.2 is Debian's way to say 1.20.2
  cat >"$1" <<END
KUBE_GIT_COMMIT=debian
KUBE_GIT_TREE_STATE=clean
KUBE_GIT_VERSION=v$version
KUBE_GIT_MAJOR=$(cut -d. -f1 <<<"$version")
KUBE_GIT_MINOR=$(cut -d. -f2 <<<"$version")
END
}

kubernetes_build() {
  cd "$work/gopath/src/k8s.io/kubernetes"
  write_version_file "$work/version"
  local go=("$root"/usr/lib/go-1.*)
  export GOROOT="${go[0]}" GOPATH="$work/gopath" GOCACHE="$work/gocache" GOFLAGS="" GOPROXY=off GO111MODULE=off CGO_ENABLED=0
  export PATH="$GOROOT/bin:$PATH" KUBE_GIT_VERSION_FILE="$work/version"
  # An inherited MAKEFLAGS (this script may itself run below make) would confuse the nested builds.
  unset MAKEFLAGS MAKELEVEL MFLAGS
  go version
  make WHAT="cmd/kube-apiserver cmd/kube-controller-manager cmd/kube-scheduler"
}

kubernetes_collect() {
  local name found
  for name in kube-apiserver kube-controller-manager kube-scheduler; do
    found="$(find "$work/kubernetes/_output" -type f -name "$name" -perm -u+x -print -quit)"
    [[ -n "$found" ]] || { echo "The build has not made $name."; return 1; }
    install -m 755 "$found" "$1/$name"
  done
  install -m 755 "$root/usr/bin/etcd" "$1/etcd"
  "$1/etcd" --version
  "$1/kube-apiserver" --version
}
