namespace Ray.Benchmarks.Decoding;

/// <summary>A way to read a list of RayClusters.</summary>
public interface IListReader
{
    /// <summary>Who reads.</summary>
    string Name { get; }

    /// <summary>Reads the list; returns the number of objects, or -1 when nothing is decoded.</summary>
    Task<int> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>What one way cost: medians over the rounds.</summary>
/// <param name="Name">Who read.</param>
/// <param name="Seconds">From the request until the last object.</param>
/// <param name="Bytes">Bytes allocated by the whole process, the server included: it sends one buffer again and again.</param>
public sealed record Result(string Name, double Seconds, long Bytes);
