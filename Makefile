# Everything a developer or CI calls. `make` alone lists it.

CONFIGURATION ?= Release
IMAGE ?= ray-operator:0.1.0

export CONFIGURATION
export DOTNET_NOLOGO := 1
export DOTNET_CLI_TELEMETRY_OPTOUT := 1

run := dotnet run --configuration $(CONFIGURATION) --project

.DEFAULT_GOAL := help
.PHONY: help build format test test-cel test-clients control-plane cluster-up cluster-down demo pictures bench bench-micro bench-generator bench-decoding bench-queue bench-caching bench-failover chaos crd docs release-crd facts public-api pack native image sbom clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

build: ## Build everything
	dotnet build --configuration $(CONFIGURATION)

format: ## Format the sources
	dotnet format

test: ## Build strictly, check formatting and generated files, run all tests; the last line counts them
	@eng/test.sh

test-cel: ## Compare validation rules with a cluster of Kubernetes 1.34 or newer: make test-cel KUBECONFIG=... (stores only its own test kinds)
	CEL_KUBECONFIG=$(KUBECONFIG) $(run) tests/Kube.Generators.Server.Tests

test-clients: ## Try the clients on another cluster, such as one of the newest Kubernetes: make test-clients KUBECONFIG=... (stores only its own test kind)
	CLIENT_KUBECONFIG=$(KUBECONFIG) $(run) tests/Kube.Runtime.Tests -- -class '*.RealCluster.Widget*'

control-plane: ## Install the control plane that tests, demo and cluster-up use (once, about 8 minutes on Debian 12)
	@eng/control-plane/install.sh

cluster-up: control-plane ## Start a control plane with simulated nodes and leave a kubeconfig for kubectl
	@$(run) eng/LocalCluster -- up

cluster-down: ## Stop the control plane of cluster-up
	@$(run) eng/LocalCluster -- down

demo: control-plane ## Watch a Ray cluster come up, scale and go, on a control plane of its own
	@$(run) eng/Demo

pictures: ## Make the pictures of the documentation anew, docs/pictures/, from real runs (Linux with kubectl)
	@$(run) eng/Pictures

bench: control-plane native ## Measure the native operator with 200 and 1,000 clusters of 4 pods against a bare client that creates the same objects (20 minutes)
	@RAY_OPERATOR_EXECUTABLE=$(CURDIR)/artifacts/native/ray-operator $(run) benchmarks/Scale

bench-micro: ## Time the planner, reads of the cache, the queue, the decoder and the generator with BenchmarkDotNet
	@$(run) benchmarks/Micro

bench-generator: ## Time the generator: cold, after an edit, and its share of a clean build
	@$(run) benchmarks/Generator

bench-decoding: ## Time a list of 10,000 RayClusters against the generic client of KubernetesClient
	@$(run) benchmarks/Decoding

bench-caching: ## Time the cache of 50,000 pods under a storm of writes, and what a pod costs
	@$(run) benchmarks/Caching

bench-failover: control-plane ## Kill the leader of two operators 20 times and halt it 5 times: who takes over when, and does anybody else write (10 minutes)
	@$(run) benchmarks/Failover

chaos: control-plane ## 30 minutes of creates, scales, deletes, pod kills, API-server restarts and operator kills; fails unless all comes to be as wanted: make chaos CHAOS="--seed 7 --minutes 5"
	@$(run) benchmarks/Chaos -- $(CHAOS)

bench-queue: ## Time 100,000 keys through the work queue and 16 workers, and what they allocate
	@$(run) benchmarks/Queue

crd: ## Write crd/, deploy/rbac/role.yaml and docs/reference anew from types and attributes
	dotnet build --configuration $(CONFIGURATION) src/Ray.Operator

docs: ## Write the documentation as a site, artifacts/docs: guides, the reference of RayCluster and of the packages' API; broken links fail
	@eng/docs.sh

release-crd: crd ## Keep the present definitions as released ones, which later changes must not break
	mkdir -p crd/released
	cp crd/*.yaml crd/released/

# Version 0.36 of the Go packages is that of Kubernetes 1.36.
facts: version = $(shell sed -n 's/.*golang-k8s-api-dev 0\.\([0-9]*\)\..*/1.\1/p' eng/KubernetesFacts/download.sh)
facts: ## Read the facts about Kubernetes types anew from the Go sources in Debian's packages
	@eng/KubernetesFacts/download.sh artifacts/kubernetes-sources
	@$(run) eng/KubernetesFacts -- artifacts/kubernetes-sources/usr/share/gocode/src $(version) \
		generators/Kube.Generators/Schema/KubernetesFacts/kubernetes-facts.json tests/Kube.Generators.Tests/Golden/kubernetes-topology.json

public-api: ## Write the PublicAPI.Unshipped.txt of each package anew: what became public, and what vanished, since the last release
	@eng/public-api.sh --configuration $(CONFIGURATION)

pack: ## Make all packages and write them to artifacts/packages
	dotnet msbuild eng/Packages.proj -restore -nologo -verbosity:minimal -property:Configuration=$(CONFIGURATION)

native: ## Compile the operator ahead of time into one executable, artifacts/native/ray-operator
	@eng/native.sh

sbom: ## Write the software bill of materials of the operator, artifacts/sbom/ray-operator.cdx.json (CycloneDX)
	@dotnet tool restore
	dotnet tool run dotnet-CycloneDX src/Ray.Operator/Ray.Operator.csproj --output artifacts/sbom --filename ray-operator.cdx.json --output-format Json

image: ## Build the container image of the operator, for this machine's processor
	docker build --tag $(IMAGE) .

clean: ## Delete everything that was built
	find . -type d \( -name bin -o -name obj \) -not -path './.git/*' -prune -exec rm -rf {} +
	rm -rf artifacts
