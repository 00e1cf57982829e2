using Kube.Generators.Diagnostics;
using Kube.Generators.Json;
using Kube.Generators.Model;
using Kube.Generators.Parsing.Initialisers;
using Kube.Generators.Parsing.Members;
using Microsoft.CodeAnalysis;

namespace Kube.Generators.Parsing;

/// <summary>What is there when nobody sets a property: whether it must be set, and what it begins with.</summary>
/// <param name="IsRequired">Whether C# says that it must be set.</param>
/// <param name="Initialiser">What it begins with; null for nothing.</param>
/// <param name="OmittedValue">The value that clients never send, as JSON text; null when they send all.</param>
internal sealed record PropertyBeginning(bool IsRequired, InitialiserModel? Initialiser, string? OmittedValue)
{
    private const int WhenWritingDefault = 2;

    public static PropertyBeginning Of(TypeMember member, string target, ParseContext context)
    {
        var property = member.Symbol;
        if (property.ContainingType.IsOfKubernetes())
        {
            // Compiled without annotations: the facts table knows which of its reference types are required.
            return new(Nullability.Of(member) == Presence.Required, null, null);
        }

        var isOfTheServer = IsOfTheServer(property);
        var initialiser = isOfTheServer ? null : InitialiserParser.Parse(member, target, context);
        if (member.IsRequired || property.Has(KnownNames.JsonRequired))
        {
            if (initialiser?.Json is null && !property.Has(KnownNames.Default) && property.Name != "Metadata")
            {
                context.Report(DiagnosticIds.UnreadableWithout, target, property.Name);
            }

            return new(!isOfTheServer, initialiser, null);
        }

        if (isOfTheServer)
        {
            return new(false, null, null);
        }

        var omitted = OmittedBy(member, context);
        var presence = initialiser is null && omitted is null ? Nullability.Of(member) : Presence.Optional;
        if (presence == Presence.Unknown)
        {
            ReportOblivious(property, target, context);
        }

        return new(presence == Presence.Required, initialiser, omitted);
    }

    /// <summary>
    /// Identity is what the server knows best, and there is no status yet when an object is created: whatever C# says, both are optional.
    /// </summary>
    private static bool IsOfTheServer(ISymbol property) =>
        property.Name is "ApiVersion" or "Kind" or "Metadata" or "Status"
        && property.ContainingType.AllInterfaces.Any(i => i.FullName() == KnownNames.AnyKubernetesObject);

    /// <summary>Zero, where the property or the JSON context leaves it out. Structs of several parts have no zero that JSON could tell.</summary>
    private static string? OmittedBy(TypeMember member, ParseContext context)
    {
        var condition = member.Symbol.Attribute(KnownNames.JsonIgnore)?.Named<int?>("Condition");
        var omits = condition is { } own ? own == WhenWritingDefault : context.Json.OmitsZeros;
        return omits && member.Type.IsValueType && ScalarConstants.Zero(member.Type) is { } zero ? JsonPrinter.Print(zero) : null;
    }

    private static void ReportOblivious(ISymbol property, string target, ParseContext context)
    {
        if (!context.HasMetOblivious && !property.Has(KnownNames.Required))
        {
            context.HasMetOblivious = true;
            context.Report(DiagnosticIds.Oblivious, target, property.ContainingType.Name, property.Name);
        }
    }
}
