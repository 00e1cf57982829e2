namespace Kube.Testing;

/// <summary>How a <see cref="ControlPlane"/> is started.</summary>
public sealed record ControlPlaneOptions
{
    /// <summary>The folder with the four binaries.</summary>
    /// <value>By default the folder that <see cref="ControlPlaneBinaries.Locate"/> finds.</value>
    public string? BinariesDirectory { get; init; }

    /// <summary>Where data, logs, keys and the kubeconfig go. A folder named here is kept when the control plane stops.</summary>
    /// <value>By default a private temporary folder, deleted when the control plane stops.</value>
    public string? DataDirectory { get; init; }

    /// <summary>The loopback port of the API server.</summary>
    /// <value>By default 0: any free port.</value>
    public int ApiServerPort { get; init; }

    /// <summary>How long the whole start may take.</summary>
    /// <value>By default 90 seconds: start-up takes about 5, but test machines are shared.</value>
    public TimeSpan StartTimeout { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>Further arguments for kube-apiserver, after the built-in ones, such as <c>--feature-gates=...</c>.</summary>
    public IReadOnlyList<string> ApiServerArguments { get; init; } = [];

    /// <summary>Further arguments for kube-controller-manager, after the built-in ones, such as <c>--controllers=-endpointslice</c>.</summary>
    public IReadOnlyList<string> ControllerManagerArguments { get; init; } = [];
}
