namespace Ray.Operator.RayClusters.Desired;

/// <summary>Which replica of its group a worker belongs to; becomes labels of the pod.</summary>
/// <param name="Index">Index of the replica in its group, from 0.</param>
/// <param name="Name">Name that all hosts of the replica share; null for a replica of one pod.</param>
/// <param name="HostIndex">Index of the pod in its replica, from 0; null for a replica of one pod.</param>
public readonly record struct WorkerReplica(int Index, string? Name = null, int? HostIndex = null);
