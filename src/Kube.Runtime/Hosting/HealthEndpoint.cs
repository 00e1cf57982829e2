using System.Text;
using Kube.Runtime.Watching;
using Microsoft.Extensions.Logging;

namespace Kube.Runtime.Hosting;

/// <summary>
/// Answers probes. <c>/healthz</c>: the process lives. <c>/readyz</c>: all caches have been in sync and all checks are content; else 503 and the
/// reasons, one a line. <c>?verbose</c> lists what was asked.
/// </summary>
internal sealed class HealthEndpoint(HealthOptions options, IEnumerable<IInformer> informers, IEnumerable<HealthCheck> checks, ILogger<HealthEndpoint> logger)
    : TextServer("health endpoint", options.Address, options.Port, logger)
{
    private readonly HealthCheck[] _checks = [.. informers.Distinct().Select(CheckOf), .. checks];

    protected override TextAnswer Answer(string path, string query)
    {
        var kind = path.StartsWith("/healthz", StringComparison.Ordinal) ? HealthKind.Live : HealthKind.Ready;
        var root = kind == HealthKind.Live ? "/healthz" : "/readyz";
        var isVerbose = query.Contains("verbose", StringComparison.Ordinal);
        var asked = _checks.Where(check => check.Kind == kind);
        if (path == root)
        {
            return Answer(asked, isVerbose);
        }

        var one = path.StartsWith(root + "/", StringComparison.Ordinal) ? asked.Where(check => check.Name == path[(root.Length + 1)..]).ToList() : [];
        return one.Count > 0 ? Answer(one, isVerbose) : TextAnswer.NotFound("only /healthz and /readyz are served, and their checks\n");
    }

    private static TextAnswer Answer(IEnumerable<HealthCheck> checks, bool isVerbose)
    {
        var (lines, isWell) = (new StringBuilder(), true);
        foreach (var check in checks)
        {
            var problem = check.Problem()?.ReplaceLineEndings(" ");
            isWell &= problem is null;
            if (problem is not null)
            {
                lines.Append(isVerbose ? "[-]" : "").Append(check.Name).Append(": ").Append(problem).Append('\n');
            }
            else if (isVerbose)
            {
                lines.Append("[+]").Append(check.Name).Append(" ok\n");
            }
        }

        return isWell ? TextAnswer.Ok($"{lines}ok\n") : TextAnswer.Unavailable(lines.ToString());
    }

    private static HealthCheck CheckOf(IInformer informer) => new(
        informer.Resource.ToString(),
        HealthKind.Ready,
        () => informer.HasSynced ? null : informer.Failure?.Message ?? "not in sync yet");
}
