using Kube.Generators.Diagnostics;
using Kube.Generators.Model;
using Kube.Generators.Parsing.Documentation;
using Kube.Generators.Parsing.Members;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing;

/// <summary>Turns C# types into models, and gathers every object type that a kind reaches.</summary>
internal sealed class TypeParser(ParseContext context)
{
    private readonly SortedDictionary<string, ObjectModel?> _objects = new(StringComparer.Ordinal);

    /// <summary>The objects that were reached, by id.</summary>
    public EquatableArray<ObjectModel> Objects => _objects.Values.OfType<ObjectModel>().ToEquatableArray();

    /// <summary>Reads the class of the kind and all that hangs on it.</summary>
    public void AddKind(INamedTypeSymbol kind) => AddObject(kind, context.Root);

    /// <summary>The model of a member's value; null after a problem was reported at the target.</summary>
    public TypeModel? ParseMember(TypeMember member, string target)
    {
        if (StatedSchemaParser.Parse(member.Symbol, target, context) is { } stated)
        {
            return stated;
        }

        if (JsonConverters.Of(member.Symbol) is not { } converter || JsonConverters.IsOfKube(converter))
        {
            return Parse(member.Type, target);
        }

        if (Underlying(member.Type) is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumeration
            && (JsonConverters.WritesEnumText(converter) || JsonConverters.WritesEnumNumber(converter)))
        {
            return EnumParser.Parse(enumeration, converter, target, context);
        }

        context.Report(DiagnosticIds.OwnConverter, target, member.Name, converter.Name, "the property");
        return null;
    }

    /// <summary>The model of a type; null after a problem was reported at the target.</summary>
    public TypeModel? Parse(ITypeSymbol type, string target)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        type = Underlying(type);
        var named = type as INamedTypeSymbol;
        return named is not null && StatedOf(named) is { } stated ? stated
            : Scalars.Parse(type) is { } scalar ? new ScalarModel(scalar)
            : IsRefused(type, target) ? null
            : named is { TypeKind: TypeKind.Enum } ? EnumParser.Parse(named, null, target, context)
            : Collections.ItemsOf(type) is { } list ? ParseList(list.Items, list.IsSet, target)
            : Collections.EntriesOf(type) is { } map ? ParseMap(type, map.Key, map.Value, target)
            : AddObject(named!, target) is { } id ? new ObjectReference(id)
            : null;
    }

    private StatedModel? StatedOf(INamedTypeSymbol type)
    {
        var stated = StatedSchemaParser.Parse(type, type.FullName(), context);
        if (stated is not null)
        {
            context.Locate(type.FullName(), type.Locations.FirstOrDefault());
        }

        return stated;
    }

    private ListModel? ParseList(ITypeSymbol items, bool isSet, string target) =>
        Parse(items, target) is { } model ? new(model, isSet) { HasNulls = !isSet && MayBeNull(items) } : null;

    private MapModel? ParseMap(ITypeSymbol map, ITypeSymbol key, ITypeSymbol value, string target)
    {
        if (MapKeys.WhyRefused(key) is { } reason)
        {
            context.Report(DiagnosticIds.UnsupportedType, target, map.FullName(), reason);
            return null;
        }

        return Parse(value, target) is { } model ? new(model) { HasNulls = MayBeNull(value) } : null;
    }

    /// <summary>Whether nothing more can be said of a type than what is wrong with it, which is reported.</summary>
    private bool IsRefused(ITypeSymbol type, string target)
    {
        if (type is INamedTypeSymbol named && (JsonConverters.Of(named) is not null || context.Json.Converts(named)) && !IsEnumConverter(named))
        {
            var converter = JsonConverters.Of(named)?.Name ?? "of the JSON context";
            context.Report(DiagnosticIds.OwnConverter, target, named.Name, converter, named.IsOfKubernetes() ? "the property" : "the type");
            return true;
        }

        if (TypeRefusals.Why(type, context) is { } reason)
        {
            context.Report(DiagnosticIds.UnsupportedType, target, type.FullName(), reason);
            return true;
        }

        if (TypeRefusals.IsEndless(type))
        {
            context.Report(DiagnosticIds.Recursion, target, $"{type.Name} -> {type.Name}<{type.Name}<...>>");
            return true;
        }

        return false;
    }

    private static bool IsEnumConverter(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Enum && JsonConverters.Of(type) is { } converter
        && (JsonConverters.WritesEnumText(converter) || JsonConverters.WritesEnumNumber(converter));

    /// <summary>The id of an object type; null when the attributes of its derived types are wrong, which is reported.</summary>
    private string? AddObject(INamedTypeSymbol type, string target)
    {
        var id = type.FullNameWithNullability();
        if (_objects.ContainsKey(id))
        {
            return id;
        }

        // Present while its properties are read: a type that reaches itself is met here, and refused by the schema with the whole cycle.
        _objects[id] = null;
        context.Locate(id, type.Locations.FirstOrDefault());
        if (!UnionParser.IsUnion(type))
        {
            _objects[id] = ObjectOf(type, id, null);
            return id;
        }

        var (model, reason) = new UnionParser(this, context).Parse(type, id);
        _objects[id] = model;
        if (reason is not null)
        {
            context.Report(DiagnosticIds.BadUnion, context.IsLocated(id) ? id : target, type.Name, reason);
        }

        return id;
    }

    /// <summary>The model of an object type.</summary>
    /// <param name="type">The type.</param>
    /// <param name="id">Its id.</param>
    /// <param name="union">The type of which it is one form; null for none.</param>
    public ObjectModel ObjectOf(INamedTypeSymbol type, string id, INamedTypeSymbol? union)
    {
        context.Locate(id, type.Locations.FirstOrDefault());
        CelRuleParser.Locate(AttributeInheritance.OfType(type, union), id, context);
        var isKubernetes = type.IsOfKubernetes();
        var documentation = DocumentationParser.Parse(type, context);
        return new(id, type.Name)
        {
            IsKubernetes = isKubernetes,
            Description = documentation.Text,
            Properties = new PropertyParser(this, context).Parse(type, id),
            Validation = documentation.AddTo(ValidationParser.ParseType(type, union)),
        };
    }

    private static ITypeSymbol Underlying(ITypeSymbol type) =>
        type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable ? nullable.TypeArguments[0] : type;

    private static bool MayBeNull(ITypeSymbol type) =>
        type.NullableAnnotation == NullableAnnotation.Annotated || type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
}
