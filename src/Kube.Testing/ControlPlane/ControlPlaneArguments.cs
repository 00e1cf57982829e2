namespace Kube.Testing;

/// <summary>The arguments of the four programs. All are valid from 1.20 to current releases, except those asked for as optional.</summary>
internal static class ControlPlaneArguments
{
    private const string Issuer = "https://kubernetes.default.svc.cluster.local";

    // Tests create hundreds of pods at once; the defaults (20 to 50 a second) would make them wait for nothing.
    private static readonly string[] FastClient = ["--kube-api-qps=1000", "--kube-api-burst=2000"];

    public static string[] Etcd(ControlPlaneLayout layout, LoopbackPorts ports) =>
    [
        "--name=default",
        $"--data-dir={layout.EtcdData}",
        $"--listen-client-urls={EtcdUrl(ports.EtcdClient)}",
        $"--advertise-client-urls={EtcdUrl(ports.EtcdClient)}",
        $"--listen-peer-urls={EtcdUrl(ports.EtcdPeer)}",
        $"--initial-advertise-peer-urls={EtcdUrl(ports.EtcdPeer)}",
        $"--initial-cluster=default={EtcdUrl(ports.EtcdPeer)}",
        // The data need not survive a power cut, and fsync is what makes etcd slow on test machines.
        "--unsafe-no-fsync",
    ];

    public static string[] ApiServer(ControlPlaneLayout layout, LoopbackPorts ports) =>
    [
        $"--etcd-servers={EtcdUrl(ports.EtcdClient)}",
        "--bind-address=127.0.0.1",
        "--advertise-address=127.0.0.1",
        $"--secure-port={ports.ApiServer}",
        $"--tls-cert-file={layout.ServerCertificate}",
        $"--tls-private-key-file={layout.ServerKey}",
        $"--cert-dir={layout.Pki}",
        $"--token-auth-file={layout.Tokens}",
        "--authorization-mode=RBAC",
        $"--service-account-key-file={layout.ServiceAccountKey}",
        $"--service-account-signing-key-file={layout.ServiceAccountKey}",
        $"--service-account-issuer={Issuer}",
        $"--api-audiences={Issuer}",
        "--service-cluster-ip-range=10.96.0.0/16",
        // It would refuse every pod whose service account has no token secret yet; simulated pods mount nothing.
        "--disable-admission-plugins=ServiceAccount",
        // Endpoints of the service "kubernetes" must not be loopback addresses; nothing here needs them.
        "--endpoint-reconciler-type=none",
        "--allow-privileged=true",
        "--max-requests-inflight=3000",
        "--max-mutating-requests-inflight=2000",
        "--profiling=false",
    ];

    public static string[] ControllerManager(ControlPlaneLayout layout) =>
    [
        $"--kubeconfig={layout.KubeConfig}",
        // Simulated nodes renew no lease; the node lifecycle controller would take them for dead.
        "--controllers=*,-nodelifecycle,-ttl",
        "--leader-elect=false",
        "--secure-port=0",
        $"--service-account-private-key-file={layout.ServiceAccountKey}",
        $"--root-ca-file={layout.CertificateAuthority}",
        "--concurrent-gc-syncs=50",
        "--concurrent-replicaset-syncs=20",
        "--concurrent-namespace-syncs=20",
        .. FastClient,
    ];

    public static string[] Scheduler(ControlPlaneLayout layout) =>
    [
        $"--kubeconfig={layout.KubeConfig}",
        "--leader-elect=false",
        "--secure-port=0",
    ];

    /// <summary>Releases before 1.24 also serve without TLS, on a fixed port, unless told otherwise; later ones lack the flag.</summary>
    public static string[] ControllerManagerOptional { get; } = ["--port=0"];

    /// <summary>As for the controller manager; and the scheduler's client limits are deprecated flags that may go.</summary>
    public static string[] SchedulerOptional { get; } = ["--port=0", .. FastClient];

    public static string EtcdUrl(int port) => $"http://127.0.0.1:{port}";
}
