namespace Kube;

/// <summary>
/// Objects can be selected by the value of this property: <c>kubectl get examples --field-selector spec.size=3</c>. For texts, booleans and
/// whole numbers that are reached from the kind without passing a list or dictionary; at most eight in a kind. From Kubernetes 1.31 on;
/// older servers ignore it. The generated class <c>XxxFields</c> has the field: <c>ExampleFields.SpecSize.EqualTo(3)</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class SelectableAttribute : Attribute;
