using System.Text.RegularExpressions;
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
        new("sbyte", AttributeGroup.Number, "-1"), new("byte", AttributeGroup.Number, "7"), new("ushort", AttributeGroup.Number, "1"),
        new("ulong", AttributeGroup.Number, "1"), new("float", AttributeGroup.Number, "0.5f"), new("DateTimeOffset", AttributeGroup.None, null),
        new("TimeOnly", AttributeGroup.None, null), new("Version", AttributeGroup.None, null), new("Duration", AttributeGroup.None, null),
        new("ReadOnlyMemory<byte>", AttributeGroup.None, null), new("Memory<byte>", AttributeGroup.None, null), new("JsonNode", AttributeGroup.None, null),
        new("JsonObject", AttributeGroup.Object, null), new("JsonArray", AttributeGroup.List, null), new("JsonDocument", AttributeGroup.None, null),
        new("KeyValuePair<string, int>", AttributeGroup.Object, null), new("Half", AttributeGroup.Number, null), new("nint", AttributeGroup.Number, null),
        new("Stated", AttributeGroup.Text, null), new("Foreign", AttributeGroup.None, null), new("E2", AttributeGroup.Text, "E2.B"),
        new("TimeSpan", AttributeGroup.None, null), new("char", AttributeGroup.None, "'x'"), new("DateOnly", AttributeGroup.None, null),
        new("E0", AttributeGroup.Text, "E0.B"), new("E1", AttributeGroup.Text, "E1.Two"), new("(int, string)", AttributeGroup.None, null),
    ];

    private static readonly TypeSyntax[] s_objects =
    [
        new("C0", AttributeGroup.Object, "new()"), new("C1", AttributeGroup.Object, "new()"), new("C2", AttributeGroup.Object, "new()"),
        new("C3", AttributeGroup.Object, null), new("Shape", AttributeGroup.Object, "new Circle()"), new("IMark", AttributeGroup.Object, null),
        new("Circle", AttributeGroup.Object, "new()"), new("Outer.Nested", AttributeGroup.Object, "new()"), new("Made", AttributeGroup.Object, null),
        new("Tree", AttributeGroup.Object, null), new("Loose", AttributeGroup.Object, "new()"), new("V1Service", AttributeGroup.Object, null),
        new("V1Condition", AttributeGroup.Object, null), new("V1ObjectMeta", AttributeGroup.Object, null),
        new("V1LabelSelector", AttributeGroup.Object, "new()"),
        new("V1ResourceRequirements", AttributeGroup.Object, "new() { Limits = new Dictionary<string, ResourceQuantity> { [\"cpu\"] = \"500m\" } }"),
    ];

    private static readonly string[] s_lists = ["IList<T>", "T[]", "List<T>", "IReadOnlyList<T>", "ISet<T>", "HashSet<T>", "IList<T?>", "IEnumerable<T>"];

    private static readonly string[] s_otherLists =
    [
        "Queue<T>", "LinkedList<T>", "SortedSet<T>", "System.Collections.Immutable.ImmutableArray<T>", "System.Collections.Immutable.ImmutableHashSet<T>",
        "ReadOnlyMemory<T>", "Own<T>", "Stack<T>",
    ];

    private static readonly string[] s_maps =
    [
        "IDictionary<string, T>", "Dictionary<string, T>", "Dictionary<E0, T>", "IReadOnlyDictionary<Guid, T>", "SortedDictionary<int, T>", "Dictionary<DateTime, T>",
        "IDictionary<string, T?>", "System.Collections.Immutable.ImmutableDictionary<string, T>", "Dictionary<Duration, T>", "OwnMap<T>", "IDictionary<byte[], T>",
    ];

    public static Gen<TypeSyntax> Scalar { get; } = Gen.OneOf(s_scalars);

    public static Gen<TypeSyntax> Any { get; } = Gen.Recursive<TypeSyntax>((depth, inner) => depth >= Depth
        ? Gen.OneOf(s_scalars)
        : Gen.Frequency(
            (2, Gen.OneOf(s_scalars)),
            (3, Gen.OneOf(s_objects)),
            (2, Gen.Select(inner, Gen.OneOf(s_lists), (t, form) =>
                new TypeSyntax(Filled(form, t.Text), AttributeGroup.List, t.Value is null ? "[]" : $"[{t.Value}]"))),
            (1, Gen.Select(inner, Gen.OneOf(s_otherLists), (t, form) => new TypeSyntax(Filled(form, t.Text), AttributeGroup.List, null))),
            (2, Gen.Select(inner, Gen.OneOf(s_maps), (t, form) =>
                new TypeSyntax(Filled(form, t.Text), AttributeGroup.Map, form[0] is 'D' or 'O' ? "new()" : null))),
            (1, Gen.Select(inner, Gen.OneOf("Box<T>", "Box<T?>", "Pair<T, int>", "Pair<string, T>"), (t, form) =>
                new TypeSyntax(Filled(form, t.Text), AttributeGroup.Object, form[0] == 'B' ? "new()" : null)))));

    private static string Filled(string form, string item) => Regex.Replace(form, @"\bT\b", item);
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
