namespace Kube;

/// <summary>
/// The format of a text or number, which the API server checks. Texts: <c>bsonobjectid</c>, <c>byte</c>, <c>cidr</c>, <c>creditcard</c>,
/// <c>date</c>, <c>date-time</c>, <c>duration</c>, <c>email</c>, <c>hexcolor</c>, <c>hostname</c>, <c>ipv4</c>, <c>ipv6</c>, <c>isbn</c>,
/// <c>isbn10</c>, <c>isbn13</c>, <c>mac</c>, <c>password</c>, <c>rgbcolor</c>, <c>ssn</c>, <c>uri</c>, <c>uuid</c>, <c>uuid3</c>,
/// <c>uuid4</c>, <c>uuid5</c>, and from Kubernetes 1.34 on <c>k8s-short-name</c> and <c>k8s-long-name</c>. Whole numbers: <c>int32</c>,
/// <c>int64</c>. Numbers: <c>float</c>, <c>double</c>. The server ignores all others in silence.
/// </summary>
/// <param name="format">The format.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class FormatAttribute(string format) : Attribute
{
    /// <summary>The format.</summary>
    public string Format { get; } = format;
}
