namespace Ray.Operator.RayClusters.Status;

/// <summary>One Kubernetes event about a cluster.</summary>
/// <param name="IsWarning">Warning or Normal.</param>
/// <param name="Reason">One word, such as <c>CreatedWorkerPod</c>.</param>
/// <param name="Action">What was done: <c>Create</c>, <c>Delete</c>, <c>Update</c> or <c>Validate</c>.</param>
/// <param name="Note">For people; at most 1024 bytes reach the server.</param>
internal sealed record ClusterEvent(bool IsWarning, string Reason, string Action, string Note);
