namespace Kube.Runtime.Watching;

/// <summary>Words a refusal so that its reader knows what to grant or install.</summary>
internal static class WatchFailureMessage
{
    public static string For(ResourceDefinition resource, string? @namespace, ApiException failure)
    {
        var place = @namespace is null ? "in all namespaces" : $"in namespace '{@namespace}'";
        if (failure.IsForbidden)
        {
            var group = resource.Group.Length == 0 ? "\"\"" : resource.Group;
            var kind = @namespace is null ? "a ClusterRole" : "a Role";
            return $"Not allowed to list and watch {resource} {place}. Grant it with {kind} that has apiGroups [{group}], " +
                $"resources [{resource.Plural}], verbs [get, list, watch]. The server said: {failure.Message}";
        }

        if (failure.IsNotFound)
        {
            return resource.Group.Contains('.', StringComparison.Ordinal)
                ? $"The server does not know {resource} of version {resource.Version}. Install its CustomResourceDefinition " +
                    $"({resource}), or check that it serves {resource.Version}."
                : $"The server does not know {resource} of version {resource.Version}. The server said: {failure.Message}";
        }

        return $"Cannot list and watch {resource} {place}: {failure.Message}";
    }
}
