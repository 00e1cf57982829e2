using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using k8s.Models;

namespace Ray.Api.V1Alpha1.Conversion;

/// <summary>
/// The operator of 2020 wrote into templates what it had made for pods: the whole command, environment, and the mount of the shared memory. A
/// template taken from such a cluster is cleaned, so that changed flags have an effect again.
/// </summary>
internal static partial class PersistedArtefacts
{
    private const string SharedMemory = "shared-mem";
    private static readonly string[] s_shell = ["/bin/bash", "-c", "--"];
    private static readonly string[] s_variables = ["RAY_IP", "RAY_PORT", "REDIS_PASSWORD"];

    /// <summary>Cleans the Ray container; changed in place.</summary>
    public static void Remove(V1Container? container, V1PodSpec pod)
    {
        if (IsGenerated(container, out var users))
        {
            container.Command = users is null ? null : [.. s_shell];
            container.Args = users is null ? null : [users];
            container.Env = container.Env is null ? null : Without(container.Env, variable => s_variables.Contains(variable?.Name));
        }

        // Without its volume the mount can only be what was left behind: no pod could have it.
        if (container?.VolumeMounts is { } mounts && pod.Volumes?.Any(volume => volume?.Name == SharedMemory) != true)
        {
            container.VolumeMounts = Without(mounts, mount => mount?.Name == SharedMemory);
        }
    }

    private static bool IsGenerated([NotNullWhen(true)] V1Container? container, out string? users)
    {
        users = null;
        if (container is not { Command: { } command, Args: [{ } text] } || !command.SequenceEqual(s_shell) || Generated().Match(text) is not { Success: true } match)
        {
            return false;
        }

        users = match.Groups["users"] is { Success: true } group ? group.Value.Trim() : null;
        return true;
    }

    private static List<T>? Without<T>(IList<T> items, Func<T, bool> isArtefact)
    {
        var kept = items.Where(item => !isArtefact(item)).ToList();
        return kept.Count == 0 && items.Count > 0 ? null : kept;
    }

    // ulimit, ray start with its flags, the user's command if there was one, and a sleep without end.
    [GeneratedRegex(@"^ulimit -n 65536; ray start [^;&|]*(; (?<users>.*\S))? && sleep infinity\s*$", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Generated();
}
