using k8s.Models;
using Ray.DevEnvironment.Chaos.Model;

namespace Ray.DevEnvironment.Chaos.Judging;

/// <summary>What must hold at every moment, whatever happens.</summary>
public static class Always
{
    /// <summary>Judges the pods of one moment. A pod that is on its way out counts until it is gone: it may still serve.</summary>
    /// <param name="pods">The pods, as one list of the API server gave them.</param>
    /// <param name="world">What is wanted.</param>
    public static IEnumerable<Violation> Violations(IEnumerable<V1Pod> pods, WantedWorld world)
    {
        var alive = pods.Where(pod => PodView.OwnerOf(pod) is not null && PodView.IsAlive(pod)).ToList();
        foreach (var heads in alive.Where(PodView.IsHead).GroupBy(PodView.OwnerOf).Where(heads => heads.Count() > 1))
        {
            yield return new(PodView.ClusterOf(heads.First()), $"{heads.Count()} heads at a time: {NamesOf(heads)}");
        }

        foreach (var group in alive.Where(pod => !PodView.IsHead(pod)).GroupBy(pod => (PodView.OwnerOf(pod), PodView.GroupOf(pod))))
        {
            var cluster = PodView.ClusterOf(group.First());
            var most = world.MostOf(cluster, group.Key.Item2);
            if (group.Count() > most)
            {
                yield return new(cluster, $"{group.Count()} pods of group {group.Key.Item2} at a time, at most {most} were wanted: {NamesOf(group)}");
            }
        }
    }

    private static string NamesOf(IEnumerable<V1Pod> pods) => string.Join(
        ", ",
        pods.Select(pod => $"{pod.Name()} [{PodView.PlaceOf(pod)}] {pod.Status?.Phase}{(pod.Metadata.DeletionTimestamp is null ? "" : " going")}")
            .Order(StringComparer.Ordinal));
}
