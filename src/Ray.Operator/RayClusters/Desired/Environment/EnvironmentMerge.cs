using k8s.Models;

namespace Ray.Operator.RayClusters.Desired.Environment;

/// <summary>Merges the operator's variables into a container: never two of one name.</summary>
internal static class EnvironmentMerge
{
    public static void Into(V1Container container, IEnumerable<EnvironmentEntry> entries)
    {
        var merged = new List<V1EnvVar>(container.Env ?? []);
        foreach (var entry in entries)
        {
            var index = merged.FindIndex(variable => variable.Name == entry.Variable.Name);
            if (index < 0)
            {
                merged.Add(entry.Variable);
            }
            else if (!entry.UserWins)
            {
                merged.RemoveAll(variable => variable.Name == entry.Variable.Name);
                merged.Insert(index, entry.Variable);
            }
        }

        container.Env = merged;
    }
}
