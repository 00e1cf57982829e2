using k8s.Models;
using Kube.Runtime.Controllers;
using Kube.Runtime.Tests.Caching;

namespace Kube.Runtime.Tests.Controllers;

public sealed class PredicatesTests
{
    private readonly V1Pod _old = TestPods.Pod("n", "a");

    [Fact]
    public void Generation_tells_status_writes_from_changes_of_the_specification()
    {
        _old.Metadata.Generation = 1;
        var predicate = Predicates.GenerationChanged<V1Pod>();

        Assert.False(predicate.Updated(_old, New(pod => (pod.Metadata.Generation, pod.Metadata.ResourceVersion) = (1, "2"))));
        Assert.True(predicate.Updated(_old, New(pod => pod.Metadata.Generation = 2)));
        Assert.True(predicate.Updated(_old, New(pod => (pod.Metadata.Generation, pod.Metadata.DeletionTimestamp) = (1, DateTime.UnixEpoch))));
        Assert.True(predicate.Added(_old) && predicate.Deleted(_old));
    }

    [Fact]
    public void Labels_annotations_and_finalizers_are_compared_by_content()
    {
        _old.Metadata.Labels = new Dictionary<string, string> { ["a"] = "1", ["b"] = "2" };
        var same = New(pod => pod.Metadata.Labels = new SortedDictionary<string, string> { ["b"] = "2", ["a"] = "1" });
        var other = New(pod => (pod.Metadata.Labels, pod.Metadata.Annotations, pod.Metadata.Finalizers) = (new Dictionary<string, string> { ["a"] = "1" }, new Dictionary<string, string> { ["x"] = "" }, ["f"]));

        foreach (var predicate in new[] { Predicates.LabelsChanged<V1Pod>(), Predicates.AnnotationsChanged<V1Pod>(), Predicates.FinalizersChanged<V1Pod>() })
        {
            Assert.False(predicate.Updated(_old, same));
            Assert.True(predicate.Updated(_old, other));
        }
    }

    [Fact]
    public void A_label_selector_chooses_objects_and_leaving_it_is_a_change()
    {
        var predicate = Predicates.LabelsMatch<V1Pod>("tier in (a,b)");
        var chosen = New(pod => pod.Metadata.Labels = new Dictionary<string, string> { ["tier"] = "b" });

        Assert.True(predicate.Added(chosen) && predicate.Deleted(chosen));
        Assert.False(predicate.Added(_old) || predicate.Deleted(_old) || predicate.Updated(_old, _old));
        Assert.True(predicate.Updated(_old, chosen) && predicate.Updated(chosen, _old));
        Assert.Throws<FormatException>(() => Predicates.LabelsMatch<V1Pod>("tier in"));
    }

    [Fact]
    public void A_resync_changes_no_resource_version()
    {
        Assert.False(Predicates.ResourceVersionChanged<V1Pod>().Updated(_old, _old));
        Assert.True(Predicates.ResourceVersionChanged<V1Pod>().Updated(_old, New(pod => pod.Metadata.ResourceVersion = "2")));
    }

    [Fact]
    public void The_begin_of_a_deletion_is_told_once()
    {
        var ending = New(pod => pod.Metadata.DeletionTimestamp = DateTime.UnixEpoch);

        Assert.True(Predicates.DeletionBegan<V1Pod>().Updated(_old, ending));
        Assert.False(Predicates.DeletionBegan<V1Pod>().Updated(ending, ending));
        Assert.False(Predicates.DeletionBegan<V1Pod>().Updated(_old, _old));
    }

    [Fact]
    public void A_single_value_is_watched_for_a_change()
    {
        var predicate = Predicates.Changed((V1Pod pod) => pod.Status?.Phase);

        Assert.False(predicate.Updated(_old, New(pod => pod.Status = new() { PodIP = "10.0.0.1" })));
        Assert.True(predicate.Updated(_old, New(pod => pod.Status = new() { Phase = "Running" })));
    }

    [Fact]
    public void Objects_of_which_something_holds_count_and_so_does_leaving_them()
    {
        var predicate = Predicates.Where((V1Pod pod) => pod.Metadata.Labels?.ContainsKey("l") == true);
        var labelled = TestPods.Pod("n", "a", label: "x");

        Assert.Equal((true, true), (predicate.Added(labelled), predicate.Deleted(labelled)));
        Assert.Equal((false, false), (predicate.Added(_old), predicate.Deleted(_old)));
        Assert.Equal((true, true, false), (predicate.Updated(_old, labelled), predicate.Updated(labelled, _old), predicate.Updated(_old, _old)));
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void Predicates_combine_as_logic_does(bool a, bool b)
    {
        var (left, right) = (Constant(a), Constant(b));

        Assert.Equal(Verdicts(a && b), Verdicts(left & right));
        Assert.Equal(Verdicts(a || b), Verdicts(left | right));
        Assert.Equal(Verdicts(!a), Verdicts(!left));
    }

    private static EventPredicate<V1Pod> Constant(bool value) => new() { Added = _ => value, Updated = (_, _) => value, Deleted = _ => value };

    private static (bool Added, bool Updated, bool Deleted) Verdicts(bool all) => (all, all, all);

    private (bool Added, bool Updated, bool Deleted) Verdicts(EventPredicate<V1Pod> predicate) =>
        (predicate.Added(_old), predicate.Updated(_old, _old), predicate.Deleted(_old));

    private static V1Pod New(Action<V1Pod> change)
    {
        var pod = TestPods.Pod("n", "a");
        change(pod);
        return pod;
    }
}
