using Kube.Generators.Schema.Cel.Syntax;
using Kube.Generators.Schema.Cel.Types;

namespace Kube.Generators.Schema.Cel.Checking;

/// <summary>What is said of a rule that does not fit its types.</summary>
internal static class CelMessages
{
    public static CelProblem UnknownVariable(CelIdentifier identifier, IEnumerable<string> known)
    {
        var similar = Similar.To(identifier.Name, known);
        var message = $"there is no variable '{identifier.Name}'{DidYouMean(similar, "; a rule sees 'self' and 'oldSelf'")}";
        return Of(CelProblemKind.UnknownName, message, identifier) with { Suggestion = similar };
    }

    public static CelProblem UnknownField(CelSelect select, CelDeclaration owner)
    {
        var name = select.Field;
        var escaped = CelNames.Escape(name);
        var similar = escaped is not null && owner.Fields.ContainsKey(escaped) ? escaped : Similar.To(name, owner.Fields.Keys);
        var hint = owner.Schema.Object(Keywords.Properties)[name] is not null && (escaped is null || escaped == name)
            ? ": its schema is left open, so rules do not see it"
            : IsObjectMetadata(owner) ? ": of the metadata of whole objects rules see only name and generateName"
            : DidYouMean(similar, Known(owner));
        var end = select.FieldStart + name.Length;
        return Of(CelProblemKind.UnknownName, $"there is no field '{name}'{hint}", select.FieldStart, end) with { Suggestion = similar };
    }

    public static CelProblem NoFields(CelSelect select, CelType type) => Of(
        CelProblemKind.UnknownName,
        $"a value of type {type} has no field '{select.Field}'",
        select.FieldStart,
        select.FieldStart + select.Field.Length);

    public static CelProblem UnknownFunction(CelCall call, string name)
    {
        var similar = Similar.To(name, CelFunctions.Names);
        var (start, end) = call.FunctionStart is { } first ? (first, first + call.Function.Length) : (call.Start, call.End);
        return Of(CelProblemKind.BadCall, $"there is no function '{name}'{DidYouMean(similar, "")}", start, end) with { Suggestion = similar };
    }

    public static CelProblem NoOverload(CelCall call, string name, IEnumerable<CelType> types, bool isMember)
    {
        var given = types.Select(t => t.ToString()).ToList();
        var display = CelOperators.Display(name);
        var message = isMember
            ? $"a value of type {given[0]} has no function {name}({string.Join(", ", given.Skip(1))})"
            : $"'{display}' does not take ({string.Join(", ", given)})";
        return Of(CelProblemKind.BadCall, message, call);
    }

    public static CelProblem UnknownType(CelMapLiteral message) =>
        Of(CelProblemKind.UnknownName, $"there is no type '{message.TypeName}'", message);

    public static CelProblem NotOptional(CelNode node, CelType type) =>
        Of(CelProblemKind.BadCall, $"after '?' stands an optional value, not one of type {type}", node);

    public static CelProblem MixedTypes(CelNode node, CelType before, CelType type) =>
        Of(CelProblemKind.BadCall, $"a value of type {type} stands beside one of type {before}: wrap them in dyn()", node);

    public static CelProblem NoRange(CelFold fold, CelType type) =>
        Of(CelProblemKind.BadCall, $"a value of type {type} has no items to go over", fold.Range);

    public static CelProblem Expected(CelNode node, CelType expected, CelType type) =>
        Of(CelProblemKind.BadCall, $"a value of type {expected} is expected, not one of type {type}", node);

    private static bool IsObjectMetadata(CelDeclaration owner) => owner.Fields.Count == 2 && owner.Fields.ContainsKey("generateName");

    private static string Known(CelDeclaration owner)
    {
        const int Most = 8;
        var names = owner.Fields.Keys.OrderBy(n => n, StringComparer.Ordinal).ToList();
        return names.Count == 0 ? ": rules see no field here" : names.Count > Most ? "" : $"; there are {string.Join(", ", names)}";
    }

    private static string DidYouMean(string? similar, string otherwise) => similar is null ? otherwise : $"; did you mean '{similar}'?";

    private static CelProblem Of(CelProblemKind kind, string message, CelNode node) => Of(kind, message, node.Start, node.End);

    private static CelProblem Of(CelProblemKind kind, string message, int start, int end) => new(kind, message, start, end);
}
