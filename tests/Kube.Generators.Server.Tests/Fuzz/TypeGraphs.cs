using CsCheck;
using Kube.Generators.Tests.Support;

namespace Kube.Generators.Server.Tests.Fuzz;

/// <summary>Random kinds as C# source: types that nest, recur and repeat, with attributes that mostly fit and sometimes do not.</summary>
internal static class TypeGraphs
{
    private const int MostClasses = 4;
    private const int MostProperties = 5;

    private static readonly string[] s_names =
        ["Alpha", "URL", "HTTPGet", "IPs", "X1", "Namespace", "Length", "@class", "Kind", "Metadata", "Été", "A_B", "Items", "Default"];

    /// <summary>A compilation unit with one kind.</summary>
    public static Gen<string> Source { get; } = Gen.Select(
        Members, Classes, KindAttributes, Gen.Bool,
        (spec, classes, attributes, hasStatus) => TestKind.WithSpec(
            spec,
            $$"""
            public enum E0 { A, B, [JsonStringEnumMemberName("c-c")] C }
            [JsonConverter(typeof(JsonStringEnumConverter<E1>))] public enum E1 { One, Two = 5, Other = 5 }
            public sealed record Box<T> { public T? Value { get; set; } public IList<T>? Values { get; set; } }
            public abstract class Root { public virtual string? Inherited { get; set; } }
            {{classes}}
            """,
            attributes,
            hasStatus ? "public C0? Status { get; set; }" : ""));

    private static Gen<string> Classes => Gen.Select(
        Gen.Select(Declaration, Members).Array[MostClasses],
        parts => string.Concat(parts.Select((p, i) => p.Item1.Replace("NAME", $"C{i}", StringComparison.Ordinal) + "\n{\n    " + p.Item2 + "\n}\n")));

    private static Gen<string> Declaration => Gen.OneOf(
        "public class NAME", "public sealed record NAME", "public record struct NAME()", "public class NAME : Root",
        "/// <summary>A documented <see cref=\"E0\"/> type: yes &amp; no.</summary>\npublic class NAME",
        "[Atomic] public class NAME", "[PreserveUnknownFields] public class NAME", "[CelRule(\"true\")] public class NAME");

    private static Gen<string> KindAttributes => Gen.OneOf(
        "", "", "", "[CelRule(\"self.metadata.name != 'x'\")]", "[PrinterColumn(\"age\", \".metadata.creationTimestamp\")]",
        "[PrinterColumn(\"spec\", \".spec\", Type = PrinterColumnType.String)]");

    private static Gen<string> Members => Gen.Select(Gen.OneOf(s_names), Property)
        .Array[0, MostProperties]
        .Select(all => string.Join("\n    ", all.Select((p, i) => p.Item2.Replace("NAME", NameOf(p.Item1, i), StringComparison.Ordinal))));

    private static Gen<string> Property => Gen.Frequency((6, PropertyOf(TypeSyntax.Scalar)), (4, PropertyOf(TypeSyntax.Any)));

    private static Gen<string> PropertyOf(Gen<TypeSyntax> types) =>
        from type in types
        from isNullable in Gen.Frequency((3, Gen.Const(true)), (1, Gen.Const(false)))
        from isFitting in Gen.Frequency((9, Gen.Const(true)), (1, Gen.Const(false)))
        from attributes in Attributes.Of(isFitting ? type.Group : null)
        from modifier in Gen.OneOf("public ", "public ", "public ", "public ", "public required ", "internal ", "/// <summary>Text.</summary>\n    public ")
        from accessors in Gen.OneOf("{ get; set; }", "{ get; set; }", "{ get; set; }", "{ get; init; }", "{ get; }")
        from hasInitialiser in Gen.Frequency((1, Gen.Const(true)), (3, Gen.Const(false)))
        select Join(type, attributes, accessors == "{ get; }" ? modifier.Replace("required ", "", StringComparison.Ordinal) : modifier, isNullable, accessors, hasInitialiser);

    private static string Join(
        TypeSyntax type, string attributes, string modifier, bool isNullable, string accessors, bool hasInitialiser) =>
        $"{modifier.Replace("public", attributes + "public", StringComparison.Ordinal)}{type.Text}{(isNullable ? "?" : "")} NAME {accessors}"
        + (hasInitialiser && type.Value is { } value ? $" = {value};" : "");

    // Names are apart in C#; whether they are in JSON is left to chance.
    private static string NameOf(string name, int index) => index == 0 ? name : $"{name}{index}";
}
