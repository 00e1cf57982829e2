using Kube.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Emission;

/// <summary>Prints the part of the kind that says what it is called and how it is read and written.</summary>
internal static class ResourceTypePrinter
{
    public static void Print(SourceProductionContext output, ClientModel resource)
    {
        var (type, identity) = (resource.Class, resource.Identity);
        var names = string.Join(", ", new[] { identity.Group, identity.Version, identity.Kind, identity.Plural }.Select(Literal.Of));
        GeneratedFile.Add(output, type, "ResourceType", $$"""
            partial {{type.Keyword}} {{type.Name}}
            {
                /// <summary>
                /// The resource <c>{{identity.Plural}}.{{identity.Group}}</c> in version {{identity.Version}}, with its JSON: what
                /// clients, watches and caches need to know.
                /// </summary>
                public static global::Kube.ResourceType<{{type.Name}}> ResourceType { get; } = new(
                    new global::Kube.ResourceDefinition({{names}}, IsNamespaced: {{(identity.IsNamespaced ? "true" : "false")}}),
                    {{resource.JsonTypeInfo}});
            }
            """);
    }
}
