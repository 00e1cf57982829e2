using Kube.Runtime.Leadership;
using Kube.Runtime.Tests.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Kube.Runtime.Tests.Leadership;

/// <summary>Electors on clocks that stand still until a test moves them.</summary>
public abstract class ElectionTest
{
    internal LeaseServer Server { get; } = new();

    internal RecordingLogger Log { get; } = new();

    internal FakeTimeProvider Time { get; } = new();

    /// <summary>An elector with that name, by default on the common clock.</summary>
    internal LeaderElector Elector(string identity, FakeTimeProvider? time = null, Func<LeaderElectionOptions, LeaderElectionOptions>? change = null) =>
        new(Server, (change ?? (options => options))(new("op") { Identity = identity, Namespace = "ns" }), Log, time ?? Time, new Random(7));

    /// <summary>
    /// Lets time pass in small steps. What wakes up runs within the step, because a thread of the pool has no context to return to: no test
    /// depends on how busy the machine is.
    /// </summary>
    internal static Task PassAsync(TimeSpan time, params FakeTimeProvider[] clocks) => Task.Run(() =>
    {
        var step = TimeSpan.FromMilliseconds(250);
        for (var passed = TimeSpan.Zero; passed < time; passed += step)
        {
            foreach (var clock in clocks)
            {
                clock.Advance(step);
            }
        }
    });

    internal Task PassAsync(double seconds) => PassAsync(TimeSpan.FromSeconds(seconds), Time);
}
