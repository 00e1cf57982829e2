using Kube.Generators.Tests.Support;

namespace Kube.Generators.Tests.Types;

/// <summary>Lists, sets and dictionaries, nested and of all the types that the serializer fills.</summary>
public class CollectionTypesTests
{
    private const string Immutable = "System.Collections.Immutable.";
    private const string Part = "public record Part { public string? Name { get; set; } public int? Size { get; set; } }";
    private const string PartSchema = """{"type":"object","properties":{"name":{"type":"string"},"size":{"type":"integer","format":"int32"}}}""";

    public static TheoryData<string> Lists =>
    [
        "IEnumerable<T>", "ICollection<T>", "IReadOnlyCollection<T>", "IList<T>", "IReadOnlyList<T>", "List<T>", "T[]", "LinkedList<T>", "Queue<T>",
        "System.Collections.ObjectModel.Collection<T>", "System.Collections.ObjectModel.ObservableCollection<T>",
        "System.Collections.Concurrent.ConcurrentQueue<T>", Immutable + "ImmutableArray<T>", Immutable + "ImmutableList<T>", Immutable + "IImmutableList<T>",
        Immutable + "ImmutableQueue<T>", Immutable + "IImmutableQueue<T>", "ReadOnlyMemory<T>", "Memory<T>", "Own<T>",
    ];

    public static TheoryData<string> Sets =>
        ["ISet<T>", "HashSet<T>", "SortedSet<T>", Immutable + "ImmutableHashSet<T>", Immutable + "IImmutableSet<T>", Immutable + "ImmutableSortedSet<T>"];

    public static TheoryData<string> Maps =>
    [
        "IDictionary<string, T>", "IReadOnlyDictionary<string, T>", "Dictionary<string, T>", "SortedDictionary<string, T>", "SortedList<string, T>",
        "System.Collections.Concurrent.ConcurrentDictionary<string, T>", Immutable + "ImmutableDictionary<string, T>",
        Immutable + "IImmutableDictionary<string, T>", Immutable + "ImmutableSortedDictionary<string, T>", "OwnMap<T>",
    ];

    public static TheoryData<string> Keys =>
    [
        "string", "bool", "sbyte", "byte", "short", "ushort", "int", "uint", "long", "ulong", "float", "double", "decimal", "char", "Guid", "DateTime",
        "DateTimeOffset", "DateOnly", "TimeOnly", "TimeSpan", "Uri", "Version", "Duration", "Level",
    ];

    [Theory]
    [MemberData(nameof(Lists))]
    public void IsAList(string type)
    {
        const string Own = "public class Own<T> : List<T> { public string? Lost { get; set; } }\n" + Part;
        TypeAssert.Becomes("""{"type":"array","items":{"type":"integer","format":"int32"}}""", $"public {Of(type, "int")}? A {{ get; set; }}", Own);
        TypeAssert.Becomes($$"""{"type":"array","items":{{PartSchema}}}""", $"public {Of(type, "Part")}? A {{ get; set; }}", Own);
    }

    [Theory]
    [MemberData(nameof(Sets))]
    public void IsASet(string type) => TypeAssert.Becomes(
        """{"type":"array","items":{"type":"string"},"x-kubernetes-list-type":"set"}""", $"public {Of(type, "string")}? A {{ get; set; }}");

    [Theory]
    [InlineData("ISet<Part>")]
    [InlineData("HashSet<Part>")]
    public void SetOfObjectsIsAPlainList(string type) => TypeAssert.Becomes($$"""{"type":"array","items":{{PartSchema}}}""", $"public {type}? A {{ get; set; }}", Part);

    [Theory]
    [MemberData(nameof(Maps))]
    public void IsADictionary(string type)
    {
        const string Own = "public class OwnMap<T> : Dictionary<string, T>;\n" + Part;
        TypeAssert.Becomes("""{"type":"object","additionalProperties":{"type":"string"}}""", $"public {Of(type, "string")}? A {{ get; set; }}", Own);
        TypeAssert.Becomes($$"""{"type":"object","additionalProperties":{{PartSchema}}}""", $"public {Of(type, "Part")}? A {{ get; set; }}", Own);
    }

    [Fact]
    public void JsonWritesAndReadsThemAll()
    {
        const string Own = "public class Own<T> : List<T> { public string? Lost { get; set; } } public class OwnMap<T> : Dictionary<string, T>;\n" + Part;
        TypeAssert.AgreeWithJson(Forms(Lists).SelectMany(l => new[] { Of(l, "int") + "?", Of(l, "Part") + "?" }), Own);
        TypeAssert.AgreeWithJson(Forms(Sets).Select(f => Of(f, "string") + "?").Concat(["ISet<Part>?", "HashSet<Part>?"]), Own);
        TypeAssert.AgreeWithJson(Forms(Maps).SelectMany(m => new[] { Of(m, "string") + "?", Of(m, "Part") + "?" }), Own);
    }

    [Fact]
    public void JsonWritesAndReadsAllKeys() => TypeAssert.AgreeWithJson(
        Forms(Keys).SelectMany(k => new[] { $"Dictionary<{k}, bool>?", $"IReadOnlyDictionary<{k}, Part>?" }),
        "public enum Level { [JsonStringEnumMemberName(\"very-low\")] Low, High }\n" + Part);

    [Theory]
    [MemberData(nameof(Keys))]
    public void KeysAreTextsWhateverTheyAreInCSharp(string key)
    {
        const string Types = "public enum Level { [JsonStringEnumMemberName(\"very-low\")] Low, High }\n" + Part;
        TypeAssert.Becomes("""{"type":"object","additionalProperties":{"type":"boolean"}}""", $"public Dictionary<{key}, bool>? A {{ get; set; }}", Types);
        TypeAssert.Becomes($$"""{"type":"object","additionalProperties":{{PartSchema}}}""", $"public IReadOnlyDictionary<{key}, Part>? A {{ get; set; }}", Types);
    }

    [Theory]
    [InlineData("byte[]")]
    [InlineData("int?")]
    [InlineData("object")]
    [InlineData("Part")]
    [InlineData("ResourceQuantity")]
    public void OtherKeysAreRefused(string key) => TypeAssert.Reports(
        "KCR008", "A", "keys of a dictionary are", $"public IDictionary<{key}, int>? A {{ get; set; }}", Part + "\n#nullable disable warnings");

    [Fact]
    public void CollectionsNest()
    {
        var schema = TypeAssert.HasProperties(
            ["jagged", "listOfLists", "listOfMaps", "listsByName", "mapsOfMaps", "namedBytes"],
            """
            public int[][]? Jagged { get; set; } public IList<IReadOnlyList<Part>>? ListOfLists { get; set; }
            public List<IDictionary<string, int>>? ListOfMaps { get; set; } public Dictionary<string, List<Part>>? ListsByName { get; set; }
            public SortedDictionary<int, Dictionary<Guid, Part>>? MapsOfMaps { get; set; } public Dictionary<string, byte[]>? NamedBytes { get; set; }
            """,
            Part)["properties"]!;
        JsonAssert.Equal("""{"type":"array","items":{"type":"array","items":{"type":"integer","format":"int32"}}}""", schema["jagged"]);
        JsonAssert.Equal($$"""{"type":"object","additionalProperties":{"type":"array","items":{{PartSchema}} } }""", schema["listsByName"]);
        JsonAssert.Equal($$"""{"type":"object","additionalProperties":{"type":"object","additionalProperties":{{PartSchema}} } }""", schema["mapsOfMaps"]);
        JsonAssert.Equal("""{"type":"object","additionalProperties":{"type":"string","format":"byte"}}""", schema["namedBytes"]);
    }

    [Fact]
    public void ItemsAndValuesThatMayBeNullAreWrittenAsNull()
    {
        var schema = TypeAssert.HasProperties(
            ["list", "map", "numbers", "parts"],
            """
            public IList<string?>? List { get; set; } public IDictionary<string, string?>? Map { get; set; }
            public int?[]? Numbers { get; set; } public IList<Part?>? Parts { get; set; }
            """,
            Part)["properties"]!;
        Assert.All(new[] { "list", "numbers", "parts" }, n => Assert.True(schema[n]!["items"]!["nullable"]!.GetValue<bool>()));
        Assert.True(schema["map"]!["additionalProperties"]!["nullable"]!.GetValue<bool>());
    }

    [Fact]
    public void PairIsAnObject() => TypeAssert.Becomes(
        """{"type":"array","items":{"type":"object","properties":{"key":{"type":"string"},"value":{"type":"integer","format":"int32"}},"required":["key","value"]}}""",
        "public IList<KeyValuePair<string, int>>? A { get; set; }");

    [Theory]
    [InlineData("(int, string)?", "use a record")]
    [InlineData("Tuple<int, string>?", "use a record")]
    [InlineData("int[,]?", "arrays of arrays")]
    [InlineData("IReadOnlySet<string>?", "use ISet<T>")]
    [InlineData("System.Collections.Frozen.FrozenSet<string>?", "use ImmutableHashSet<T>")]
    [InlineData("System.Collections.Frozen.FrozenDictionary<string, int>?", "use ImmutableDictionary<TKey, TValue>")]
    [InlineData("System.Collections.ObjectModel.ReadOnlyCollection<int>?", "use IReadOnlyList<T>")]
    [InlineData("System.Collections.ObjectModel.ReadOnlyDictionary<string, int>?", "use IReadOnlyDictionary<TKey, TValue>")]
    [InlineData("System.Collections.Concurrent.ConcurrentBag<int>?", "use ConcurrentQueue<T>")]
    [InlineData("ArraySegment<int>?", "use Memory<T>")]
    [InlineData("Stack<int>?", "upside down")]
    [InlineData("System.Collections.Immutable.ImmutableStack<int>?", "upside down")]
    [InlineData("System.Collections.ArrayList?", "does not say what its items are")]
    [InlineData("System.Collections.IDictionary?", "does not say what its items are")]
    [InlineData("IAsyncEnumerable<int>?", "use IReadOnlyList<T>")]
    [InlineData("Walk?", "implement ICollection<T>")]
    public void WhatJsonCannotFillIsRefusedWithAnAlternative(string type, string words) => TypeAssert.Reports(
        "KCR008", "A", words, $"public {type} A {{ get; set; }}",
        """
        public class Walk : IEnumerable<int>
        {
            public IEnumerator<int> GetEnumerator() => throw new NotSupportedException();
            System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
        }
        """);

    [Fact]
    public void WithoutASetterJsonFillsWhatIsThereWhenItIsAskedTo()
    {
        const string Populate = "[JsonObjectCreationHandling(JsonObjectCreationHandling.Populate)]";
        TypeAssert.HasProperties(
            ["list", "map", "part"],
            $"{Populate} public List<int> List {{ get; }} = new(); {Populate} public Dictionary<string, Part> Map {{ get; }} = new(); {Populate} public Part Part {{ get; }} = new();",
            Part);
    }

    private static IEnumerable<string> Forms(TheoryData<string> data) => data.Select(d => d.Data);

    private static string Of(string form, string item) => System.Text.RegularExpressions.Regex.Replace(form, @"\bT\b", item);
}
