using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing;

/// <summary>What <c>[JsonSourceGenerationOptions]</c> says of the form that values and members have in JSON.</summary>
internal sealed class JsonSettings
{
    private const int Populate = 1;
    private const int WhenWritingDefault = 2;

    private readonly HashSet<string> _textEnums = new(StringComparer.Ordinal);
    private readonly HashSet<string> _converted = new(StringComparer.Ordinal);

    private JsonSettings(AttributeData? options)
    {
        WritesEnumsAsText = options?.Named<bool>("UseStringEnumConverter") ?? false;
        OmitsZeros = options?.Named<int>("DefaultIgnoreCondition") == WhenWritingDefault;
        IncludesFields = options?.Named<bool>("IncludeFields") ?? false;
        IgnoresReadOnlyProperties = options?.Named<bool>("IgnoreReadOnlyProperties") ?? false;
        IgnoresReadOnlyFields = options?.Named<bool>("IgnoreReadOnlyFields") ?? false;
        Populates = options?.Named<int>("PreferredObjectCreationHandling") == Populate;
        WritesNumbersAsText = NumberHandling.WritesText(options?.Named<int>("NumberHandling") ?? 0);
        foreach (var converter in options?.NamedTypes("Converters") ?? [])
        {
            Add(converter);
        }
    }

    public static JsonSettings Default { get; } = new(null);

    /// <summary>Whether enums without a converter of their own are written as text.</summary>
    public bool WritesEnumsAsText { get; private set; }

    /// <summary>Whether numbers, booleans and enums with the value zero are left out.</summary>
    public bool OmitsZeros { get; }

    /// <summary>Whether public fields are members.</summary>
    public bool IncludesFields { get; }

    public bool IgnoresReadOnlyProperties { get; }

    public bool IgnoresReadOnlyFields { get; }

    /// <summary>Whether reading fills the collections and objects that properties begin with.</summary>
    public bool Populates { get; }

    /// <summary>Whether numbers are written in quotes.</summary>
    public bool WritesNumbersAsText { get; }

    public static JsonSettings Of(AttributeData? options) => new(options);

    /// <summary>Whether a converter of the context writes an enum as text.</summary>
    public bool WritesAsText(INamedTypeSymbol enumeration) => WritesEnumsAsText || _textEnums.Contains(enumeration.FullName());

    /// <summary>Whether a converter of the context writes a type in a form of its own.</summary>
    public bool Converts(ITypeSymbol type) => _converted.Contains(type.FullName());

    private void Add(INamedTypeSymbol converter)
    {
        if (converter.GenericName() == KnownNames.JsonStringEnumConverter)
        {
            WritesEnumsAsText |= !converter.IsGenericType;
            _textEnums.UnionWith(converter.TypeArguments.Select(t => t.FullName()));
            return;
        }

        if (!JsonConverters.IsOfKube(converter) && JsonConverters.SubjectOf(converter) is { } subject)
        {
            _converted.Add(subject.FullName());
        }
    }
}
