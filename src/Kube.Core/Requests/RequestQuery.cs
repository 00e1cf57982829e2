using System.Globalization;
using System.Text;

namespace Kube;

/// <summary>Writes request options as query strings, in a fixed order.</summary>
internal static class RequestQuery
{
    public static string Of(ListOptions? options)
    {
        if (options is null)
        {
            return "";
        }

        var query = new StringBuilder();
        Add(query, "labelSelector", options.LabelSelector?.Text);
        Add(query, "fieldSelector", options.FieldSelector?.Text);
        Add(query, "limit", options.Limit?.ToString(CultureInfo.InvariantCulture));
        Add(query, "continue", options.Continue);
        Add(query, "resourceVersion", options.ResourceVersion);
        Add(query, "resourceVersionMatch", options.ResourceVersionMatch == ResourceVersionMatch.Default ? null : options.ResourceVersionMatch.ToString());
        return query.ToString();
    }

    public static string Of(WatchOptions? options)
    {
        options ??= new WatchOptions();
        var query = new StringBuilder("watch=true");
        Add(query, "allowWatchBookmarks", options.AllowBookmarks ? "true" : null);
        Add(query, "labelSelector", options.LabelSelector?.Text);
        Add(query, "fieldSelector", options.FieldSelector?.Text);
        Add(query, "resourceVersion", options.ResourceVersion);
        Add(query, "sendInitialEvents", options.SendInitialEvents ? "true" : null);
        Add(query, "resourceVersionMatch", options.SendInitialEvents ? nameof(ResourceVersionMatch.NotOlderThan) : null);
        Add(query, "timeoutSeconds", options.Timeout is { } timeout ? ((long)timeout.TotalSeconds).ToString(CultureInfo.InvariantCulture) : null);
        return query.ToString();
    }

    public static string Of(WriteOptions? options)
    {
        if (options is null)
        {
            return "";
        }

        var query = new StringBuilder();
        Add(query, "fieldManager", options.FieldManager);
        Add(query, "force", options.Force ? "true" : null);
        Add(query, "dryRun", options.DryRun ? "All" : null);
        Add(query, "fieldValidation", options.FieldValidation == FieldValidation.Default ? null : options.FieldValidation.ToString());
        return query.ToString();
    }

    private static void Add(StringBuilder query, string name, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return;
        }

        query.Append(query.Length == 0 ? "" : "&").Append(name).Append('=').Append(Uri.EscapeDataString(value));
    }
}
