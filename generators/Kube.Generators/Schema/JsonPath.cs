using System.Text.RegularExpressions;
using Kube.Generators.Model;

namespace Kube.Generators.Schema;

/// <summary>Follows the paths of columns, such as <c>.status.conditions[?(@.type=="Ready")].status</c>, through the types.</summary>
internal static class JsonPath
{
    private static readonly Regex s_steps = new(
        @"^(\.(?<name>([A-Za-z0-9_$-]|\\.)+)|(?<bracket>\[(\*|-?[0-9]+|'[^']+'|\?\(@.+?\))\]))+$", RegexOptions.CultureInvariant);

    /// <summary>The type at the end of a path, null when anything may be there; or why the path leads nowhere.</summary>
    public static (TypeModel? Type, string? Problem) Follow(string path, ObjectModel kind, SchemaContext context)
    {
        if (!path.StartsWith(".", StringComparison.Ordinal) || Split(path) is not { } steps)
        {
            return (null, "a path begins with a dot and consists of names and brackets");
        }

        TypeModel type = new ObjectReference(kind.Id);
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

    private static (TypeModel? Type, string? Problem) Step(TypeModel type, string step, SchemaContext context)
    {
        var isBracket = step[0] == '[';
        switch (type)
        {
            case ObjectReference reference when !isBracket:
                var owner = context.TypeOf(reference);
                var property = owner.Properties.FirstOrDefault(p => p.JsonName == step);
                return property is not null ? (property.Type, null)
                    : owner.Validation.PreservesUnknownFields ? (null, null)
                    : (null, $"{owner.Name} has no '{step}' in JSON");
            case MapModel map:
                return (map.Values, null);
            case ListModel list:
                return isBracket ? (list.Items, null) : (null, $"'{step}' follows a list: say which item in brackets");
            case ScalarModel { Kind: ScalarKind.Any or ScalarKind.AnyObject }:
                return (null, null);
            default:
                return (null, $"'{step}' follows something that has no parts");
        }
    }

    private static IEnumerable<string>? Split(string path)
    {
        var match = s_steps.Match(path);
        return match.Success
            ? match.Groups["name"].Captures.Cast<Capture>().Concat(match.Groups["bracket"].Captures.Cast<Capture>())
                .OrderBy(c => c.Index).Select(c => c.Value)
            : null;
    }
}
