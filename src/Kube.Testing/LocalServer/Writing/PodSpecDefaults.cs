using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>Defaults of a pod's specification.</summary>
internal static class PodSpecDefaults
{
    private const int SecretMode = 420;
    private static readonly string[] s_containerLists = ["containers", "initContainers"];
    private static readonly string[] s_volumeSources = ["secret", "configMap", "downwardAPI", "projected"];
    private static readonly string[] s_tolerated = ["node.kubernetes.io/not-ready", "node.kubernetes.io/unreachable"];
    private static readonly string[] s_probes = ["livenessProbe", "readinessProbe", "startupProbe"];

    public static void Apply(JsonObject spec)
    {
        BuiltInDefaults.Default(spec, "restartPolicy", "Always");
        BuiltInDefaults.Default(spec, "terminationGracePeriodSeconds", 30);
        BuiltInDefaults.Default(spec, "dnsPolicy", "ClusterFirst");
        BuiltInDefaults.Default(spec, "securityContext", new JsonObject());
        BuiltInDefaults.Default(spec, "schedulerName", "default-scheduler");
        if (spec["serviceAccountName"] is { } account)
        {
            BuiltInDefaults.Default(spec, "serviceAccount", account.DeepClone());
        }

        foreach (var container in s_containerLists.SelectMany(list => (spec[list] as JsonArray ?? []).OfType<JsonObject>()))
        {
            Container(container);
        }

        foreach (var volume in (spec["volumes"] as JsonArray ?? []).OfType<JsonObject>())
        {
            foreach (var source in s_volumeSources.Select(name => volume[name]).OfType<JsonObject>())
            {
                BuiltInDefaults.Default(source, "defaultMode", SecretMode);
            }

            if (volume["hostPath"] is JsonObject path)
            {
                BuiltInDefaults.Default(path, "type", "");
            }
        }
    }

    /// <summary>What admission adds to pods, and not to templates of them.</summary>
    public static void ApplyAdmission(JsonObject spec)
    {
        if (spec["tolerations"] is not JsonArray tolerations)
        {
            spec["tolerations"] = tolerations = [];
        }

        foreach (var key in s_tolerated)
        {
            if (!tolerations.OfType<JsonObject>().Any(toleration => toleration["key"]?.ToString() == key))
            {
                tolerations.Add((JsonNode)new JsonObject { ["key"] = key, ["operator"] = "Exists", ["effect"] = "NoExecute", ["tolerationSeconds"] = 300 });
            }
        }

        BuiltInDefaults.Default(spec, "priority", 0);
        BuiltInDefaults.Default(spec, "enableServiceLinks", true);
        BuiltInDefaults.Default(spec, "preemptionPolicy", "PreemptLowerPriority");
    }

    /// <summary>The class of service: by what all containers ask for, and are held to.</summary>
    public static string QualityOf(JsonObject spec)
    {
        var resources = s_containerLists
            .SelectMany(list => (spec[list] as JsonArray ?? []).OfType<JsonObject>()).Select(container => container["resources"] as JsonObject ?? []).ToList();
        static bool Has(JsonNode? amounts) => amounts is JsonObject members && (members.ContainsKey("cpu") || members.ContainsKey("memory"));
        if (!resources.Exists(part => Has(part["requests"]) || Has(part["limits"])))
        {
            return "BestEffort";
        }

        return resources.TrueForAll(part => part["limits"] is JsonObject limits && limits.ContainsKey("cpu") && limits.ContainsKey("memory")
            && (part["requests"] is not JsonObject requests || requests.All(request => JsonNode.DeepEquals(request.Value, limits[request.Key]))))
            ? "Guaranteed" : "Burstable";
    }

    private static void Container(JsonObject container)
    {
        BuiltInDefaults.Default(container, "resources", new JsonObject());
        BuiltInDefaults.Default(container, "terminationMessagePath", "/dev/termination-log");
        BuiltInDefaults.Default(container, "terminationMessagePolicy", "File");
        var image = container["image"]?.ToString() ?? "";
        var tag = image[(image.LastIndexOf('/') + 1)..];
        var isLatest = !tag.Contains(':', StringComparison.Ordinal) || tag.EndsWith(":latest", StringComparison.Ordinal);
        BuiltInDefaults.Default(container, "imagePullPolicy", isLatest && !tag.Contains('@', StringComparison.Ordinal) ? "Always" : "IfNotPresent");
        foreach (var port in (container["ports"] as JsonArray ?? []).OfType<JsonObject>())
        {
            BuiltInDefaults.Default(port, "protocol", "TCP");
        }

        foreach (var reference in (container["env"] as JsonArray ?? []).OfType<JsonObject>().Select(variable => variable["valueFrom"]?["fieldRef"]).OfType<JsonObject>())
        {
            BuiltInDefaults.Default(reference, "apiVersion", "v1");
        }

        foreach (var probe in s_probes.Select(name => container[name]).OfType<JsonObject>())
        {
            BuiltInDefaults.Default(probe, "timeoutSeconds", 1);
            BuiltInDefaults.Default(probe, "periodSeconds", 10);
            BuiltInDefaults.Default(probe, "successThreshold", 1);
            BuiltInDefaults.Default(probe, "failureThreshold", 3);
            if (probe["httpGet"] is JsonObject get)
            {
                BuiltInDefaults.Default(get, "scheme", "HTTP");
            }
        }
    }
}
