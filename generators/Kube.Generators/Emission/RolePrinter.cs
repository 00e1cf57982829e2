using Kube.Generators.Json;
using Kube.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Emission;

/// <summary>
/// Prints the roles of an assembly as one UTF-8 literal. The build tool finds the data in the compiled assembly and writes it as YAML, so its
/// name and form are a contract.
/// </summary>
internal static class RolePrinter
{
    /// <summary>The class that carries the roles.</summary>
    private static readonly ClassModel s_class = new("Kube.Generated", "RbacRoles", "class", IsPublic: false);

    public static void Print(SourceProductionContext output, RbacRoles roles)
    {
        if (roles.Manifests.Count > 0)
        {
            var json = JsonPrinter.Print(new JsonArray(roles.Manifests.Select(m => (JsonValue)m).ToEquatableArray()));
            GeneratedFile.Add(output, s_class, "Manifests", $$"""
                /// <summary>What this assembly needs to be allowed to do, as its <c>[Rbac]</c> attributes say.</summary>
                internal static class {{s_class.Name}}
                {
                    /// <summary>A JSON array of roles, in UTF-8.</summary>
                    public static global::System.ReadOnlySpan<byte> RoleManifests =>
                        {{Literal.Utf8(json, "            ")}};
                }
                """);
        }
    }
}
