using CsCheck;

namespace Kube.Core.Tests.Clients;

/// <summary>Random JSON objects as text, from a vocabulary so small that two of them have much in common.</summary>
internal static class JsonDocuments
{
    private static readonly Gen<string> s_scalar = Gen.OneOf(new[] { "0", "1", "\"\"", "\"text\"", "true" }.Select(Gen.Const).ToArray());

    public static Gen<string> Objects { get; } = Object(3);

    private static Gen<string> Object(int depth) => Members(depth).Select(members => $"{{{string.Join(',', members)}}}");

    // Names that need escaping in a path are the interesting ones.
    private static Gen<string[]> Members(int depth) => Gen.Select(
        Member("plain", depth),
        Member("with/slash", depth),
        Member("with~1", depth),
        (a, b, c) => new[] { a, b, c }.Where(member => member.Length > 0).ToArray());

    private static Gen<string> Member(string name, int depth) =>
        Gen.Frequency((1, Gen.Const("")), (2, Value(depth - 1).Select(value => $"\"{name}\":{value}")));

    private static Gen<string> Value(int depth) =>
        depth <= 0 ? s_scalar : Gen.OneOf(s_scalar, Object(depth), Scalars(), NamedItems(depth));

    private static Gen<string> Scalars() => s_scalar.Array[0, 4].Select(List);

    // The names in a list are unique, as the API demands of lists that are maps.
    private static Gen<string> NamedItems(int depth) => Gen.Select(
        Gen.Shuffle(new[] { "n1", "n2", "n3", "n4" }),
        Gen.Int[0, 4],
        Members(depth).Array[4],
        (names, count, members) =>
            List(names.Take(count).Zip(members, (name, own) => $"{{{string.Join(',', own.Prepend($"\"name\":\"{name}\""))}}}")));

    private static string List(IEnumerable<string> items) => $"[{string.Join(',', items)}]";
}
