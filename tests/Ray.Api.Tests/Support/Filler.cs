using System.Collections;
using System.Reflection;
using k8s.Models;

namespace Ray.Api.Tests.Support;

/// <summary>Makes an object of any wire type with every property set, all the way down, each value different.</summary>
internal sealed class Filler
{
    private int _next;

    public static object Fill(Type type) => new Filler().Make(type)!;

    private object? Make(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        var number = ++_next;
        return type switch
        {
            _ when type == typeof(string) => $"text-{number}",
            _ when type == typeof(bool) => number % 2 == 0,
            _ when type == typeof(int) => number,
            _ when type == typeof(long) => (long)number,
            _ when type == typeof(double) => number + 0.5,
            _ when type == typeof(DateTime) => new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(number),
            _ when type == typeof(ResourceQuantity) => new ResourceQuantity($"{number}"),
            _ when type == typeof(IntOrString) => (IntOrString)number,
            _ when type == typeof(byte[]) => new byte[] { 1, 2, (byte)number },
            _ when type == typeof(object) => null, // FieldsV1 of managed fields: opaque by nature
            _ when type.IsGenericType => MakeGeneric(type),
            _ => MakeObject(type),
        };
    }

    private IEnumerable MakeGeneric(Type type)
    {
        var arguments = type.GetGenericArguments();
        if (arguments.Length == 1)
        {
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(arguments))!;
            list.Add(Make(arguments[0]));
            list.Add(Make(arguments[0]));
            return list;
        }

        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments))!;
        map.Add("key", Make(arguments[1]));
        map.Add("other/key", Make(arguments[1]));
        return map;
    }

    private object MakeObject(Type type)
    {
        var made = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite))
        {
            property.SetValue(made, Make(property.PropertyType));
        }

        return made;
    }
}
