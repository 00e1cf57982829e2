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
        "self == oldSelf || self.name == oldSelf.name",
        "true ? self.enabled : false // remark\n && true",
        "!!self.enabled || !self.enabled && (self.enabled)",
        "[1, 2, 3,].size() == 3 && {'a': 1,}.a == 1 && -self.replicas < - 1 && 7 % 3 == 1",
        "self.first.inner.deep.all(d, d > 0 || d < self.replicas)",
        "google.protobuf.Timestamp == type(self.start) || string == type(self.name)",
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
        { "KCR152", "self.name.startWith('a')", "startWith" },
        { "KCR152", "length(self.name) > 1", "length" },
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
        { "KCR154", "self.start - self.end < duration('9999999h')", "'9999999h'" },
        { "KCR154", "self.start < timestamp('yesterday')", "'yesterday'" },
        { "KCR154", "self.start < timestamp('2023-02-29T00:00:00Z')", "'2023-02-29T00:00:00Z'" },
        { "KCR154", "self.start < timestamp('2020-01-01t00:00:00z')", "'2020-01-01t00:00:00z'" },
        { "KCR154", "self.start < timestamp('2020-01-01T00:00:00+24:00')", "'2020-01-01T00:00:00+24:00'" },
        { "KCR154", "self.start < timestamp('0000-01-01T00:00:00Z')", "'0000-01-01T00:00:00Z'" },
        { "KCR154", "self.start < timestamp(99999999999999)", "99999999999999" },
        { "KCR154", "self.start < timestamp(null)", "null" },
        { "KCR154", "duration(null) < duration('1h')", "null" },
        { "KCR154", "self.name.find('[') == 'a'", "'['" },
        { "KCR154", "self.name.findAll('(?!a)', 2).size() == 0", "'(?!a)'" },
        { "KCR154", "matches(self.name, '[')", "'['" },
        { "KCR154", "self.replicas == int('a')", "'a'" },
        { "KCR154", "self.replicas == int(string('0x10'))", "string('0x10')" },
        { "KCR154", "self.replicas == int(1e30)", "1e30" },
        { "KCR154", "uint(self.replicas) == uint(-1)", "-1" },
        { "KCR154", "uint(self.replicas) == uint('+1')", "'+1'" },
        { "KCR154", "self.ratio == double('x')", "'x'" },
        { "KCR154", "self.ratio == double('1e400')", "'1e400'" },
        { "KCR154", "self.enabled == bool('yes')", "'yes'" },
        { "KCR154", "'%q'.format([self.name]) == ''", "'%q'" },
        { "KCR154", "'%5d'.format([self.replicas]) == ''", "'%5d'" },
        { "KCR154", "'%.f'.format([self.ratio]) == ''", "'%.f'" },
        { "KCR154", "'100%'.format([]) == ''", "'100%'" },
        { "KCR154", "'%d'.format([self.replicas, 1]) == ''", "[self.replicas, 1]" },
        { "KCR154", "'%d %d'.format([self.replicas]) == ''", "[self.replicas]" },
        { "KCR154", "'%d'.format([self.name]) == ''", "self.name" },
        { "KCR154", "'%f'.format([self.replicas]) == ''", "self.replicas" },
        { "KCR154", "'%s'.format([self.first]) == ''", "self.first" },
        { "KCR154", "'%d'.format([?self.?replicas]) == ''", "self.?replicas" },
        { "KCR158", "self.endless.all(i, i.value.matches('^[a-z]+$'))", null },
        { "KCR158", "self.text.matches(self.text)", null },
        { "KCR158", "[self.name, 'a'].join('-') != ''", null },
        { "KCR158", "self.items.filter(e, e.name == 'MY_ENV').all(e, e.value.matches('^[a-zA-Z]*$'))", null },
        { "KCR158", "self.counts.transformList(k, v, k + string(v)).size() > 0", null },
        { "KCR158", "self.name.split(',').join('-').substring(1, 2).charAt(0) == 'a'", null },
        { "KCR158", "self.endless.all(a, self.endless.exists_one(b, a.name == b.name))", null },
    };

    /// <summary>Rules with one answer, which an API server takes: true, false, or null when every evaluation fails.</summary>
    public static TheoryData<string, bool?> Constant => new()
    {
        { "'\\u00e9\\t\\101' == \"\"\"a\n'b'\"\"\" || r'\\d' == '\\\\d' || '''it's''' == 'x'", true },
        { "[1, 2].all(x, [3].all(x, x == 3) && x > 0)", true },
        { "true || 1 / 0 == 0", true },
        { "1 / 0 == 0 || true", true },
        { "1 / 0 == 0 && false", false },
        { "1 / 0 == 0", null },
        { "1 % 0 == 0", null },
        { "-7 / 2 == -3 && -7 % 2 == -1 && 7.0 / 2.0 == 3.5", true },
        { "9223372036854775807 + 1 > 0", null },
        { "-9223372036854775807 - 2 < 0", null },
        { "-(-9223372036854775808) > 0", null },
        { "9223372036854775807 * 2 > 0", null },
        { "1u - 2u > 0u", null },
        { "1 < 2u && 1.5 > 1 && 2u == dyn(2) && dyn(1) == 1.0 && !(dyn(1) == 'a')", true },
        { "9007199254740993 > 9007199254740992.0", false },
        { "string(duration('1h30m')) == '5400s' && string(duration('-100ms')) == '-0.1s' && int(duration('1s')) == 1000000000", true },
        { "string(timestamp('2020-01-01T00:00:00.120Z')) == '2020-01-01T00:00:00.12Z' && int(timestamp('2020-01-01T00:00:00Z')) == 1577836800", true },
        { "string(1.0) == '1' && string(-1.5) == '-1.5' && 0.0 / 0.0 != 0.0 / 0.0", true },
        { "1.0 / 0.0 > 1.0 && int('12') == 12 && uint('3') == 3u && double('1.5') == 1.5 && string(-3) == '-3' && bool('t')", true },
        { "int(-1.9) == -1 && int(2u) == 2 && double(2) == 2.0 && uint(1.9) == 1u && string(true) == 'true' && string(b'a') == 'a'", true },
        { "'abc'.contains('bc') && 'abc'.startsWith('ab') && 'abc'.endsWith('c') && !'abc'.contains('x') && ''.endsWith('')", true },
        { "'abc'.matches('b+') && !'abc'.matches('^b') && 'a1'.matches('^[a-z]\\\\d$') && !'\u0663'.matches('^\\\\d$')", true },
        { "'ab\\n'.matches('b$')", false },
        { "'abc'.substring(1) == 'bc' && 'abc'.substring(1, 2) == 'b' && 'abc'.charAt(0) == 'a' && 'abc'.charAt(3) == ''", true },
        { "'abc'.substring(2, 1) == ''", null },
        { "'abc'.charAt(4) == ''", null },
        { "'aXbX'.lowerAscii() == 'axbx' && 'a'.upperAscii() == 'A' && ' a '.trim() == 'a' && 'aa'.replace('a', 'b') == 'bb'", true },
        { "'a,b'.split(',') == ['a', 'b'] && 'abcb'.indexOf('b') == 1 && 'abcb'.lastIndexOf('b') == 3", true },
        { "'\U0001f600'.size() == 1 && 'a' < 'b' && 'Z' < 'a' && '\uffff' < '\U0001f600' && b'a' < b'b'", true },
        { "[1, 2, 3].size() == 3 && 2 in [1, 2] && !('a' in {'b': 1}) && [1, 2][1] == 2 && {'a': 1}['a'] == 1 && {'a': 1}.a == 1", true },
        { "[1, 2][2] == 1", null },
        { "[1, 2][-1] == 1", null },
        { "{'a': 1}['b'] == 1", null },
        { "{'a': 1}.b == 1", null },
        { "{'a': 1, 'a': 2}.a == 2 && {'a': 1, 'a': 2}.size() == 1", true },
        { "has({'a': 1}.a) && !has({'a': 1}.b)", true },
        { "[3, 1, 2].max() == 3 && [3, 1, 2].min() == 1 && [1, 2].sum() == 3 && [1, 2].isSorted() && ![2, 1].isSorted()", true },
        { "[].max() == 1", null },
        { "[1, 2, 3].slice(1, 2) == [2] && [1, 2].reverse() == [2, 1] && lists.range(2) == [0, 1]", true },
        { "[1, 2].exists(x, x > 1) && [1, 2].exists_one(x, x > 1) && [1, 2].filter(x, x > 1) == [2] && [1, 2].map(x, x * 2) == [2, 4]", true },
        { "[1, 0].exists(x, 1 / x == 1) && ![1, 0].all(x, 2 / x == 1)", true },
        { "[0, 0].all(x, 1 / x == 1)", null },
        { "[1, 2].all(i, v, v == i + 1) && {'a': 1}.all(k, v, k == 'a' && v == 1) && [1, 2].transformList(i, v, i + v) == [1, 3]", true },
        { "sets.contains([1, 2], [1]) && sets.intersects([1], [1, 2]) && sets.equivalent([1, 1], [1]) && !sets.intersects([], [])", true },
        { "optional.of(1).hasValue() && optional.none().orValue(2) == 2 && optional.of(1).or(optional.none()).value() == 1", true },
        { "optional.none().value() == 1", null },
        { "duration('1h30m') == duration('90m') && duration('-1.5s') < duration('0') && duration('1h') + duration('1m') > duration('1h')", true },
        { "timestamp('2020-01-01T00:00:00Z') + duration('24h') == timestamp('2020-01-02T01:00:00+01:00')", true },
        { "timestamp('2020-01-01T00:00:00.5Z') - timestamp('2020-01-01T00:00:00Z') == duration('500ms') && timestamp(0) < timestamp(1)", true },
        { "timestamp('9999-12-31T23:59:59Z') + duration('1h') > timestamp(0)", null },
        { "quantity('abc').isGreaterThan(quantity('1'))", null },
        { "ip('01.2.3.4').family() == 4", null },
        { "cidr('10.0.0.0').prefixLength() == 4", null },
        { "url('abc').getHost() == 'a'", null },
        { "semver('1.2').major() == 1", null },
        { "isQuantity('1.x') || isIP('1.2.3') || isCIDR('10.0.0.0/33') || isURL('a') || isSemver('v1.2.3')", false },
        { "true ? 1 == 1 : self.enabled", true },
        { "self.enabled || 1 < 2 || self.items.all(i, true)", true },
        { "self.first == null || 'a' == 'b' && self.enabled || 2 > 1", true },
        { "dyn(self.name) == 1 || [dyn(1), dyn('a')].size() == 2 || {'a': dyn(1), 'b': dyn('c')}.size() > 1", true },
        { "self.counts.size() == int('1' + 'a')", null },
        { "self.name != 'a' && quantity('1x').isInteger()", null },
    };

    /// <summary>A kind with one rule on its spec.</summary>
    public static string Kind(string rule) =>
        TestKind.WithSpec(Members, Types, specAttributes: $"[CelRule({Literal(rule)}, Message = \"no\")]");

    /// <summary>A C# literal.</summary>
    public static string Literal(string text) => $"@\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
