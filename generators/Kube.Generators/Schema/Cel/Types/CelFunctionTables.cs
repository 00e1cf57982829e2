namespace Kube.Generators.Schema.Cel.Types;

/// <summary>
/// Signatures, as <see cref="CelSignature.Parse"/> reads them. The language: cel-spec, <c>doc/langdef.md</c>; the libraries: "Common
/// Expression Language in Kubernetes" in the Kubernetes documentation.
/// </summary>
internal static class CelFunctionTables
{
    private static readonly string[] s_numbers = ["int", "uint", "double"];
    private static readonly string[] s_summable = ["int", "uint", "double", "duration"];
    private static readonly string[] s_comparisons = ["<", "<=", ">", ">="];
    private static readonly string[] s_comparable = ["int", "uint", "double", "bool", "duration", "timestamp", "string", "bytes"];

    private static readonly string[] s_operators =
    [
        "_?_:_(bool, A, A): A", "_&&_(bool, bool): bool", "_||_(bool, bool): bool", "!_(bool): bool",
        "@not_strictly_false(bool): bool", "_==_(A, A): bool", "_!=_(A, A): bool",
        "_+_(bytes, bytes): bytes", "_+_(double, double): double", "_+_(duration, duration): duration",
        "_+_(duration, timestamp): timestamp", "_+_(timestamp, duration): timestamp", "_+_(int, int): int",
        "_+_(list<A>, list<A>): list<A>", "_+_(string, string): string", "_+_(uint, uint): uint",
        "_-_(double, double): double", "_-_(duration, duration): duration", "_-_(int, int): int",
        "_-_(timestamp, duration): timestamp", "_-_(timestamp, timestamp): duration", "_-_(uint, uint): uint",
        "_*_(double, double): double", "_*_(int, int): int", "_*_(uint, uint): uint",
        "_/_(double, double): double", "_/_(int, int): int", "_/_(uint, uint): uint",
        "_%_(int, int): int", "_%_(uint, uint): uint", "-_(double): double", "-_(int): int",
        "@in(A, list<A>): bool", "@in(A, map<A, B>): bool",
        "_[_](list<A>, int): A", "_[_](map<A, B>, A): B", "_[_](optional<list<A>>, int): optional<A>",
        "_[_](optional<map<A, B>>, A): optional<B>",
        "_[?_](list<A>, int): optional<A>", "_[?_](map<A, B>, A): optional<B>", "_[?_](optional<list<A>>, int): optional<A>",
        "_[?_](optional<map<A, B>>, A): optional<B>",
        "cel.@mapInsert(map<A, B>, A, B): map<A, B>", "cel.@mapInsert(map<A, B>, map<A, B>): map<A, B>",
    ];

    private static readonly string[] s_conversions =
    [
        "type(A): type<A>", "dyn(A): dyn", "bool(bool): bool", "bool(string): bool", "bytes(bytes): bytes", "bytes(string): bytes",
        "double(double): double", "double(int): double", "double(string): double", "double(uint): double",
        "duration(duration): duration", "duration(string): duration", "int(int): int", "int(double): int", "int(duration): int",
        "int(string): int", "int(timestamp): int", "int(uint): int", "string(string): string", "string(bool): string",
        "string(bytes): string", "string(double): string", "string(duration): string", "string(int): string",
        "string(timestamp): string", "string(uint): string", "string(ip): string", "string(cidr): string",
        "timestamp(timestamp): timestamp", "timestamp(int): timestamp", "timestamp(string): timestamp",
        "uint(uint): uint", "uint(double): uint", "uint(int): uint", "uint(string): uint",
    ];

    private static readonly string[] s_texts =
    [
        "size(bytes): int", "bytes -> size(): int", "size(string): int", "string -> size(): int",
        "string -> contains(string): bool", "string -> endsWith(string): bool", "string -> startsWith(string): bool",
        "matches(string, string): bool", "string -> matches(string): bool",
        "string -> charAt(int): string", "string -> indexOf(string): int", "string -> indexOf(string, int): int",
        "string -> lastIndexOf(string): int", "string -> lastIndexOf(string, int): int", "string -> lowerAscii(): string",
        "string -> replace(string, string): string", "string -> replace(string, string, int): string",
        "string -> split(string): list<string>", "string -> split(string, int): list<string>",
        "string -> substring(int): string", "string -> substring(int, int): string", "string -> trim(): string",
        "string -> upperAscii(): string", "string -> format(list<dyn>): string", "strings.quote(string): string",
        "list<string> -> join(): string", "list<string> -> join(string): string",
        "string -> find(string): string", "string -> findAll(string): list<string>", "string -> findAll(string, int): list<string>",
    ];

    private static readonly string[] s_aggregates =
    [
        "size(list<A>): int", "list<A> -> size(): int", "size(map<A, B>): int", "map<A, B> -> size(): int",
        "list<A> -> indexOf(A): int", "list<A> -> lastIndexOf(A): int",
        "list<A> -> slice(int, int): list<A>", "list<list<A>> -> flatten(): list<A>", "list<dyn> -> flatten(int): list<dyn>",
        "lists.range(int): list<int>", "list<A> -> reverse(): list<A>", "list<A> -> distinct(): list<A>",
        "list<A> -> first(): optional<A>", "list<A> -> last(): optional<A>",
        "sets.contains(list<A>, list<A>): bool", "sets.equivalent(list<A>, list<A>): bool", "sets.intersects(list<A>, list<A>): bool",
        "optional.of(A): optional<A>", "optional.ofNonZeroValue(A): optional<A>", "optional.none(): optional<A>",
        "optional<A> -> value(): A", "optional<A> -> hasValue(): bool", "optional<A> -> or(optional<A>): optional<A>",
        "optional<A> -> orValue(A): A", "optional.unwrap(list<optional<A>>): list<A>", "list<optional<A>> -> unwrapOpt(): list<A>",
    ];

    private static readonly string[] s_kubernetes =
    [
        "url(string): url", "isURL(string): bool", "url -> getScheme(): string", "url -> getHost(): string",
        "url -> getHostname(): string", "url -> getPort(): string", "url -> getEscapedPath(): string",
        "url -> getQuery(): map<string, list<string>>",
        "quantity(string): quantity", "isQuantity(string): bool", "sign(quantity): int",
        "quantity -> isGreaterThan(quantity): bool", "quantity -> isLessThan(quantity): bool", "quantity -> compareTo(quantity): int",
        "quantity -> asApproximateFloat(): double", "quantity -> asInteger(): int", "quantity -> isInteger(): bool",
        "quantity -> add(quantity): quantity", "quantity -> add(int): quantity", "quantity -> sub(quantity): quantity",
        "quantity -> sub(int): quantity",
        "ip(string): ip", "isIP(string): bool", "ip.isCanonical(string): bool", "ip -> family(): int", "ip -> isUnspecified(): bool",
        "ip -> isLoopback(): bool", "ip -> isLinkLocalMulticast(): bool", "ip -> isLinkLocalUnicast(): bool",
        "ip -> isGlobalUnicast(): bool",
        "cidr(string): cidr", "isCIDR(string): bool", "cidr -> containsIP(string): bool", "cidr -> containsIP(ip): bool",
        "cidr -> containsCIDR(string): bool", "cidr -> containsCIDR(cidr): bool", "cidr -> ip(): ip", "cidr -> prefixLength(): int",
        "cidr -> masked(): cidr",
        "format.named(string): optional<format>", "format -> validate(string): optional<list<string>>",
        "semver(string): semver", "semver(string, bool): semver", "isSemver(string): bool", "isSemver(string, bool): bool",
        "semver -> isGreaterThan(semver): bool", "semver -> isLessThan(semver): bool", "semver -> compareTo(semver): int",
        "semver -> major(): int", "semver -> minor(): int", "semver -> patch(): int",
    ];

    private static readonly string[] s_formats =
    [
        "dns1123Label", "dns1123Subdomain", "dns1035Label", "qualifiedName", "dns1123LabelPrefix", "dns1123SubdomainPrefix",
        "dns1035LabelPrefix", "labelValue", "uri", "uuid", "byte", "date", "datetime",
    ];

    private static readonly string[] s_times =
        ["getFullYear", "getMonth", "getDayOfYear", "getDayOfMonth", "getDate", "getDayOfWeek"];

    private static readonly string[] s_clock = ["getHours", "getMinutes", "getSeconds", "getMilliseconds"];

    /// <summary>Every signature.</summary>
    public static IEnumerable<string> All =>
        s_operators.Concat(Comparisons).Concat(s_conversions).Concat(s_texts).Concat(s_aggregates).Concat(Sorting).Concat(s_kubernetes)
            .Concat(s_formats.Select(f => $"format.{f}(): format"))
            .Concat(s_times.Concat(s_clock).SelectMany(t => new[] { $"timestamp -> {t}(): int", $"timestamp -> {t}(string): int" }))
            .Concat(s_clock.Select(t => $"duration -> {t}(): int"));

    /// <summary>Values of one type compare; numbers of different types too.</summary>
    private static IEnumerable<string> Comparisons =>
        from symbol in s_comparisons
        from left in s_comparable
        from right in s_comparable
        where left == right || (s_numbers.Contains(left) && s_numbers.Contains(right))
        select $"_{symbol}_({left}, {right}): bool";

    private static IEnumerable<string> Sorting =>
        s_comparable.SelectMany(t => new[]
        {
            $"list<{t}> -> isSorted(): bool", $"list<{t}> -> max(): {t}", $"list<{t}> -> min(): {t}", $"list<{t}> -> sort(): list<{t}>",
            $"list<A> -> @sortByAssociatedKeys(list<{t}>): list<A>",
        }).Concat(s_summable.Select(t => $"list<{t}> -> sum(): {t}"));
}
