namespace Kube.Generators.Tests.Schema;

/// <summary>
/// Defaults, each with the member that it is of. An API server of version 1.36 takes and refuses exactly the same ones; the tests against a
/// server check that.
/// </summary>
internal static class DefaultCorpus
{
    public const string Types = """
        [CelRule("self.low <= self.high")]
        public class Range { public int? Low { get; set; } [Default("5")] public int? High { get; set; } }

        public class Part
        {
            [MaxLength(9), CelRule("self.matches('^[a-z]+$')")] public required string Name { get; set; }
            [Nullable] public int? Size { get; set; }
        }
        """;

    /// <summary>Member and default.</summary>
    public static TheoryData<string, string> Sound => new()
    {
        { "[CelRule(\"self > 5\")] public int? A { get; set; }", "6" },
        { "[CelRule(\"self == oldSelf\")] public int? A { get; set; }", "6" },
        { "[CelRule(\"oldSelf.orValue(6) == 6\", OptionalOldSelf = true)] public int? A { get; set; }", "6" },
        { "[CelRule(\"self / 2.0 == 0.5\")] public double? A { get; set; }", "1" },
        { "[CelRule(\"self == timestamp('2020-01-01T01:00:00+01:00')\")] public DateTimeOffset? A { get; set; }", "\"2020-01-01T00:00:00Z\"" },
        { "[CelRule(\"self.getFullYear() == 2020\")] public DateOnly? A { get; set; }", "\"2020-01-01\"" },
        { "[CelRule(\"self == 1 || self == 'a'\")] public IntOrString? A { get; set; }", "1" },
        { "[MaxLength(3), ListType(ListKind.Set), CelRule(\"self == [2, 1]\")] public IList<int>? A { get; set; }", "[1,2]" },
        { "[MaxLength(3), CelRule(\"self.all(x, x > 0)\")] public IList<int>? A { get; set; }", "[1,2]" },
        { "[MaxLength(3), CelRule(\"self.all(k, self[k] > 0) && self.a == 1\")] public IDictionary<string, int>? A { get; set; }", "{\"a\":1}" },
        { "public Range? A { get; set; }", "{\"low\":1,\"high\":2}" },
        { "[CelRule(\"!has(self.size)\")] public Part? A { get; set; }", "{\"name\":\"a\",\"size\":null}" },
        { "[RegularExpression(@\"\\d+\")] public string? A { get; set; }", "\"1\"" },
        { "[RegularExpression(@\"(?i)[a-z]+\")] public string? A { get; set; }", "\"A\"" },
        { "[Format(\"duration\")] public string? A { get; set; }", "\"1h30m\"" },
        { "[Format(\"duration\")] public string? A { get; set; }", "\"PT1H30M\"" },
        { "[Format(\"duration\")] public string? A { get; set; }", "\"1 day\"" },
        { "[Format(\"uri\")] public string? A { get; set; }", "\"/a\"" },
        { "[Format(\"email\")] public string? A { get; set; }", "\"a@b\"" },
        { "[Format(\"mac\")] public string? A { get; set; }", "\"01:23:45:67:89:ab\"" },
        { "[Format(\"uuid\")] public string? A { get; set; }", "\"f81d4fae7dec11d0a76500a0c91e6bf6\"" },
        { "[Format(\"date-time\")] public string? A { get; set; }", "\"2020-01-01t00:00:00,5z\"" },
        { "[Format(\"cidr\")] public string? A { get; set; }", "\"10.0.0.0/8\"" },
        { "[Format(\"k8s-long-name\")] public string? A { get; set; }", "\"a.b\"" },
        { "public byte[]? A { get; set; }", "\"YQ==\"" },
    };

    /// <summary>Member and default.</summary>
    public static TheoryData<string, string> Broken => new()
    {
        { "[CelRule(\"self > 5\")] public int? A { get; set; }", "5" },
        { "[CelRule(\"self != oldSelf\")] public int? A { get; set; }", "6" },
        { "[CelRule(\"oldSelf.orValue(7) == 7\", OptionalOldSelf = true)] public int? A { get; set; }", "6" },
        { "[CelRule(\"oldSelf.hasValue()\", OptionalOldSelf = true)] public int? A { get; set; }", "6" },
        { "[CelRule(\"!oldSelf.hasValue()\", OptionalOldSelf = true)] public int? A { get; set; }", "6" },
        { "[CelRule(\"10 / self > 0\")] public int? A { get; set; }", "0" },
        { "[CelRule(\"self == timestamp('2020-01-01T00:00:00+01:00')\")] public DateTimeOffset? A { get; set; }", "\"2020-01-01T00:00:00Z\"" },
        { "[MaxLength(3), CelRule(\"self == [2, 1]\")] public IList<int>? A { get; set; }", "[1,2]" },
        { "[MaxLength(3), CelRule(\"self[0] > 0\")] public IList<int>? A { get; set; }", "[]" },
        { "[MaxLength(3)] public IList<Part>? A { get; set; }", "[{\"name\":\"A\"}]" },
        { "[MaxLength(3)] public IDictionary<string, Part>? A { get; set; }", "{\"k\":{\"name\":\"A\"}}" },
        { "public Range? A { get; set; }", "{\"low\":3,\"high\":2}" },
        { "public Range? A { get; set; }", "{}" },
        { "[CelRule(\"has(self.size)\")] public Part? A { get; set; }", "{\"name\":\"a\",\"size\":null}" },
        { "[RegularExpression(@\"\\d+\")] public string? A { get; set; }", "\"\\u0663\"" },
        { "[RegularExpression(\"a\")] public string? A { get; set; }", "\"a\\n\"" },
        { "public DateOnly? A { get; set; }", "\"2023-02-29\"" },
        { "public DateTimeOffset? A { get; set; }", "\"2023-02-28T00:00:00\"" },
        { "public DateTimeOffset? A { get; set; }", "\"2023-02-28 00:00:00Z\"" },
        { "[Format(\"ipv4\")] public string? A { get; set; }", "\"1.2.3\"" },
        { "[Format(\"ipv6\")] public string? A { get; set; }", "\"fe80::1%eth0\"" },
        { "[Format(\"duration\")] public string? A { get; set; }", "\"01:30:00\"" },
        { "[Format(\"uri\")] public string? A { get; set; }", "\"a\"" },
        { "[Format(\"uri\")] public string? A { get; set; }", "\"a b\"" },
        { "[Format(\"email\")] public string? A { get; set; }", "\"a\"" },
        { "[Format(\"mac\")] public string? A { get; set; }", "\"x\"" },
        { "[Format(\"uuid\")] public string? A { get; set; }", "\"urn:uuid:f81d4fae-7dec-11d0-a765-00a0c91e6bf6\"" },
        { "[Format(\"cidr\")] public string? A { get; set; }", "\"10.0.0.0\"" },
        { "[Format(\"k8s-short-name\")] public string? A { get; set; }", "\"A\"" },
        { "[Format(\"k8s-long-name\")] public string? A { get; set; }", "\"A.b\"" },
        { "public byte[]? A { get; set; }", "\"YQ\"" },
    };
}
