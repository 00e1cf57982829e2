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

    /// <summary>Types that are there in every kind, whether it reaches them or not.</summary>
    private const string Fixed = """
        public enum E0 { A, B, [JsonStringEnumMemberName("c-c")] C }
        [JsonConverter(typeof(JsonStringEnumConverter<E1>))] public enum E1 { One, Two = 5, Other = 5 }
        [JsonConverter(typeof(JsonStringEnumConverter<E2>))] public enum E2 { A, B, [JsonStringEnumMemberName("c-c")] C }
        public sealed record Box<T> { public T? Value { get; set; } public IList<T>? Values { get; set; } }
        public record struct Pair<TLeft, TRight>(TLeft? Left, TRight? Right);
        public abstract class Root { public virtual string? Inherited { get; set; } [MaxLength(20)] public virtual string? Limited { get; set; } }
        public class Own<T> : List<T>;
        public class OwnMap<T> : Dictionary<string, T>;
        public static class Outer { public class Nested { public int? Deep { get; set; } [JsonInclude] public string? Field; } }
        public class Made(string? first, int? second) { public string? First { get; } = first; public int? Second => second; public bool? Third { get; init; } }
        public class Tree { public string? Name { get; set; } public IList<Tree>? Children { get; set; } }
        public class Loose { public int? Known { get; set; } [JsonExtensionData] public IDictionary<string, JsonElement>? Rest { get; set; } }
        [JsonPolymorphic(TypeDiscriminatorPropertyName = "type")] [JsonDerivedType(typeof(Circle), "circle")] [JsonDerivedType(typeof(Square), "square")]
        public abstract class Shape { public string? Name { get; set; } }
        public class Circle : Shape { [Minimum(0)] public double Radius { get; set; } public int? Points { get; set; } }
        [CelRule("self.side < 100.0")] public class Square : Shape { public double Side { get; set; } public int? Points { get; set; } public IList<Circle>? Inside { get; set; } }
        [JsonPolymorphic(TypeDiscriminatorPropertyName = "mark")] [JsonDerivedType(typeof(Dot), 1)] [JsonDerivedType(typeof(Line), 2)]
        public interface IMark { string? Text { get; } }
        public record Dot(string? Text, E2 Kind) : IMark;
        public record Line(string? Text) : IMark { public required string To { get; init; } }
        [JsonConverter(typeof(StatedConverter)), Schema("{\"type\":\"string\",\"pattern\":\"^[0-9]+x[0-9]+$\"}")] public readonly record struct Stated(int W, int H);
        public sealed class StatedConverter : JsonConverter<Stated>
        {
            public override Stated Read(ref Utf8JsonReader r, Type t, JsonSerializerOptions o) { var p = r.GetString()!.Split('x'); return new(int.Parse(p[0]), int.Parse(p[1])); }
            public override void Write(Utf8JsonWriter w, Stated v, JsonSerializerOptions o) => w.WriteStringValue($"{v.W}x{v.H}");
        }
        [JsonConverter(typeof(ForeignConverter))] public sealed class Foreign;
        public sealed class ForeignConverter : JsonConverter<Foreign>
        {
            public override Foreign Read(ref Utf8JsonReader r, Type t, JsonSerializerOptions o) { r.Skip(); return new(); }
            public override void Write(Utf8JsonWriter w, Foreign v, JsonSerializerOptions o) { w.WriteStartObject(); w.WriteEndObject(); }
        }
        """;

    /// <summary>A compilation unit with one kind.</summary>
    public static Gen<string> Source { get; } = Gen.Select(
        Members, Classes, KindAttributes, Gen.Bool,
        (spec, classes, attributes, hasStatus) => TestKind.WithSpec(
            spec, $"{Fixed}\n{classes}", attributes, hasStatus ? "public C0? Status { get; set; }" : ""));

    private static Gen<string> Classes => Gen.Select(
        Gen.Select(Declaration, Members).Array[MostClasses],
        parts => string.Concat(parts.Select((p, i) => p.Item1.Replace("NAME", $"C{i}", StringComparison.Ordinal) + "\n{\n    " + p.Item2 + "\n}\n")));

    private static Gen<string> Declaration => Gen.OneOf(
        "public class NAME", "public sealed record NAME", "public record struct NAME()", "public class NAME : Root", "public struct NAME",
        "public record NAME(string? Given, [property: Minimum(1)] int? Other)", "public class NAME : Outer.Nested",
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
        from modifier in Gen.OneOf("public ", "public ", "public ", "public ", "public required ", "internal ", "[JsonInclude] public ", "/// <summary>Text.</summary>\n    public ")
        from accessors in Gen.OneOf("{ get; set; }", "{ get; set; }", "{ get; set; }", "{ get; init; }", "{ get; }", "{ get; internal set; }", ";")
        from hasInitialiser in Gen.Frequency((1, Gen.Const(true)), (3, Gen.Const(false)))
        select Join(type, attributes, accessors is "{ get; }" ? modifier.Replace("required ", "", StringComparison.Ordinal) : modifier, isNullable, accessors, hasInitialiser);

    private static string Join(
        TypeSyntax type, string attributes, string modifier, bool isNullable, string accessors, bool hasInitialiser) =>
        $"{modifier.Replace("public", attributes + "public", StringComparison.Ordinal)}{type.Text}{(isNullable ? "?" : "")} NAME "
        + (hasInitialiser && type.Value is { } value
            ? accessors == ";" ? $"= {value};" : $"{accessors} = {value};"
            : accessors);

    // Names are apart in C#; whether they are in JSON is left to chance.
    private static string NameOf(string name, int index) => index == 0 ? name : $"{name}{index}";
}
