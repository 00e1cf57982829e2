namespace Kube.Generators.Model;

/// <summary>How many properties of a group may be set.</summary>
internal enum OneOfKind
{
    AtMostOne,
    ExactlyOne,
    AtLeastOne,
}

/// <summary>A group of properties that exclude each other.</summary>
/// <param name="Kind">How many may be set.</param>
/// <param name="Properties">C# names.</param>
/// <param name="Message">What the server answers; null for the generator's words.</param>
internal sealed record OneOfModel(OneOfKind Kind, EquatableArray<string> Properties, string? Message);
