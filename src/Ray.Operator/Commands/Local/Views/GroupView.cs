namespace Ray.Operator.Commands.Local.Views;

/// <summary>What is shown of the head, or of a group of workers.</summary>
/// <param name="Kind"><c>head</c> or <c>worker</c>, as pods are labelled.</param>
/// <param name="Name">Name of the group; that of the head is <c>headgroup</c>.</param>
/// <param name="Wanted">Pods that it shall have.</param>
/// <param name="Pods">Pods that it has, by name.</param>
internal sealed record GroupView(string Kind, string Name, int Wanted, IReadOnlyList<PodView> Pods)
{
    /// <summary>Pods that run and are ready.</summary>
    public int Ready => Pods.Count(pod => pod.Phase == PodView.Running);

    /// <summary>Such as <c>small-group 1/2</c>: ready and wanted pods.</summary>
    public string Summary => $"{Name} {Ready}/{Wanted}";
}
