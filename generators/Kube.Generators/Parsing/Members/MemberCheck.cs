using Kube.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing.Members;

/// <summary>Finds members of which JSON makes something else than their author thinks.</summary>
internal static class MemberCheck
{
    public static void Report(INamedTypeSymbol type, string typeId, IReadOnlyList<TypeMember> members, ParseContext context)
    {
        if (type.IsOfKubernetes() || Collections.IsPair(type))
        {
            return;
        }

        if (NumberHandling.WritesText(type))
        {
            context.Report(DiagnosticIds.NumberAsText, typeId, type.Name);
        }

        foreach (var member in members)
        {
            Report(member, $"{typeId}.{member.Name}", context);
        }

        foreach (var (hidden, by) in TypeMembers.Leaking(type, members, context))
        {
            context.Report(
                DiagnosticIds.LeakingMember, $"{typeId}.{by.Name}", $"{by.Symbol.ContainingType.Name}.{by.Name}", $"{hidden.ContainingType.Name}.{hidden.Name}",
                JsonNames.Of(hidden));
        }

        if (Constructions.WhyUnmakeable(type, members, context) is { } reason)
        {
            context.Report(DiagnosticIds.Unmakeable, typeId, type.Name, reason);
        }
    }

    private static void Report(TypeMember member, string target, ParseContext context)
    {
        var half = member.Flow switch
        {
            JsonFlow.WrittenOnly => "is sent to the server, which drops it, because nothing could set it when it is read",
            JsonFlow.ReadOnly => "is left out, because nothing could get its value when it is written",
            _ => null,
        };
        if (half is not null && !member.IsExtensionData)
        {
            context.Report(DiagnosticIds.HalfMember, target, member.Name, half, member.Flow == JsonFlow.ReadOnly ? "getter" : "setter");
        }

        if (member.Flow == JsonFlow.Unreachable)
        {
            context.Report(DiagnosticIds.UnreachableMember, target, member.Name);
        }

        if (JsonFlows.IsNeverNull(member))
        {
            context.Report(DiagnosticIds.BadIgnoreCondition, target, member.Name, member.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat));
        }

        if (member.IsInSchema && NumberHandling.WritesText(member.Symbol))
        {
            context.Report(DiagnosticIds.NumberAsText, target, member.Name);
        }

        if (member.IsInSchema && !member.Symbol.Has(KnownNames.JsonPropertyName) && ConventionalName.WhySurprising(member.Name, member.JsonName) is { } remedy)
        {
            context.Report(DiagnosticIds.SurprisingName, target, member.Name, member.JsonName, remedy);
        }
    }
}
