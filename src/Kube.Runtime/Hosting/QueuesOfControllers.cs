using Kube.Runtime.Controllers;
using Microsoft.Extensions.DependencyInjection;

namespace Kube.Runtime.Hosting;

/// <summary>The queues of all controllers of a host. Controllers may need what asks here, so they are looked up at the first question.</summary>
internal sealed class QueuesOfControllers(IServiceProvider services)
{
    private readonly Lazy<Controller[]> _controllers = new(() => [.. services.GetServices<IRuntimeComponent>().OfType<Controller>()]);

    /// <summary>Whether a key waits for a worker anywhere.</summary>
    public bool AnyWaits() => _controllers.Value.Any(controller => controller.Queue.Count > 0);
}
