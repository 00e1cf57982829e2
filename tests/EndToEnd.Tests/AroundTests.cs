using k8s.Models;
using Kube;
using Ray.DevEnvironment;

namespace Ray.EndToEnd;

/// <summary>Objects around the pods.</summary>
public sealed class AroundTests(OperatorFixture fixture)
{
    [Fact]
    public async Task An_ingress_and_a_head_service_of_the_users_are_made_and_a_changed_ingress_is_mended()
    {
        var ns = await fixture.NewNamespaceAsync();
        var cluster = Clusters.Of(ns, "web");
        cluster.Spec!.HeadGroupSpec!.EnableIngress = true;
        cluster.Spec.HeadGroupSpec.HeadService = new V1Service
        {
            Metadata = new V1ObjectMeta { Name = "front" },
            Spec = new V1ServiceSpec { Type = "NodePort" },
        };
        await fixture.Environment.RayClusters().CreateAsync(cluster);
        var ingresses = new ResourceClient<V1Ingress>(fixture.Environment.Transport, BuiltInResources.Ingresses);

        await Eventually.ReadAsync("the ingress leads to the service", () => ingresses.ListAsync(ns), IsInShape);
        var service = await fixture.Services.GetAsync("front", ns);
        Assert.Equal("NodePort", service.Spec.Type);

        await ingresses.UpdateAsync("web-head-ingress", ns, ingress => ingress.Spec.Rules[0].Http.Paths[0].Path = "/elsewhere");
        await Eventually.ReadAsync("the ingress is mended", () => ingresses.ListAsync(ns), IsInShape);
    }

    private static bool IsInShape(ResourceList<V1Ingress> ingresses) =>
        ingresses.Items is [{ Metadata.Name: "web-head-ingress" } one]
        && one.Spec.Rules[0].Http.Paths[0] is { Path: "/", Backend.Service.Name: "front" };
}
