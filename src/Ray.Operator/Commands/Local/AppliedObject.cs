using Kube;

namespace Ray.Operator.Commands.Local;

/// <summary>An object that the server has taken.</summary>
/// <param name="Resource">What it is.</param>
/// <param name="Key">Its namespace and name.</param>
/// <param name="Generation">The generation of its spec.</param>
internal sealed record AppliedObject(ResourceDefinition Resource, ObjectKey Key, long Generation)
{
    /// <summary>As <c>kubectl apply</c> prints it, with the namespace.</summary>
    public override string ToString() =>
        $"{Resource.Kind.ToLowerInvariant()}{(Resource.Group.Length == 0 ? "" : $".{Resource.Group}")}/{Key.Name} applied{(Key.Namespace.Length == 0 ? "" : $" in {Key.Namespace}")}";
}
