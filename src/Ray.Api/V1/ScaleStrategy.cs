namespace Ray.Api.V1;

/// <summary>Which pods go when a worker group shrinks.</summary>
public sealed record ScaleStrategy
{
    /// <summary>Names of pods of the group to delete.</summary>
    public IList<string>? WorkersToDelete { get; set; }
}
