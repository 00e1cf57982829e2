using k8s.Models;
using Kube.Runtime.Client;
using Kube.Runtime.Hosting;
using Kube.Runtime.Tests.RealCluster;
using Microsoft.Extensions.DependencyInjection;

namespace Kube.Runtime.Tests.Documentation;

/// <summary>The examples of docs/clients.md, as the compiler reads them. A test compares the page with this file.</summary>
internal static class ClientSnippets
{
    public static async Task WithoutContainerAsync()
    {
        using var transport = new ApiTransport(await ApiServerConnection.LoadAsync());
        var widgets = new WidgetClient(transport);
        var widget = await widgets.GetAsync("a");
        Console.WriteLine(widget.Spec?.Color);
    }

    public static void Register(IServiceCollection services)
    {
        services
            .AddKubernetes(options => options.Context = "staging")
            .AddKubeRuntimeTestsClient();
    }

    public static async Task ApplyAsync(WidgetClient widgets)
    {
        await widgets.ApplyAsync(new WidgetApply("a") { Spec = new() { Size = 5 } }, fieldManager: "sizer", force: true);
        await widgets.ApplyStatusAsync(new WidgetApply("a") { Status = new() { Phase = "Ready" } }, fieldManager: "controller");
    }

    public static async Task ScaleAsync(WidgetClient widgets)
    {
        await widgets.ScaleAsync("a", "team-a", replicas: 3);
        await widgets.UpdateScaleAsync("a", "team-a", scale => scale.Spec.Replicas++);
    }

    public static void Copy(Widget widget)
    {
        var copy = widget.DeepClone();
        copy.Spec!.Color = "blue";
        Console.WriteLine(copy.DeepEquals(widget));
    }

    public static async Task UpdateAsync(WidgetClient widgets)
    {
        await widgets.UpdateAsync("a", "team-a", widget => widget.Spec!.Size++);
        await widgets.UpdateStatusAsync("a", "team-a", widget => (widget.Status ??= new()).Phase = "Busy");
    }

    public static async Task PresenceAsync(WidgetClient widgets, CancellationToken cancellationToken)
    {
        if (await widgets.FindAsync("a", "team-a", cancellationToken) is null)
        {
            Console.WriteLine("There is none.");
        }

        await widgets.CreateOrUpdateAsync(
            new Widget { Metadata = new() { Name = "a", NamespaceProperty = "team-a" } },
            widget => (widget.Spec ??= new()).Color = "green",
            cancellationToken: cancellationToken);
        await widgets.WaitForAsync("a", "team-a", widget => widget?.Status?.Phase == "Ready", cancellationToken);
    }

    public static async Task SelectAsync(WidgetClient widgets)
    {
        var options = new ListOptions
        {
            LabelSelector = LabelSelector.Equal("app", "web") & LabelSelector.In("tier", "a", "b") & LabelSelector.NotExists("old"),
            FieldSelector = WidgetFields.SpecColor.EqualTo("red") & WidgetFields.Name.NotEqualTo("a"),
        };
        await foreach (var widget in widgets.ListAllAsync(WidgetClient.AllNamespaces, options))
        {
            Console.WriteLine(widget.Metadata.Name);
        }
    }

    public static async Task FollowAsync(WidgetClient widgets, CancellationToken cancellationToken)
    {
        await foreach (var change in widgets.FollowAsync("team-a", cancellationToken: cancellationToken))
        {
            Console.WriteLine($"{change.Type} {change.Resource?.Metadata.Name}");
        }
    }

    public static async Task UntypedAsync(IApiTransport transport)
    {
        var pods = new ResourceClient<PartialObjectMetadata>(transport, PartialObjectMetadata.Of(BuiltInResources.Pods.Definition));
        await foreach (var pod in pods.ListAllAsync("team-a"))
        {
            Console.WriteLine($"{pod.Metadata.Name} {string.Join(' ', pod.Metadata.Labels?.Keys ?? [])}");
        }

        var things = new ResourceClient<UnstructuredObject>(transport, UnstructuredObject.Of(new("example.com", "v1", "Thing", "things")));
        await things.UpdateAsync("a", "team-a", thing => thing.Content["spec"]!["size"] = 3);
    }

    public static async Task DeleteAsync(WidgetClient widgets)
    {
        await widgets.DeleteCollectionAsync("team-a", new ListOptions { LabelSelector = LabelSelector.Equal("app", "web") });
    }

    public static async Task TryAsync(WidgetClient widgets)
    {
        try
        {
            await widgets.CreateAsync(new Widget { Metadata = new V1ObjectMeta { Name = "a" }, Spec = new() { Size = 11 } });
        }
        catch (ApiException e) when (e.IsInvalid)
        {
            foreach (var cause in e.Causes)
            {
                Console.WriteLine($"{cause.Field}: {cause.Message}");
            }
        }
    }
}
