using System.Text.RegularExpressions;
using k8s.Models;

namespace Ray.Operator.RayClusters.Status;

/// <summary>A list of conditions, one of each type, whose transition times move only when a status does.</summary>
internal sealed partial class ConditionSet
{
    private const int MaxReason = 1024;
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
    /// Sets a condition. A reason that is empty or no word becomes <c>Unknown</c>, and its text part of the message: the API refuses it, and
    /// with it the whole status.
    /// </summary>
    public void Set(string type, string status, string reason, string message)
    {
        if (reason.Length > MaxReason || !Word().IsMatch(reason))
        {
            message = reason.Length == 0 ? message : $"{reason}: {message}";
            reason = "Unknown";
        }

        var index = _conditions.FindIndex(c => c.Type == type);
        var before = index < 0 ? null : _conditions[index];
        var condition = new V1Condition
        {
            Type = type,
            Status = status,
            Reason = reason,
            Message = Cut(message),
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

    // Never between the halves of a surrogate pair: half a character is no text.
    private static string Cut(string message) => message.Length <= MaxMessage
        ? message : message[..(char.IsHighSurrogate(message[MaxMessage - 1]) ? MaxMessage - 1 : MaxMessage)];

    [GeneratedRegex("^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?\\z")]
    private static partial Regex Word();

    /// <summary>The conditions.</summary>
    public List<V1Condition> ToList() => [.. _conditions];
}
