using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Kube.Testing;

/// <summary>What the query of a request says.</summary>
internal sealed class ApiQuery(IQueryCollection query)
{
    public string LabelSelector => Text("labelSelector");

    public string FieldSelector => Text("fieldSelector");

    public string ResourceVersion => Text("resourceVersion");

    public string ResourceVersionMatch => Text("resourceVersionMatch");

    public string Continue => Text("continue");

    public string FieldManager => Text("fieldManager");

    public string PropagationPolicy => Text("propagationPolicy");

    public bool IsWatch => Truth("watch");

    public bool WantsBookmarks => Truth("allowWatchBookmarks");

    public bool WantsInitialEvents => Truth("sendInitialEvents");

    public bool IsForced => Truth("force");

    public bool OrphansDependents => Truth("orphanDependents");

    public long? Limit => Number("limit");

    public long? TimeoutSeconds => Number("timeoutSeconds");

    public long? GracePeriodSeconds => Number("gracePeriodSeconds");

    /// <summary><c>Strict</c> refuses unknown and repeated fields, <c>Warn</c> tells of them.</summary>
    public string FieldValidation => Text("fieldValidation");

    public bool IsDryRun
    {
        get
        {
            var text = Text("dryRun");
            return text is "" or "All"
                ? text == "All"
                : throw ApiFailure.BadRequest($"Invalid value: [{text}]: supported values: \"All\"");
        }
    }

    private string Text(string name) => query[name] is [var first, ..] ? first ?? "" : "";

    private bool Truth(string name) => Text(name) is "true" or "1" or "True" or "t" or "T" or "TRUE";

    private long? Number(string name)
    {
        var text = Text(name);
        return text.Length == 0 ? null
            : long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
            : throw ApiFailure.BadRequest($"strconv.ParseInt: parsing \"{text}\": invalid syntax");
    }
}
