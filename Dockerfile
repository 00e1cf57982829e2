# The operator as a container image: docker build -t ray-operator:0.1.0 .

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
# As strict as CI: locked packages, warnings are errors, crd/ must be what the types say.
RUN dotnet publish src/Ray.Operator --configuration Release --output /app \
      -p:ContinuousIntegrationBuild=true -p:UseAppHost=false -p:GenerateDocumentationFile=false

# No shell, no package manager, nothing but the runtime.
# ASP.NET Core, for the web server of the webhooks.
FROM mcr.microsoft.com/dotnet/aspnet:10.0-noble-chiseled
WORKDIR /app
COPY --from=build /app .
# A number, so that Kubernetes can tell that it is not root.
USER 65532:65532
ENV DOTNET_EnableDiagnostics=0
EXPOSE 8082
ENTRYPOINT ["dotnet", "ray-operator.dll"]
CMD ["run"]
