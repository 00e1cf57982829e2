namespace Kube.Generators.Parsing;

/// <summary>Names of properties in a twin.</summary>
internal static class TwinNames
{
    /// <summary>What a record has already, or must not have.</summary>
    private static readonly HashSet<string> s_taken = new(StringComparer.Ordinal)
    {
        "WriteTo", "Clone", "EqualityContract", "PrintMembers", "Equals", "GetHashCode", "ToString", "GetType", "MemberwiseClone", "Finalize",
        "ReferenceEquals",
    };

    /// <summary>The name of the property; a name that the twin cannot have gets the word <c>Value</c> behind it.</summary>
    /// <param name="name">C# name in the type.</param>
    /// <param name="type">Identifier of the type.</param>
    public static string Of(string name, string type) =>
        s_taken.Contains(name) || name == type + "Apply" ? name + "Value" : TypeNames.Escaped(name);
}
