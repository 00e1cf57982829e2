namespace Kube;

/// <summary>
/// Allows a change that breaks the released definition of the kind. The build compares each kind with the files in <c>crd/released/</c> and
/// takes what removes or tightens something for an error, unless the class of that version says that it is meant.
/// </summary>
/// <param name="path">
/// The path that the error names: a JSON path within the object such as <c>.spec.groups[*].name</c>, where <c>[*]</c> stands for the items of
/// a list or the values of a map; or a part of the definition such as <c>scope</c> or <c>versions.v1</c>.
/// </param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class AllowBreakingChangeAttribute(string path) : Attribute
{
    /// <summary>The path that may change.</summary>
    public string Path { get; } = path;

    /// <summary>Why nobody is hurt, for those who read the code later. It must be there.</summary>
    public string? Justification { get; set; }
}
