using System.Text;

namespace Ray.Operator.RayClusters.Desired.Commands;

/// <summary>
/// The <c>ray start</c> command line. Values are neither quoted nor escaped: they may hold references to shell variables. Its white
/// space is KubeRay's, so that both operators give equal pods.
/// </summary>
internal static class RayStartCommand
{
    // To these, true and false are values like any other; all other flags with such a value are switches.
    private static readonly string[] s_flagsWithBooleanValue = ["log-color", "include-dashboard", "include-log-monitor"];

    public static string Of(RayNode node)
    {
        var command = new StringBuilder(node.IsHead ? "ray start --head " : "ray start ");
        foreach (var (flag, value) in node.StartParams)
        {
            command.Append(Flag(flag, value));
        }

        return command.ToString();
    }

    private static string Flag(string flag, string value)
    {
        if (!s_flagsWithBooleanValue.Contains(flag, StringComparer.Ordinal) && bool.TryParse(value, out var isOn))
        {
            return isOn ? $" --{flag} " : "";
        }

        return $" --{flag}={value} ";
    }
}
