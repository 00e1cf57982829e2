namespace Ray.Benchmarks.Decoding;

/// <summary>A way to read a list of RayClusters.</summary>
internal interface IListReader
{
    /// <summary>Who reads.</summary>
    string Name { get; }

    /// <summary>Reads the list; returns the number of objects, or -1 when nothing is decoded.</summary>
    Task<int> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>What one way cost: medians over the rounds.</summary>
/// <param name="Name">Who read.</param>
/// <param name="Cost">The cost.</param>
internal sealed record Result(string Name, Cost Cost);

/// <summary>What one reading cost. All but the seconds is that of the whole process, the server included, which sends one buffer again and again.</summary>
/// <param name="Seconds">From the request until the last object.</param>
/// <param name="ProcessorSeconds">Time on all processors: other programs lengthen it less.</param>
/// <param name="PauseSeconds">The part of the seconds in which the garbage collector stopped everything.</param>
/// <param name="Bytes">Bytes allocated.</param>
internal sealed record Cost(double Seconds, double ProcessorSeconds, double PauseSeconds, long Bytes);
