namespace Kube;

/// <summary>A short name of a property or type for people: the keyword <c>title</c>. <c>[DisplayName]</c> says the same.</summary>
/// <param name="text">The name.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class TitleAttribute(string text) : Attribute
{
    /// <summary>The name.</summary>
    public string Text { get; } = text;
}

/// <summary>An example value: the keyword <c>example</c>. The server does not check it; the generator does.</summary>
/// <param name="json">The value as JSON, such as <c>3</c>, <c>"text"</c> or <c>{"a":1}</c>.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ExampleAttribute(string json) : Attribute
{
    /// <summary>The value as JSON.</summary>
    public string Json { get; } = json;
}

/// <summary>Where more is written: the keyword <c>externalDocs</c>.</summary>
/// <param name="url">An absolute address.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct | AttributeTargets.Property | AttributeTargets.Field)]
public sealed class ExternalDocsAttribute(string url) : Attribute
{
    /// <summary>An absolute address.</summary>
    public string Url { get; } = url;

    /// <summary>What is to be found there. Default: none.</summary>
    public string? Description { get; set; }
}
