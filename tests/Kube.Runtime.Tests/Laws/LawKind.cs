using System.Text;
using System.Text.Json.Nodes;
using k8s;
using k8s.Models;

namespace Kube.Runtime.Tests.Laws;

/// <summary>A kind that the runs write and watch, without a word about its type.</summary>
/// <param name="Definition">The resource.</param>
/// <param name="Content">A member that every change sets.</param>
internal sealed record LawKind(ResourceDefinition Definition, string Content)
{
    public const string Namespace = "default";

    /// <summary>Not in the API server's cache: watches and 410 come from etcd itself.</summary>
    public static LawKind ConfigMaps { get; } = new(BuiltInResources.ConfigMaps.Definition, "data");

    /// <summary>From the API server's cache, with bookmarks.</summary>
    public static LawKind Secrets { get; } = new(BuiltInResources.Secrets.Definition, "stringData");

    public string Path => Definition.PathOf(Namespace);

    public byte[] Object(string name, string law, int number) => Bytes(new JsonObject
    {
        ["apiVersion"] = Definition.ApiVersion,
        ["kind"] = Definition.Kind,
        ["metadata"] = new JsonObject { ["name"] = name, ["labels"] = new JsonObject { ["law"] = law } },
        [Content] = new JsonObject { ["number"] = $"{number}", ["filling"] = new string('x', number % 700) },
    });

    public byte[] Change(string law, int number) => Bytes(new JsonObject
    {
        ["metadata"] = new JsonObject { ["labels"] = new JsonObject { ["law"] = law }, ["annotations"] = new JsonObject { ["number"] = $"{number}" } },
        [Content] = new JsonObject { ["number"] = $"{number}" },
    });

    /// <summary>What identifies the state of an object.</summary>
    public static string Print<T>(T item)
        where T : IKubernetesObject<V1ObjectMeta> =>
        $"{item.Metadata.Name} {item.Metadata.Uid} {item.Metadata.ResourceVersion}";

    private static byte[] Bytes(JsonObject body) => Encoding.UTF8.GetBytes(body.ToJsonString());
}
