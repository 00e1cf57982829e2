using Ray.Operator.Options;

namespace Ray.Operator.RayClusters.Desired.Commands;

/// <summary>The shell that runs what the operator generates.</summary>
internal static class Shell
{
    public static IList<string> Command(OperatorSettings settings) => ["/bin/bash", settings.LoginShell ? "-cl" : "-c", "--"];
}
