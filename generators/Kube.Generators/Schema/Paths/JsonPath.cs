using System.Text.RegularExpressions;
using Kube.Generators.Model;

namespace Kube.Generators.Schema.Paths;

/// <summary>Follows the paths of columns, such as <c>.status.conditions[?(@.type=="Ready")].status</c>, through the types.</summary>
internal static class JsonPath
{
    private static readonly Regex s_literal = new(
        @"^('[^']*'|""[^""]*""|-?[0-9]+(\.[0-9]+)?|true|false)$", RegexOptions.CultureInvariant);

    /// <summary>The type at the end of a path, null when anything may be there; or why the path leads nowhere.</summary>
    public static (TypeModel? Type, string? Problem) Follow(string path, ObjectModel kind, SchemaContext context) =>
        Follow(path, new ObjectReference(kind.Id), context);

    private static (TypeModel? Type, string? Problem) Follow(string path, TypeModel start, SchemaContext context)
    {
        var (steps, unreadable) = PathReader.Read(path);
        if (unreadable is not null)
        {
            return (null, unreadable);
        }

        var type = start;
        foreach (var step in steps)
        {
            var (next, problem) = Step(type, step, context);
            if (problem is not null || next is null)
            {
                return (null, problem);
            }

            type = next;
        }

        return (type, null);
    }

    private static (TypeModel? Type, string? Problem) Step(TypeModel type, PathStep step, SchemaContext context) => (type, step) switch
    {
        (_, DescendStep) => (null, null),
        (ScalarModel { Kind: ScalarKind.Any or ScalarKind.AnyObject or ScalarKind.AnyList } or StatedModel, _) => (null, null),
        (ObjectReference reference, NameStep name) => Member(context.TypeOf(reference), name.Name),
        (ObjectReference, AnyStep { Text: "*" or "[*]" }) => (null, null),
        (ObjectReference, _) => (null, $"'{step.Text}' follows an object: it has no items"),
        (MapModel map, NameStep or AnyStep) => (map.Values, null),
        (ListModel list, AnyStep) => (list.Items, null),
        (ListModel list, FilterStep filter) => (list.Items, WhyNoFilter(filter, list.Items, context)),
        (ListModel, _) => (null, $"'{step.Text}' follows a list: say which item in brackets"),
        _ => (null, $"'{step.Text}' follows something that has no parts"),
    };

    private static (TypeModel? Type, string? Problem) Member(ObjectModel owner, string name)
    {
        var property = owner.Properties.FirstOrDefault(p => p.JsonName == name);
        return property is not null ? (property.Type, null)
            : owner.Validation.PreservesUnknownFields ? (null, null)
            : (null, $"{owner.Name} has no '{name}' in JSON");
    }

    private static string? WhyNoFilter(FilterStep filter, TypeModel items, SchemaContext context)
    {
        foreach (var operand in filter.Operands)
        {
            var problem = operand == "@" ? null
                : operand[0] == '@' ? Follow(operand.Substring(1), items, context).Problem
                : s_literal.IsMatch(operand) ? null
                : $"'{operand}' is neither a path that begins with @ nor a quoted text, number, true or false";
            if (problem is not null)
            {
                return problem;
            }
        }

        return null;
    }
}
