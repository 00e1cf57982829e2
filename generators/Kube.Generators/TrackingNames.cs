namespace Kube.Generators;

/// <summary>Names of the pipeline's steps, by which tests see what ran again.</summary>
internal static class TrackingNames
{
    public const string Parsed = nameof(Parsed);
    public const string Resources = nameof(Resources);
    public const string Versions = nameof(Versions);
    public const string Spokes = nameof(Spokes);
    public const string Clients = nameof(Clients);
    public const string Shapes = nameof(Shapes);
    public const string Registration = nameof(Registration);
    public const string Files = nameof(Files);
    public const string Roles = nameof(Roles);
    public const string FileProblems = nameof(FileProblems);
    public const string Definitions = nameof(Definitions);
}
