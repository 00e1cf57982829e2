namespace Kube;

/// <summary>
/// Turns the scale subresource on, by which <c>kubectl scale</c> and autoscalers change the size of an object. The property's place and
/// type say which of the three paths it is: an integer below <c>Spec</c> is the wanted number (<c>specReplicasPath</c>), an integer below
/// <c>Status</c> the present one (<c>statusReplicasPath</c>), a string below either is the label selector of what is counted, in text form
/// (<c>labelSelectorPath</c>; optional, but autoscalers that look at pods need it).
/// </summary>
/// <remarks>
/// The API server wants both numbers, and reaches them through objects only: not through lists or dictionaries. The paths are computed
/// from the properties, so that a renamed property cannot leave a path behind.
/// </remarks>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ScaleAttribute : Attribute;
