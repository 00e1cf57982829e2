namespace Kube.Generators.Schema.Paths;

/// <summary>Where a schema is within the kind, such as <c>.spec.groups[*].name</c>.</summary>
/// <param name="Parent">The schema around it; null for the kind itself.</param>
/// <param name="Step">A JSON name, or <see cref="Element"/>.</param>
internal sealed record SchemaPath(SchemaPath? Parent, string Step)
{
    /// <summary>The step to the items of a list and to the values of a map.</summary>
    public const string Element = "[*]";

    /// <summary>The kind itself.</summary>
    public static SchemaPath Root { get; } = new(null, "");

    /// <summary>The steps from the kind on.</summary>
    public IEnumerable<string> Steps => Parent is null ? [] : Parent.Steps.Append(Step);

    public SchemaPath Then(string step) => new(this, step);

    /// <summary>The place that a path leads to from here.</summary>
    public SchemaPath Then(SchemaPath path) => path.Steps.Aggregate(this, (at, step) => at.Then(step));

    public override string ToString() => Parent is null ? "." : Text();

    private string Text() => Parent is null ? "" : Parent.Text() + (Step == Element ? Step : "." + Step);
}
