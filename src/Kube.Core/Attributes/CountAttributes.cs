namespace Kube;

/// <summary>
/// Least number of items of a list. <see cref="System.ComponentModel.DataAnnotations.MinLengthAttribute"/> says the same, but its constructor
/// warns (IL2026) in projects that are trimmed or compiled ahead of time, for .NET would look for the count by reflection.
/// </summary>
/// <param name="count">The number, not negative.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MinItemsAttribute(int count) : Attribute
{
    /// <summary>The number.</summary>
    public int Count { get; } = count;
}

/// <summary>
/// Greatest number of items of a list; without the warning that <see cref="System.ComponentModel.DataAnnotations.MaxLengthAttribute"/> gives
/// in trimmed projects.
/// </summary>
/// <param name="count">The number, not negative.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MaxItemsAttribute(int count) : Attribute
{
    /// <summary>The number.</summary>
    public int Count { get; } = count;
}

/// <summary>Least number of entries of a dictionary; as <see cref="MinItemsAttribute"/> for lists.</summary>
/// <param name="count">The number, not negative.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MinPropertiesAttribute(int count) : Attribute
{
    /// <summary>The number.</summary>
    public int Count { get; } = count;
}

/// <summary>Greatest number of entries of a dictionary; as <see cref="MaxItemsAttribute"/> for lists.</summary>
/// <param name="count">The number, not negative.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MaxPropertiesAttribute(int count) : Attribute
{
    /// <summary>The number.</summary>
    public int Count { get; } = count;
}
