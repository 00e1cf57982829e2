using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using k8s;
using k8s.Models;
using Kube;

namespace Ray.Operator.Tests.Simulation;

/// <summary>The objects around the pods as a server keeps them: by kind and name.</summary>
/// <param name="nextVersion">Numbers writes.</param>
internal sealed class InMemoryObjects(Func<string> nextVersion)
{
    private static readonly Dictionary<string, Func<ReadOnlyMemory<byte>, IKubernetesObject<V1ObjectMeta>>> s_readers = new()
    {
        ["services"] = Reader(BuiltInResources.Services),
        ["serviceaccounts"] = Reader(BuiltInResources.ServiceAccounts),
        ["roles"] = Reader(BuiltInResources.Roles),
        ["rolebindings"] = Reader(BuiltInResources.RoleBindings),
        ["ingresses"] = Reader(BuiltInResources.Ingresses),
        ["networkpolicies"] = Reader(BuiltInResources.NetworkPolicies),
        ["persistentvolumeclaims"] = Reader(BuiltInResources.PersistentVolumeClaims),
        ["secrets"] = Reader(BuiltInResources.Secrets),
        ["jobs"] = Reader(BuiltInResources.Jobs),
    };

    private readonly SortedDictionary<(string Plural, string Name), IKubernetesObject<V1ObjectMeta>> _objects = [];

    public IEnumerable<IKubernetesObject<V1ObjectMeta>> All => _objects.Values;

    /// <summary>Puts an object there as if somebody had created it.</summary>
    public void Put(string plural, IKubernetesObject<V1ObjectMeta> item) => _objects[(plural, item.Metadata.Name)] = item;

    /// <summary>Takes an object away as if somebody had deleted it.</summary>
    public void Remove(string plural, string name) => _objects.Remove((plural, name));

    /// <summary>Whether a request is for one of these kinds.</summary>
    public static bool IsFor(ApiRequest request) => s_readers.ContainsKey(Split(request.Path).Plural);

    /// <summary>Answers a request as the server would.</summary>
    public object Act(ApiRequest request)
    {
        var (plural, name) = Split(request.Path);
        switch (request.Method.Method)
        {
            case "GET":
                return Find(plural, name);
            case "DELETE":
                _objects.Remove((plural, Find(plural, name).Metadata.Name));
                return new object();
            case "PATCH" when request.ContentType == MediaTypes.MergePatch:
                return SetOwners((V1PersistentVolumeClaim)Find(plural, name), JsonNode.Parse(request.Body.Span)!.AsObject());
            default:
                return Store(plural, s_readers[plural](request.Body), isCreation: request.Method == HttpMethod.Post);
        }
    }

    private IKubernetesObject<V1ObjectMeta> Store(string plural, IKubernetesObject<V1ObjectMeta> item, bool isCreation)
    {
        var key = (plural, item.Metadata.Name);
        if (isCreation && _objects.ContainsKey(key))
        {
            throw new ApiException(System.Net.HttpStatusCode.Conflict, "AlreadyExists", $"{plural} \"{item.Metadata.Name}\" already exists");
        }

        item.Metadata.Uid = "uid-" + item.Metadata.Name;
        item.Metadata.ResourceVersion = nextVersion();
        return _objects[key] = item;
    }

    private IKubernetesObject<V1ObjectMeta> Find(string plural, string name) =>
        _objects.TryGetValue((plural, name), out var item) ? item
            : throw new ApiException(System.Net.HttpStatusCode.NotFound, "NotFound", $"{plural} \"{name}\" not found");

    private V1PersistentVolumeClaim SetOwners(V1PersistentVolumeClaim claim, JsonObject patch)
    {
        var owners = patch["metadata"]!["ownerReferences"]!.AsArray();
        claim.Metadata.OwnerReferences = [.. owners.Select(o => o.Deserialize(KubeJsonContext.Default.V1OwnerReference)!)];
        claim.Metadata.ResourceVersion = nextVersion();
        return claim;
    }

    private static Func<ReadOnlyMemory<byte>, IKubernetesObject<V1ObjectMeta>> Reader<T>(ResourceType<T> type)
        where T : class, IKubernetesObject<V1ObjectMeta> => body => Read(body, type.Json);

    private static T Read<T>(ReadOnlyMemory<byte> body, JsonTypeInfo<T> type) => JsonSerializer.Deserialize(body.Span, type)!;

    // .../namespaces/<ns>/<plural>[/<name>]
    private static (string Plural, string Name) Split(string path)
    {
        var parts = path.Split('/');
        var at = Array.IndexOf(parts, "namespaces");
        return (parts.ElementAtOrDefault(at + 2) ?? "", parts.ElementAtOrDefault(at + 3) ?? "");
    }
}
