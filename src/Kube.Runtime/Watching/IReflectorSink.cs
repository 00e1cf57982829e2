namespace Kube.Runtime.Watching;

/// <summary>Receives what a reflector learns, in order, one call at a time.</summary>
internal interface IReflectorSink<T>
    where T : class
{
    /// <summary>The whole state.</summary>
    void Replace(IReadOnlyList<T> items, IReadOnlyList<UndecodableObject> undecodable);

    /// <summary>One change.</summary>
    void Apply(WatchEvent<T> change);

    /// <summary>The server answers again after a failure.</summary>
    void Recovered();

    /// <summary>A list or watch failed; the reflector goes on trying.</summary>
    void Failed(ApiException failure, TimeSpan retryIn);
}
