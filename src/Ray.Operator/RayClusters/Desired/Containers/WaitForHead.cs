using k8s.Models;
using Ray.Operator.RayClusters.Desired.Commands;

namespace Ray.Operator.RayClusters.Desired.Containers;

/// <summary>
/// Holds a worker back until the control service (GCS) of the head answers: <c>ray start</c> would give up, and the pod would restart with
/// ever longer pauses.
/// </summary>
internal static class WaitForHead
{
    /// <summary>Name of the init container.</summary>
    public const string Name = "wait-gcs-ready";


    public static void AddTo(RayNode node)
    {
        if (node.IsHead || !node.Settings.InjectInitContainer)
        {
            return;
        }

        var ray = node.RayContainer;
        var containers = node.Template.Spec.InitContainers ??= [];
        if (containers.Any(container => container.Name == Name))
        {
            return; // the user's own way to wait
        }

        containers.Add(new V1Container
        {
            Name = Name,
            Image = ray.Image,
            ImagePullPolicy = ray.ImagePullPolicy,
            SecurityContext = ray.SecurityContext,
            Command = Shell.Command(node.Settings),
            Args = [Script(node.Head.HostAndPort)],
            Env = ray.Env is null ? null : [.. ray.Env],
            VolumeMounts = ray.VolumeMounts is null ? null : [.. ray.VolumeMounts],
            Resources = new V1ResourceRequirements { Limits = Quantities(), Requests = Quantities() },
        });
    }

    // Quiet for the first two minutes, in which a head may well still be starting; after that each refusal is shown.
    private static string Script(string address) =>
        $$"""
        head={{address}}
        until answer=$(ray health-check --address "$head" 2>&1); do
          if [ "$SECONDS" -lt 120 ]; then
            echo "Waiting for the head at $head ($SECONDS s)."
          else
            echo "The head at $head has not answered for $SECONDS s. Last answer: $answer"
          fi
          sleep 5
        done
        echo "The head at $head is ready."
        """;

    private static Dictionary<string, ResourceQuantity> Quantities() =>
        new() { ["cpu"] = new ResourceQuantity("200m"), ["memory"] = new ResourceQuantity("256Mi") };
}
