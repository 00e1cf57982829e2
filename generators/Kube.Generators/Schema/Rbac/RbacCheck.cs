using System.Text.RegularExpressions;
using Kube.Generators.Diagnostics;
using Kube.Generators.Model;

namespace Kube.Generators.Schema.Rbac;

/// <summary>
/// Finds rights that the API server refuses, and those that it takes in silence although they grant nothing or too much: it compares words
/// and never asks whether there is such a verb or resource.
/// </summary>
internal static class RbacCheck
{
    private const string All = "*";

    private static readonly HashSet<string> s_verbs = new(StringComparer.Ordinal)
    {
        "get", "list", "watch", "create", "update", "patch", "delete", "deletecollection",

        // Of single resources: subjects, roles, policies, certificates.
        "impersonate", "bind", "escalate", "use", "approve", "sign", "attest", All,
    };

    /// <summary>Verbs whose requests name no object, so that a right to named objects never covers them.</summary>
    private static readonly HashSet<string> s_nameless = new(StringComparer.Ordinal) { "create", "deletecollection" };

    private static readonly Regex s_resource = new(@"^(\*|[a-z0-9.]+)(/(\*|[a-z0-9.-]+))?$", RegexOptions.CultureInvariant);

    public static IEnumerable<Problem> Check(RbacRule rule) =>
        Refused(rule).Select(reason => Problem.Of(DiagnosticIds.RbacRefused, rule.Target, reason))
            .Concat(Words(rule))
            .Concat(Wildcards(rule).Select(what => Problem.Of(DiagnosticIds.RbacWildcard, rule.Target, what)));

    /// <summary>Whether the API server would take the right.</summary>
    public static bool IsSound(RbacRule rule) => !Refused(rule).Any();

    private static IEnumerable<string> Refused(RbacRule rule)
    {
        if (rule.Verbs.Count == 0)
        {
            yield return "it has no verbs";
        }

        if (rule.Urls.Count == 0)
        {
            if (rule.Resources.Count == 0 || rule.Groups.Count == 0)
            {
                yield return "set Groups and Resources, or Urls";
            }

            yield break;
        }

        if (rule.Resources.Count > 0 || rule.Groups.Count > 0 || rule.ResourceNames.Count > 0)
        {
            yield return "Urls stand alone, without groups, resources and names";
        }

        if (rule.Namespace is not null)
        {
            yield return "paths of the server are in no namespace";
        }
    }

    private static IEnumerable<Problem> Words(RbacRule rule)
    {
        foreach (var verb in rule.Verbs.Where(v => !s_verbs.Contains(v)))
        {
            var known = s_verbs.FirstOrDefault(v => v.StartsWith(verb, StringComparison.OrdinalIgnoreCase));
            yield return Problem.Of(
                DiagnosticIds.RbacUnknownVerb, rule.Target, verb, known is null ? "RbacVerbs has those that there are" : $"'{known}' is one");
        }

        foreach (var resource in rule.Resources.Where(r => !s_resource.IsMatch(r)))
        {
            yield return Problem.Of(DiagnosticIds.RbacResource, rule.Target, resource);
        }

        foreach (var verb in rule.ResourceNames.Count > 0 ? rule.Verbs.Where(s_nameless.Contains) : [])
        {
            yield return Problem.Of(DiagnosticIds.RbacNamelessVerb, rule.Target, verb);
        }
    }

    private static IEnumerable<string> Wildcards(RbacRule rule)
    {
        (string What, EquatableArray<string> Words)[] parts =
            [("verb", rule.Verbs), ("group", rule.Groups), ("resource", rule.Resources), ("path", rule.Urls)];
        return parts.Where(p => p.Words.Contains(All)).Select(p => p.What);
    }
}
