using System.Text.RegularExpressions;
using Ray.Operator.RayClusters.Desired.Environment;
using static Ray.Operator.RayClusters.Desired.Environment.EnvironmentEntry;

namespace Ray.Operator.RayClusters.Desired.Of2020;

/// <summary>
/// The password of Redis, a flag of <c>ray start</c> in 2020 and then a variable too. Programs find it in the variable; where it is plain
/// text, the flag refers to the variable, so that it stands in no command line of the pod.
/// </summary>
internal static partial class RedisPassword
{
    private const string Param = "redis-password";
    private const string Reference = "$" + EnvironmentNames.RedisPassword;

    /// <summary>The variable: none without a password, or when the user sets the variable.</summary>
    public static IEnumerable<EnvironmentEntry> Of(RayNode node)
    {
        var password = GivenTo(node);
        if (password.Length == 0)
        {
            return [];
        }

        // What the shell would fill in for the flag, Kubernetes fills in for the variable: a secret stays in its secret.
        return ShellVariable().Match(password) is { Success: true } variable
            ? variable.Groups["name"].Value == EnvironmentNames.RedisPassword
                ? []
                : [Default(EnvironmentNames.RedisPassword, $"$({variable.Groups["name"].Value})")]
            : [Default(EnvironmentNames.RedisPassword, password)];
    }

    /// <summary>Lets the flag refer to the variable. A user's variable of that name may hold something else.</summary>
    public static void Hide(SortedDictionary<string, string> parameters, RayNode node)
    {
        if (PlainText().IsMatch(GivenTo(node)) && node.RayContainer.Env?.Any(variable => variable.Name == EnvironmentNames.RedisPassword) != true)
        {
            parameters[Param] = Reference;
        }
    }

    private static string GivenTo(RayNode node) =>
        node.GivenParams is { } given && given.TryGetValue(Param, out var password) ? password ?? "" : "";

    [GeneratedRegex(@"^\$(\{(?<name>[A-Za-z_][A-Za-z0-9_]*)\}|(?<name>[A-Za-z_][A-Za-z0-9_]*))\z", RegexOptions.CultureInvariant)]
    private static partial Regex ShellVariable();

    // To a shell these characters mean themselves.
    [GeneratedRegex(@"^[-A-Za-z0-9_@%+=:,./]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainText();
}
