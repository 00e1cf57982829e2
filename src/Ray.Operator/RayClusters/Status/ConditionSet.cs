using k8s.Models;

namespace Ray.Operator.RayClusters.Status;

/// <summary>A list of conditions, one of each type, whose transition times move only when a status does.</summary>
internal sealed class ConditionSet
{
    private const int MaxMessage = 32768;
    private readonly List<V1Condition> _conditions;
    private readonly DateTime _now;

    /// <summary>Starts with the conditions of before.</summary>
    public ConditionSet(IEnumerable<V1Condition>? before, DateTime now)
    {
        _conditions = [.. before ?? []];
        _now = now;
    }

    /// <summary>Whether a condition is there and true.</summary>
    public bool IsTrue(string type) => _conditions.Any(c => c.Type == type && c.Status == "True");

    /// <summary>
    /// Sets a condition. An empty reason becomes <c>Unknown</c>: the API refuses an empty one, and with it the whole status.
    /// </summary>
    public void Set(string type, string status, string reason, string message)
    {
        var index = _conditions.FindIndex(c => c.Type == type);
        var before = index < 0 ? null : _conditions[index];
        var condition = new V1Condition
        {
            Type = type,
            Status = status,
            Reason = reason.Length == 0 ? "Unknown" : reason,
            Message = message.Length > MaxMessage ? message[..MaxMessage] : message,
            LastTransitionTime = before?.Status == status ? before.LastTransitionTime : _now,
        };
        if (index < 0)
        {
            _conditions.Add(condition);
        }
        else
        {
            _conditions[index] = condition;
        }
    }

    /// <summary>Removes a condition.</summary>
    public void Remove(string type) => _conditions.RemoveAll(c => c.Type == type);

    /// <summary>The conditions.</summary>
    public List<V1Condition> ToList() => [.. _conditions];
}
