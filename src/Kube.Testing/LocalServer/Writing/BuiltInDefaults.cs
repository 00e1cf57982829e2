using System.Globalization;
using System.Text.Json.Nodes;

namespace Kube.Testing;

/// <summary>Defaults of the built-in kinds that operators meet: pods and their templates, services, deployments and jobs.</summary>
internal static class BuiltInDefaults
{
    private static int s_address;

    public static void Apply(ApiResource resource, JsonObject value, ObjectStore store)
    {
        _ = store;
        switch (resource.StorageKey)
        {
            case "pods":
                PodSpecDefaults.Apply(Spec(value));
                PodSpecDefaults.ApplyAdmission(Spec(value));
                value["status"] = new JsonObject { ["phase"] = "Pending", ["qosClass"] = PodSpecDefaults.QualityOf(Spec(value)) };
                break;
            case "services":
                Service(Spec(value));
                value["status"] = new JsonObject { ["loadBalancer"] = new JsonObject() };
                break;
            case "secrets":
                Secret(value);
                break;
            case EventForms.StorageKey:
                EventForms.Complete(value);
                break;
            case "persistentvolumes" or "nodes":
                value["status"] = new JsonObject();
                break;
            default:
                Workload(resource, value);
                break;
        }
    }

    /// <summary>Fills in what an update leaves out and the object has.</summary>
    public static void Complete(ApiResource resource, JsonObject before, JsonObject value)
    {
        switch (resource.StorageKey)
        {
            case "pods":
                PodSpecDefaults.Apply(Spec(value));
                break;
            case "services":
                foreach (var name in new[] { "clusterIP", "clusterIPs" })
                {
                    if (Spec(value)[name] is null && Spec(value)["type"]?.ToString() != "ExternalName" && before["spec"]?[name] is { } address)
                    {
                        Spec(value)[name] = address.DeepClone();
                    }
                }

                Service(Spec(value));
                break;
            case "secrets":
                Secret(value);
                break;
            case EventForms.StorageKey:
                EventForms.Complete(value);
                break;
            default:
                Workload(resource, value);
                break;
        }
    }

    /// <summary>Sets a member that is absent.</summary>
    public static void Default(JsonObject owner, string name, JsonNode? value)
    {
        if (owner[name] is null)
        {
            owner[name] = value;
        }
    }

    private static void Workload(ApiResource resource, JsonObject value)
    {
        if (resource.StorageKey == "podtemplates" && value["template"] is JsonObject pod)
        {
            Template(pod);
        }

        if (resource.Group is not ("apps" or "batch") || value["spec"] is not JsonObject spec)
        {
            return;
        }

        if (spec["template"] is JsonObject template)
        {
            Template(template);
        }

        switch (resource.Kind)
        {
            case "Deployment":
                Default(spec, "replicas", 1);
                Default(spec, "strategy", new JsonObject
                {
                    ["type"] = "RollingUpdate",
                    ["rollingUpdate"] = new JsonObject { ["maxUnavailable"] = "25%", ["maxSurge"] = "25%" },
                });
                Default(spec, "revisionHistoryLimit", 10);
                Default(spec, "progressDeadlineSeconds", 600);
                Default(value, "status", new JsonObject());
                break;
            case "StatefulSet":
                Default(spec, "replicas", 1);
                Default(spec, "podManagementPolicy", "OrderedReady");
                Default(spec, "revisionHistoryLimit", 10);
                Default(spec, "updateStrategy", new JsonObject { ["type"] = "RollingUpdate", ["rollingUpdate"] = new JsonObject { ["partition"] = 0 } });
                Default(value, "status", new JsonObject { ["replicas"] = 0 });
                break;
            case "ReplicaSet":
                Default(spec, "replicas", 1);
                Default(value, "status", new JsonObject { ["replicas"] = 0 });
                break;
            case "Job":
                Default(spec, "parallelism", 1);
                Default(spec, "completions", 1);
                Default(spec, "backoffLimit", 6);
                Default(value, "status", new JsonObject());
                break;
        }
    }

    private static void Template(JsonObject template)
    {
        Default(template, "metadata", new JsonObject());
        PodSpecDefaults.Apply(Spec(template));
    }

    private static void Service(JsonObject spec)
    {
        Default(spec, "type", "ClusterIP");
        Default(spec, "sessionAffinity", "None");
        foreach (var port in (spec["ports"] as JsonArray ?? []).OfType<JsonObject>())
        {
            Default(port, "protocol", "TCP");
            Default(port, "targetPort", port["port"]?.DeepClone());
        }

        if (spec["type"]?.ToString() != "ExternalName" && spec["clusterIP"] is null)
        {
            var number = Interlocked.Increment(ref s_address);
            spec["clusterIP"] = string.Create(CultureInfo.InvariantCulture, $"10.96.{number / 250 % 250}.{(number % 250) + 1}");
        }

        if (spec["clusterIP"] is { } address)
        {
            Default(spec, "clusterIPs", new JsonArray(address.DeepClone()));
        }
    }

    private static void Secret(JsonObject value)
    {
        Default(value, "type", "Opaque");
        if (value["stringData"] is JsonObject texts)
        {
            Default(value, "data", new JsonObject());
            foreach (var (name, text) in texts)
            {
                value["data"]![name] = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text?.ToString() ?? ""));
            }

            value.Remove("stringData");
        }
    }

    private static JsonObject Spec(JsonObject value)
    {
        if (value["spec"] is not JsonObject spec)
        {
            value["spec"] = spec = [];
        }

        return spec;
    }
}
