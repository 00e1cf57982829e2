using Kube.Generators.Diagnostics;
using Kube.Generators.Model;
using Kube.Generators.Parsing.Documentation;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing;

/// <summary>Turns C# types into models, and gathers every object type that a kind reaches.</summary>
internal sealed class TypeParser(ParseContext context)
{
    private readonly SortedDictionary<string, ObjectModel?> _objects = new(StringComparer.Ordinal);

    /// <summary>The objects that were reached, by id.</summary>
    public EquatableArray<ObjectModel> Objects => _objects.Values.OfType<ObjectModel>().ToEquatableArray();

    /// <summary>Reads the class of the kind and all that hangs on it.</summary>
    public void AddKind(INamedTypeSymbol kind) => AddObject(kind);

    /// <summary>The model of a type; null after a problem was reported at the target.</summary>
    public TypeModel? Parse(ITypeSymbol type, string target)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return Parse(nullable.TypeArguments[0], target);
        }

        return Scalars.Parse(type) is { } scalar ? new ScalarModel(scalar)
            : type is INamedTypeSymbol { TypeKind: TypeKind.Enum } enumeration ? EnumParser.Parse(enumeration, target, context)
            : Collections.ItemsOf(type) is { } list ? ParseList(list.Items, list.IsSet, target)
            : Collections.EntriesOf(type) is { } map ? ParseMap(type, map.Key, map.Value, target)
            : ParseObject(type, target);
    }

    private ListModel? ParseList(ITypeSymbol items, bool isSet, string target) =>
        Parse(items, target) is { } model ? new(model, isSet) : null;

    private MapModel? ParseMap(ITypeSymbol map, ITypeSymbol key, ITypeSymbol value, string target)
    {
        if (key.SpecialType != SpecialType.System_String)
        {
            context.Report(DiagnosticIds.UnsupportedType, target, map.FullName(), "keys of a dictionary are strings");
            return null;
        }

        return Parse(value, target) is { } model ? new(model) : null;
    }

    private ObjectReference? ParseObject(ITypeSymbol type, string target)
    {
        if (WhyNoObject(type) is { } reason)
        {
            context.Report(DiagnosticIds.UnsupportedType, target, type.FullName(), reason);
            return null;
        }

        return new(AddObject((INamedTypeSymbol)type));
    }

    private static string? WhyNoObject(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct } named || named.IsTupleType)
        {
            return "use a class, a record or one of the types that the page of this diagnostic lists";
        }

        var isSystem = named.FullName().StartsWith("System.", StringComparison.Ordinal);
        return isSystem ? "use one of the types that the page of this diagnostic lists"
            : named.IsAbstract || named.IsStatic ? "an abstract type does not say which properties there are; use a concrete one"
            : named.Has(KnownNames.JsonConverter) && !named.Has(KnownNames.PreserveUnknownFields)
                ? "its JsonConverter writes what the properties do not tell; put [PreserveUnknownFields] on the type"
            : null;
    }

    private string AddObject(INamedTypeSymbol type)
    {
        var id = type.FullNameWithNullability();
        if (_objects.ContainsKey(id))
        {
            return id;
        }

        // Present while its properties are read: a type that reaches itself is met here, and refused by the schema with the whole cycle.
        _objects[id] = null;
        context.Locate(id, type.Locations.FirstOrDefault());
        CelRuleParser.Locate(type, id, context);
        var isKubernetes = type.ContainingNamespace?.FullName() == KnownNames.KubernetesModels;
        var documentation = DocumentationParser.Parse(type, context);
        _objects[id] = new(id, type.Name)
        {
            IsKubernetes = isKubernetes,
            Description = documentation.Text,
            Properties = new PropertyParser(this, context).Parse(type, id),
            Validation = documentation.AddTo(ValidationParser.ParseType(type)),
        };
        return id;
    }
}
