using System.Globalization;

namespace Ray.Operator.RayClusters.Desired.StartParams;

/// <summary>Ports among the flags of <c>ray start</c>.</summary>
internal static class PortParam
{
    /// <summary>The flag of the dashboard's port.</summary>
    public const string Dashboard = "dashboard-port";

    /// <summary>The dashboard's port when the flag is absent.</summary>
    public const int DefaultDashboard = 8265;

    /// <summary>The number that a flag says; the fallback when it is absent or no number.</summary>
    public static int Read(IDictionary<string, string>? parameters, string name, int fallback) =>
        parameters?.TryGetValue(name, out var text) == true
            && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? port
            : fallback;
}
