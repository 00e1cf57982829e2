using Kube.Generators.Diagnostics;
using Kube.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing;

/// <summary>Reads a C# enum as the texts that it is written as.</summary>
internal static class EnumParser
{
    /// <summary>The model; null after a problem was reported.</summary>
    /// <param name="type">The enum.</param>
    /// <param name="converter">The converter of the property; null for that of the type or of the JSON context.</param>
    /// <param name="target">The property.</param>
    /// <param name="context">Receives problems.</param>
    public static EnumModel? Parse(INamedTypeSymbol type, INamedTypeSymbol? converter, string target, ParseContext context)
    {
        if (type.Has("System.FlagsAttribute"))
        {
            context.Report(DiagnosticIds.UnsupportedType, target, type.FullName(), "a combination of flags is no single value; use a list");
            return null;
        }

        if (!IsText(type, converter ?? JsonConverters.Of(type), context))
        {
            context.Report(DiagnosticIds.NumericEnum, target, type.Name);
            return null;
        }

        var members = type.GetMembers().OfType<IFieldSymbol>().Where(f => f.HasConstantValue).ToList();
        foreach (var member in members)
        {
            context.Locate(TargetOf(member), member.Locations.FirstOrDefault());
        }

        if (WhyUnusable(members) is { } problem)
        {
            context.Locate(type.FullName(), type.Locations.FirstOrDefault());
            context.Report(DiagnosticIds.UnusableEnum, problem.Member is null ? type.FullName() : TargetOf(problem.Member), type.Name, problem.Reason);
            return null;
        }

        CheckMembers(members, context);
        return new(members.Select(NameOf).ToEquatableArray());
    }

    private static bool IsText(INamedTypeSymbol type, INamedTypeSymbol? converter, ParseContext context) =>
        converter is null ? context.Json.WritesAsText(type) : JsonConverters.WritesEnumText(converter);

    private static (IFieldSymbol? Member, string Reason)? WhyUnusable(List<IFieldSymbol> members)
    {
        if (members.Count == 0)
        {
            return (null, "it has no member, so that nothing would be valid");
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in members)
        {
            var name = NameOf(member);
            if (name.Length == 0 || name.Trim() != name)
            {
                return (member, $"System.Text.Json refuses the name '{name}' of '{member.Name}': names are not empty, nor begin or end with a space");
            }

            if (!names.Add(name))
            {
                return (member, $"'{member.Name}' and another member are both '{name}' in JSON");
            }
        }

        return null;
    }

    private static void CheckMembers(List<IFieldSymbol> members, ParseContext context)
    {
        var byValue = new Dictionary<object, IFieldSymbol>();
        foreach (var member in members)
        {
            if (byValue.TryGetValue(member.ConstantValue!, out var first))
            {
                context.Report(DiagnosticIds.EnumAlias, TargetOf(member), NameOf(member), NameOf(first));
            }
            else
            {
                byValue.Add(member.ConstantValue!, member);
            }

            if (member.Attribute(KnownNames.EnumMember)?.Named<string>("Value") is { } other && other != NameOf(member))
            {
                context.Report(DiagnosticIds.IgnoredEnumMember, TargetOf(member), other, NameOf(member));
            }
        }
    }

    private static string TargetOf(IFieldSymbol member) => $"{member.ContainingType.FullName()}.{member.Name}";

    private static string NameOf(IFieldSymbol member) =>
        member.Attribute(KnownNames.JsonStringEnumMemberName)?.Argument(0) as string ?? member.Name;
}
