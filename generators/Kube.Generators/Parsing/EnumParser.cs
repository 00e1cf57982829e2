using Kube.Generators.Diagnostics;
using Kube.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing;

/// <summary>Reads a C# enum as the texts that it is written as.</summary>
internal static class EnumParser
{
    public static EnumModel? Parse(INamedTypeSymbol type, string target, ParseContext context)
    {
        if (type.Has("System.FlagsAttribute"))
        {
            context.Report(DiagnosticIds.UnsupportedType, target, type.FullName(), "a combination of flags is no single value; use a list");
            return null;
        }

        if (!context.WritesEnumsAsText && !HasTextConverter(type))
        {
            context.Report(DiagnosticIds.NumericEnum, target, type.Name);
            return null;
        }

        return new(type.GetMembers().OfType<IFieldSymbol>().Where(f => f.HasConstantValue).Select(NameOf).ToEquatableArray());
    }

    private static bool HasTextConverter(INamedTypeSymbol type) =>
        type.Attribute(KnownNames.JsonConverter)?.Argument(0) is INamedTypeSymbol converter
        && converter.GenericName() == KnownNames.JsonStringEnumConverter;

    private static string NameOf(IFieldSymbol member) =>
        member.Attribute(KnownNames.JsonStringEnumMemberName)?.Argument(0) as string ?? member.Name;
}
