using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace Kube.Generators.Tests.Wire;

/// <summary>Fills the twin of an object, member by member, and has it write itself.</summary>
internal static class WireTwin
{
    private const BindingFlags All = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>What server-side apply sends of an object.</summary>
    /// <param name="value">The object.</param>
    /// <param name="twin">Its twin's type.</param>
    public static string Write(object value, Type twin)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            ((IApplyValue)Fill(value, twin)).WriteTo(writer);
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static object Fill(object value, Type twin)
    {
        var result = Activator.CreateInstance(twin)!;
        foreach (var property in twin.GetProperties(All).Where(p => p.CanWrite && p.DeclaringType == twin))
        {
            if (Get(value, property.Name) is { } member)
            {
                property.SetValue(result, Convert(member, property.PropertyType));
            }
        }

        return result;
    }

    private static object? Get(object value, string name)
    {
        foreach (var candidate in new[] { name, name.EndsWith("Value", StringComparison.Ordinal) ? name[..^"Value".Length] : name })
        {
            for (var type = value.GetType(); type is not null; type = type.BaseType)
            {
                if (type.GetProperty(candidate, All | BindingFlags.DeclaredOnly) is { GetMethod: not null } property)
                {
                    return property.GetValue(value);
                }

                if (type.GetField(candidate, All | BindingFlags.DeclaredOnly) is { } field)
                {
                    return field.GetValue(value);
                }
            }
        }

        throw new InvalidOperationException($"{value.GetType()} has no {name}.");
    }

    private static object Convert(object value, Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsInstanceOfType(value))
        {
            return value;
        }

        if (type.IsAssignableTo(typeof(IApplyValue)))
        {
            return Fill(value, type);
        }

        var arguments = type.GetGenericArguments();
        if (arguments.Length == 1)
        {
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(arguments))!;
            foreach (var item in (IEnumerable)value)
            {
                list.Add(item is null ? null : Convert(item, arguments[0]));
            }

            return list;
        }

        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments))!;
        foreach (var entry in (IEnumerable)value)
        {
            var (key, item) = (entry.GetType().GetProperty("Key")!.GetValue(entry)!, entry.GetType().GetProperty("Value")!.GetValue(entry));
            map.Add(key, item is null ? null : Convert(item, arguments[1]));
        }

        return map;
    }
}
