using Kube.Runtime.Client;
using Kube.Runtime.Hosting;
using Kube.Runtime.Tests.RealCluster;
using Microsoft.Extensions.DependencyInjection;

namespace Kube.Runtime.Tests.Hosting;

/// <summary>Clients from a service collection.</summary>
public sealed class RegistrationTests
{
    [Fact]
    public async Task Clients_come_with_the_namespace_of_the_connection()
    {
        var services = new ServiceCollection();
        services.AddKubernetes(options =>
        {
            options.Connection = new() { Server = new Uri("https://127.0.0.1:1"), Namespace = "team-a" };
        }).AddKubeRuntimeTestsClient();
        await using var provider = services.BuildServiceProvider();

        Assert.Equal("team-a", provider.GetRequiredService<WidgetClient>().DefaultNamespace);
        Assert.Same(provider.GetRequiredService<ApiTransport>(), provider.GetRequiredService<IApiTransport>());
    }

    [Fact]
    public async Task The_namespace_can_be_named()
    {
        var services = new ServiceCollection();
        services.AddKubernetes(options =>
        {
            options.Connection = new() { Server = new Uri("https://127.0.0.1:1") };
            options.DefaultNamespace = "team-b";
        }).AddKubeRuntimeTestsClient();
        await using var provider = services.BuildServiceProvider();

        Assert.Equal("team-b", provider.GetRequiredService<WidgetClient>().DefaultNamespace);
    }

    [Fact]
    public async Task A_missing_kubeconfig_is_named_when_the_client_is_first_wanted()
    {
        var services = new ServiceCollection();
        services.AddKubernetes(options => options.KubeConfigPath = "/nowhere/config").AddKubeRuntimeTestsClient();
        await using var provider = services.BuildServiceProvider();

        var e = Assert.Throws<KubeConfigException>(provider.GetRequiredService<WidgetClient>);
        Assert.Contains("/nowhere/config", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_context_is_chosen_from_the_kubeconfig()
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, """
            clusters: [{ name: c, cluster: { server: "https://127.0.0.1:1" } }]
            contexts: [{ name: one, context: { cluster: c, namespace: n1 } }, { name: two, context: { cluster: c, namespace: n2 } }]
            current-context: one
            """);
        try
        {
            Assert.Equal("n1", ApiServerConnection.Load(new(file)).Namespace);
            var services = new ServiceCollection();
            services.AddKubernetes(options => (options.KubeConfigPath, options.Context) = (file, "two"));
            using var provider = services.BuildServiceProvider();
            Assert.Equal("n2", provider.GetRequiredService<IApiTransport>().DefaultNamespace);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void A_client_is_made_without_a_container()
    {
        using var transport = new ApiTransport(new ApiServerConnection { Server = new Uri("https://127.0.0.1:1"), Namespace = "here" });
        Assert.Equal("here", new WidgetClient(transport).DefaultNamespace);
        Assert.Equal("there", new WidgetClient(transport, "there").DefaultNamespace);
    }
}
