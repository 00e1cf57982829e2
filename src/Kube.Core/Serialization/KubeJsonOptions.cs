using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Kube;

/// <summary>The options by which contexts read and write as Kubernetes does.</summary>
internal static class KubeJsonOptions
{
    private static readonly ConditionalWeakTable<JsonSerializerContext, JsonSerializerOptions> s_options = [];
    private static readonly JsonSerializerOptions s_defaults = new();
    private static readonly SharedTypeInfoResolver s_resolver = new();
    private static readonly JsonSerializerOptions s_shared = InForm(new(), s_resolver);

    /// <summary>The options for a context: its own if they are right, one for all that share, else a copy that is brought to the form.</summary>
    /// <exception cref="InvalidOperationException">The context shares, and asks for more than others do.</exception>
    public static JsonSerializerOptions Of(JsonSerializerContext context) => s_options.GetValue(context, Choose);

    private static JsonSerializerOptions Choose(JsonSerializerContext context)
    {
        if (context is ISharedJsonContext)
        {
            if (AsksForMore(context.Options))
            {
                throw new InvalidOperationException(
                    $"{context.GetType()} is an ISharedJsonContext and has options of its own. Remove the interface, or the options.");
            }

            s_resolver.Add(context);
            return s_shared;
        }

        return IsInForm(context)
            ? context.Options
            : InForm(new(context.Options), JsonTypeInfoResolver.Combine(context, KubeValuesJsonContext.Default));
    }

    private static bool IsInForm(JsonSerializerContext context)
    {
        var given = context.Options;
        return given.PropertyNamingPolicy == JsonNamingPolicy.CamelCase
            && given.DefaultIgnoreCondition == JsonIgnoreCondition.WhenWritingNull
            && given.AllowOutOfOrderMetadataProperties
            && given.Converters.OfType<KubernetesTimeConverter>().Any()
            && given.Converters.OfType<QuantityConverter>().Any()
            && context.GetTypeInfo(typeof(JsonElement)) is not null;
    }

    private static JsonSerializerOptions InForm(JsonSerializerOptions options, IJsonTypeInfoResolver resolver)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;

        // The server sorts members by name, so that the one that tells the derived types apart rarely comes first.
        options.AllowOutOfOrderMetadataProperties = true;
        options.TypeInfoResolver = resolver;
        AddMissing(options.Converters, new KubernetesTimeConverter());
        AddMissing(options.Converters, new QuantityConverter());
        options.MakeReadOnly();
        return options;
    }

    private static bool AsksForMore(JsonSerializerOptions given) =>
        given.Converters.Any(converter => converter is not (KubernetesTimeConverter or QuantityConverter))
        || given.NumberHandling != JsonNumberHandling.Strict
        || given.UnmappedMemberHandling != JsonUnmappedMemberHandling.Skip
        || given.UnknownTypeHandling != JsonUnknownTypeHandling.JsonElement
        || given.PreferredObjectCreationHandling != JsonObjectCreationHandling.Replace
        || given.ReadCommentHandling != JsonCommentHandling.Disallow
        || given.MaxDepth != 0
        || given.DictionaryKeyPolicy is not null
        || given.Encoder is not null
        || given.ReferenceHandler is not null
        || given.AllowTrailingCommas
        || given.IncludeFields
        || given.IgnoreReadOnlyFields
        || given.IgnoreReadOnlyProperties
        || given.PropertyNameCaseInsensitive
        || given.WriteIndented

        // A program may change these defaults, for all contexts.
        || given.AllowDuplicateProperties != s_defaults.AllowDuplicateProperties
        || given.RespectNullableAnnotations != s_defaults.RespectNullableAnnotations
        || given.RespectRequiredConstructorParameters != s_defaults.RespectRequiredConstructorParameters;

    private static void AddMissing<TConverter>(IList<JsonConverter> converters, TConverter converter)
        where TConverter : JsonConverter
    {
        if (!converters.OfType<TConverter>().Any())
        {
            converters.Add(converter);
        }
    }
}
