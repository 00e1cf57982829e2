using Ray.Operator.RayClusters.Desired.Features;

namespace Ray.Operator.RayClusters.Desired.StartParams;

/// <summary>Completes the user's flags of <c>ray start</c>. Steps run in order; a later step sees what the earlier ones set.</summary>
internal static class StartParamsCompletion
{
    /// <summary>Port of the agent whose health probes read, unless <c>dashboard-agent-listen-port</c> says otherwise.</summary>
    public const string DefaultAgentPort = "52365";

    public static SortedDictionary<string, string> Of(RayNode node, IDictionary<string, string>? given)
    {
        var parameters = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in given ?? new Dictionary<string, string>())
        {
            parameters[key] = value ?? "";
        }

        GroupResources.AddTo(parameters, node.GroupResources);
        GroupLabels.AddTo(parameters, node.GroupLabels);
        AddFixed(parameters, node);
        AddRedisCredentials(parameters, node);
        ContainerResources.AddTo(parameters, node.RayContainer.Resources);
        Accelerators.AddTo(parameters, node.RayContainer.Resources?.Limits);
        node.Origin.Adapt(parameters, node);
        return parameters;
    }

    private static void AddFixed(SortedDictionary<string, string> parameters, RayNode node)
    {
        if (node.IsHead)
        {
            parameters.TryAdd("dashboard-host", "0.0.0.0");
            if (Autoscaling.IsOn(node.Cluster))
            {
                // Ray's own monitor knows nothing of Kubernetes; the autoscaler beside Ray takes its place.
                parameters["no-monitor"] = "true";
            }
        }
        else
        {
            parameters.TryAdd("address", node.Head.HostAndPort);
        }

        parameters.TryAdd("metrics-export-port", "8080");
        parameters.TryAdd("dashboard-agent-listen-port", DefaultAgentPort);

        // The container must live as long as Ray does, whatever the user says.
        parameters["block"] = "true";
    }

    // The shell fills them in: credentials never stand in a command line of the spec.
    private static void AddRedisCredentials(SortedDictionary<string, string> parameters, RayNode node)
    {
        if (!node.IsHead || !FaultTolerance.UsesRedis(node.Cluster) || FaultTolerance.OptionsOf(node.Cluster) is not { } options)
        {
            return;
        }

        if (options.RedisUsername is not null)
        {
            parameters["redis-username"] = "$REDIS_USERNAME";
        }

        if (options.RedisPassword is not null)
        {
            parameters["redis-password"] = "$REDIS_PASSWORD";
        }
    }
}
