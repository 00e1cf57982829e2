namespace Kube.Runtime.Tests.RealCluster;

internal static class WidgetKind
{
    /// <summary>Installs the kind, as any program can that carries it, and waits until it is served.</summary>
    public static async Task InstallAsync(IApiTransport transport, CancellationToken cancellationToken)
    {
        try
        {
            await transport.SendAsync(
                new(HttpMethod.Post, "/apis/apiextensions.k8s.io/v1/customresourcedefinitions") { Body = Widget.CustomResourceDefinition.ToArray() },
                cancellationToken);
        }
        catch (ApiException e) when (e.IsAlreadyExists)
        {
            // By another test.
        }

        var widgets = new WidgetClient(transport);
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await widgets.ListAsync(WidgetClient.AllNamespaces, cancellationToken: cancellationToken);
                return;
            }
            catch (ApiException e) when (e.IsNotFound && attempt < 200)
            {
                await Task.Delay(50, cancellationToken);
            }
        }
    }
}
