using System.Globalization;
using System.Text;
using Kube.Generators.Diagnostics;
using Kube.Generators.Json;
using Kube.Generators.Model;

namespace Kube.Generators.Schema.Definitions;

/// <summary><c>[Obsolete]</c> on a kind: its version is deprecated, and the server warns every client that uses it.</summary>
internal static class Deprecation
{
    private const int MaxBytes = 256;

    public static JsonObject Apply(JsonObject version, ResourceModel resource, SchemaContext context)
    {
        if (resource.Deprecation is not { } deprecation)
        {
            return version;
        }

        version = version.With("deprecated", JsonValue.Of(true));
        if (deprecation.Warning is not { } warning)
        {
            return version;
        }

        if (WhyNot(warning) is { } reason)
        {
            context.Report(DiagnosticIds.BadDeprecation, resource.Class.FullName, resource.Class.Name, reason);
            return version;
        }

        return version.With("deprecationWarning", JsonValue.Of(warning));
    }

    private static string? WhyNot(string warning)
    {
        var size = Encoding.UTF8.GetByteCount(warning);
        return size == 0 ? "it is empty; leave it out for the server's own words"
            : size > MaxBytes ? $"it has {size.ToString(CultureInfo.InvariantCulture)} bytes, and {MaxBytes} are allowed"
            : warning.Any(c => !IsPrintable(c)) ? "it has a character that is not printable, such as a line break"
            : null;
    }

    /// <summary>As Go's <c>unicode.IsPrint</c>: of the white space, only the blank.</summary>
    private static bool IsPrintable(char c) => c == ' ' || char.GetUnicodeCategory(c) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.SpaceSeparator or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse);
}
