using System.Collections;
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using k8s.Models;

namespace Kube.Runtime.Client.Decoding.Plans;

/// <summary>The plans of all types that one set of serializer options knows, each made when it is first asked for.</summary>
internal sealed class PlanCatalog
{
    private static readonly ConditionalWeakTable<JsonSerializerOptions, PlanCatalog> s_catalogs = [];

    private readonly ConcurrentDictionary<Type, ValuePlan> _plans = [];
    private readonly JsonSerializerOptions _options;

    private PlanCatalog(JsonSerializerOptions options)
    {
        _options = options;
        IsUsable = IsOrdinary(options);
    }

    private bool IsUsable { get; }

    /// <summary>The plan of a kind; null when the serializer must read it.</summary>
    public static ValuePlan? Find(JsonTypeInfo type)
    {
        var catalog = s_catalogs.GetValue(type.Options, options => new(options));
        return catalog.IsUsable && catalog._options.TryGetTypeInfo(type.Type, out var known) && ReferenceEquals(type, known)
            ? catalog.PlanOf(type.Type) as ObjectPlan
            : null;
    }

    /// <exception cref="NotSupportedException">The options do not know the type.</exception>
    public ValuePlan PlanOf(Type type) => _plans.TryGetValue(type, out var known) ? known : _plans.GetOrAdd(type, Make);

    private ValuePlan Make(Type type)
    {
        var known = _options.GetTypeInfo(type);
        ValuePlan? plan = known.Kind switch
        {
            JsonTypeInfoKind.Object => ObjectPlan.Of(known, this),
            JsonTypeInfoKind.Enumerable when known.CreateObject is { } create && create() is IList { IsFixedSize: false } =>
                new ListPlan(create, known.ElementType!, this),
            JsonTypeInfoKind.Dictionary when known.CreateObject is { } create && known.KeyType == typeof(string) && create() is IDictionary =>
                new MapPlan(create, known.ElementType!, this),
            JsonTypeInfoKind.None => ScalarOf(Nullable.GetUnderlyingType(type) ?? type, Nullable.GetUnderlyingType(type) is not null),
            _ => null,
        };
        return plan ?? new SerializerPlan(known);
    }

    private ValuePlan? ScalarOf(Type type, bool isNullable) =>
        type == typeof(string) ? new TextPlan()
        : type == typeof(bool) ? new TruthPlan { IsNullable = isNullable }
        : type == typeof(int) ? new Int32Plan { IsNullable = isNullable }
        : type == typeof(long) ? new Int64Plan { IsNullable = isNullable }
        : type == typeof(byte[]) ? new BytesPlan()
        : type == typeof(object) ? new FreeFormPlan()
        : type == typeof(DateTime) ? Converted<DateTime>(isNullable)
        : type == typeof(ResourceQuantity) ? Converted<ResourceQuantity>(isNullable: true)
        : type == typeof(IntOrString) ? Converted<IntOrString>(isNullable: true)
        : null;

    private ConverterPlan<T>? Converted<T>(bool isNullable) =>
        _options.TryGetTypeInfo(typeof(T), out var type) && type.Converter is JsonConverter<T> { HandleNull: false } converter
            ? new(converter, _options) { IsNullable = isNullable }
            : null;

    // Each of these changes what JSON means, and none is met among the options of Kubernetes' objects.
    private static bool IsOrdinary(JsonSerializerOptions options) =>
        options is
        {
            AllowDuplicateProperties: true,
            AllowTrailingCommas: false,
            MaxDepth: 0,
            NumberHandling: JsonNumberHandling.Strict,
            PreferredObjectCreationHandling: JsonObjectCreationHandling.Replace,
            PropertyNameCaseInsensitive: false,
            ReadCommentHandling: JsonCommentHandling.Disallow,
            ReferenceHandler: null,
            RespectNullableAnnotations: false,
            UnknownTypeHandling: JsonUnknownTypeHandling.JsonElement,
            UnmappedMemberHandling: JsonUnmappedMemberHandling.Skip,
        }
        && !options.Converters.Any(converter => s_plain.Any(converter.CanConvert));

    private static readonly Type[] s_plain = [typeof(string), typeof(bool), typeof(int), typeof(long), typeof(byte[]), typeof(object)];
}
