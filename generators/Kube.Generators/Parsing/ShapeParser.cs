using Kube.Generators.Diagnostics;
using Kube.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Kube.Generators.Parsing;

/// <summary>Reads the types that a kind reaches as the code sees them that copies, compares and writes its objects.</summary>
/// <param name="kind">The kind.</param>
/// <param name="identity">Its names.</param>
/// <param name="json">C# expression of its JSON context.</param>
/// <param name="compilation">Says which names are taken.</param>
/// <param name="context">Receives problems.</param>
internal sealed class ShapeParser(
    INamedTypeSymbol kind, IdentityModel identity, string json, Compilation compilation, ParseContext context)
{
    private readonly SortedDictionary<string, ShapeModel?> _shapes = new(StringComparer.Ordinal);

    /// <summary>Namespace of the code for types of Kubernetes: every assembly has its own, so that friends do not meet twice.</summary>
    private readonly string _kubernetes = NamespaceOf(compilation.AssemblyName ?? "Kube");

    private bool _hasClash;

    /// <summary>The shapes, by id; none when a name is taken.</summary>
    public EquatableArray<ShapeModel> Parse()
    {
        AddObject(kind);
        return _hasClash ? EquatableArray<ShapeModel>.Empty : _shapes.Values.OfType<ShapeModel>().ToEquatableArray();
    }

    private ValueShape ShapeOf(ITypeSymbol type)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        var isNullable = type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };
        type = isNullable ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
        var name = TypeName(type);
        return PlainTypes.Of(type, name, isNullable)
            ?? ListOf(type, name)
            ?? (Collections.EntriesOf(type) is { } map ? MapOf(type, name, map.Key, map.Value) : null)
            ?? (IsObject(type) ? AddObject((INamedTypeSymbol)type, isNullable) : new JsonShape(isNullable ? name + "?" : name));
    }

    private ListShape? ListOf(ITypeSymbol type, string name)
    {
        if (Collections.ItemsOf(type) is not { } list || PlainTypes.ListHelperOf(type, list.IsSet) is not { } helper)
        {
            return null;
        }

        return new(name, ShapeOf(list.Items), helper);
    }

    private ValueShape MapOf(ITypeSymbol type, string name, ITypeSymbol key, ITypeSymbol value) =>
        key.SpecialType == SpecialType.System_String && PlainTypes.IsDictionary(type) ? new MapShape(name, ShapeOf(value)) : new JsonShape(name);

    private static bool IsObject(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false, IsTupleType: false } named
        && !named.FullName().StartsWith("System.", StringComparison.Ordinal)
        && !named.Has(KnownNames.JsonConverter)
        && !named.GetAttributes().Any(a => a.AttributeClass?.Name == "JsonDerivedTypeAttribute");

    private ObjectShape AddObject(INamedTypeSymbol type, bool isNullable = false)
    {
        var shape = Outline(type);
        if (!_shapes.ContainsKey(shape.Id))
        {
            _shapes[shape.Id] = null; // a type that reaches itself ends here
            _shapes[shape.Id] = shape with { Members = MembersOf(type).ToEquatableArray() };
            CheckNames(shape, type);
        }

        return new(
            shape.Type,
            isNullable,
            shape.IsValueType,
            "global::" + (shape.IsKubernetes ? $"{_kubernetes}.KubernetesContent" : shape.Beside("Content")),
            shape.IsKubernetes ? null : "global::" + shape.Beside("Apply"));
    }

    private ShapeModel Outline(INamedTypeSymbol type)
    {
        var isKubernetes = type.ContainingNamespace?.FullName() == KnownNames.KubernetesModels;
        var home = isKubernetes ? null : SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, kind.ContainingAssembly) ? type : kind;
        var isKind = SymbolEqualityComparer.Default.Equals(type, kind);
        return new(
            type.FullName(),
            home is null ? _kubernetes : home.ContainingNamespace.IsGlobalNamespace ? "" : home.ContainingNamespace.FullName(),
            NameOf(type))
        {
            Construction = ConstructionOf(type),
            IsPublic = IsPublic(type),
            IsValueType = type.IsValueType,
            IsKubernetes = isKubernetes,
            Kind = isKind ? identity : null,
            Json = json,
            Members = default,
        };
    }

    private IEnumerable<MemberModel> MembersOf(INamedTypeSymbol type) =>
        from property in PropertyParser.Visible(type)
        where property.GetMethod?.DeclaredAccessibility == Accessibility.Public
        let isExtension = property.Has(KnownNames.JsonExtensionData)
        let canSet = property.SetMethod?.DeclaredAccessibility == Accessibility.Public
        where canSet && (!PropertyParser.IsIgnored(property) || property.IsRequired || CanShare(property))
        select new MemberModel(Identifier(property), PropertyParser.IsIgnored(property) || isExtension ? null : JsonNames.Of(property), ShapeOf(property.Type))
        {
            CanSet = canSet,
            Reference = property.ContainingType.IsGenericType ? null : $"global::{property.ContainingType.FullName()}.{Identifier(property)}",
            Converter = (property.Attribute(KnownNames.JsonConverter)?.Argument(0) as INamedTypeSymbol) is { } converter ? TypeName(converter) : null,
        };

    // A property may be named by a keyword.
    private static string Identifier(IPropertySymbol property) => Escaped(property.Name);

    private static string Escaped(string name) => SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None ? name : "@" + name;

    /// <summary><c>3d-shop.event</c> becomes <c>_3d_shop.@event</c>.</summary>
    private static string NamespaceOf(string assembly) => string.Join(
        ".", assembly.Split('.').Where(part => part.Length > 0).Select(part => Escaped((char.IsDigit(part[0]) ? "_" : "") + Identifier(part))));

    // What is never written need not be known to the JSON context, so that only code of our own may copy it.
    private static bool CanShare(IPropertySymbol property) => PlainTypes.Of(property.Type, "", false) is PlainShape;

    private void CheckNames(ShapeModel shape, INamedTypeSymbol type)
    {
        if (shape.IsKubernetes)
        {
            return;
        }

        string[] suffixes = shape.Kind is null ? ["Apply", "Content"] : ["Apply", "Content", "Client", "Fields"];
        foreach (var name in suffixes.Select(shape.Beside))
        {
            if (compilation.Assembly.GetTypeByMetadataName(name.Replace("@", "")) is not null)
            {
                _hasClash = true;
                context.Report(ClientDiagnosticIds.NameTaken, context.Root, name, type.Name);
            }
        }
    }

    private static Construction ConstructionOf(INamedTypeSymbol type) =>
        type.IsRecord || type.IsValueType ? Construction.With
        : type.InstanceConstructors.Any(c => c.Parameters.Length == 0 && c.DeclaredAccessibility == Accessibility.Public) ? Construction.Initialiser
        : Construction.Json;

    private static bool IsPublic(INamedTypeSymbol type) =>
        type.DeclaredAccessibility == Accessibility.Public
        && (type.ContainingType is null || IsPublic(type.ContainingType))
        && type.TypeArguments.OfType<INamedTypeSymbol>().All(IsPublic);

    private static string TypeName(ITypeSymbol type) => type.WithNullableAnnotation(NullableAnnotation.NotAnnotated)
        .ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier));

    /// <summary><c>Outer.Box&lt;Part&gt;</c> becomes <c>OuterBoxOfPart</c>.</summary>
    private static string NameOf(INamedTypeSymbol type) =>
        (type.ContainingType is null ? "" : NameOf(type.ContainingType)) + type.Name
        + string.Concat(type.TypeArguments.Select((t, i) => (i == 0 ? "Of" : "And") + (t is INamedTypeSymbol named ? NameOf(named) : Identifier(t.Name))));

    private static string Identifier(string text) => string.Concat(text.Select(c => char.IsLetterOrDigit(c) ? c : '_'));
}
