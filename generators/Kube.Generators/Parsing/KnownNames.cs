namespace Kube.Generators.Parsing;

/// <summary>Full names of the types that the parser knows.</summary>
internal static class KnownNames
{
    public const string CustomResource = "Kube.CustomResourceAttribute";
    public const string Rbac = "Kube.RbacAttribute";
    public const string RbacOfKind = "Kube.RbacAttribute`1";
    public const string AllowBreakingChange = "Kube.AllowBreakingChangeAttribute";
    public const string PrinterColumn = "Kube.PrinterColumnAttribute";
    public const string Minimum = "Kube.MinimumAttribute";
    public const string Maximum = "Kube.MaximumAttribute";
    public const string Default = "Kube.DefaultAttribute";
    public const string Nullable = "Kube.NullableAttribute";
    public const string Atomic = "Kube.AtomicAttribute";
    public const string PreserveUnknownFields = "Kube.PreserveUnknownFieldsAttribute";
    public const string ListType = "Kube.ListTypeAttribute";
    public const string CelRule = "Kube.CelRuleAttribute";
    public const string Immutable = "Kube.ImmutableAttribute";
    public const string Scale = "Kube.ScaleAttribute";

    public const string ClientRegistration = "Kube.ClientRegistrationAttribute";
    public const string ServiceCollection = "Microsoft.Extensions.DependencyInjection.IServiceCollection";

    public const string Schema = "Kube.SchemaAttribute";
    public const string Schemaless = "Kube.SchemalessAttribute";
    public const string MinItems = "Kube.MinItemsAttribute";
    public const string MaxItems = "Kube.MaxItemsAttribute";
    public const string MinProperties = "Kube.MinPropertiesAttribute";
    public const string MaxProperties = "Kube.MaxPropertiesAttribute";
    public const string MultipleOf = "Kube.MultipleOfAttribute";
    public const string Format = "Kube.FormatAttribute";
    public const string Items = "Kube.ItemsAttribute";
    public const string ListMapKey = "Kube.ListMapKeyAttribute";
    public const string Selectable = "Kube.SelectableAttribute";
    public const string EmbeddedResource = "Kube.EmbeddedResourceAttribute";
    public const string AtMostOneOf = "Kube.AtMostOneOfAttribute";
    public const string ExactlyOneOf = "Kube.ExactlyOneOfAttribute";
    public const string AtLeastOneOf = "Kube.AtLeastOneOfAttribute";
    public const string Title = "Kube.TitleAttribute";
    public const string DisplayName = "System.ComponentModel.DisplayNameAttribute";
    public const string Example = "Kube.ExampleAttribute";
    public const string ExternalDocs = "Kube.ExternalDocsAttribute";

    public const string DefaultGroup = "Kube.DefaultGroupAttribute";
    public const string DefinitionAnnotation = "Kube.DefinitionAnnotationAttribute";
    public const string DefinitionLabel = "Kube.DefinitionLabelAttribute";
    public const string ConversionWebhook = "Kube.ConversionWebhookAttribute";
    public const string ConversionHub = "Kube.ConversionHubAttribute";
    public const string HubField = "Kube.HubFieldAttribute";
    public const string NotInHub = "Kube.NotInHubAttribute";
    public const string Obsolete = "System.ObsoleteAttribute";

    public const string Quantity = "k8s.Models.ResourceQuantity";
    public const string IntOrString = "k8s.Models.IntOrString";
    public const string KubernetesEntity = "k8s.Models.KubernetesEntityAttribute";
    public const string KubernetesModels = "k8s.Models";
    public const string ObjectMeta = "k8s.Models.V1ObjectMeta";
    public const string AnyKubernetesObject = "k8s.IKubernetesObject";
    public const string KubernetesObject = "k8s.IKubernetesObject<k8s.Models.V1ObjectMeta>";

    public const string Required = "System.ComponentModel.DataAnnotations.RequiredAttribute";
    public const string Range = "System.ComponentModel.DataAnnotations.RangeAttribute";
    public const string MinLength = "System.ComponentModel.DataAnnotations.MinLengthAttribute";
    public const string MaxLength = "System.ComponentModel.DataAnnotations.MaxLengthAttribute";
    public const string Length = "System.ComponentModel.DataAnnotations.LengthAttribute";
    public const string StringLength = "System.ComponentModel.DataAnnotations.StringLengthAttribute";
    public const string RegularExpression = "System.ComponentModel.DataAnnotations.RegularExpressionAttribute";
    public const string AllowedValues = "System.ComponentModel.DataAnnotations.AllowedValuesAttribute";

    public const string EmailAddress = "System.ComponentModel.DataAnnotations.EmailAddressAttribute";
    public const string Url = "System.ComponentModel.DataAnnotations.UrlAttribute";
    public const string Base64String = "System.ComponentModel.DataAnnotations.Base64StringAttribute";
    public const string ValidationAttribute = "System.ComponentModel.DataAnnotations.ValidationAttribute";

    public const string JsonPropertyName = "System.Text.Json.Serialization.JsonPropertyNameAttribute";
    public const string JsonRequired = "System.Text.Json.Serialization.JsonRequiredAttribute";
    public const string JsonIgnore = "System.Text.Json.Serialization.JsonIgnoreAttribute";
    public const string SetsRequiredMembers = "System.Diagnostics.CodeAnalysis.SetsRequiredMembersAttribute";
    public const string JsonExtensionData = "System.Text.Json.Serialization.JsonExtensionDataAttribute";
    public const string JsonConverter = "System.Text.Json.Serialization.JsonConverterAttribute";
    public const string JsonNamespace = "System.Text.Json.Serialization";
    public const string AttributeUsage = "System.AttributeUsageAttribute";
    public const string JsonConverterOfType = "System.Text.Json.Serialization.JsonConverter";
    public const string JsonInclude = "System.Text.Json.Serialization.JsonIncludeAttribute";
    public const string JsonNumberHandling = "System.Text.Json.Serialization.JsonNumberHandlingAttribute";
    public const string JsonObjectCreationHandling = "System.Text.Json.Serialization.JsonObjectCreationHandlingAttribute";
    public const string JsonConstructor = "System.Text.Json.Serialization.JsonConstructorAttribute";
    public const string JsonPolymorphic = "System.Text.Json.Serialization.JsonPolymorphicAttribute";
    public const string JsonDerivedType = "System.Text.Json.Serialization.JsonDerivedTypeAttribute";
    public const string JsonNumberEnumConverter = "System.Text.Json.Serialization.JsonNumberEnumConverter";
    public const string EnumMember = "System.Runtime.Serialization.EnumMemberAttribute";
    public const string JsonSerializable = "System.Text.Json.Serialization.JsonSerializableAttribute";
    public const string JsonSourceGenerationOptions = "System.Text.Json.Serialization.JsonSourceGenerationOptionsAttribute";
    public const string JsonSerializerContext = "System.Text.Json.Serialization.JsonSerializerContext";
    public const string JsonStringEnumConverter = "System.Text.Json.Serialization.JsonStringEnumConverter";
    public const string JsonStringEnumMemberName = "System.Text.Json.Serialization.JsonStringEnumMemberNameAttribute";
}
