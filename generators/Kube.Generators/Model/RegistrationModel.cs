namespace Kube.Generators.Model;

/// <summary>How the clients of an assembly are registered.</summary>
/// <param name="Name">What stands between <c>Add</c> and <c>Client</c>.</param>
/// <param name="HasServices">Whether the project knows service collections at all.</param>
internal sealed record RegistrationModel(string Name, bool HasServices);
