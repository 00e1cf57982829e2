using Microsoft.CodeAnalysis;

namespace Kube.Generators.Diagnostics;

/// <summary>Diagnostics about what must be set, and about what is there when it is not.</summary>
internal static class DefaultDescriptors
{
    public static readonly DiagnosticDescriptor Oblivious = new(
        DiagnosticIds.Oblivious,
        "A type that says nothing about null",
        "'{0}' is compiled without nullable annotations, so '{1}' and all its other properties of reference type are optional: enable them with "
            + "#nullable enable, or mark what must be set with [Required]",
        DescriptorTable.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.Oblivious + ".md");

    public static readonly DiagnosticDescriptor UnreadableWithout = new(
        DiagnosticIds.UnreadableWithout,
        "An object that cannot be read without a member",
        "An object without '{0}' cannot be read, not even to mend it, and older objects may lack it: remove the modifier 'required' (or [JsonRequired]) "
            + "and initialise it with null!; the schema demands it all the same",
        DescriptorTable.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: false,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.UnreadableWithout + ".md");

    public static readonly DiagnosticDescriptor NotConstant = new(
        DiagnosticIds.NotConstant,
        "An initialiser that only running code knows",
        "'{0}' begins with {1}, which is no constant, so the API server cannot fill it in: say the value as JSON with [Default(\"...\")]",
        DescriptorTable.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.NotConstant + ".md");

    public static readonly DiagnosticDescriptor DefaultsDiffer = new(
        DiagnosticIds.DefaultsDiffer,
        "Code and server begin with different values",
        "'{0}' begins with {1} in code, but the API server fills in {2}: remove [Default] or the initialiser, or make them equal",
        DescriptorTable.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.DefaultsDiffer + ".md");

    public static readonly DiagnosticDescriptor NeverSent = new(
        DiagnosticIds.NeverSent,
        "A value that is never sent",
        "'{0}' is left out of JSON when it is {1}, and the API server then {2}: make it nullable, or set [JsonIgnore(Condition = "
            + "JsonIgnoreCondition.Never)] on it",
        DescriptorTable.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.NeverSent + ".md");

    public static readonly DiagnosticDescriptor RequiredStatus = new(
        DiagnosticIds.RequiredStatus,
        "A status that must be there",
        "'{0}' is required, but the API server drops the status of an object that is created, and would then refuse every one: make it optional",
        DescriptorTable.Category,
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.RequiredStatus + ".md");

    public static readonly DiagnosticDescriptor NewIsNoDefault = new(
        DiagnosticIds.NewIsNoDefault,
        "A new object that the server could not make",
        "'{0}' begins with a new object, but an empty one is not valid ({1}), so '{0}' is required: give what is inside defaults or '?', "
            + "or leave the initialiser out",
        DescriptorTable.Category,
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.NewIsNoDefault + ".md");

    public static readonly DiagnosticDescriptor BadDescriptionLength = new(
        DiagnosticIds.BadDescriptionLength,
        "A length of descriptions that is no number",
        "The property CrdMaxDescriptionLength is '{0}', so no description is shortened: set it to a whole number from 0 on",
        DescriptorTable.Category,
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: DescriptorTable.Help + DiagnosticIds.BadDescriptionLength + ".md");

    public static DiagnosticDescriptor[] All { get; } =
        [Oblivious, UnreadableWithout, NotConstant, DefaultsDiffer, NeverSent, RequiredStatus, NewIsNoDefault, BadDescriptionLength];
}
