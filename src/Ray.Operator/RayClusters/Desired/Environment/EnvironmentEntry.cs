using k8s.Models;

namespace Ray.Operator.RayClusters.Desired.Environment;

/// <summary>One variable of the operator, and who wins when the user sets it too.</summary>
/// <param name="Variable">The variable.</param>
/// <param name="UserWins">Whether the user's value stays; otherwise the operator's takes its place.</param>
internal readonly record struct EnvironmentEntry(V1EnvVar Variable, bool UserWins)
{
    /// <summary>A literal that takes the place of the user's.</summary>
    public static EnvironmentEntry Set(string name, string value) => new(new V1EnvVar { Name = name, Value = value }, UserWins: false);

    /// <summary>A literal for when the user says nothing.</summary>
    public static EnvironmentEntry Default(string name, string value) => new(new V1EnvVar { Name = name, Value = value }, UserWins: true);

    /// <summary>A field of the pod, which takes the place of the user's value.</summary>
    public static EnvironmentEntry FromField(string name, string path) =>
        new(
            new V1EnvVar { Name = name, ValueFrom = new V1EnvVarSource { FieldRef = new V1ObjectFieldSelector { FieldPath = path } } },
            UserWins: false);
}
