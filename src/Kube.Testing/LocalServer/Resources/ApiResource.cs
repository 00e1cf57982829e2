using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>One version of a kind that the server knows.</summary>
internal sealed record ApiResource(string Group, string Version, string Plural, string Kind, bool IsNamespaced)
{
    public string Singular { get; init; } = "";

    public string ListKind { get; init; } = Kind + "List";

    public IReadOnlyList<string> ShortNames { get; init; } = [];

    public IReadOnlyList<string> Categories { get; init; } = [];

    public bool HasStatus { get; init; }

    /// <summary>Where the replica counts are; null without a scale subresource.</summary>
    public ScalePaths? Scale { get; init; }

    /// <summary>Null for what is built in: of that, only what is said elsewhere is checked.</summary>
    public StructuralSchema? Schema { get; init; }

    public IReadOnlyList<PrinterColumn> Columns { get; init; } = [];

    public IReadOnlyList<string> SelectableFields { get; init; } = [];

    /// <summary>Whether <c>metadata.generation</c> counts the changes of all but status and metadata.</summary>
    public bool HasGeneration { get; init; }

    public ListTopology Topology { get; init; } = ListTopology.BuiltIn;

    /// <summary>Whether only a webhook could turn objects of other versions into this one's.</summary>
    public bool NeedsConversion { get; init; }

    public bool IsCustom => Schema is not null;

    public string ApiVersion => Group.Length == 0 ? Version : $"{Group}/{Version}";

    /// <summary>What is stored together: all versions of a kind, and events of both groups.</summary>
    public string StorageKey => Group == EventForms.Group ? EventForms.StorageKey : QualifiedName;

    /// <summary>The name in messages, such as <c>deployments.apps</c>.</summary>
    public string QualifiedName => Group.Length == 0 ? Plural : $"{Plural}.{Group}";

    /// <summary>The object as this version shows it. Versions differ in nothing but their name, except for events.</summary>
    public JsonObject Present(JsonObject stored)
    {
        if (StorageKey == EventForms.StorageKey)
        {
            return EventForms.To(ApiVersion, stored);
        }

        if ((string?)stored["apiVersion"] == ApiVersion)
        {
            return stored;
        }

        if (NeedsConversion)
        {
            throw new ApiFailure(500, "InternalError", $"{QualifiedName} \"{ObjectMeta.Name(stored)}\" was written as {stored["apiVersion"]}, and this server calls no conversion webhooks to make it {ApiVersion}");
        }

        var shown = (JsonObject)stored.DeepClone();
        shown["apiVersion"] = ApiVersion;
        return shown;
    }
}

/// <summary>Paths of the scale subresource, without leading dots.</summary>
internal sealed record ScalePaths(string Spec, string Status, string? Selector);

/// <summary>A column that <c>kubectl get</c> shows.</summary>
internal sealed record PrinterColumn(string Name, string Type, string JsonPath, string Format = "", string Description = "", int Priority = 0);
