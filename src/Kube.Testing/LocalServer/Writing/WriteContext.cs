namespace Kube.Testing;

/// <summary>Who writes, how and when.</summary>
internal sealed record WriteContext(string Manager, bool IsDryRun, DateTimeOffset Now)
{
    public string Time => ObjectMeta.Time(Now);
}
