namespace Kube.Generators.Model;

/// <summary>Something wrong in the user's code, without a position.</summary>
/// <param name="Id">Id of the diagnostic.</param>
/// <param name="Target">
/// What is wrong: the id of a type, <c>type.Property</c>, or <c>type#column0</c>. <see cref="TargetLocation"/> knows where that is.
/// </param>
/// <param name="Arguments">Arguments of the message.</param>
internal sealed record Problem(string Id, string Target, EquatableArray<string> Arguments)
{
    /// <summary>The characters of the target's text that are concerned; null for the target as a whole.</summary>
    public TextRange? Range { get; init; }

    /// <summary>What code fixes need.</summary>
    public EquatableArray<ProblemProperty> Properties { get; init; }

    public static Problem Of(string id, string target, params string[] arguments) => new(id, target, new(arguments));
}
