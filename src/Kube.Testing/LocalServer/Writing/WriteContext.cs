namespace Kube.Testing;

/// <summary>Who writes, how and when.</summary>
internal sealed record WriteContext(string Manager, bool IsDryRun, DateTimeOffset Now)
{
    /// <summary>What becomes of fields that the schema does not know: <c>Strict</c> refuses them, <c>Warn</c> tells of them, <c>Ignore</c> does neither.</summary>
    public string FieldValidation { get; init; } = "Ignore";

    /// <summary>What the writer should know, though the write succeeds.</summary>
    public List<string> Warnings { get; } = [];

    public string Time => ObjectMeta.Time(Now);

    /// <summary>Says what was pruned, as far as the writer wants to know.</summary>
    public void Report(ApiResource resource, IReadOnlyList<string> unknown)
    {
        var texts = unknown.Select(path => $"unknown field \"{path}\"").ToList();
        if (texts.Count > 0 && FieldValidation == "Strict")
        {
            throw ApiFailure.BadRequest(
                $"{resource.Kind} in version \"{resource.Version}\" cannot be handled as a {resource.Kind}: strict decoding error: {string.Join(", ", texts)}");
        }

        if (FieldValidation == "Warn")
        {
            Warnings.AddRange(texts);
        }
    }
}
