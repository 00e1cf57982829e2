using System.Globalization;
using k8s.Models;
using Ray.Api;
using Ray.Operator.RayClusters.Desired.StartParams;

namespace Ray.Operator.RayClusters.Desired.Probes;

/// <summary>
/// How a node is asked for its health: by HTTP where Ray has one endpoint for it, else by <c>wget</c> inside the container.
/// </summary>
internal static class HealthCheck
{
    private const int ServePort = 8000;
    private static readonly RayVersion s_firstWithHealthEndpoint = new(2, 53);

    /// <summary>A check of the node's Ray processes.</summary>
    public static V1Probe Of(RayNode node)
    {
        if (RayVersion.TryParse(node.Cluster.Spec?.RayVersion) >= s_firstWithHealthEndpoint)
        {
            return new V1Probe { HttpGet = new V1HTTPGetAction { Path = "/api/healthz", Port = AgentPort(node) } };
        }

        return node.IsHead ? Exec(NodeProcess(node), ControlService(node)) : Exec(NodeProcess(node));
    }

    /// <summary>A check of the node's Ray processes and of the proxy that takes requests.</summary>
    public static V1Probe OfServeProxy(RayNode node)
    {
        var port = node.RayContainer.Ports?.FirstOrDefault(port => port.Name == "serve")?.ContainerPort ?? ServePort;
        return Exec(NodeProcess(node), Get(port, "-/healthz"));
    }

    private static string NodeProcess(RayNode node) => Get(AgentPort(node), "api/local_raylet_healthz");

    private static string ControlService(RayNode node) =>
        Get(PortParam.Read(node.StartParams, PortParam.Dashboard, PortParam.DefaultDashboard), "api/gcs_healthz");

    private static string Get(int port, string path) =>
        string.Create(CultureInfo.InvariantCulture, $"wget --tries 1 -T 2 -q -O- http://localhost:{port}/{path} | grep success");

    private static V1Probe Exec(params string[] commands) =>
        new() { Exec = new V1ExecAction { Command = ["bash", "-c", string.Join(" && ", commands)] } };

    private static int AgentPort(RayNode node) =>
        PortParam.Read(
            node.StartParams,
            "dashboard-agent-listen-port",
            int.Parse(StartParamsCompletion.DefaultAgentPort, CultureInfo.InvariantCulture));
}
