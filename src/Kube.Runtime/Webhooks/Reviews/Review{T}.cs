namespace Kube.Runtime.Webhooks.Reviews;

/// <summary>The envelope of a question.</summary>
internal sealed record Review<TQuestion>
    where TQuestion : class, IReviewQuestion
{
    public string? ApiVersion { get; init; }

    public string? Kind { get; init; }

    public TQuestion? Request { get; init; }
}

/// <summary>The envelope on its way back. A type of its own: servers send an empty answer along with the question.</summary>
internal sealed record ReviewAnswer<TAnswer>(string ApiVersion, string Kind, TAnswer Response);

/// <summary>What all questions have.</summary>
internal interface IReviewQuestion
{
    /// <summary>What the answer repeats.</summary>
    string? Uid { get; }
}

/// <summary>What an envelope is called.</summary>
internal sealed record ReviewKind(string ApiVersion, string Kind)
{
    public static ReviewKind Admission { get; } = new("admission.k8s.io/v1", "AdmissionReview");

    public static ReviewKind Conversion { get; } = new("apiextensions.k8s.io/v1", "ConversionReview");
}
