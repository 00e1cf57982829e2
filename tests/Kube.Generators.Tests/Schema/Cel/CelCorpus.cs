using Kube.Generators.Tests.Support;

namespace Kube.Generators.Tests.Schema.Cel;

/// <summary>
/// Rules as they are written for real kinds, over a type that has fields of every sort. An API server of version 1.36 takes and refuses
/// exactly the same ones; the tests against a server check that.
/// </summary>
internal static class CelCorpus
{
    public const string Members = """
        [MaxLength(63)] public string? Name { get; set; }
            [MaxLength(63)] public string? Namespace { get; set; }
            [JsonPropertyName("x-odd.name"), MaxLength(63)] public string? Odd { get; set; }
            public int Replicas { get; set; } = 1;
            public int? MinReplicas { get; set; }
            public int? MaxReplicas { get; set; }
            public double? Ratio { get; set; }
            public bool? Enabled { get; set; }
            public DateTime? Start { get; set; }
            public DateTime? End { get; set; }
            public byte[]? Data { get; set; }
            public IntOrString? Port { get; set; }
            [MaxLength(10)] public IList<int>? Numbers { get; set; }
            [MaxLength(8)] public IDictionary<string, int>? Counts { get; set; }
            [MaxLength(8), ListType(ListKind.Map, "Name")] public IList<Item>? Items { get; set; }
            [MaxLength(8)] public IList<Item>? Others { get; set; }
            public IList<Item>? Endless { get; set; }
            public string? Text { get; set; }
            public Item? First { get; set; }
            public Item? Second { get; set; }
            public JsonElement? Open { get; set; }
            public V1ResourceRequirements? Resources { get; set; }
        """;

    public const string Types = """
        public class Item
        {
            [MaxLength(63)] public required string Name { get; set; }
            [MaxLength(100)] public string? Value { get; set; }
            public int? Port { get; set; }
            public Inner? Inner { get; set; }
        }

        public class Inner { public bool? Flag { get; set; } [MaxLength(4)] public IList<int>? Deep { get; set; } }
        """;

    /// <summary>Rules about the spec that an API server takes.</summary>
    public static TheoryData<string> Sound =>
    [
        "self.minReplicas <= self.replicas && self.replicas <= self.maxReplicas",
        "!has(self.minReplicas) || self.minReplicas <= self.replicas",
        "!(has(self.first) && has(self.second))",
        "[has(self.first), has(self.second)].filter(x, x == true).size() <= 1",
        "has(self.first) != has(self.second)",
        "self.name.startsWith('kube') || self.name.endsWith(\"-x\") || self.name.contains('y')",
        "self.name.matches('^[a-z0-9]([-a-z0-9]*[a-z0-9])?$')",
        "self.name.matches(r\"^(?:[-A-Za-z0-9/._~!$&'()*+,;=:@]|[%][0-9a-fA-F]{2})+$\")",
        "size(self.name) > 3 && self.name.size() < 10",
        "self.__namespace__ == 'default' && self.x__dash__odd__dot__name != ''",
        "self.items.all(i, i.name != '')",
        "self.items.all(a, self.items.exists_one(b, a.name == b.name))",
        "self.items.exists(i, has(i.port) && i.port < 10)",
        "self.items.filter(i, i.name == self.name).size() == 1",
        "self.items.map(i, i.port).sum() < 100",
        "self.items.map(i, has(i.port), i.port).max() < 100",
        "self.items.filter(e, e.name == 'MY_ENV').all(e, e.value == 'x')",
        "self.items.all(e, e.name == 'MY_ENV' ? e.value.matches('^[a-zA-Z]*$') : true)",
        "self.namespace == self.__namespace__",
        "self.items.all(i, i.name in ['HTTP', 'TCP', 'UDP'] ? !has(i.inner) : true)",
        "(self.name in ['Exact','PathPrefix']) ? self.text.startsWith('/') : true",
        "self.numbers.isSorted() && self.numbers.min() >= 0 && self.numbers.indexOf(3) < 2",
        "self.numbers[0] == 1 && self.numbers + [1, 2] != [3]",
        "'Available' in self.counts && self.counts['Available'] > 0 && self.counts.Available > 1",
        "self.counts.all(k, k.startsWith('a') && self.counts[k] > 0)",
        "self.counts.all(k, v, k != '' && v > 0)",
        "self.numbers.exists(i, v, i > v)",
        "self.counts.transformList(k, v, v + 1).size() > 0",
        "self.counts.transformMap(k, v, v > 1, v * 2).size() > 0",
        "self.numbers.transformMapEntry(i, v, {v: i}).size() > 0",
        "self.start < self.end && self.end - self.start < duration('1h30m')",
        "self.start > timestamp('2020-01-01T00:00:00Z') && self.start.getFullYear() > 2000 && self.start.getHours('UTC') < 3",
        "type(self.port) == int ? self.port < 10 : self.port.matches('^[0-9]+%$')",
        "self.port == 80 || self.port == 'http'",
        "quantity(self.resources.limits['cpu']).isLessThan(quantity('2'))",
        "isQuantity(self.name) && quantity(self.name).add(quantity('1')).compareTo(quantity('2Gi')) < 0 && sign(quantity('1')) == 1",
        "url(self.name).getScheme() == 'https' && isURL(self.name) && url(self.name).getQuery()['a'].size() > 0",
        "isIP(self.name) && ip(self.name).family() == 4 && ip.isCanonical(self.name) && !ip(self.name).isLoopback()",
        "isCIDR(self.name) && cidr(self.name).containsIP('10.0.0.1') && cidr('10.0.0.0/8').containsCIDR(cidr(self.name))",
        "cidr(self.name).ip() == ip('1.2.3.4') && cidr(self.name).masked().prefixLength() > 3 && string(cidr(self.name)) != ''",
        "!format.dns1123Label().validate(self.name).hasValue() && format.named('uri').hasValue()",
        "semver(self.name).isGreaterThan(semver('1.0.0')) && isSemver(self.name, true) && semver('1.2.3').major() == 1",
        "self.?name.orValue('x') == 'x' && self.?first.?inner.?flag.orValue(true)",
        "self.counts[?'a'].hasValue() && optional.of(1).optMap(x, x + 1).value() == 2 && optional.none().or(optional.of(1)).hasValue()",
        "[?self.?name, 'a'].size() == 1 && {?'a': self.?name}.size() < 2",
        "sets.contains(self.numbers, [1, 2]) || sets.intersects(self.numbers, []) || sets.equivalent([1], self.numbers)",
        "self.numbers.slice(0, 2).reverse().distinct().sort().size() < 3 && lists.range(3).size() == 3",
        "[[1], [2]].flatten() == [1, 2] && self.items.sortBy(i, i.name)[0].name == 'a' && self.numbers.first().hasValue()",
        "self.name.lowerAscii().upperAscii().trim().replace('a', 'b', 2).split(',', 2).size() == 2",
        "self.name.substring(1, 2).charAt(0) != ''",
        "self.name.find('[0-9]+') == '1' && self.name.findAll('[a-z]', 3).size() > 0 && self.name.lastIndexOf('x', 2) > 0",
        "'%s-%d'.format([dyn(self.name), dyn(1)]) != '' && strings.quote(self.name) != ''",
        "double(self.replicas) * 1.5 > self.ratio && self.ratio > 1 && 0x1F == 31 && 1u < 2u && 1 < 2u",
        "int('12') + int(self.ratio) > -9223372036854775808 && 9223372036854775807 > 0 && 1.5e-3 < .5",
        "size(self.data) > 0 && self.data == b'abc\\x00' && string(self.data) == '' && bytes(self.name) != b\"\"\"x\"\"\"",
        "self.first == null || self.start != null",
        "dyn(self.name) == 1 || [dyn(1), dyn('a')].size() == 2 || {'a': dyn(1), 'b': dyn('c')}.size() > 1",
        "self == oldSelf || self.name == oldSelf.name",
        "true ? self.enabled : false // remark\n && true",
        "!!self.enabled || !self.enabled && (self.enabled)",
        "'\\u00e9\\t\\101' == \"\"\"a\n'b'\"\"\" || r'\\d' == '\\\\d' || '''it's''' == 'x'",
        "[1, 2, 3,].size() == 3 && {'a': 1,}.a == 1 && -self.replicas < - 1 && 7 % 3 == 1",
        "self.first.inner.deep.all(d, d > 0 || d < self.replicas)",
        "google.protobuf.Timestamp == type(self.start) || string == type(self.name)",
        "[1, 2].all(x, [3].all(x, x == 3) && x > 0)",
    ];

    /// <summary>Ids and rules about the spec that an API server refuses, and the part that is underlined; null for the whole rule.</summary>
    public static TheoryData<string, string, string?> Broken => new()
    {
        { "KCR150", "self.replicas >", ">" },
        { "KCR150", "self.replicas = 1", "=" },
        { "KCR150", "self.replicas > 1)", ")" },
        { "KCR150", "self.name == 'a", "'a" },
        { "KCR150", "self.name == '\\d'", "\\d" },
        { "KCR150", "self.items.all(i.name, true)", "i.name" },
        { "KCR150", "has(self)", "self" },
        { "KCR150", "while == 1", "while" },
        { "KCR150", "9223372036854775808 > self.replicas", "9223372036854775808" },
        { "KCR150", "self.replicas # 1", "#" },
        { "KCR151", "self.replica > 1", "replica" },
        { "KCR151", "self.Replicas > 1", "Replicas" },
        { "KCR151", "has(self.nothing)", "nothing" },
        { "KCR151", "self.continue == 'a'", "continue" },
        { "KCR151", "slef.replicas > 1", "slef" },
        { "KCR151", "self.items.all(i, i.nme != '')", "nme" },
        { "KCR151", "self.items.all(i, j.name != '')", "j" },
        { "KCR151", "self.items.name == 'a'", "name" },
        { "KCR151", "self.name.length > 1", "length" },
        { "KCR151", "self.open.a == 1", "open" },
        { "KCR151", "Unknown{a: 1} == null", "Unknown{a: 1}" },
        { "KCR152", "self.name > 1", "self.name > 1" },
        { "KCR152", "self.replicas + 1.0 > 2.0", "self.replicas + 1.0" },
        { "KCR152", "self.replicas == 'a'", "self.replicas == 'a'" },
        { "KCR152", "self.first == self.second", "self.first == self.second" },
        { "KCR152", "self.name == null", "self.name == null" },
        { "KCR152", "self.name && true", "self.name && true" },
        { "KCR152", "self.name.startWith('a')", "self.name.startWith('a')" },
        { "KCR152", "length(self.name) > 1", "length(self.name)" },
        { "KCR152", "self.name.matches(1)", "self.name.matches(1)" },
        { "KCR152", "self.replicas.all(x, x > 1)", "self.replicas" },
        { "KCR152", "'a' in self.name", "'a' in self.name" },
        { "KCR152", "[1, 'a'].size() > 1", "'a'" },
        { "KCR152", "self.numbers['a'] == 1", "self.numbers['a']" },
        { "KCR152", "quantity('1').sign() > 0", "quantity('1').sign()" },
        { "KCR152", "[?self.name].size() > 0", "self.name" },
        { "KCR153", "self.replicas", null },
        { "KCR153", "self.port", null },
        { "KCR153", "self.name + 'a'", null },
        { "KCR154", "self.name.matches('(?!a)b')", "'(?!a)b'" },
        { "KCR154", "self.name.matches('[a-')", "'[a-'" },
        { "KCR154", "self.start - self.end < duration('1x')", "'1x'" },
        { "KCR154", "self.start < timestamp('yesterday')", "'yesterday'" },
        { "KCR158", "self.endless.all(i, i.value.matches('^[a-z]+$'))", null },
        { "KCR158", "self.text.matches(self.text)", null },
        { "KCR158", "[self.name, 'a'].join('-') != ''", null },
        { "KCR158", "self.items.filter(e, e.name == 'MY_ENV').all(e, e.value.matches('^[a-zA-Z]*$'))", null },
        { "KCR158", "self.counts.transformList(k, v, k + string(v)).size() > 0", null },
        { "KCR158", "self.name.split(',').join('-').substring(1, 2).charAt(0) == 'a'", null },
        { "KCR158", "self.endless.all(a, self.endless.exists_one(b, a.name == b.name))", null },
    };

    /// <summary>A kind with one rule on its spec.</summary>
    public static string Kind(string rule) =>
        TestKind.WithSpec(Members, Types, specAttributes: $"[CelRule({Literal(rule)}, Message = \"no\")]");

    /// <summary>A C# literal.</summary>
    public static string Literal(string text) => $"@\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
