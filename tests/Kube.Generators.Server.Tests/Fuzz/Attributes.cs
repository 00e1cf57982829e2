using CsCheck;

namespace Kube.Generators.Server.Tests.Fuzz;

/// <summary>Random attributes of a property.</summary>
internal static class Attributes
{
    private static readonly Dictionary<AttributeGroup, string[]> s_fitting = new()
    {
        [AttributeGroup.None] = ["[Required]", "[Nullable]", "[JsonPropertyName(\"a-b.c/d\")]", "[JsonIgnore]", "[JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]", "[CelRule(\"self == oldSelf\")]", "[Immutable]",
            "[JsonIgnore(Condition = JsonIgnoreCondition.Never)]", "[JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]", "[Schemaless]"],
        [AttributeGroup.Text] =
        [
            "[MaxLength(20)]", "[StringLength(20, MinimumLength = 0)]", "[RegularExpression(\".*\")]", "[RegularExpression(\"^([a-z]|#)\")]",
            "[Required]", "[Nullable]", "[MaxLength(9), CelRule(\"self.matches('^a|b')\", Message = \"m\")]", "[CelRule(\"self.size() < 30 && self > ''\")]",
            "[CelRule(\"oldSelf.orValue('') != self || true\", OptionalOldSelf = true)]", "[Immutable]", "[JsonPropertyName(\"in\")]",
            "[CelRule(\"self.matches(self + self)\")]",
        ],
        [AttributeGroup.Number] =
        [
            "[Minimum(-7)]", "[Maximum(9)]", "[Minimum(1, IsExclusive = true)]", "[Range(-5, 50)]", "[Required]", "[Default(\"3\")]", "[Nullable]",
            "[CelRule(\"self > 0\")]", "[CelRule(\"self >= oldSelf\")]", "[CelRule(\"self < 5\", MessageExpression = \"'not ' + string(self)\")]",
        ],
        [AttributeGroup.List] =
        [
            "[MaxLength(5)]", "[Length(0, 100)]", "[ListType(ListKind.Atomic)]", "[ListType(ListKind.Set)]", "[Default(\"[]\")]", "[Nullable]", "[Required]",
            "[CelRule(\"self.size() < 3\")]", "[MaxLength(9), CelRule(\"self.all(x, self.exists(y, x == y))\")]", "[CelRule(\"self == oldSelf\")]",
            "[CelRule(\"self.all(x, self.exists(y, x == y))\")]",
        ],
        [AttributeGroup.Map] =
        [
            "[MaxLength(5)]", "[Atomic]", "[Default(\"{}\")]", "[Nullable]", "[Required]", "[CelRule(\"self.size() < 3\")]",
            "[MaxLength(9), CelRule(\"self.all(k, k.startsWith('a'))\")]", "[CelRule(\"self.all(k, v, k != string(v))\")]",
        ],
        [AttributeGroup.Object] =
        [
            "[PreserveUnknownFields]", "[PreserveUnknownFields]", "[Schemaless]", "[Atomic]", "[Nullable]", "[Required]", "[CelRule(\"self == oldSelf\")]", "[Default(\"{}\")]",
            "[CelRule(\"has(self.alpha) || !has(self.alpha)\")]", "[CelRule(\"!has(oldSelf.url) || has(self.url)\")]", "[Immutable]",
        ],
    };

    private static readonly string[] s_all = [.. s_fitting.Values.SelectMany(v => v), "[Default(\"nonsense\")]", "[AllowedValues(1, \"a\")]", "[CelRule(\"self +\")]", "[Schema(\"{}\")]",
        "[JsonConverter(typeof(ForeignConverter))]", "[JsonNumberHandling(JsonNumberHandling.WriteAsString)]"];

    /// <summary>No attribute, one or two, with a blank after each.</summary>
    /// <param name="group">Those that fit this group; any for null.</param>
    public static Gen<string> Of(AttributeGroup? group)
    {
        var one = Gen.OneOf(group is { } known ? s_fitting[known] : s_all);
        return Gen.Frequency(
            (3, Gen.Const("")),
            (3, one.Select(a => a + " ")),
            (1, Gen.Select(one, one, (a, b) => NameOf(a) == NameOf(b) || a.Contains(", CelRule", StringComparison.Ordinal) || b.Contains(", CelRule", StringComparison.Ordinal) ? a + " " : $"{a} {b} ")));
    }

    private static string NameOf(string attribute) => attribute.Split('(', ']')[0];
}
