namespace Kube;

/// <summary>Machine-readable reasons for which a rule refuses a value.</summary>
public enum CelRuleReason
{
    /// <summary>The value is invalid; the default of the API server.</summary>
    FieldValueInvalid,

    /// <summary>The value is sound, but not allowed here.</summary>
    FieldValueForbidden,

    /// <summary>A value is missing.</summary>
    FieldValueRequired,

    /// <summary>The value is there twice.</summary>
    FieldValueDuplicate,
}

/// <summary>
/// A validation rule in the Common Expression Language, checked by API servers from Kubernetes 1.25 on; older ones ignore it. The build
/// checks what the server checks when the definition is applied: that the rule parses, that its fields and functions exist, that it is
/// true or false, and that it stays within the server's budget.
/// </summary>
/// <param name="rule">The expression; <c>self</c> is the value, <c>oldSelf</c> its former state.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Interface | AttributeTargets.Property | AttributeTargets.Field, AllowMultiple = true)]
public sealed class CelRuleAttribute(string rule) : Attribute
{
    /// <summary>The expression.</summary>
    public string Rule { get; } = rule;

    /// <summary>What the server answers when the rule is broken. One line. Needed when the rule has several.</summary>
    public string? Message { get; set; }

    /// <summary>An expression that makes the answer, such as <c>'at most ' + string(self.max)</c>. Wins over <see cref="Message"/>.</summary>
    public string? MessageExpression { get; set; }

    /// <summary>Machine-readable reason. Default: the value is invalid.</summary>
    public CelRuleReason Reason { get; set; }

    /// <summary>
    /// The field below the value that the answer names: a C# name or several with dots (<c>nameof(Replicas)</c>), or a JSON path such as
    /// <c>.replicas</c> or <c>.labels['app']</c>. Default: the value itself.
    /// </summary>
    public string? FieldPath { get; set; }

    /// <summary>
    /// Makes <c>oldSelf</c> an optional value (<c>oldSelf.orValue(...)</c>), so that the rule is checked at creation too. Without it a rule
    /// with <c>oldSelf</c> is checked at changes only. Default: false.
    /// </summary>
    public bool OptionalOldSelf { get; set; }
}
