using System.Runtime.CompilerServices;
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
    /// <summary>The JSON of a type that the context knows.</summary>
    /// <param name="context">The context. What its options say besides stays so, such as further converters, unless it is shared.</param>
    /// <typeparam name="T">The type.</typeparam>
    /// <exception cref="NotSupportedException">The context has no <c>[JsonSerializable]</c> for the type.</exception>
    /// <exception cref="InvalidOperationException">The context is an <see cref="ISharedJsonContext"/> and has options of its own.</exception>
    public static JsonTypeInfo<T> TypeInfo<T>(JsonSerializerContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Known<T>.Types.GetValue(context, static known => Known<T>.Find(known));
    }

    // By type and context: a type is asked for only of contexts that know it. Serializers remember for good that nobody knew a type.
    private static class Known<T>
    {
        public static ConditionalWeakTable<JsonSerializerContext, JsonTypeInfo<T>> Types { get; } = [];

        public static JsonTypeInfo<T> Find(JsonSerializerContext context)
        {
            var options = KubeJsonOptions.Of(context);
            return ((IJsonTypeInfoResolver)context).GetTypeInfo(typeof(T), options) is null
                && ((IJsonTypeInfoResolver)KubeValuesJsonContext.Default).GetTypeInfo(typeof(T), options) is null
                ? throw new NotSupportedException(
                    $"{context.GetType()} does not know {typeof(T)}: add [JsonSerializable(typeof({typeof(T).Name}))] to it.")
                : (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
        }
    }
}
