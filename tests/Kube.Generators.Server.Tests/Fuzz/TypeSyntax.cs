using CsCheck;

namespace Kube.Generators.Server.Tests.Fuzz;

/// <summary>A C# type as text.</summary>
/// <param name="Text">The type, not nullable.</param>
/// <param name="Group">Which attributes fit.</param>
/// <param name="Value">An initialiser; null for none.</param>
internal sealed record TypeSyntax(string Text, AttributeGroup Group, string? Value)
{
    private const int Depth = 3;

    private static readonly TypeSyntax[] s_scalars =
    [
        new("string", AttributeGroup.Text, "\"a \\\"b\\\"\\n: #\""), new("string", AttributeGroup.Text, "\"\""),
        new("int", AttributeGroup.Number, "3"), new("long", AttributeGroup.Number, "long.MaxValue"), new("double", AttributeGroup.Number, "-0.5"),
        new("bool", AttributeGroup.None, "true"), new("DateTime", AttributeGroup.None, null), new("Guid", AttributeGroup.None, "Guid.Empty"),
        new("Uri", AttributeGroup.None, "new(\"https://example.com\")"), new("byte[]", AttributeGroup.None, "[1, 2]"), new("IntOrString", AttributeGroup.None, "\"50%\""),
        new("ResourceQuantity", AttributeGroup.None, "\"1.5Gi\""), new("JsonElement", AttributeGroup.None, null), new("object", AttributeGroup.None, "7"),
        new("short", AttributeGroup.Number, "1"), new("uint", AttributeGroup.Number, "1"), new("decimal", AttributeGroup.Number, "1.5m"),
        new("TimeSpan", AttributeGroup.None, null), new("char", AttributeGroup.None, "'x'"), new("DateOnly", AttributeGroup.None, null),
        new("E0", AttributeGroup.Text, "E0.B"), new("E1", AttributeGroup.Text, "E1.Two"), new("(int, string)", AttributeGroup.None, null),
    ];

    private static readonly TypeSyntax[] s_objects =
    [
        new("C0", AttributeGroup.Object, "new()"), new("C1", AttributeGroup.Object, "new()"), new("C2", AttributeGroup.Object, "new()"),
        new("C3", AttributeGroup.Object, null), new("V1Condition", AttributeGroup.Object, null), new("V1ObjectMeta", AttributeGroup.Object, null),
        new("V1LabelSelector", AttributeGroup.Object, "new()"),
        new("V1ResourceRequirements", AttributeGroup.Object, "new() { Limits = new Dictionary<string, ResourceQuantity> { [\"cpu\"] = \"500m\" } }"),
    ];

    public static Gen<TypeSyntax> Scalar { get; } = Gen.OneOf(s_scalars);

    public static Gen<TypeSyntax> Any { get; } = Gen.Recursive<TypeSyntax>((depth, inner) => depth >= Depth
        ? Gen.OneOf(s_scalars)
        : Gen.Frequency(
            (2, Gen.OneOf(s_scalars)),
            (3, Gen.OneOf(s_objects)),
            (3, Gen.Select(inner, Gen.OneOf("IList<T>", "T[]", "List<T>", "IReadOnlyList<T>", "ISet<T>", "HashSet<T>"), (t, form) =>
                new TypeSyntax(form.Replace("T", t.Text, StringComparison.Ordinal), AttributeGroup.List, t.Value is null ? "[]" : $"[{t.Value}]"))),
            (2, Gen.Select(inner, Gen.OneOf("IDictionary<string, T>", "Dictionary<string, T>", "Dictionary<E0, T>", "IReadOnlyDictionary<Guid, T>"), (t, form) =>
                new TypeSyntax(form.Replace("T", t.Text, StringComparison.Ordinal), AttributeGroup.Map, form[0] == 'I' ? null : "new()"))),
            (1, inner.Select(t => new TypeSyntax($"Box<{t.Text}>", AttributeGroup.Object, "new()")))));
}

/// <summary>Types that the same attributes fit.</summary>
internal enum AttributeGroup
{
    None,
    Text,
    Number,
    List,
    Map,
    Object,
}
