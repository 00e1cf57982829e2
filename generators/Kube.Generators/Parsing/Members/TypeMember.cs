using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing.Members;

/// <summary>A property or field as System.Text.Json sees it.</summary>
/// <param name="Symbol">The property or field: of several with one name, that of the most derived type.</param>
/// <param name="Type">Type of its value.</param>
internal sealed record TypeMember(ISymbol Symbol, ITypeSymbol Type)
{
    public string Name => Symbol.Name;

    public string JsonName => JsonNames.Of(Symbol);

    /// <summary>What JSON has to do with it.</summary>
    public required JsonFlow Flow { get; init; }

    /// <summary>The constructor parameter by which a reader sets it; null when there is none.</summary>
    public IParameterSymbol? Parameter { get; init; }

    /// <summary>Whether code of the kind's assembly can get it.</summary>
    public required bool CanGet { get; init; }

    /// <summary>Whether code of the kind's assembly can set it in an object initialiser.</summary>
    public required bool CanSet { get; init; }

    public bool IsExtensionData => Symbol.Has(KnownNames.JsonExtensionData);

    public bool IsRequired => Symbol is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true };

    /// <summary>Whether the schema has it.</summary>
    public bool IsInSchema => Flow is JsonFlow.Both or JsonFlow.Stated && !IsExtensionData;
}

/// <summary>Which ways a member takes.</summary>
internal enum JsonFlow
{
    /// <summary>JSON never has it: ignored, not public, static.</summary>
    None,

    /// <summary>Written and read.</summary>
    Both,

    /// <summary>One way alone, because an attribute says so.</summary>
    Stated,

    /// <summary>Written, but nothing could set it when it is read.</summary>
    WrittenOnly,

    /// <summary>Read, but nothing could get it when it is written.</summary>
    ReadOnly,

    /// <summary>Meant to be in JSON, but the code that System.Text.Json generates cannot reach it, and throws.</summary>
    Unreachable,
}
