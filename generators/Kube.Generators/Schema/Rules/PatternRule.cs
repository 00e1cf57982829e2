using System.Text.RegularExpressions;
using Kube.Generators.Diagnostics;
using Kube.Generators.Json;
using Kube.Generators.Model;

namespace Kube.Generators.Schema.Rules;

/// <summary>
/// <c>[RegularExpression]</c>. In .NET it means the whole text, in a schema any part of it, so the pattern is anchored. The server matches
/// with Go's RE2, which knows less than .NET.
/// </summary>
internal static class PatternRule
{
    public static JsonObject Apply(JsonObject schema, PropertyModel property, SchemaContext context)
    {
        if (property.Validation.Pattern is not { } pattern)
        {
            return schema;
        }

        var reason = schema.TypeName() != "string" ? "only texts have a pattern"
            : schema[Keywords.Pattern] is not null ? "its type has a pattern of its own"
            : WhyNot(pattern);
        if (reason is not null)
        {
            context.Report(DiagnosticIds.BadPattern, property.Target, pattern, property.Name, reason);
            return schema;
        }

        return schema.With(Keywords.Pattern, JsonValue.Of(Anchor(pattern)));
    }

    internal static string? WhyNot(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.CultureInvariant);
        }
        catch (ArgumentException e)
        {
            return e.Message;
        }

        return Re2Syntax.WhyNot(pattern);
    }

    /// <summary>A pattern that is anchored at both ends and has no alternatives already means the whole text.</summary>
    private static string Anchor(string pattern) =>
        pattern.StartsWith("^", StringComparison.Ordinal) && pattern.EndsWith("$", StringComparison.Ordinal)
        && !pattern.EndsWith(@"\$", StringComparison.Ordinal) && !HasTopLevelAlternatives(pattern)
            ? pattern
            : $"^(?:{pattern})$";

    private static bool HasTopLevelAlternatives(string pattern)
    {
        var (depth, isClass) = (0, false);
        for (var i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\': i++; break;
                case '[': isClass = true; break;
                case ']': isClass = false; break;
                case '(' when !isClass: depth++; break;
                case ')' when !isClass: depth--; break;
                case '|' when !isClass && depth == 0: return true;
            }
        }

        return false;
    }
}
