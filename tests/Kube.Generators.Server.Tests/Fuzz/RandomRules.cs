using Kube.Generators.Schema.Cel.Types;

namespace Kube.Generators.Server.Tests.Fuzz;

/// <summary>Random expressions over the types of the corpus, made of the table of functions; some of them do not fit.</summary>
internal sealed class RandomRules(Random random)
{
    private const double Misfit = 0.04;

    private static readonly CelSignature[] s_all = [.. CelFunctionTables.All.Select(CelSignature.Parse).Where(s => !s.Function.Contains('@', StringComparison.Ordinal) || s.Function == "@in")];

    private static readonly Dictionary<string, string[]> s_atoms = new()
    {
        ["bool"] = ["self.enabled", "true", "has(self.first)", "has(self.first.inner.flag)", "self.first.inner.flag"],
        ["int"] = ["self.replicas", "1", "-3", "self.counts['a']", "self.counts.b", "self.numbers[0]", "self.items[1].port"],
        ["uint"] = ["1u", "uint(self.replicas)"],
        ["double"] = ["self.ratio", "1.5", "2e3"],
        ["string"] = ["self.name", "'a'", "self.first.name", "self.first.value", "self.x__dash__odd__dot__name", "oldSelf.name", "self.namespace"],
        ["bytes"] = ["self.data", "b'a'"],
        ["timestamp"] = ["self.start", "timestamp('2020-01-01T00:00:00Z')"],
        ["duration"] = ["duration('1h')", "(self.end - self.start)"],
        ["list<int>"] = ["self.numbers", "[1, 2]", "self.first.inner.deep", "[]"],
        ["list<string>"] = ["['a', self.name]", "self.name.split(',')", "self.items.map(i, i.name)"],
        ["map<string, int>"] = ["self.counts", "{'a': 1}", "{}"],
        ["dyn"] = ["self.port", "dyn(self.name)", "self.resources.limits['cpu']", "null"],
        ["quantity"] = ["quantity('1Gi')"],
        ["url"] = ["url(self.name)"],
        ["ip"] = ["ip('1.2.3.4')"],
        ["cidr"] = ["cidr('1.2.3.0/8')"],
        ["semver"] = ["semver(self.name)"],
        ["format"] = ["format.uuid()"],
        ["list<dyn>"] = ["[dyn(1), dyn('a')]"],
        ["list<list<int>>"] = ["[[1], self.numbers]"],
        ["optional<int>"] = ["self.?replicas", "optional.of(1)", "self.numbers[?0]", "optional.none()"],
        ["optional<string>"] = ["self.?name", "self.?first.?name"],
        ["list<optional<int>>"] = ["[self.?replicas]"],
        ["object"] = ["self.first", "self.second", "self.items[0]", "self", "null"],
    };

    private static readonly CelType[] s_types = [CelType.Int, CelType.String, CelType.Bool, CelType.Double, CelType.Timestamp, CelType.Dyn];

    /// <summary>A rule.</summary>
    public string Next() => Of(CelType.Bool, 3);

    private string Of(CelType type, int depth)
    {
        type = random.NextDouble() < Misfit ? Pick(s_types) : type;
        if (depth == 0 || random.NextDouble() < 0.25)
        {
            return Atom(type);
        }

        if (type.Kind == CelKind.Bool && random.NextDouble() < 0.3)
        {
            return Macro(depth);
        }

        var fitting = s_all.Where(s => s.Result.Equals(type)).ToList();
        return fitting.Count == 0 ? Atom(type) : Call(fitting[random.Next(fitting.Count)], depth - 1);
    }

    private string Atom(CelType type) => s_atoms.TryGetValue(type.ToString(), out var atoms) ? Pick(atoms) : Pick(s_atoms["object"]);

    private string Macro(int depth)
    {
        var list = Pick(["self.numbers", "self.items", "self.others", "self.counts", "[1, 2]", "self.endless", "self.first.inner.deep"]);
        var item = Pick(["x == x", "x in [x]", $"{Of(CelType.Bool, depth - 1)}", "x.name == 'a'", "x > 1", "x.name.matches(self.name)", "x.startsWith('a')"]);
        return Pick(
        [
            $"{list}.all(x, {item})", $"{list}.exists(x, {item})", $"{list}.exists_one(x, {item})", $"{list}.filter(x, {item}).size() > 0",
            $"{list}.map(x, x).size() < {Of(CelType.Int, depth - 1)}", $"{list}.all(i, x, {item} || i == 0)", $"{list}.map(x, {item}, x) == {list}",
            $"{list}.transformList(i, x, {item}).size() > 0", $"{list}.transformMap(i, x, {item}, x).size() > 0", $"{list}.filter(x, {item}).all(x, {item})",
        ]);
    }

    private string Call(CelSignature signature, int depth)
    {
        var known = new Dictionary<string, CelType>();
        var arguments = signature.Parameters.Select(p => Of(Concrete(p, known), depth)).ToList();
        return signature.Function switch
        {
            "_?_:_" => $"({arguments[0]} ? {arguments[1]} : {arguments[2]})",
            "!_" => $"!({arguments[0]})",
            "-_" => $"-({arguments[0]})",
            "_[_]" => $"{arguments[0]}[{arguments[1]}]",
            "_[?_]" => $"{arguments[0]}[?{arguments[1]}]",
            "@in" => $"({arguments[0]} in {arguments[1]})",
            { } name when name[0] == '_' => $"({arguments[0]} {name.Trim('_')} {arguments[1]})",
            { } name when signature.IsMember => $"{arguments[0]}.{name}({string.Join(", ", arguments.Skip(1))})",
            { } name => $"{name}({string.Join(", ", arguments)})",
        };
    }

    private CelType Concrete(CelType type, Dictionary<string, CelType> known) => type.Kind == CelKind.Parameter
        ? known.TryGetValue(type.Name, out var bound) ? bound : known[type.Name] = Pick(s_types)
        : type.Parameters.Count == 0 ? type : type.With(type.Parameters.Select(p => Concrete(p, known)));

    private T Pick<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];
}
