namespace Kube;

/// <summary>
/// Names the method that registers the typed clients of an assembly: <c>[assembly: ClientRegistration("Shop")]</c> makes
/// <c>services.AddShopClient()</c>. Without it the name is that of the assembly, without dots and without a last part such as Api, Client,
/// Operator or Resources. The method is made when the project references Microsoft.Extensions.DependencyInjection.Abstractions.
/// </summary>
/// <param name="name">What stands between <c>Add</c> and <c>Client</c>; an identifier.</param>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ClientRegistrationAttribute(string name) : Attribute
{
    /// <summary>What stands between <c>Add</c> and <c>Client</c>.</summary>
    public string Name { get; } = name;
}
