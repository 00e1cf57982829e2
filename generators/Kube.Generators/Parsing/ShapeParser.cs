using Kube.Generators.Diagnostics;
using Kube.Generators.Model;
using Kube.Generators.Parsing.Members;
using Microsoft.CodeAnalysis;

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

        // Collections that are structs, such as immutable arrays, have no null to tell of; JSON copies them.
        return PlainTypes.Of(type, name, isNullable)
            ?? (type.IsValueType || HasConverter(type) ? null
                : Collections.ItemsOf(type) is { } list ? new ListShape(name, ShapeOf(list.Items), list.IsSet, CollectionShapes.CopyingOf(type))
                : Collections.EntriesOf(type) is { } map
                    ? (ValueShape)new MapShape(name, TypeName(map.Key), ShapeOf(map.Value), CollectionShapes.CopyingOf(type))
                : null)
            ?? (IsObject(type) ? AddObject((INamedTypeSymbol)type, isNullable) : new JsonShape(isNullable ? name + "?" : name));
    }

    private bool HasConverter(ITypeSymbol type) => JsonConverters.Of(type) is not null || context.Json.Converts(type);

    private bool IsObject(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named
        && TypeRefusals.Why(named, context) is null
        && !Collections.IsPair(named)
        && !TypeRefusals.IsEndless(named)
        && !HasConverter(named)
        && Collections.ItemsOf(named) is null
        && Collections.EntriesOf(named) is null
        && !UnionParser.IsUnion(named);

    private ObjectShape AddObject(INamedTypeSymbol type, bool isNullable = false)
    {
        var shape = Outline(type);
        if (!_shapes.ContainsKey(shape.Id))
        {
            _shapes[shape.Id] = null; // a type that reaches itself ends here
            var members = TypeMembers.Of(type, context);
            _shapes[shape.Id] = shape with { Construction = ConstructionOf(type, members), Members = MembersOf(type, members).ToEquatableArray() };
            CheckNames(shape, type);
        }

        return new(
            shape.Key,
            shape.Type,
            isNullable,
            shape.IsValueType,
            "global::" + (shape.IsKubernetes ? $"{_kubernetes}.KubernetesContent" : shape.Beside("Content")),
            shape.IsKubernetes ? null : "global::" + shape.Beside("Apply"));
    }

    private ShapeModel Outline(INamedTypeSymbol type)
    {
        var isKubernetes = type.IsOfKubernetes();
        var isForeign = !SymbolEqualityComparer.Default.Equals(type.ContainingAssembly, kind.ContainingAssembly);
        var home = (isForeign ? kind : type).ContainingNamespace;
        var isKind = SymbolEqualityComparer.Default.Equals(type, kind);
        return new(
            type.FullName(),
            isKubernetes ? _kubernetes : home.IsGlobalNamespace ? "" : home.FullName(),
            TypeNames.IdentifierOf(type))
        {
            Type = TypeName(type),
            HasOwnName = !isForeign && type is { ContainingType: null, IsGenericType: false },
            Construction = Construction.Json,
            IsPublic = IsPublic(type),
            IsValueType = type.IsValueType,
            IsKubernetes = isKubernetes,
            Kind = isKind ? identity : null,
            Json = json,
            Members = default,
        };
    }

    private IEnumerable<MemberModel> MembersOf(INamedTypeSymbol type, IReadOnlyList<TypeMember> members) =>
        from member in members
        let isWritten = member.IsInSchema
        where member.CanGet && (member.CanSet || isWritten) && IsNameable(member.Type)
        where isWritten || member.IsExtensionData || (member.IsRequired && member.CanSet) || CanShare(member)
        let converter = ConverterOf(member)
        select new MemberModel(TypeNames.Escaped(member.Name), isWritten ? member.JsonName : null, ValueOf(member, converter))
        {
            CanSet = member.CanSet,
            IsPublic = member.Symbol.DeclaredAccessibility == Accessibility.Public,
            TwinName = TwinNames.Of(member.Name, TypeNames.IdentifierOf(type)),
            Reference = member.Symbol.ContainingType.IsGenericType ? null : $"{TypeName(member.Symbol.ContainingType)}.{TypeNames.Escaped(member.Name)}",
            Converter = converter is null ? null : TypeName(converter),
        };

    /// <summary><c>3d-shop.event</c> becomes <c>_3d_shop.@event</c>.</summary>
    private static string NamespaceOf(string assembly) => string.Join(
        ".", assembly.Split('.').Where(part => part.Length > 0).Select(part => TypeNames.Escaped((char.IsDigit(part[0]) ? "_" : "") + Identifier(part))));

    private ValueShape ValueOf(TypeMember member, INamedTypeSymbol? converter)
    {
        var isNullable = member.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T };
        var type = isNullable ? ((INamedTypeSymbol)member.Type).TypeArguments[0] : member.Type;
        var name = TypeName(type);
        return converter is null ? ShapeOf(member.Type) : PlainTypes.Of(type, name, isNullable) ?? new ConvertedShape(name, isNullable, type.IsValueType, TypeName(converter));
    }

    private INamedTypeSymbol? ConverterOf(TypeMember member) =>
        JsonConverters.Of(member.Symbol) is { } converter && context.CanReach(converter) ? converter : null;

    /// <summary>Whether code can name the type of a member. What is wrong with others is reported where the schema is made.</summary>
    private bool IsNameable(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsNameable(array.ElementType),
        INamedTypeSymbol named => named is { TypeKind: not TypeKind.Error, IsRefLikeType: false }
            && context.CanReach(named) && !TypeRefusals.IsFileLocal(named) && named.TypeArguments.All(IsNameable),
        _ => false,
    };

    // What is never written need not be known to the JSON context, so that only code of our own may copy it.
    private static bool CanShare(TypeMember member) => PlainTypes.Of(member.Type, "", false) is PlainShape;

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

    private static Construction ConstructionOf(INamedTypeSymbol type, IReadOnlyList<TypeMember> members)
    {
        // What only a constructor or a reader fills would be shared by a copy, or be missing in it.
        var isFilled = members.Any(m => m is { IsInSchema: true, CanSet: false } && !CanShare(m));
        if (type.IsRecord || type.IsValueType)
        {
            return isFilled ? Construction.Json : Construction.With;
        }

        var isOpen = type.InstanceConstructors.Any(c => c.Parameters.Length == 0 && c.DeclaredAccessibility == Accessibility.Public);
        var isWhole = members.All(m => m is not { IsInSchema: true, CanSet: false }) && members.Where(m => m.IsRequired).All(m => m.CanSet);
        return isOpen && isWhole ? Construction.Initialiser : Construction.Json;
    }

    private static bool IsPublic(INamedTypeSymbol type) =>
        type.DeclaredAccessibility == Accessibility.Public
        && (type.ContainingType is null || IsPublic(type.ContainingType))
        && type.TypeArguments.OfType<INamedTypeSymbol>().All(IsPublic);

    private static string TypeName(ITypeSymbol type) => TypeNames.Of(type);

    private static string Identifier(string text) => string.Concat(text.Select(c => char.IsLetterOrDigit(c) ? c : '_'));
}
