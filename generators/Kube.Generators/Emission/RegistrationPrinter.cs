using System.Collections.Immutable;
using Kube.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Emission;

/// <summary>Prints the method that registers the clients of an assembly with a service collection.</summary>
internal static class RegistrationPrinter
{
    public static void Print(SourceProductionContext output, (ImmutableArray<ClientModel> Clients, RegistrationModel Registration) all)
    {
        var (clients, registration) = all;
        if (clients.IsEmpty || !registration.HasServices)
        {
            return;
        }

        var names = clients.Select(c => $"global::{c.Class.FullName}Client").OrderBy(n => n, StringComparer.Ordinal).ToList();
        GeneratedFile.Add(output, "Microsoft.Extensions.DependencyInjection", $"{registration.Name}ClientServices", $$"""
            /// <summary>Registers the typed clients of this assembly.</summary>
            {{GeneratedFile.Attributes}}
            {{(clients.All(c => c.Class.IsPublic) ? "public" : "internal")}} static class {{registration.Name}}ClientServices
            {
                /// <summary>
                /// Adds the typed clients, as singletons: {{string.Join(", ", names.Select(n => $"<see cref=\"{n}\"/>"))}}. They need an
                /// <see cref="global::Kube.IApiTransport"/>, which <c>AddKubernetes</c> of the package Kube.Runtime adds.
                /// </summary>
                /// <param name="services">The services.</param>
                public static IServiceCollection Add{{registration.Name}}Client(this IServiceCollection services)
                {
                    global::System.ArgumentNullException.ThrowIfNull(services);
            {{string.Join("\n", names.Select(n => $"        services.AddSingleton(static provider => new {n}(provider.GetRequiredService<global::Kube.IApiTransport>()));"))}}
                    return services;
                }
            }
            """);
    }
}
