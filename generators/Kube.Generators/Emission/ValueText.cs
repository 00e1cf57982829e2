using Kube.Generators.Model;

namespace Kube.Generators.Emission;

/// <summary>Words the copying, comparing and writing of one value.</summary>
internal static class ValueText
{
    private const string Deep = "global::Kube.Deep";
    private const string Json = "global::Kube.ApplyJson";

    /// <summary>Whether copies may share the value.</summary>
    public static bool IsShared(ValueShape value) => value is PlainShape or HelpedShape { IsImmutable: true };

    /// <summary>An expression that copies a value.</summary>
    public static string Copy(ValueShape value, string from, string json) => value switch
    {
        _ when IsShared(value) => from,
        HelpedShape => $"{Deep}.Copy({from})",
        ConvertedShape { IsValueType: true, IsNullableValue: false } converted => $"{Deep}.CopyConvertedValue({from}, {json}, new {converted.Converter}())",
        ConvertedShape converted => $"{Deep}.CopyConverted({from}, {json}, new {converted.Converter}())",
        ListShape list => CopyList(list, from, json),
        MapShape map => CopyMap(map, from, json),
        ObjectShape { IsNullableValue: true } part => $"{Deep}.CopyNullable({from}, static item => {part.Content}.DeepClone(item))",
        ObjectShape part => $"{part.Content}.DeepClone({from})",
        _ => $"{Deep}.CopyJson<{value.Type}>({from}, {json})",
    };

    private static string CopyList(ListShape list, string from, string json) => list.Copying switch
    {
        Copying.List or Copying.Array or Copying.Set => $"{Deep}.Copy{list.Copying}({from}{CopyOfItem(list.Items, json)})",
        Copying.Constructor =>
            $"{Deep}.CopyAs<{list.Type}, {NameOf(list.Items)}>({from}, static items => new {list.Type}(items){CopyOfItem(list.Items, json)})",
        Copying.Sharing when IsShared(list.Items) => from,
        _ => $"{Deep}.CopyJson<{list.Type}>({from}, {json})",
    };

    private static string CopyMap(MapShape map, string from, string json) => map.Copying switch
    {
        Copying.Map => $"{Deep}.CopyMap({from}{CopyOfItem(map.Values, json)})",
        Copying.Constructor =>
            $"{Deep}.CopyMapAs<{map.Type}, {map.Key}, {NameOf(map.Values)}>({from}, static entries => new {map.Type}(entries){CopyOfItem(map.Values, json)})",
        Copying.Sharing when IsShared(map.Values) => from,
        _ => $"{Deep}.CopyJson<{map.Type}>({from}, {json})",
    };

    /// <summary>An expression that compares two values.</summary>
    public static string Compare(ValueShape value, string left, string right, string json) => value switch
    {
        PlainShape { HasOperator: true } => $"{left} == {right}",
        PlainShape or HelpedShape => $"{Deep}.Same({left}, {right})",
        ConvertedShape converted => $"{Deep}.SameConverted<{converted.Type}>({left}, {right}, {json}, new {converted.Converter}())",
        ListShape { IsSet: true } list => $"{Deep}.SameSet({left}, {right}{ComparisonOfItem(list.Items, json)})",
        ListShape list => $"{Deep}.SameList({left}, {right}{ComparisonOfItem(list.Items, json)})",
        MapShape map => $"{Deep}.SameMap({left}, {right}{ComparisonOfItem(map.Values, json)})",
        ObjectShape { IsNullableValue: true } part =>
            $"{Deep}.SameNullable({left}, {right}, static (item, other) => {part.Content}.DeepEquals(item, other))",
        ObjectShape part => $"{part.Content}.DeepEquals({left}, {right})",
        _ => $"{Deep}.SameJson<{value.Type}>({left}, {right}, {json})",
    };

    /// <summary>The type of a value in what server-side apply sends, without its question mark.</summary>
    public static string TwinType(ValueShape value) => value switch
    {
        ObjectShape { Twin: { } twin } => twin,
        ListShape { HasTwin: true } list => $"global::System.Collections.Generic.IList<{TwinType(list.Items)}>",
        MapShape { HasTwin: true } map => $"global::System.Collections.Generic.IDictionary<{map.Key}, {TwinType(map.Values)}>",
        _ => value.Type.TrimEnd('?'),
    };

    /// <summary>A statement that writes a member if it is set.</summary>
    public static string Write(MemberModel member, string json)
    {
        var name = Literal.Of(member.JsonName!) + "u8";
        return member.Value.HasTwin ? $"{Json}.Write(writer, {name}, {member.TwinName}, {WriterOf(member.Value, json)});"
            : member.Converter is { } converter ? $"{Json}.Write(writer, {name}, {member.TwinName}, {json}, new {converter}());"
            : $"{Json}.Write(writer, {name}, {member.TwinName}, {json});";
    }

    private static string WriterOf(ValueShape value, string json) => value switch
    {
        ListShape list => $"static (writer, items) => {Json}.WriteList(writer, items, {WriterOf(list.Items, json)})",
        MapShape { Key: MapShape.TextKey } map => $"static (writer, entries) => {Json}.WriteMap(writer, entries, {WriterOf(map.Values, json)})",
        MapShape map => $"static (writer, entries) => {Json}.WriteMap(writer, entries, {json}, {WriterOf(map.Values, json)})",
        _ => "static (writer, part) => part.WriteTo(writer)",
    };

    /// <summary>The type of an item as C# has it in the list around it.</summary>
    private static string NameOf(ValueShape item) => item.IsNullableValue ? item.Type + "?" : item.Type;

    private static string CopyOfItem(ValueShape item, string json) => IsShared(item) ? "" : $", static item => {Copy(item, "item", json)}";

    private static string ComparisonOfItem(ValueShape item, string json) =>
        item is PlainShape ? "" : $", static (item, other) => {Compare(item, "item", "other", json)}";
}
