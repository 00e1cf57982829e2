namespace Kube.Generators.Model;

/// <summary>A rule in the Common Expression Language.</summary>
internal sealed record CelRuleModel(string Rule, string? Message)
{
    /// <summary>Expression that makes the message; null for none.</summary>
    public string? MessageExpression { get; init; }

    /// <summary>Machine-readable reason as the API server names it; null for its default.</summary>
    public string? Reason { get; init; }

    /// <summary>Path of the property that the answer names, as JSON path or as C# names; null for the value itself.</summary>
    public string? FieldPath { get; init; }

    /// <summary>Whether <c>oldSelf</c> is an optional value, so that the rule runs at creation too; null when nothing is said.</summary>
    public bool? HasOptionalOldSelf { get; init; }

    /// <summary>Which of the <c>[CelRule]</c>s of its type or property this is; null for rules that other attributes make.</summary>
    public int? Ordinal { get; init; }

    /// <summary>Where problems of the rule, or of one of its texts, are shown.</summary>
    /// <param name="owner">Target of the type or property.</param>
    /// <param name="part">Name of the attribute's property; empty for the rule itself.</param>
    public string TargetOf(string owner, string part = "") => Ordinal is { } ordinal ? Target(owner, ordinal, part) : owner;

    /// <summary>As <see cref="TargetOf"/>, for a place that is being located.</summary>
    public static string Target(string owner, int ordinal, string part) => $"{owner}#cel{ordinal}{part}";
}
