namespace Kube.Generators.Model;

/// <summary>What a property begins with in C#.</summary>
/// <param name="Text">The expression, shortened for messages.</param>
/// <param name="Json">Its value as JSON text; null when only running code knows it.</param>
internal sealed record InitialiserModel(string Text, string? Json)
{
    /// <summary>Whether it is <c>new()</c> alone, which says less than a value: that there is an object.</summary>
    public bool IsNewObject { get; init; }
}
