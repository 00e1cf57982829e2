namespace KubernetesFacts.Go;

/// <summary>A struct of Go.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Markers">Its markers.</param>
/// <param name="Fields">Its fields, in order.</param>
internal sealed record GoStruct(string Name, GoMarkers Markers, IReadOnlyList<GoField> Fields);

/// <summary>A field of a struct.</summary>
/// <param name="Type">Its type as it is written, such as <c>[]v1.Taint</c>; for an embedded struct its name.</param>
/// <param name="JsonName">Its name in JSON; empty when the fields of its type stand in its place.</param>
/// <param name="IsOmittedWhenEmpty">Whether the tag says <c>omitempty</c> or <c>omitzero</c>.</param>
/// <param name="Markers">Its markers.</param>
internal sealed record GoField(string Type, string JsonName, bool IsOmittedWhenEmpty, GoMarkers Markers)
{
    /// <summary>Whether the fields of the type stand in its place.</summary>
    public bool IsInline => JsonName.Length == 0;
}
