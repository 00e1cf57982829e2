using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Kube;

/// <summary>Describes types by whichever context knows them.</summary>
internal sealed class SharedTypeInfoResolver : IJsonTypeInfoResolver
{
    private readonly Lock _lock = new();
    private volatile JsonSerializerContext[] _contexts = [KubeJsonContext.Default];

    /// <summary>Lets a context be asked too.</summary>
    public void Add(JsonSerializerContext context)
    {
        lock (_lock)
        {
            if (!_contexts.Any(known => known.GetType() == context.GetType()))
            {
                _contexts = [.. _contexts, context];
            }
        }
    }

    /// <inheritdoc/>
    public JsonTypeInfo? GetTypeInfo(Type type, JsonSerializerOptions options)
    {
        var contexts = _contexts;

        // A context of the type's own assembly may set members that others cannot see.
        foreach (var context in contexts)
        {
            if (context.GetType().Assembly == type.Assembly && Ask(context) is { } own)
            {
                return own;
            }
        }

        foreach (var context in contexts)
        {
            if (Ask(context) is { } known)
            {
                return known;
            }
        }

        return null;

        JsonTypeInfo? Ask(JsonSerializerContext context) => ((IJsonTypeInfoResolver)context).GetTypeInfo(type, options);
    }
}
