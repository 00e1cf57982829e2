# The operator as a container image, for the processor of the machine that builds it: docker build -t ray-operator:0.1.0 .
# For both, with a builder of each kind: docker buildx build --platform linux/amd64,linux/arm64 . (.NET is not supported under emulation.)

# The SDK with the linker that Native AOT needs.
FROM mcr.microsoft.com/dotnet/sdk:10.0-noble-aot AS build
WORKDIR /source
COPY . .
RUN eng/native.sh

# No .NET, no shell, no package manager: the C library, OpenSSL and certificates.
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled
COPY --from=build /source/artifacts/native/ray-operator /usr/local/bin/
COPY --from=build /source/artifacts/native/notices /source/LICENSE /source/NOTICE /source/THIRD-PARTY-NOTICES.md /usr/share/doc/ray-operator/
# A number, so that Kubernetes can tell that it is not root.
USER 65532:65532
EXPOSE 8080 8082 9443
ENTRYPOINT ["/usr/local/bin/ray-operator"]
CMD ["run"]
