using System.Collections;

namespace Kube.Runtime.Controllers;

/// <summary>What every line that is logged during one reconcile carries, under the names that controller-runtime uses.</summary>
/// <param name="controller">Name of the controller.</param>
/// <param name="primary">The kind that is reconciled.</param>
/// <param name="key">The object.</param>
/// <param name="id">Id of this reconcile alone.</param>
internal sealed class ReconcileScope(string controller, ResourceDefinition? primary, ObjectKey key, Guid id) : IReadOnlyList<KeyValuePair<string, object?>>
{
    public int Count => 6;

    public KeyValuePair<string, object?> this[int index] => index switch
    {
        0 => new("controller", controller),
        1 => new("controllerGroup", primary?.Group),
        2 => new("controllerKind", primary?.Kind),
        3 => new("namespace", key.Namespace),
        4 => new("name", key.Name),
        5 => new("reconcileID", id),
        _ => throw new ArgumentOutOfRangeException(nameof(index)),
    };

    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
        {
            yield return this[i];
        }
    }

    public override string ToString() => $"{controller} {key} {id}";

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
