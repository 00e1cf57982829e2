using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using k8s.Models;
using Kube;
using Ray.Api.Tests.Support;
using Ray.Api.V1;

namespace Ray.Api.Tests.V1;

/// <summary>The generated deep copies, comparisons and apply twins, for every type of the API with every property set.</summary>
public class ContentTests
{
    public static TheoryData<string> TypeNames => [.. WireTypes.All().Select(type => type.Name)];

    [Theory]
    [MemberData(nameof(TypeNames))]
    public void A_copy_has_the_same_content_and_shares_nothing_that_can_change(string typeName)
    {
        var type = TypeOf(typeName);
        var original = Filler.Fill(type);

        var copy = Clone(type, original);

        Assert.Equal(Json(type, original), Json(type, copy));
        Assert.True(Same(type, original, copy));
        AssertNothingShared(original, copy, typeName);
    }

    [Theory]
    [MemberData(nameof(TypeNames))]
    public void A_difference_anywhere_is_found(string typeName)
    {
        var type = TypeOf(typeName);
        var original = Filler.Fill(type);
        var changes = 0;
        foreach (var change in Changes(type, depth: 0))
        {
            var changed = Clone(type, original);
            change(changed);
            Assert.False(Same(type, original, changed), $"change {changes} of {typeName}");
            changes++;
        }

        Assert.True(changes >= type.GetProperties().Count(property => property.CanWrite));
    }

    [Theory]
    [MemberData(nameof(TypeNames))]
    public void A_twin_with_everything_set_writes_what_the_type_writes(string typeName)
    {
        var type = TypeOf(typeName);
        var twin = (IApplyValue)Filler.Fill(type.Assembly.GetType($"{type.FullName}Apply", throwOnError: true)!);
        var expected = JsonNode.Parse(Json(type, Filler.Fill(type)))!;
        var written = JsonNode.Parse(Write(twin))!;
        if (type == typeof(RayCluster))
        {
            // The twin has no apiVersion and kind to fill, so that its values are counted differently.
            Assert.Equal("ray.io/v1", (string?)written["apiVersion"]);
            Assert.Equal("RayCluster", (string?)written["kind"]);
            return;
        }

        Assert.True(JsonNode.DeepEquals(expected, written), $"{expected}\n{written}");
    }

    [Theory]
    [MemberData(nameof(TypeNames))]
    public void A_twin_with_nothing_set_writes_nothing(string typeName)
    {
        var twin = (IApplyValue)Activator.CreateInstance(TypeOf(typeName).Assembly.GetType($"Ray.Api.V1.{typeName}Apply", throwOnError: true)!)!;
        Assert.Equal(
            typeName == nameof(RayCluster) ? """{"apiVersion":"ray.io/v1","kind":"RayCluster","metadata":{}}""" : "{}", Write(twin));
    }

    [Fact]
    public void A_twin_sends_no_metadata_of_the_servers()
    {
        var twin = new RayClusterApply
        {
            Metadata = new()
            {
                Name = "a",
                ResourceVersion = "7",
                Uid = "u",
                Generation = 3,
                CreationTimestamp = DateTime.UnixEpoch,
                ManagedFields = [new()],
            },
        };
        Assert.Equal(
            """{"apiVersion":"ray.io/v1","kind":"RayCluster","metadata":{"name":"a","resourceVersion":"7","uid":"u"}}""", Write(twin));
    }

    [Fact]
    public void A_null_list_is_not_an_empty_one()
    {
        var none = new RayClusterSpec();
        var empty = new RayClusterSpec { WorkerGroupSpecs = [] };
        Assert.False(none.DeepEquals(empty));
        Assert.False(empty.DeepEquals(none));
        Assert.True(empty.DeepEquals(new() { WorkerGroupSpecs = Array.Empty<WorkerGroupSpec>() }));
        Assert.Null(none.DeepClone().WorkerGroupSpecs);
        Assert.Empty(empty.DeepClone().WorkerGroupSpecs!);
    }

    [Fact]
    public void The_order_of_a_dictionary_does_not_count_and_that_of_a_list_does()
    {
        static WorkerGroupSpec Group(params string[] names) => new() { Labels = names.ToDictionary(name => name, name => name) };
        Assert.True(Group("a", "b").DeepEquals(Group("b", "a")));
        Assert.False(Group("a").DeepEquals(Group("a", "b")));
        Assert.False(Group("a", "c").DeepEquals(Group("a", "b")));
        static ScaleStrategy Names(params string[] names) => new() { WorkersToDelete = names };
        Assert.True(Names("a", "b").DeepEquals(Names("a", "b")));
        Assert.False(Names("a", "b").DeepEquals(Names("b", "a")));
    }

    [Fact]
    public void Null_is_like_null_only()
    {
        RayCluster? none = null;
        Assert.Null(none.DeepClone());
        Assert.True(none.DeepEquals(null));
        Assert.False(none.DeepEquals(new()));
        Assert.False(new RayCluster().DeepEquals(null));
    }

    private static string Write(IApplyValue twin)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            twin.WriteTo(writer);
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    // Each change sets one property, here or in an object below, to null or its default; a list or dictionary loses an entry too.
    private static IEnumerable<Action<object>> Changes(Type type, int depth)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite && property.PropertyType != typeof(object)))
        {
            yield return target => property.SetValue(target, property.PropertyType.IsValueType ? Activator.CreateInstance(property.PropertyType) : null);
            if (property.PropertyType.IsAssignableTo(typeof(IEnumerable)) && property.PropertyType != typeof(string) && !property.PropertyType.IsArray)
            {
                yield return target => property.PropertyType.GetInterfaces().First(i => i.Name == "ICollection`1").GetMethod("Clear")!.Invoke(property.GetValue(target), null);
            }
            else if (depth < 3 && property.PropertyType is { IsClass: true, Namespace: "k8s.Models" or "Ray.Api.V1" } part && part != typeof(ResourceQuantity) && part != typeof(IntOrString))
            {
                foreach (var change in Changes(part, depth + 1))
                {
                    yield return target => change(property.GetValue(target)!);
                }
            }
        }
    }

    private static void AssertNothingShared(object? original, object? copy, string path)
    {
        if (original is null or string or ValueType or ResourceQuantity or IntOrString or Type)
        {
            return;
        }

        Assert.False(ReferenceEquals(original, copy), path);
        if (original is IEnumerable items)
        {
            foreach (var (one, other) in items.Cast<object>().Zip(((IEnumerable)copy!).Cast<object>()))
            {
                AssertNothingShared(one, other, path + "[]");
            }

            return;
        }

        foreach (var property in original.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.GetIndexParameters().Length == 0))
        {
            AssertNothingShared(property.GetValue(original), property.GetValue(copy), $"{path}.{property.Name}");
        }
    }

    private static object Clone(Type type, object value) => Method(type, "DeepClone").Invoke(null, [value])!;

    private static bool Same(Type type, object one, object other) => (bool)Method(type, "DeepEquals").Invoke(null, [one, other])!;

    private static MethodInfo Method(Type type, string name) => type.Assembly.GetType($"{type.FullName}Content", throwOnError: true)!.GetMethod(name)!;

    private static string Json(Type type, object value) => JsonSerializer.Serialize(value, SharedJson.Of(type));

    private static Type TypeOf(string name) => WireTypes.All().Single(type => type.Name == name);
}
