using System.Globalization;
using System.Text.RegularExpressions;

namespace Ray.DevEnvironment;

/// <summary>A count of the API server's own: requests of one verb for one resource.</summary>
/// <param name="Verb">Verb in upper case, such as <c>LIST</c>.</param>
/// <param name="Resource">Plural resource name.</param>
/// <param name="Subresource">Subresource; may be empty.</param>
/// <param name="Code">HTTP status code.</param>
/// <param name="Count">How many.</param>
public sealed record RequestCount(string Verb, string Resource, string Subresource, string Code, long Count)
{
    /// <summary>Whether the verb changes objects.</summary>
    public bool IsWrite => Verb is "POST" or "PUT" or "PATCH" or "APPLY" or "DELETE" or "DELETECOLLECTION";

    /// <inheritdoc/>
    public override string ToString() => $"{Verb} {Resource}{(Subresource.Length == 0 ? "" : "/" + Subresource)} {Code}: {Count}";
}

/// <summary>What the API server's metric <c>apiserver_request_total</c> says, whoever sent the requests.</summary>
/// <param name="Counts">A count for each verb, resource, subresource and code.</param>
public sealed partial record ApiServerRequests(IReadOnlyList<RequestCount> Counts)
{
    /// <summary>Reads the metric.</summary>
    public static async Task<ApiServerRequests> ReadAsync(HttpClient client, CancellationToken cancellationToken)
    {
        var text = await client.GetStringAsync(new Uri("metrics", UriKind.Relative), cancellationToken);
        var counts = from line in text.Split('\n')
                     where line.StartsWith("apiserver_request_total{", StringComparison.Ordinal)
                     let labels = Label().Matches(line).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value)
                     let value = (long)double.Parse(line[(line.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture)
                     group value by (Verb: labels["verb"], Resource: labels["resource"], Subresource: labels["subresource"], Code: labels["code"]) into same
                     select new RequestCount(same.Key.Verb, same.Key.Resource, same.Key.Subresource, same.Key.Code, same.Sum());
        return new ApiServerRequests([.. counts]);
    }

    /// <summary>What came after an earlier reading.</summary>
    public ApiServerRequests Since(ApiServerRequests before)
    {
        var old = before.Counts.ToDictionary(count => count with { Count = 0 }, count => count.Count);
        return new ApiServerRequests(
        [
            .. Counts
                .Select(count => count with { Count = count.Count - old.GetValueOrDefault(count with { Count = 0 }) })
                .Where(count => count.Count > 0),
        ]);
    }

    /// <summary>The counts of some resources.</summary>
    public IEnumerable<RequestCount> Of(params string[] resources) => Counts.Where(count => resources.Contains(count.Resource));

    /// <summary>How many write requests met some resources.</summary>
    public long WritesOf(params string[] resources) => Of(resources).Where(count => count.IsWrite).Sum(count => count.Count);

    /// <inheritdoc/>
    public override string ToString() => string.Join('\n', Counts);

    [GeneratedRegex("(\\w+)=\"([^\"]*)\"")]
    private static partial Regex Label();
}
