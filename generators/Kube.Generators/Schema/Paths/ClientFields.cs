using Kube.Generators.Json;
using Kube.Generators.Model;

namespace Kube.Generators.Schema.Paths;

/// <summary>The fields by which clients let objects of a kind be selected: name and namespace, and what is <c>[Selectable]</c>.</summary>
internal static class ClientFields
{
    public static IEnumerable<FieldModel> Of(ResourceModel resource, SchemaContext context)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal) { "Name", "Namespace" };
        yield return new("Name", "metadata.name", "string");
        if (resource.Identity.IsNamespaced)
        {
            yield return new("Namespace", "metadata.namespace", "string");
        }

        var kind = context.TypeOf(new(resource.Class.FullName));
        foreach (var path in PropertyPaths.Of(kind, context).Where(IsSelectable))
        {
            if (path.ForSelector is { } text && TypeOf(path.Property.Type) is { } type)
            {
                yield return new(NameOf(path, taken), text.TrimStart('.'), type);
            }
        }
    }

    // What the server cannot select by is an error of the definition, reported where that is made.
    private static bool IsSelectable(PropertyPath path) =>
        path.Property.Validation.IsSelectable && !path.IsInCollection && path.Names[0] != "metadata";

    // The whole way, because spec and status often have a member of one name.
    private static string NameOf(PropertyPath path, HashSet<string> taken)
    {
        var name = string.Concat(path.Names.Select(Capitalised));
        name = char.IsDigit(name.FirstOrDefault()) || name.Length == 0 ? "_" + name : name;
        while (!taken.Add(name))
        {
            name += "_";
        }

        return name;
    }

    // max-size becomes MaxSize.
    private static string Capitalised(string name) => string.Concat(
        name.Select((c, i) => !IsLetter(c) ? "" : i == 0 || !IsLetter(name[i - 1]) ? char.ToUpperInvariant(c).ToString() : c.ToString()));

    private static bool IsLetter(char c) => char.IsLetterOrDigit(c) || c == '_';

    private static string? TypeOf(TypeModel type) => type switch
    {
        ScalarModel { Kind: ScalarKind.Boolean } => "bool",
        ScalarModel { Kind: ScalarKind.SByte or ScalarKind.Byte or ScalarKind.Int16 or ScalarKind.UInt16 or ScalarKind.Int32 } => "int",
        ScalarModel { Kind: ScalarKind.UInt32 or ScalarKind.Int64 or ScalarKind.UInt64 } => "long",
        EnumModel => "string",
        ScalarModel { Kind: ScalarKind.Number or ScalarKind.Quantity or ScalarKind.IntOrString or ScalarKind.Any or ScalarKind.AnyList or ScalarKind.AnyObject } => null,
        ScalarModel => "string",
        StatedModel stated => (JsonReader.Read(stated.Json) as JsonObject)?.TypeName() switch
        {
            "string" => "string",
            "integer" => "long",
            "boolean" => "bool",
            _ => null,
        },
        _ => null,
    };
}
