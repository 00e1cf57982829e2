namespace Ray.Api;

/// <summary>Reasons of the events about a cluster.</summary>
public static class RayEventReasons
{
    /// <summary>Warning: name or other metadata cannot be worked with.</summary>
    public const string InvalidRayClusterMetadata = "InvalidRayClusterMetadata";

    /// <summary>Warning: the spec cannot be worked with.</summary>
    public const string InvalidRayClusterSpec = "InvalidRayClusterSpec";

    /// <summary>Warning: the status contradicts itself.</summary>
    public const string InvalidRayClusterStatus = "InvalidRayClusterStatus";

    /// <summary>The head pod was created.</summary>
    public const string CreatedHeadPod = "CreatedHeadPod";

    /// <summary>Warning: creating the head pod failed.</summary>
    public const string FailedToCreateHeadPod = "FailedToCreateHeadPod";

    /// <summary>The head pod was deleted.</summary>
    public const string DeletedHeadPod = "DeletedHeadPod";

    /// <summary>Warning: deleting the head pod failed.</summary>
    public const string FailedToDeleteHeadPod = "FailedToDeleteHeadPod";

    /// <summary>A worker pod was created.</summary>
    public const string CreatedWorkerPod = "CreatedWorkerPod";

    /// <summary>Warning: creating a worker pod failed.</summary>
    public const string FailedToCreateWorkerPod = "FailedToCreateWorkerPod";

    /// <summary>A worker pod was deleted.</summary>
    public const string DeletedWorkerPod = "DeletedWorkerPod";

    /// <summary>Warning: deleting a worker pod failed.</summary>
    public const string FailedToDeleteWorkerPod = "FailedToDeleteWorkerPod";

    /// <summary>Warning: deleting the pods of a suspended group failed.</summary>
    public const string FailedToDeleteWorkerPodCollection = "FailedToDeleteWorkerPodCollection";

    /// <summary>All pods were deleted.</summary>
    public const string DeletedPod = "DeletedPod";

    /// <summary>Warning: deleting all pods failed.</summary>
    public const string FailedToDeletePodCollection = "FailedToDeletePodCollection";

    /// <summary>A service was created.</summary>
    public const string CreatedService = "CreatedService";

    /// <summary>Warning: creating a service failed.</summary>
    public const string FailedToCreateService = "FailedToCreateService";

    /// <summary>An Ingress was created.</summary>
    public const string CreatedIngress = "CreatedIngress";

    /// <summary>Warning: creating an Ingress failed, or the name is taken.</summary>
    public const string FailedToCreateIngress = "FailedToCreateIngress";

    /// <summary>An Ingress was updated.</summary>
    public const string UpdatedIngress = "UpdatedIngress";

    /// <summary>Warning: updating an Ingress failed.</summary>
    public const string FailedToUpdateIngress = "FailedToUpdateIngress";

    /// <summary>A Route was created.</summary>
    public const string CreatedRoute = "CreatedRoute";

    /// <summary>Warning: creating a Route failed.</summary>
    public const string FailedToCreateRoute = "FailedToCreateRoute";

    /// <summary>A service account was created.</summary>
    public const string CreatedServiceAccount = "CreatedServiceAccount";

    /// <summary>Warning: creating a service account failed.</summary>
    public const string FailedToCreateServiceAccount = "FailedToCreateServiceAccount";

    /// <summary>A role was created.</summary>
    public const string CreatedRole = "CreatedRole";

    /// <summary>Warning: creating a role failed.</summary>
    public const string FailedToCreateRole = "FailedToCreateRole";

    /// <summary>A role binding was created.</summary>
    public const string CreatedRoleBinding = "CreatedRoleBinding";

    /// <summary>Warning: creating a role binding failed.</summary>
    public const string FailedToCreateRoleBinding = "FailedToCreateRoleBinding";

    /// <summary>Warning: the service account that the head template names does not exist.</summary>
    public const string AutoscalerServiceAccountNotFound = "AutoscalerServiceAccountNotFound";

    /// <summary>The claim of the head's volume was created.</summary>
    public const string CreatedPersistentVolumeClaim = "CreatedPVC";

    /// <summary>Warning: the claim of the head's volume is missing, cannot be made, or differs from the spec.</summary>
    public const string FailedToCreatePersistentVolumeClaim = "FailedToCreatePVC";

    /// <summary>The job that clears Redis was created.</summary>
    public const string CreatedRedisCleanupJob = "CreatedRedisCleanupJob";

    /// <summary>Warning: creating the job that clears Redis failed.</summary>
    public const string FailedToCreateRedisCleanupJob = "FailedToCreateRedisCleanupJob";

    /// <summary>Warning: the finalizer was removed because clearing Redis took too long.</summary>
    public const string ForceDeletedStuckCluster = "ForceDeletedStuckCluster";

    /// <summary>A network policy was created.</summary>
    public const string CreatedNetworkPolicy = "CreatedNetworkPolicy";

    /// <summary>Warning: creating a network policy failed.</summary>
    public const string FailedToCreateNetworkPolicy = "FailedToCreateNetworkPolicy";

    /// <summary>A network policy was updated.</summary>
    public const string UpdatedNetworkPolicy = "UpdatedNetworkPolicy";

    /// <summary>Warning: updating a network policy failed.</summary>
    public const string FailedToUpdateNetworkPolicy = "FailedToUpdateNetworkPolicy";

    /// <summary>A network policy was deleted.</summary>
    public const string DeletedNetworkPolicy = "DeletedNetworkPolicy";

    /// <summary>Warning: deleting a network policy failed.</summary>
    public const string FailedToDeleteNetworkPolicy = "FailedToDeleteNetworkPolicy";

    /// <summary>Warning: a network policy of that name belongs to someone else.</summary>
    public const string NetworkPolicyNameCollision = "NetworkPolicyNameCollision";

    /// <summary>All certificates are ready.</summary>
    public const string MtlsPkiReady = "MTLSPKIReady";

    /// <summary>Certificates are not ready yet.</summary>
    public const string MtlsCertificatesNotReady = "MTLSCertsNotReady";

    /// <summary>Names or addresses in the certificates changed.</summary>
    public const string MtlsCertificatesUpdated = "MTLSCertificatesUpdated";

    /// <summary>Warning: certificates could not be kept in shape.</summary>
    public const string MtlsFailedToReconcile = "MTLSFailedToReconcile";

    /// <summary>Warning: a certificate has less than a day left.</summary>
    public const string MtlsCertificateExpiringSoon = "MTLSCertificateExpiringSoon";
}
