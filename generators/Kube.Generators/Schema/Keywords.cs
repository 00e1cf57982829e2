namespace Kube.Generators.Schema;

/// <summary>Keywords of structural schemas.</summary>
internal static class Keywords
{
    public const string AdditionalProperties = "additionalProperties";
    public const string AllOf = "allOf";
    public const string AnyOf = "anyOf";
    public const string Default = "default";
    public const string Description = "description";
    public const string EmbeddedResource = "x-kubernetes-embedded-resource";
    public const string Enum = "enum";
    public const string Example = "example";
    public const string ExclusiveMaximum = "exclusiveMaximum";
    public const string ExclusiveMinimum = "exclusiveMinimum";
    public const string ExternalDocs = "externalDocs";
    public const string Format = "format";
    public const string IntOrString = "x-kubernetes-int-or-string";
    public const string Items = "items";
    public const string ListMapKeys = "x-kubernetes-list-map-keys";
    public const string ListType = "x-kubernetes-list-type";
    public const string MapType = "x-kubernetes-map-type";
    public const string Maximum = "maximum";
    public const string Minimum = "minimum";
    public const string MultipleOf = "multipleOf";
    public const string Not = "not";
    public const string Nullable = "nullable";
    public const string OneOf = "oneOf";
    public const string Pattern = "pattern";
    public const string PreserveUnknownFields = "x-kubernetes-preserve-unknown-fields";
    public const string Properties = "properties";
    public const string Required = "required";
    public const string Title = "title";
    public const string Type = "type";
    public const string Validations = "x-kubernetes-validations";
}
