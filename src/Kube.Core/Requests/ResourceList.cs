namespace Kube;

/// <summary>A page of a list.</summary>
/// <typeparam name="T">Type of the items.</typeparam>
/// <param name="Items">The objects that could be read, in the server's order.</param>
/// <param name="ResourceVersion">Version of the whole list: where a watch goes on from.</param>
public sealed record ResourceList<T>(IReadOnlyList<T> Items, string ResourceVersion)
{
    /// <summary>Token for the next page; empty on the last one.</summary>
    public string Continue { get; init; } = "";

    /// <summary>How many objects follow after this page, about; null when the server does not say, as with selectors.</summary>
    public long? RemainingItemCount { get; init; }

    /// <summary>Objects that are not of the shape of <typeparamref name="T"/>, stored by an older or newer schema. Usually empty.</summary>
    public IReadOnlyList<UndecodableObject> Undecodable { get; init; } = [];
}
