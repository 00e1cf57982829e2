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
        ListShape list => $"{Deep}.{list.Helper}({from}{CopyOfItem(list.Items, json)})",
        MapShape map => $"{Deep}.CopyMap({from}{CopyOfItem(map.Values, json)})",
        ObjectShape { IsNullableValue: true } part => $"{Deep}.CopyNullable({from}, static item => {part.Content}.DeepClone(item))",
        ObjectShape part => $"{part.Content}.DeepClone({from})",
        _ => $"{Deep}.CopyJson<{value.Type}>({from}, {json})",
    };

    /// <summary>An expression that compares two values.</summary>
    public static string Compare(ValueShape value, string left, string right, string json) => value switch
    {
        PlainShape { HasOperator: true } => $"{left} == {right}",
        PlainShape or HelpedShape => $"{Deep}.Same({left}, {right})",
        ListShape { Helper: "CopySet" } list => $"{Deep}.SameSet({left}, {right}{ComparisonOfItem(list.Items, json)})",
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
        MapShape { HasTwin: true } map => $"global::System.Collections.Generic.IDictionary<string, {TwinType(map.Values)}>",
        _ => value.Type.TrimEnd('?'),
    };

    /// <summary>A statement that writes a member if it is set.</summary>
    public static string Write(MemberModel member, string json)
    {
        var name = Literal.Of(member.JsonName!) + "u8";
        return member.Value.HasTwin ? $"{Json}.Write(writer, {name}, {member.Name}, {WriterOf(member.Value)});"
            : member.Converter is { } converter ? $"{Json}.Write(writer, {name}, {member.Name}, {json}, new {converter}());"
            : $"{Json}.Write(writer, {name}, {member.Name}, {json});";
    }

    private static string WriterOf(ValueShape value) => value switch
    {
        ListShape list => $"static (writer, items) => {Json}.WriteList(writer, items, {WriterOf(list.Items)})",
        MapShape map => $"static (writer, entries) => {Json}.WriteMap(writer, entries, {WriterOf(map.Values)})",
        _ => "static (writer, part) => part.WriteTo(writer)",
    };

    private static string CopyOfItem(ValueShape item, string json) => IsShared(item) ? "" : $", static item => {Copy(item, "item", json)}";

    private static string ComparisonOfItem(ValueShape item, string json) =>
        item is PlainShape ? "" : $", static (item, other) => {Compare(item, "item", "other", json)}";
}
