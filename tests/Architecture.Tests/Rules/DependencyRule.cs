using System.Xml.Linq;
using Architecture.Tests.Sources;

namespace Architecture.Tests.Rules;

/// <summary>Which project may know which. Direction is the architecture: Ray.Operator knows everything, Kube.Core nothing.</summary>
internal static class DependencyRule
{
    private static readonly Dictionary<string, string[]> s_allowed = new()
    {
        ["Kube.Generators"] = [],
        ["Kube.CrdWriter"] = ["Kube.Generators"],
        ["Kube.CodeFixes"] = [],
        ["Kube.Core"] = [],
        ["Kube.Runtime"] = ["Kube.Core"],
        ["Kube.Testing"] = ["Kube.Core", "Kube.Runtime"],
        ["Ray.Api"] = ["Kube.Core", "Kube.Generators", "Kube.CrdWriter"],
        ["Ray.Operator"] = ["Kube.Core", "Kube.Runtime", "Kube.Testing", "Ray.Api"],
    };

    /// <summary>Checks one project.</summary>
    /// <param name="path">Path of the project file.</param>
    /// <param name="xml">Its content.</param>
    public static IEnumerable<Violation> Check(string path, string xml)
    {
        var name = System.IO.Path.GetFileNameWithoutExtension(path);
        if (!s_allowed.TryGetValue(name, out var allowed))
        {
            yield return new(path, 1, $"say in {nameof(DependencyRule)} what {name} may depend on");
            yield break;
        }

        foreach (var reference in XDocument.Parse(xml, LoadOptions.SetLineInfo).Descendants("ProjectReference"))
        {
            var target = System.IO.Path.GetFileNameWithoutExtension(((string?)reference.Attribute("Include") ?? "").Replace('\\', '/'));
            var line = ((System.Xml.IXmlLineInfo)reference).LineNumber;
            if (!allowed.Contains(target))
            {
                yield return new(path, line, $"{name} may not depend on {target}");
            }
            else if (IsBuildTimeOnly(target) && !IsBuildTimeOnly(name) && (string?)reference.Attribute("ReferenceOutputAssembly") != "false")
            {
                yield return new(path, line, $"{target} belongs to the build: reference it with ReferenceOutputAssembly=\"false\"");
            }
        }
    }

    private static bool IsBuildTimeOnly(string project) => project is "Kube.Generators" or "Kube.CrdWriter";
}
