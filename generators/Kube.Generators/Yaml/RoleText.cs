using Kube.Generators.Json;

namespace Kube.Generators.Yaml;

/// <summary>The file of the roles of an assembly.</summary>
internal static class RoleText
{
    /// <summary>Name of the file, as controller-gen names it.</summary>
    public const string Name = "role.yaml";

    /// <summary>The whole text, one document for each role.</summary>
    /// <param name="roles">The manifests.</param>
    /// <param name="header">Lines above the first document; null or empty for none.</param>
    public static string Render(IEnumerable<JsonObject> roles, string? header) =>
        string.Concat(roles.Select((r, i) => DefinitionText.Render(r, i == 0 ? header : null)));
}
