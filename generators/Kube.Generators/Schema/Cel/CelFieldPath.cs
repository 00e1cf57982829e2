using System.Text.RegularExpressions;
using Kube.Generators.Json;
using Kube.Generators.Model;

namespace Kube.Generators.Schema.Cel;

/// <summary>The path of the field that a rule's answer names, such as <c>.replicas</c> or <c>.labels['app']</c>.</summary>
internal static class CelFieldPath
{
    private static readonly Regex s_steps = new(
        @"^(?<step>\.[^.\[\]']+|\['([^'\\]|\\.)+'\])+$", RegexOptions.CultureInvariant);

    /// <summary>A path of C# names, as <c>nameof</c> gives it, with the names of JSON instead. A JSON path stays.</summary>
    public static string ToJson(string path, ObjectReference? type, SchemaContext context)
    {
        if (path[0] is '.' or '[')
        {
            return path;
        }

        var result = "";
        TypeModel? current = type;
        foreach (var name in path.Split('.'))
        {
            var property = current is ObjectReference reference
                ? context.TypeOf(reference).Properties.FirstOrDefault(p => p.Name == name || p.JsonName == name)
                : null;
            var jsonName = property?.JsonName ?? name;
            result += StepTo(jsonName);
            current = property?.Type;
        }

        return result;
    }

    /// <summary>Why the path leads nowhere from a schema, and the path that was probably meant; null when it leads somewhere.</summary>
    public static (string Reason, string? Suggestion)? WhyNot(string path, JsonObject schema)
    {
        var match = s_steps.Match(path);
        if (!match.Success)
        {
            return ("a path is made of .name and ['name']; items of lists have no path", null);
        }

        foreach (var step in match.Groups["step"].Captures.Cast<Capture>())
        {
            var name = step.Value[0] == '.' ? step.Value.Substring(1) : step.Value.Substring(2, step.Value.Length - 4);
            var properties = schema.Object(Keywords.Properties);
            var next = properties.Members.Count > 0 ? properties[name] : schema[Keywords.AdditionalProperties];
            if (next is not JsonObject inner)
            {
                var similar = Similar.To(name, properties.Members.Select(m => m.Name));
                return similar is null
                    ? ($"there is no field '{name}'", null)
                    : ($"there is no field '{name}'; did you mean '{similar}'?", path.Remove(step.Index, step.Length).Insert(step.Index, StepTo(similar)));
            }

            schema = inner;
        }

        return null;
    }

    private static string StepTo(string jsonName) => jsonName.IndexOfAny(['.', '[', ']', '\'']) < 0 ? "." + jsonName : $"['{jsonName}']";
}
