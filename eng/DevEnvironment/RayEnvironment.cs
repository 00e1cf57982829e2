using Kube;
using Kube.Runtime.Client;
using Kube.Testing;
using Ray.Api.V1;

namespace Ray.DevEnvironment;

/// <summary>A real control plane with simulated nodes, our CRD and RBAC installed, and clients for them. The operator is started apart.</summary>
public sealed class RayEnvironment : IAsyncDisposable
{
    /// <summary>Namespace of the operators and their accounts.</summary>
    public const string OperatorNamespace = "ray-system";

    private const string OperatorAccount = "ray-operator";

    private readonly ControlPlane _plane;
    private readonly SimulatedNodes _nodes;
    private readonly HttpClient _nodesClient;
    private readonly ApiTransport _transport;

    private RayEnvironment(
        ControlPlane plane, AuditLog audit, SimulatedNodes nodes, HttpClient nodesClient, ApiTransport transport, string operatorKubeConfig)
    {
        _plane = plane;
        OperatorRequests = audit;
        _nodes = nodes;
        _nodesClient = nodesClient;
        _transport = transport;
        OperatorKubeConfig = operatorKubeConfig;
        Kubectl = new Kubectl(plane.KubeConfigPath);
    }

    /// <summary>The control plane.</summary>
    public ControlPlane ControlPlane => _plane;

    /// <summary>The nodes that play the kubelet.</summary>
    public SimulatedNodes Nodes => _nodes;

    /// <summary><c>kubectl</c> as administrator.</summary>
    public Kubectl Kubectl { get; }

    /// <summary>Sends requests as administrator.</summary>
    public IApiTransport Transport => _transport;

    /// <summary>The kubeconfig of the operator's own service account: it may do what <c>deploy/rbac</c> grants and no more.</summary>
    public string OperatorKubeConfig { get; }

    /// <summary>Every request that an operator of this environment sent.</summary>
    public AuditLog OperatorRequests { get; }

    /// <summary>File that every operator of this environment appends its output to.</summary>
    public string OperatorLog => Path.Combine(_plane.LogDirectory, "ray-operator.log");

    /// <summary>The last lines of that file: it goes with the environment, so a failure should carry them.</summary>
    public Task<string> OperatorLogTailAsync(CancellationToken cancellationToken = default) => OperatorProcess.TailAsync(OperatorLog, cancellationToken);

    /// <summary>Starts everything but the operator.</summary>
    /// <param name="nodes">What the nodes look like; null for the defaults.</param>
    /// <param name="report">Told of each step, for people who wait; null for nobody.</param>
    /// <param name="without">Controllers of Kubernetes that do not run, such as <c>endpoint</c>; null for none.</param>
    /// <param name="cancellationToken">Stops what was started.</param>
    public static async Task<RayEnvironment> StartAsync(
        SimulatedNodesOptions? nodes = null, Action<string>? report = null, IReadOnlyList<string>? without = null,
        CancellationToken cancellationToken = default)
    {
        report?.Invoke("Starting etcd, kube-apiserver, kube-controller-manager and kube-scheduler");
        var audit = new AuditLog(OperatorNamespace);
        var options = new ControlPlaneOptions
        {
            ApiServerArguments = audit.ApiServerArguments,
            ControllerManagerArguments = [.. (without ?? []).Select(controller => $"--controllers=-{controller}")],
        };
        var plane = await ControlPlane.StartAsync(options, cancellationToken);
        try
        {
            report?.Invoke("Installing the CustomResourceDefinition and the operator's permissions");
            var kubectl = new Kubectl(plane.KubeConfigPath);
            await InstallAsync(kubectl, cancellationToken);
            var token = await plane.RequestTokenAsync(OperatorNamespace, OperatorAccount, cancellationToken);
            var nodesClient = plane.CreateHttpClient();
            var simulated = await SimulatedNodes.StartAsync(nodesClient, nodes, cancellationToken);
            var connection = await ApiServerConnection.LoadAsync(new ConnectionOptions { KubeConfigPath = plane.KubeConfigPath }, cancellationToken);
            return new RayEnvironment(plane, audit, simulated, nodesClient, new ApiTransport(connection), plane.WriteKubeConfig("operator", token));
        }
        catch
        {
            await plane.DisposeAsync();
            audit.Dispose();
            throw;
        }
    }

    /// <summary>
    /// Starts an operator under its own service account. It knows of no other and works at once: the lease of one that was killed would make it
    /// wait.
    /// </summary>
    public Task<OperatorProcess> StartOperatorAsync(CancellationToken cancellationToken = default) =>
        StartOperatorAsync(OperatorKubeConfig, ["--enable-leader-election=false", "--enable-metrics"], cancellationToken);

    /// <summary>Starts an operator under another account, with options of its own.</summary>
    public Task<OperatorProcess> StartOperatorAsync(
        string kubeConfig, IEnumerable<string> options, CancellationToken cancellationToken = default) =>
        OperatorProcess.StartAsync(kubeConfig, OperatorLog, options, cancellationToken);

    /// <summary>Writes a kubeconfig of an account in the operator's namespace.</summary>
    public async Task<string> KubeConfigOfAsync(string account, CancellationToken cancellationToken = default) =>
        _plane.WriteKubeConfig(account, await _plane.RequestTokenAsync(OperatorNamespace, account, cancellationToken));

    /// <summary>A typed client as administrator.</summary>
    public RayClusterClient RayClusters() => new(_transport);

    /// <summary>Stops the nodes and the control plane.</summary>
    public async ValueTask DisposeAsync()
    {
        await _nodes.DisposeAsync();
        _nodesClient.Dispose();
        _transport.Dispose();
        await _plane.DisposeAsync();
        OperatorRequests.Dispose();
    }

    private static async Task InstallAsync(Kubectl kubectl, CancellationToken cancellationToken)
    {
        // Kubernetes 1.20 does not know x-kubernetes-validations; kubectl would refuse them on its own.
        await kubectl.RunAsync(["apply", "--validate=false", "-f", Repository.PathOf("crd", "ray.io_rayclusters.yaml")], null, cancellationToken);
        await kubectl.RunAsync(["apply", "-k", Repository.PathOf("deploy", "rbac")], null, cancellationToken);
        await WaitUntilServedAsync(kubectl, cancellationToken);
    }

    // "kubectl wait" fails on a definition that has no conditions yet; that the resource can be listed is what matters anyway.
    private static async Task WaitUntilServedAsync(Kubectl kubectl, CancellationToken cancellationToken)
    {
        while ((await kubectl.TryAsync(["get", "rayclusters", "--all-namespaces"], null, cancellationToken)).ExitCode != 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, cancellationToken);
        }
    }
}
