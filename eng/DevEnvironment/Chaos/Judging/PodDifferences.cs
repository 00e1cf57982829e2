using System.Globalization;
using k8s.Models;
using Ray.Api;
using Ray.DevEnvironment.Chaos.Model;

namespace Ray.DevEnvironment.Chaos.Judging;

/// <summary>Compares the pods of one cluster with those that are wanted. Pure.</summary>
internal static class PodDifferences
{
    private const string HeadGroup = "headgroup";

    public static IEnumerable<string> Of(WantedCluster wanted, IReadOnlyCollection<V1Pod> pods)
    {
        if (wanted.IsSuspended)
        {
            return pods.Select(pod => $"pod {pod.Name()} of a suspended cluster");
        }

        WantedGroup[] groups = [new(HeadGroup, 1), .. wanted.Groups];
        return
        [
            .. groups.SelectMany(group => OfGroup(group, [.. pods.Where(pod => PodView.GroupOf(pod) == group.Name)])),
            .. pods
                .Where(pod => groups.All(group => group.Name != PodView.GroupOf(pod)))
                .Select(pod => $"pod {pod.Name()} of group {PodView.GroupOf(pod)}, which is not wanted"),
            .. pods.SelectMany(pod => OfPod(wanted, pod)),
        ];
    }

    private static IEnumerable<string> OfGroup(WantedGroup group, IReadOnlyCollection<V1Pod> pods)
    {
        if (pods.Count != group.Pods)
        {
            yield return $"{pods.Count} pods of group {group.Name}, not {group.Pods}";
        }

        if (group.Name == HeadGroup)
        {
            yield break;
        }

        foreach (var twins in pods.GroupBy(PodView.PlaceOf).Where(twins => twins.Count() > 1))
        {
            yield return $"twins in group {group.Name}, replica {twins.Key}: {string.Join(", ", twins.Select(pod => pod.Name()))}";
        }

        foreach (var replica in group.Hosts == 1 ? [] : pods.GroupBy(pod => pod.GetLabel(RayLabels.WorkerGroupReplicaName)))
        {
            var places = replica.Select(PodView.PlaceOf).Order(StringComparer.Ordinal).ToArray();
            var index = replica.First().GetLabel(RayLabels.WorkerGroupReplicaIndex);
            if (!places.SequenceEqual(Enumerable.Range(0, group.Hosts).Select(host => $"{index}/{host}")))
            {
                yield return $"replica {replica.Key} of group {group.Name} has the hosts [{string.Join(", ", places)}], {group.Hosts} are wanted";
            }
        }
    }

    private static IEnumerable<string> OfPod(WantedCluster wanted, V1Pod pod)
    {
        if (!PodView.IsServing(pod))
        {
            yield return $"pod {pod.Name()} is {pod.Status?.Phase}{(pod.Metadata.DeletionTimestamp is null ? ", not ready" : ", going")}";
        }

        if (PodView.ClusterOf(pod) != wanted.Key)
        {
            yield return $"pod {pod.Name()} has the label of {PodView.ClusterOf(pod)}";
        }

        var prefix = PodView.IsHead(pod) ? $"{wanted.Key.Name}-head-" : $"{wanted.Key.Name}-{PodView.GroupOf(pod)}-worker-";
        if (!pod.Name().StartsWith(prefix, StringComparison.Ordinal))
        {
            yield return $"the name of pod {pod.Name()} does not begin with {prefix}";
        }

        var revision = int.Parse(pod.GetLabel(WantedSpec.RevisionLabel) ?? "-1", CultureInfo.InvariantCulture);
        if (revision < 0 || revision > wanted.Revision || (wanted.IsRecreated && revision != wanted.Revision))
        {
            yield return $"pod {pod.Name()} was made from revision {revision} of the template, {wanted.Revision} is wanted";
        }
    }
}
