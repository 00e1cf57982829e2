using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>What holds for some kinds only: their status, defaults, and what may not change.</summary>
internal static class KindRules
{
    private static readonly string[] s_content = ["data", "stringData", "binaryData"];

    public static void PrepareForCreate(ApiResource resource, JsonObject value, ObjectStore store)
    {
        if (resource.HasStatus)
        {
            value.Remove("status");
        }

        switch (resource.StorageKey)
        {
            case "namespaces":
                value["spec"] = new JsonObject { ["finalizers"] = new JsonArray("kubernetes") };
                value["status"] = new JsonObject { ["phase"] = "Active" };
                NameNamespace(value);
                break;
            case "persistentvolumeclaims":
                value["status"] = new JsonObject { ["phase"] = "Pending" };
                break;
            default:
                BuiltInDefaults.Apply(resource, value, store);
                break;
        }
    }

    public static void PrepareForUpdate(ApiResource resource, JsonObject before, JsonObject value, string? subresource)
    {
        if (subresource == "status")
        {
            KeepAllButStatus(resource, before, value);
        }
        else if (resource.HasStatus && subresource is null)
        {
            Copy(before, value, "status");
        }

        if (resource.StorageKey == "namespaces")
        {
            Copy(before, value, "spec");
            NameNamespace(value);
        }

        if (!resource.IsCustom && subresource is null)
        {
            BuiltInDefaults.Complete(resource, before, value);
        }
    }

    /// <summary>Whether an object that is being deleted, and has no finalizers, is gone: pods on a node wait for its kubelet, namespaces for their content.</summary>
    public static bool IsOver(ApiResource resource, JsonObject value) => resource.StorageKey switch
    {
        "namespaces" => value["spec"]?["finalizers"] is not JsonArray { Count: > 0 },
        "pods" => value["metadata"]?["deletionGracePeriodSeconds"] is not JsonValue grace || grace.ToString() == "0",
        _ => true,
    };

    /// <summary>Whether an update must say which state it is an update of.</summary>
    public static bool NeedsVersion(ApiResource resource) => resource.IsCustom
        || resource.Group is "apiextensions.k8s.io" or "admissionregistration.k8s.io" or "coordination.k8s.io" or "policy";

    public static bool ChangesGeneration(ApiResource resource, JsonObject before, JsonObject value)
    {
        var ignored = resource.HasStatus || !resource.IsCustom ? new[] { "metadata", "status" } : ["metadata"];
        return !JsonNode.DeepEquals(Without(before, ignored), Without(value, ignored));
    }

    public static IEnumerable<SchemaProblem> Check(ApiResource resource, JsonObject? before, JsonObject value)
    {
        if (before is not null && resource.StorageKey is "configmaps" or "secrets" && before?["immutable"]?.ToString() == "true")
        {
            foreach (var name in s_content.Where(name => !JsonNode.DeepEquals(before[name], value[name])))
            {
                yield return new(name, SchemaProblemKind.InvalidValue, "Forbidden: field is immutable when `immutable` is set");
            }
        }

        if (before is not null && resource.StorageKey is "deployments.apps" or "replicasets.apps" && !JsonNode.DeepEquals(before?["spec"]?["selector"], value["spec"]?["selector"]))
        {
            yield return new("spec.selector", SchemaProblemKind.InvalidValue, $"Invalid value: {value["spec"]?["selector"]?.ToJsonString() ?? "null"}: field is immutable");
        }

        if (resource is { IsCustom: true, Scale: { } scale } && ObjectMeta.At(value, scale.Spec)?.ToString() is ['-', ..] replicas)
        {
            // With the dot of the definition's own path.
            yield return new($".{scale.Spec}", SchemaProblemKind.InvalidValue, $"Invalid value: {replicas}: should be a non-negative integer");
        }

        if (resource.StorageKey == "customresourcedefinitions.apiextensions.k8s.io")
        {
            foreach (var problem in DefinitionRules.Check(value))
            {
                yield return problem;
            }
        }
    }

    // So that selectors of labels can choose a namespace by its name; nobody can take the label away.
    private static void NameNamespace(JsonObject value)
    {
        var metadata = ObjectMeta.Of(value);
        if (metadata["labels"] is not JsonObject labels)
        {
            metadata["labels"] = labels = [];
        }

        labels["kubernetes.io/metadata.name"] = ObjectMeta.Name(value);
    }

    // Custom resources keep all but the status; pods may also have their labels changed along with it.
    private static void KeepAllButStatus(ApiResource resource, JsonObject before, JsonObject value)
    {
        foreach (var name in before.Select(member => member.Key).Concat(value.Select(member => member.Key)).Distinct().ToList())
        {
            if (name == "metadata" ? resource.IsCustom : name != "status")
            {
                Copy(before, value, name);
            }
        }
    }

    private static void Copy(JsonObject from, JsonObject to, string name)
    {
        if (from.TryGetPropertyValue(name, out var member))
        {
            to[name] = member?.DeepClone();
        }
        else
        {
            to.Remove(name);
        }
    }

    private static JsonObject Without(JsonObject value, string[] names) =>
        new(value.Where(member => !names.Contains(member.Key)).Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));
}
