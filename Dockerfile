# The operator as a container image: docker build -t ray-operator:0.1.0 .
# For several processors, each built on its own kind or under emulation: docker buildx build --platform linux/amd64,linux/arm64 .

# The SDK with the linker that Native AOT needs.
FROM mcr.microsoft.com/dotnet/sdk:10.0-noble-aot AS build
ARG TARGETARCH
WORKDIR /source
COPY . .
RUN eng/native.sh "linux-$([ "${TARGETARCH:-amd64}" = amd64 ] && echo x64 || echo "$TARGETARCH")"

# No .NET, no shell, no package manager: the C library, OpenSSL and certificates.
FROM mcr.microsoft.com/dotnet/runtime-deps:10.0-noble-chiseled
COPY --from=build /source/artifacts/native/ray-operator /usr/local/bin/
COPY LICENSE NOTICE THIRD-PARTY-NOTICES.md /usr/share/doc/ray-operator/
# A number, so that Kubernetes can tell that it is not root.
USER 65532:65532
EXPOSE 8080 8082
ENTRYPOINT ["/usr/local/bin/ray-operator"]
CMD ["run"]
