using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Kube;

/// <summary>
/// Brings a source-generated JSON context to the form that Kubernetes writes: camel case, nothing for null, times in RFC 3339, quantities that are
/// checked, and values of any shape, which <c>managedFields</c> holds. So a context needs no more than
/// <c>[JsonSerializable(typeof(CronTab))]</c>.
/// </summary>
public static class KubeJson
{
    private static readonly ConditionalWeakTable<JsonSerializerContext, JsonSerializerOptions> s_options = [];

    /// <summary>The JSON of a type that the context knows.</summary>
    /// <param name="context">The context. What its options say besides stays so: further converters, enums as text.</param>
    /// <typeparam name="T">The type.</typeparam>
    /// <exception cref="NotSupportedException">The context has no <c>[JsonSerializable]</c> for the type.</exception>
    public static JsonTypeInfo<T> TypeInfo<T>(JsonSerializerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return (JsonTypeInfo<T>)s_options.GetValue(context, OptionsOf).GetTypeInfo(typeof(T));
    }

    private static JsonSerializerOptions OptionsOf(JsonSerializerContext context)
    {
        var given = context.Options;
        if (given.PropertyNamingPolicy == JsonNamingPolicy.CamelCase
            && given.DefaultIgnoreCondition == JsonIgnoreCondition.WhenWritingNull
            && given.AllowOutOfOrderMetadataProperties
            && given.Converters.OfType<KubernetesTimeConverter>().Any()
            && given.Converters.OfType<QuantityConverter>().Any()
            && context.GetTypeInfo(typeof(JsonElement)) is not null)
        {
            return given;
        }

        var options = new JsonSerializerOptions(given)
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,

            // The server sorts members by name, so that the one that tells the derived types apart rarely comes first.
            AllowOutOfOrderMetadataProperties = true,
            TypeInfoResolver = JsonTypeInfoResolver.Combine(context, KubeValuesJsonContext.Default),
        };
        AddMissing(options.Converters, new KubernetesTimeConverter());
        AddMissing(options.Converters, new QuantityConverter());
        options.MakeReadOnly();
        return options;
    }

    private static void AddMissing<TConverter>(IList<JsonConverter> converters, TConverter converter)
        where TConverter : JsonConverter
    {
        if (!converters.OfType<TConverter>().Any())
        {
            converters.Add(converter);
        }
    }
}
