namespace Kube;

/// <summary>
/// The property holds a whole object of Kubernetes: the server demands <c>apiVersion</c>, <c>kind</c> and <c>metadata</c> and checks them. For
/// properties of a kind's type, and for <see cref="System.Text.Json.Nodes.JsonObject"/>, which takes any kind.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class EmbeddedResourceAttribute : Attribute;
