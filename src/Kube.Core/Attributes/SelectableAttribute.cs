namespace Kube;

/// <summary>
/// Objects can be selected by the value of this property: <c>kubectl get examples --field-selector spec.size=3</c>. For texts, booleans and
/// whole numbers that are reached from the kind without passing a list or dictionary; at most eight in a kind. From Kubernetes 1.30 on;
/// older servers ignore it.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SelectableAttribute : Attribute;
