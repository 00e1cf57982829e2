# Everything a developer or CI calls. `make` alone lists it.

CONFIGURATION ?= Release
IMAGE ?= ray-operator:0.1.0

export CONFIGURATION
export DOTNET_NOLOGO := 1
export DOTNET_CLI_TELEMETRY_OPTOUT := 1

run := dotnet run --configuration $(CONFIGURATION) --project

.DEFAULT_GOAL := help
.PHONY: help build format test control-plane cluster-up cluster-down demo bench crd pack image clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-15s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

build: ## Build everything
	dotnet build --configuration $(CONFIGURATION)

format: ## Format the sources
	dotnet format

test: ## Build strictly, check formatting and generated files, run all tests; the last line counts them
	@eng/test.sh

control-plane: ## Install the control plane that tests, demo and cluster-up use (once, about 8 minutes on Debian 12)
	@eng/control-plane/install.sh

cluster-up: control-plane ## Start a control plane with simulated nodes and leave a kubeconfig for kubectl
	@$(run) eng/LocalCluster -- up

cluster-down: ## Stop the control plane of cluster-up
	@$(run) eng/LocalCluster -- down

demo: control-plane ## Watch a Ray cluster come up, scale and go, on a control plane of its own
	@$(run) eng/Demo

bench: control-plane ## Time 100 clusters of 4 pods against a bare client that creates the same objects
	@$(run) benchmarks/Scale

crd: ## Write crd/ anew from the annotated types
	dotnet build --configuration $(CONFIGURATION) src/Ray.Api

pack: ## Make all packages and write them to artifacts/packages
	dotnet msbuild eng/Packages.proj -restore -nologo -verbosity:minimal -property:Configuration=$(CONFIGURATION)

image: ## Build the container image of the operator
	docker build --tag $(IMAGE) .

clean: ## Delete everything that was built
	find . -type d \( -name bin -o -name obj \) -not -path './.git/*' -prune -exec rm -rf {} +
	rm -rf artifacts
