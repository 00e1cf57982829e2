using System.Text.RegularExpressions;
using k8s.Models;

namespace Kube;

/// <summary>
/// The conditions of a status, one of each type, by the rules of the API conventions: <c>lastTransitionTime</c> moves only when the status does,
/// and <c>observedGeneration</c> says which spec was judged. Setting what is so already changes nothing.
/// </summary>
public sealed partial class ConditionList
{
    private const int MaxReason = 1024;
    private const int MaxMessage = 32768;

    private readonly List<V1Condition> _conditions;
    private readonly long? _generation;
    private readonly DateTime _now;

    /// <summary>Starts with the conditions of before, which are not changed.</summary>
    /// <param name="before">Conditions of the present status; null for none.</param>
    /// <param name="now">The present: data, so that whoever decides needs no clock.</param>
    /// <param name="generation"><c>metadata.generation</c> of the object that is judged; null leaves <c>observedGeneration</c> out.</param>
    public ConditionList(IEnumerable<V1Condition>? before, DateTimeOffset now, long? generation = null)
    {
        _conditions = [.. before ?? []];
        _now = now.UtcDateTime;
        _generation = generation;
    }

    /// <summary>Whether anything differs from before; when not, nothing need be written.</summary>
    public bool HasChanged { get; private set; }

    /// <summary>The condition of a type; null when there is none.</summary>
    public V1Condition? Find(string type) => _conditions.Find(condition => condition.Type == type);

    /// <summary>Whether a condition is there and true.</summary>
    public bool IsTrue(string type) => Find(type)?.Status == "True";

    /// <summary>
    /// Sets a condition. A reason that is empty or no word becomes <c>Unknown</c>, and its text part of the message; a message that is too long is
    /// cut: the API would refuse them, and with them the whole status.
    /// </summary>
    /// <param name="type">Type, such as <c>Ready</c>.</param>
    /// <param name="status">True or false; null for unknown.</param>
    /// <param name="reason">One word in upper camel case.</param>
    /// <param name="message">For people; may be empty.</param>
    /// <exception cref="ArgumentException">The type is empty.</exception>
    public void Set(string type, bool? status, string reason, string message = "")
    {
        ArgumentException.ThrowIfNullOrEmpty(type);
        ArgumentNullException.ThrowIfNull(reason);
        (reason, message) = Allowed(reason, message);
        var text = status switch { true => "True", false => "False", null => "Unknown" };
        var index = _conditions.FindIndex(condition => condition.Type == type);
        var before = index < 0 ? null : _conditions[index];
        var generation = _generation ?? before?.ObservedGeneration;
        if (before is not null && before.Status == text && before.Reason == reason && (before.Message ?? "") == message && before.ObservedGeneration == generation)
        {
            return;
        }

        var condition = new V1Condition
        {
            Type = type,
            Status = text,
            Reason = reason,
            Message = message,
            ObservedGeneration = generation,
            LastTransitionTime = before?.Status == text ? before.LastTransitionTime : _now,
        };
        HasChanged = true;
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
    public void Remove(string type) => HasChanged |= _conditions.RemoveAll(condition => condition.Type == type) > 0;

    /// <summary>The conditions, in the order in which they came.</summary>
    public List<V1Condition> ToList() => [.. _conditions];

    private static (string Reason, string Message) Allowed(string reason, string message) => reason.Length <= MaxReason && Word().IsMatch(reason)
        ? (reason, Cut(message))
        : ("Unknown", Cut(reason.Length == 0 ? message : $"{reason}: {message}"));

    // Never between the halves of a surrogate pair: half a character is no text.
    private static string Cut(string message) => message.Length <= MaxMessage
        ? message : message[..(char.IsHighSurrogate(message[MaxMessage - 1]) ? MaxMessage - 1 : MaxMessage)];

    [GeneratedRegex("^[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?\\z")]
    private static partial Regex Word();
}
