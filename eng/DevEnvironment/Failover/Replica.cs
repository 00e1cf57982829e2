using k8s.Models;
using Kube;

namespace Ray.DevEnvironment.Failover;

/// <summary>One of several operators. It has an account of its own, so that the API server tells them apart, whatever they say of themselves.</summary>
public sealed class Replica : IAsyncDisposable
{
    private Replica(string account, OperatorProcess process) => (User, Process) = (UserOf(account), process);

    /// <summary>Its name for the API server.</summary>
    public string User { get; }

    /// <summary>The process.</summary>
    public OperatorProcess Process { get; }

    /// <summary>Starts one and waits until it is ready, which it is without leading.</summary>
    /// <param name="environment">Where; <see cref="GrantAsync"/> comes before.</param>
    /// <param name="account">Name of its account, which is made.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<Replica> StartAsync(RayEnvironment environment, string account, CancellationToken cancellationToken) =>
        new(account, await (await PrepareAsync(environment, account, cancellationToken))());

    /// <summary>As <see cref="StartAsync"/>, in two steps: all that needs the API server, then the start itself.</summary>
    public static async Task<Func<Task<OperatorProcess>>> PrepareAsync(
        RayEnvironment environment, string account, CancellationToken cancellationToken)
    {
        await new ResourceClient<V1ServiceAccount>(environment.Transport, BuiltInResources.ServiceAccounts).CreateAsync(
            new() { Metadata = new() { Name = account, NamespaceProperty = RayEnvironment.OperatorNamespace } }, cancellationToken: cancellationToken);
        var kubeConfig = await environment.KubeConfigOfAsync(account, cancellationToken);
        return () => OperatorProcess.StartAsync(
            kubeConfig,
            Path.Combine(environment.ControlPlane.LogDirectory, $"{account}.log"),
            ["--leader-election-namespace", RayEnvironment.OperatorNamespace],
            cancellationToken);
    }

    /// <summary>Gives the accounts of all replicas the rights that <c>deploy/rbac</c> gives to one.</summary>
    public static async Task GrantAsync(RayEnvironment environment, CancellationToken cancellationToken)
    {
        var group = $"--group=system:serviceaccounts:{RayEnvironment.OperatorNamespace}";
        await environment.Kubectl.RunAsync(
            ["create", "clusterrolebinding", "replicas", "--clusterrole=ray-operator", group], cancellationToken: cancellationToken);
        await environment.Kubectl.RunAsync(
            ["create", "rolebinding", "replicas", "-n", RayEnvironment.OperatorNamespace, "--role=ray-operator", group],
            cancellationToken: cancellationToken);
    }

    /// <summary>Takes these rights away.</summary>
    public static async Task RevokeAsync(RayEnvironment environment)
    {
        await environment.Kubectl.RunAsync(["delete", "clusterrolebinding", "replicas"]);
        await environment.Kubectl.RunAsync(["delete", "rolebinding", "replicas", "-n", RayEnvironment.OperatorNamespace]);
    }

    /// <summary>Kills it if it still runs.</summary>
    public ValueTask DisposeAsync() => Process.DisposeAsync();

    private static string UserOf(string account) => $"system:serviceaccount:{RayEnvironment.OperatorNamespace}:{account}";
}
