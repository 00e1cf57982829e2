using System.Collections;
using System.Reflection;
using System.Text.Json.Nodes;
using k8s.Models;

namespace Ray.Api.Tests.Support;

/// <summary>
/// Makes objects of wire types with some properties set and others not; the deeper, the fewer. Equal seeds give equal objects. Texts come from a
/// small set, so that names collide now and then.
/// </summary>
internal sealed class RandomFiller(Random random)
{
    private static readonly string[] s_texts = ["a", "b", "small-group", "None", "", "RAY", "true", "mini-svc", "shared-mem", "default", "ä\"\\\n"];
    private static readonly string[] s_quantities = ["1", "500m", "1Gi", "0.5", "1000m"];

    public T Fill<T>() => (T)MakeObject(typeof(T), 0);

    private object? Make(Type type, int depth)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) => s_texts[random.Next(s_texts.Length)],
            _ when type == typeof(bool) => random.Next(2) == 0,
            _ when type == typeof(int) => random.Next(4) == 0 ? random.Next() : random.Next(3),
            _ when type == typeof(long) => random.NextInt64(),
            _ when type == typeof(double) => random.Next(100) / 4.0,
            _ when type == typeof(DateTime) => DateTime.UnixEpoch.AddSeconds(random.Next()),
            _ when type == typeof(ResourceQuantity) => new ResourceQuantity(s_quantities[random.Next(s_quantities.Length)]),
            _ when type == typeof(IntOrString) => random.Next(2) == 0 ? (IntOrString)random.Next(9) : (IntOrString)"http",
            _ when type == typeof(byte[]) => new byte[] { 1, 2, (byte)random.Next(256) },
            _ when type == typeof(JsonObject) => new JsonObject(),
            _ when type == typeof(object) => null, // FieldsV1 of managed fields: opaque by nature
            _ when type.IsGenericType => MakeGeneric(type, depth),
            _ => MakeObject(type, depth),
        };
    }

    private object MakeObject(Type type, int depth)
    {
        var made = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(IsOurs))
        {
            if (random.NextDouble() < ChanceOf(property, depth))
            {
                property.SetValue(made, Make(property.PropertyType, depth + 1));
            }
        }

        return made;
    }

    private static bool IsOurs(PropertyInfo property) => property.CanWrite && property.Name is not ("ApiVersion" or "Kind" or "ManagedFields");

    // The ways down that conversion cares for are taken more often than the rest of Kubernetes.
    private static double ChanceOf(PropertyInfo property, int depth) => property.Name switch
    {
        "Spec" or "Status" or "HeadGroupSpec" or "WorkerGroupSpecs" or "HeadService" or "Template" or "Containers" or "GroupName" or "Metadata" => 0.85,
        "Name" or "Env" or "Value" or "VolumeMounts" or "Ports" or "RayStartParams" or "NamespaceProperty" or "Annotations" => 0.5,
        _ => depth < 3 ? 0.3 : 0.08,
    };

    private IEnumerable MakeGeneric(Type type, int depth)
    {
        var arguments = type.GetGenericArguments();
        var count = random.Next(4);
        if (arguments.Length == 1)
        {
            var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(arguments))!;
            for (var i = 0; i < count; i++)
            {
                list.Add(Make(arguments[0], depth));
            }

            return list;
        }

        var map = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(arguments))!;
        string[] keys = ["address", "port", "num-cpus", RayAnnotations.OriginVersion, "ray.io/cluster"];
        for (var i = 0; i < count; i++)
        {
            map[keys[random.Next(keys.Length)]] = Make(arguments[1], depth);
        }

        return map;
    }
}
