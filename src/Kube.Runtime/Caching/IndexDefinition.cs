namespace Kube.Runtime.Caching;

/// <summary>A named index: says under which values an object is filed.</summary>
/// <typeparam name="T">Type of the objects.</typeparam>
/// <param name="Name">Name of the index.</param>
/// <param name="ValuesOf">The values of one object; empty files it nowhere. Must depend on the object alone and must not throw.</param>
public sealed record IndexDefinition<T>(string Name, Func<T, IEnumerable<string>> ValuesOf)
    where T : class;
