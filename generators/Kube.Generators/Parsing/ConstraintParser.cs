using Kube.Generators.Model;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing;

/// <summary>Reads what attributes say of a property or type beyond bounds, lengths and lists. Says what is written, not whether it makes sense.</summary>
internal static class ConstraintParser
{
    /// <summary>Adds an attribute of a property.</summary>
    public static ValidationModel Add(ValidationModel model, AttributeData attribute) => attribute.AttributeClass?.FullName() switch
    {
        KnownNames.MultipleOf => model with { MultipleOf = AttributeValues.Number(attribute.Argument(0)) },
        KnownNames.Format => model with { Format = attribute.Argument(0) as string ?? "" },
        KnownNames.EmailAddress => model with { Format = "email" },
        KnownNames.Url => model with { Format = "uri" },
        KnownNames.Base64String => model with { Format = "byte" },
        KnownNames.Items => model with { Items = ItemsOf(attribute) },
        KnownNames.ListMapKey => model with { IsListMapKey = true },
        KnownNames.Selectable => model with { IsSelectable = true },
        KnownNames.EmbeddedResource => model with { IsEmbeddedResource = true },
        KnownNames.PrinterColumn => model with
        {
            Columns = model.Columns.Append(PrinterColumnParser.ParseOne(attribute, "")).ToEquatableArray(),
        },
        _ => AddAnnotation(model, attribute),
    };

    /// <summary>Adds the attributes of a type: groups also from its bases, words to people only its own.</summary>
    public static ValidationModel AddAll(ValidationModel model, INamedTypeSymbol type, IEnumerable<AttributeData> attributes)
    {
        foreach (var attribute in attributes)
        {
            if (GroupKindOf(attribute) is { } kind)
            {
                model = model with { Groups = model.Groups.Append(GroupOf(kind, attribute)).ToEquatableArray() };
            }
        }

        return type.GetAttributes().Where(a => GroupKindOf(a) is null).Aggregate(model, AddAnnotation);
    }

    private static OneOfKind? GroupKindOf(AttributeData attribute) => attribute.AttributeClass?.FullName() switch
    {
        KnownNames.AtMostOneOf => OneOfKind.AtMostOne,
        KnownNames.ExactlyOneOf => OneOfKind.ExactlyOne,
        KnownNames.AtLeastOneOf => OneOfKind.AtLeastOne,
        _ => null,
    };

    private static ValidationModel AddAnnotation(ValidationModel model, AttributeData attribute)
    {
        var said = model.Annotations;
        return attribute.AttributeClass?.FullName() switch
        {
            KnownNames.Title or KnownNames.DisplayName => model with { Annotations = said with { Title = attribute.Argument(0) as string } },
            KnownNames.Example => model with { Annotations = said with { Example = attribute.Argument(0) as string ?? "" } },
            KnownNames.ExternalDocs => model with
            {
                Annotations = said with
                {
                    DocsUrl = attribute.Argument(0) as string ?? "",
                    DocsDescription = attribute.Named<string>("Description"),
                },
            },
            _ when IsValidation(attribute.AttributeClass) => model with
            {
                Inexpressible = model.Inexpressible.Append(attribute.AttributeClass!.Name.Replace("Attribute", "")).ToEquatableArray(),
            },
            _ => model,
        };
    }

    /// <summary>Whether .NET would validate with the attribute, so that its author expects that somebody does.</summary>
    private static bool IsValidation(INamedTypeSymbol? attribute)
    {
        for (var type = attribute?.BaseType; type is not null; type = type.BaseType)
        {
            if (type.FullName() == KnownNames.ValidationAttribute)
            {
                return true;
            }
        }

        return false;
    }

    private static OneOfModel GroupOf(OneOfKind kind, AttributeData attribute) => new(
        kind, attribute.Arguments(0).Select(p => p.Value as string ?? "").ToEquatableArray(), attribute.Named<string>("Message"));

    private static ValidationModel ItemsOf(AttributeData attribute)
    {
        var (minimum, maximum) = (attribute.Named<double?>("Minimum"), attribute.Named<double?>("Maximum"));
        var (shortest, longest) = (attribute.Named<int?>("MinLength"), attribute.Named<int?>("MaxLength"));
        var allowed = attribute.NamedArguments.FirstOrDefault(a => a.Key == "AllowedValues").Value;
        return new()
        {
            Minimum = minimum is null ? null : new(AttributeValues.Number(minimum), IsExclusive: false),
            Maximum = maximum is null ? null : new(AttributeValues.Number(maximum), IsExclusive: false),
            MultipleOf = attribute.Named<double?>("MultipleOf") is { } step ? AttributeValues.Number(step) : null,
            Length = shortest is null && longest is null ? null : new(shortest, longest),
            Pattern = attribute.Named<string>("Pattern"),
            Format = attribute.Named<string>("Format"),
            AllowedValues = allowed is { Kind: TypedConstantKind.Array, Values.IsDefault: false } values
                ? AttributeValues.Json(values.Values)
                : null,
        };
    }
}
