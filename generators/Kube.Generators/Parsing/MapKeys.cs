using Kube.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing;

/// <summary>The types that keys of a dictionary may have. A schema says nothing of keys: to it they are texts.</summary>
internal static class MapKeys
{
    /// <summary>Why JSON has no keys of a type; null when it has.</summary>
    public static string? WhyRefused(ITypeSymbol type)
    {
        if (type.TypeKind == TypeKind.Enum)
        {
            return type.Has("System.FlagsAttribute") ? "a combination of flags is no key" : null;
        }

        return Scalars.Parse(type) is { } kind
            && kind is not (ScalarKind.Bytes or ScalarKind.Quantity or ScalarKind.IntOrString or ScalarKind.AnyObject or ScalarKind.AnyList or ScalarKind.Any)
                ? null
                : "keys of a dictionary are texts, numbers, times, enums or Guids";
    }
}
