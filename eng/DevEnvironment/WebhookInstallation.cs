using System.Text.Json.Nodes;

namespace Ray.DevEnvironment;

/// <summary>
/// <c>deploy/webhook</c> for an operator that runs beside the cluster and not in it: the API server finds it by address, and not by way of a service.
/// </summary>
public static class WebhookInstallation
{
    private const string Definition = "rayclusters.ray.io";
    private const string Configuration = "ray-operator";

    /// <summary>Grants the rights, and tells the API server where to ask.</summary>
    /// <param name="kubectl">As administrator.</param>
    /// <param name="port">Port of the webhooks on the loopback.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task InstallAsync(Kubectl kubectl, int port, CancellationToken cancellationToken)
    {
        foreach (var file in new[] { "role.yaml", "role_bindings.yaml", "validating_webhook_configuration.yaml" })
        {
            await kubectl.RunAsync(["apply", "-f", Repository.PathOf("deploy", "webhook", file)], null, cancellationToken);
        }

        await PointAsync(kubectl, "crd", Definition, "/spec/conversion/webhook/clientConfig", $"https://127.0.0.1:{port}/convert", cancellationToken);
        await PointAsync(
            kubectl, "validatingwebhookconfiguration", Configuration, "/webhooks/0/clientConfig",
            $"https://127.0.0.1:{port}/validate-ray-io-v1-raycluster", cancellationToken);
    }

    /// <summary>Options of an operator that answers there.</summary>
    public static IReadOnlyList<string> OptionsOf(int port) =>
    [
        "--enable-leader-election=false", "--enable-metrics", "--enable-webhooks", $"--webhook-bind-address=127.0.0.1:{port}", "--webhook-names=127.0.0.1",
        $"--webhook-service-namespace={RayEnvironment.OperatorNamespace}",
    ];

    /// <summary>Waits until the API server trusts the certificate of a running operator, and uses the webhooks.</summary>
    public static async Task WaitUntilTrustedAsync(Kubectl kubectl, CancellationToken cancellationToken)
    {
        // A server takes up a definition a moment after it was written.
        while ((await kubectl.TryAsync(["get", "rayclusters.v1alpha1.ray.io", "--all-namespaces"], null, cancellationToken)).ExitCode != 0
            || !await IsToldAsync(kubectl, ["crd", Definition, "-o", "jsonpath={.spec.conversion.webhook.clientConfig.caBundle}"], cancellationToken)
            || !await IsToldAsync(
                kubectl, ["validatingwebhookconfiguration", Configuration, "-o", "jsonpath={.webhooks[0].clientConfig.caBundle}"], cancellationToken))
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, cancellationToken);
        }
    }

    private static async Task<bool> IsToldAsync(Kubectl kubectl, string[] what, CancellationToken cancellationToken) =>
        await kubectl.RunAsync(["get", .. what], null, cancellationToken) is { Length: > 0 };

    private static async Task PointAsync(
        Kubectl kubectl, string kind, string name, string path, string url, CancellationToken cancellationToken)
    {
        var patch = new JsonArray(new JsonObject { ["op"] = "replace", ["path"] = path, ["value"] = new JsonObject { ["url"] = url } });
        await kubectl.RunAsync(["patch", kind, name, "--type=json", "-p", patch.ToJsonString()], null, cancellationToken);
    }
}
