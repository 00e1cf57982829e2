namespace Ray.DevEnvironment.Chaos.Model;

/// <summary>A worker group as it is wanted.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Replicas">How many replicas.</param>
/// <param name="Hosts">Pods of one replica.</param>
public sealed record WantedGroup(string Name, int Replicas, int Hosts = 1)
{
    /// <summary>How many pods.</summary>
    public int Pods => Replicas * Hosts;
}
