using System.Diagnostics;
using Kube.Runtime.Controllers;
using Kube.Runtime.Telemetry;
using Kube.Runtime.Tests.Logging;

namespace Kube.Runtime.Tests.Controllers;

/// <summary>A person who has one log line or one trace finds all that belongs to the same reconcile.</summary>
public sealed class ControllerTracingTests
{
    private readonly RecordingLogger _log = new();

    [Fact]
    public async Task Log_lines_of_a_reconcile_carry_its_key_and_an_id_of_its_own()
    {
        await RunAsync("scopes", ["a", "b"], _ => ReconcileResult.Done);
        var scopes = _log.Scopes.Cast<IReadOnlyList<KeyValuePair<string, object?>>>().Select(scope => scope.ToDictionary()).ToList();

        Assert.Equal(["controller", "controllerGroup", "controllerKind", "name", "namespace", "reconcileID"], scopes[0].Keys.Order(StringComparer.Ordinal));
        Assert.Equal(("scopes", "example.com", "Thing", "ns"), (scopes[0]["controller"], scopes[0]["controllerGroup"], scopes[0]["controllerKind"], scopes[0]["namespace"]));
        Assert.Equal(["a", "b"], scopes.Select(scope => (string)scope["name"]!).Order());
        Assert.Equal(2, scopes.Select(scope => (Guid)scope["reconcileID"]!).Distinct().Count());
    }

    [Fact]
    public async Task A_reconcile_is_a_span_with_its_key_and_result()
    {
        var spans = new List<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == RuntimeActivities.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                // Other tests' controllers run in this process too.
                if (activity.GetTagItem("controller") is "spans")
                {
                    spans.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        var inside = new List<string?>();
        await RunAsync("spans", ["good", "bad"], key =>
        {
            inside.Add(Activity.Current?.DisplayName);
            return key.Name == "good" ? ReconcileResult.After(TimeSpan.FromHours(1)) : throw new TerminalException("hopeless");
        });

        var (good, bad) = (spans.Single(span => span.GetTagItem("k8s.object.name") is "good"), spans.Single(span => span.GetTagItem("k8s.object.name") is "bad"));
        Assert.Equal(["Reconcile spans", "Reconcile spans"], inside);
        Assert.Equal(("ns", "Thing", "After"), (good.GetTagItem("k8s.namespace.name"), good.GetTagItem("controller.kind"), good.GetTagItem("reconcile.result")));
        Assert.Equal((ActivityStatusCode.Error, "hopeless"), (bad.Status, bad.StatusDescription));
    }

    private async Task RunAsync(string name, IReadOnlyList<string> keys, Func<ObjectKey, ReconcileResult> reconcile)
    {
        var setup = new ControllerSetup(name) { Primary = new("example.com", "v1", "Thing", "things") };
        var controller = new Controller(setup, new DelegateReconciler((key, _) => Task.FromResult(reconcile(key))), new(), _log, TimeProvider.System);
        foreach (var key in keys)
        {
            controller.Queue.Add(new("ns", key));
        }

        await using var run = new ControllerRun(controller);
        await ControllerRun.Until(() => controller.Queue is { Count: 0, ProcessingCount: 0 });
    }
}
