using Microsoft.Extensions.Logging;

namespace Kube.Runtime.Leadership;

/// <summary>Tells people and callbacks how an election goes; a trouble that repeats is told once.</summary>
internal sealed class ElectionLog(ILogger logger, string lease, LeaderElectionOptions options)
{
    private string? _trouble;

    /// <summary>The trouble that lasts, as the end of a sentence; empty when there is none.</summary>
    public string LastTrouble => _trouble is null ? "" : $"; the last attempt failed: {_trouble.TrimEnd('.')}";

    public void Started(LeadershipTerm term)
    {
        logger.LogInformation("{Identity} leads: it holds the lease {Lease}, term {Term}.", term.Identity, lease, term.Number);
        Call(options.OnStartedLeading, term);
    }

    public void Stopped(LeadershipTerm term) => Call(options.OnStoppedLeading, term);

    public void Saw(string holder)
    {
        if (holder.Length == 0)
        {
            return;
        }

        if (holder != options.Identity)
        {
            logger.LogInformation("{Leader} leads: it holds the lease {Lease}. This process waits.", holder, lease);
        }

        Call(options.OnNewLeader, holder);
    }

    public void Reached()
    {
        if (_trouble is not null)
        {
            _trouble = null;
            logger.LogInformation("The lease {Lease} can be reached again.", lease);
        }
    }

    public void Failed(string trouble)
    {
        if (_trouble != trouble)
        {
            _trouble = trouble;
            logger.LogWarning("The lease {Lease} was not read or written: {Trouble} Trying again every {Period:0.###} s.", lease, trouble.TrimEnd('.') + ".", options.RetryPeriod.TotalSeconds);
        }
    }

    public void Released(bool isDone)
    {
        if (isDone)
        {
            logger.LogInformation("The lease {Lease} was given back.", lease);
        }
        else
        {
            logger.LogInformation("The lease {Lease} was changed by somebody else and not given back.", lease);
        }
    }

    public void NotReleased(Exception e) =>
        logger.LogWarning("The lease {Lease} was not given back and runs out by itself: {Reason}", lease, e.Message);

    private void Call<T>(Action<T>? callback, T argument)
    {
        try
        {
            callback?.Invoke(argument);
        }
        catch (Exception e)
        {
            logger.LogError(e, "A callback of the election of {Lease} failed; the election goes on.", lease);
        }
    }
}
