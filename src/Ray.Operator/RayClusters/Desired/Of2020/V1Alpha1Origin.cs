using k8s.Models;
using Ray.Operator.RayClusters.Desired.Commands;
using Ray.Operator.RayClusters.Desired.Environment;
using Ray.Operator.RayClusters.Desired.Origins;
using static Ray.Operator.RayClusters.Desired.Environment.EnvironmentEntry;

namespace Ray.Operator.RayClusters.Desired.Of2020;

/// <summary>
/// Clusters that were written as <c>ray.io/v1alpha1</c>, the API of 2020: the user's command runs once Ray has started, and names, labels
/// and environment are those that users of that time look for.
/// </summary>
internal sealed class V1Alpha1Origin : ClusterOrigin
{
    private const string Headless = "None";
    private const string ThisPod = "127.0.0.1";

    public override bool KeepsUsersHeadService => true;

    public override string WorkerPod(string cluster, string group) => PodNames.Worker(cluster, group);

    public override void AddLabels(IDictionary<string, string> labels, RayNode node) => PodLabels.AddTo(labels, node);

    public override void Adapt(SortedDictionary<string, string> parameters, RayNode node)
    {
        RedisPassword.Hide(parameters, node);
        if (UserCommand.RunsBesideOurs(node))
        {
            // Its turn comes when "ray start" returns.
            parameters.Remove("block");
        }
    }

    public override IEnumerable<EnvironmentEntry> Variables(RayNode node) =>
        node.IsHead ? [Default(EnvironmentNames.HeadService, ThisPod), .. RedisPassword.Of(node)] : RedisPassword.Of(node);

    public override string Join(IReadOnlyList<string> words, string start) => CommandAfterRay.Script(ShellText.Of(words), start);

    // The service of 2020 named its head as soon as that ran: there were no probes by which it could be unready.
    public override void Complete(V1ServiceSpec service)
    {
        if (service.ClusterIP == Headless)
        {
            service.PublishNotReadyAddresses ??= true;
        }
    }
}
