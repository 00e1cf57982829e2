using System.Text.Json.Serialization;
using Kube.Runtime.Client;

namespace Kube.Generators.Server.Tests;

/// <summary>
/// A cluster whose API server knows validation rules: <c>make test-cel KUBECONFIG=...</c>. Kubernetes 1.29 was the first with all the
/// functions that older rules use; the newest ones need 1.34.
/// </summary>
internal static class CelServer
{
    /// <summary>Names the kubeconfig. Not KUBECONFIG: nobody's cluster gets definitions because its configuration lies about.</summary>
    public const string Variable = "CEL_KUBECONFIG";

    private const int Minor = 34;

    /// <summary>Connects, or skips the test when no server was named.</summary>
    public static async Task<ApiServer> ConnectAsync()
    {
        var path = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(path), $"{Variable} names no cluster; 'make test-cel KUBECONFIG=...' runs this");
        using var transport = new ApiTransport(await ApiServerConnection.LoadAsync(new(path)));
        var version = await transport.SendAsync(new(HttpMethod.Get, "/version"), VersionJson.Default.ServerVersion, TestContext.Current.CancellationToken);
        var minor = int.Parse(version.Minor.TrimEnd('+'), System.Globalization.CultureInfo.InvariantCulture);
        Assert.SkipUnless(minor >= Minor, $"Kubernetes 1.{minor} knows fewer functions than rules may use; 1.{Minor} is needed");
        return await ApiServer.ConnectAsync(path!);
    }
}

internal sealed record ServerVersion([property: JsonPropertyName("minor")] string Minor);

[JsonSerializable(typeof(ServerVersion))]
internal sealed partial class VersionJson : JsonSerializerContext;
