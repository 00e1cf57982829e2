using Kube.Generators.Parsing.Members;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing;

/// <summary>Whether a property of a C# type must have a value.</summary>
internal enum Presence
{
    Optional,
    Required,

    /// <summary>The type was compiled without nullable annotations.</summary>
    Unknown,
}

/// <summary>Reads the question mark, or its absence.</summary>
internal static class Nullability
{
    /// <summary>What the type of the property says, initialisers and attributes aside.</summary>
    public static Presence Of(TypeMember member)
    {
        var (type, declared) = (member.Type, (member.Symbol.OriginalDefinition as IPropertySymbol)?.Type ?? ((IFieldSymbol)member.Symbol.OriginalDefinition).Type);

        // T? of a type parameter is a plain int when T is one, and may be absent all the same.
        var isAnnotated = type.NullableAnnotation == NullableAnnotation.Annotated
            || declared.NullableAnnotation == NullableAnnotation.Annotated
            || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        return isAnnotated ? Presence.Optional
            : type.IsValueType || type.NullableAnnotation == NullableAnnotation.NotAnnotated ? Presence.Required
            : Presence.Unknown;
    }
}
