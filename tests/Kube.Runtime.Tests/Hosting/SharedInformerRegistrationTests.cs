using k8s.Models;
using Kube.Runtime.Caching;
using Kube.Runtime.Controllers;
using Kube.Runtime.Hosting;
using Kube.Runtime.Watching;
using Microsoft.Extensions.DependencyInjection;

namespace Kube.Runtime.Tests.Hosting;

/// <summary>Which informers a service collection makes.</summary>
public sealed class SharedInformerRegistrationTests
{
    [Fact]
    public async Task Two_controllers_of_a_kind_share_its_informer_and_metadata_of_two_kinds_have_two()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddKubernetes(new Kube.Runtime.Client.ApiServerConnection { Server = new("http://127.0.0.1:1") });
        services.AddInformer(BuiltInResources.Pods, null, new IndexDefinition<V1Pod>("node", pod => [pod.Spec.NodeName]));
        services.AddController<First>("first", c => c
            .For(BuiltInResources.ConfigMaps)
            .Owns(BuiltInResources.Pods)
            .Owns(PartialObjectMetadata.Of(BuiltInResources.Secrets.Definition)));
        services.AddController<Second>("second", c => c
            .For(BuiltInResources.ConfigMaps)
            .Owns(BuiltInResources.Pods, new() { LabelSelector = "a=b" })
            .Owns(PartialObjectMetadata.Of(BuiltInResources.Services.Definition)));
        await using var provider = services.BuildServiceProvider();
        Assert.Equal(3, provider.GetServices<IRuntimeComponent>().Count()); // the informers and two controllers

        var informers = provider.GetServices<IInformer>().Distinct().ToList();
        Assert.Equal(["configmaps", "pods", "pods", "secrets", "services"], informers.Select(informer => informer.Resource.Plural).Order(StringComparer.Ordinal));
        Assert.Equal(provider.GetRequiredService<SharedInformers>().All.Count, informers.Count);
        Assert.Empty(provider.GetRequiredService<Informer<V1Pod>>().Lister.ByIndex("node", "n"));
    }

    private sealed class First : NoReconciler;

    private sealed class Second : NoReconciler;

    private abstract class NoReconciler : IReconciler
    {
        public Task<ReconcileResult> ReconcileAsync(ObjectKey key, CancellationToken cancellationToken) => Task.FromResult(ReconcileResult.Done);
    }
}
