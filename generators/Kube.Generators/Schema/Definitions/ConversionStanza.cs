using System.Text.RegularExpressions;
using Kube.Generators.Diagnostics;
using Kube.Generators.Json;
using Kube.Generators.Model;

namespace Kube.Generators.Schema.Definitions;

/// <summary><c>[ConversionWebhook]</c>: <c>spec.conversion</c>.</summary>
internal static class ConversionStanza
{
    private const string Subdomain = @"[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*";
    private static readonly Regex s_path = new($"^(/|(/{Subdomain})+/?)$", RegexOptions.CultureInvariant);
    private static readonly Regex s_label = new("^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$", RegexOptions.CultureInvariant);
    private static readonly Regex s_base64 = new("^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$", RegexOptions.CultureInvariant);

    /// <summary>The stanza; null for none.</summary>
    public static JsonObject? Build(IReadOnlyList<VersionSchema> versions, SchemaContext context)
    {
        var said = versions.Select(v => v.Definition.Conversion).OfType<ConversionModel>()
            .Where(c => !c.IsOfAssembly || versions.Count > 1).OrderBy(c => c.IsOfAssembly).ToList();
        if (said.Count == 0)
        {
            return null;
        }

        var conversion = said[0];
        var reason = said.Skip(1).Any(c => !c.IsOfAssembly && c with { Target = conversion.Target } != conversion)
            ? "two versions of the kind name different webhooks"
            : WhyNot(conversion);
        if (reason is not null)
        {
            context.Report(DiagnosticIds.BadConversion, conversion.Target, reason);
            return null;
        }

        return JsonObject.Of(
            ("strategy", JsonValue.Of("Webhook")),
            ("webhook", JsonObject.Of(
                ("clientConfig", Client(conversion)),
                ("conversionReviewVersions", JsonValue.Of(conversion.ReviewVersions)))));
    }

    private static JsonObject Client(ConversionModel conversion)
    {
        var config = JsonObject.Empty.WithText("url", conversion.Url).WithText("caBundle", conversion.CaBundle);
        return conversion.Url is not null ? config : config.With("service", JsonObject.Of(
            ("name", JsonValue.Of(conversion.ServiceName ?? "")),
            ("namespace", JsonValue.Of(conversion.ServiceNamespace ?? "")),
            ("port", JsonValue.Of(conversion.Port))).WithText("path", conversion.Path));
    }

    private static string? WhyNot(ConversionModel conversion)
    {
        var hasService = conversion.ServiceName is not null || conversion.ServiceNamespace is not null;
        return hasService == conversion.Url is not null ? "give either ServiceNamespace and ServiceName, or Url"
            : (hasService ? WhyNoService(conversion) : WhyNoUrl(conversion.Url!))
            ?? WhyNoReview(conversion.ReviewVersions)
            ?? (s_base64.IsMatch(conversion.CaBundle ?? "") ? null : "CaBundle is no base64");
    }

    private static string? WhyNoService(ConversionModel conversion) =>
        conversion.ServiceName is null or "" ? "ServiceName is missing"
        : conversion.ServiceNamespace is null or "" ? "ServiceNamespace is missing"
        : conversion.Port is < 1 or > 65535 ? "Port is from 1 to 65535"
        : conversion.Path is { Length: > 0 } path && !s_path.IsMatch(path)
            ? "Path begins with a slash and has steps of lower-case letters, digits, '-' and '.'"
        : null;

    private static string? WhyNoUrl(string url) =>
        !Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme != "https" ? "Url begins with https://"
        : address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0 ? "Url has no user, query or fragment"
        : null;

    private static string? WhyNoReview(EquatableArray<string> versions) =>
        !versions.Contains("v1") ? "ConversionReviewVersions must have v1"
        : versions.Distinct().Count() != versions.Count ? "ConversionReviewVersions names a version twice"
        : versions.FirstOrDefault(v => !s_label.IsMatch(v)) is { } bad ? $"'{bad}' in ConversionReviewVersions is no version"
        : null;
}
