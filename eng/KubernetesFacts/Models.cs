using System.Reflection;
using System.Text.Json.Serialization;
using k8s.Models;

namespace KubernetesFacts;

/// <summary>The C# models, by what the Go sources call them.</summary>
internal static class Models
{
    private static readonly Dictionary<string, Type> s_classes = typeof(V1Pod).Assembly.GetExportedTypes()
        .Where(t => t.Namespace == typeof(V1Pod).Namespace)
        .ToDictionary(t => t.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The class of a Go struct: <c>V1Pod</c>, or with the group where several groups have the name, as <c>Corev1Event</c>.</summary>
    public static Type? ClassOf(string group, string version, string name) =>
        s_classes.GetValueOrDefault(group + version + name) ?? s_classes.GetValueOrDefault(version + name);

    /// <summary>Whether a property is a value that is never absent, so that its type alone makes it required. Null when there is none.</summary>
    public static bool? IsPlainValue(Type type, string jsonName)
    {
        var property = type.GetProperties().FirstOrDefault(p => p.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name == jsonName);
        return property is null ? null : property.PropertyType.IsValueType && Nullable.GetUnderlyingType(property.PropertyType) is null;
    }
}
