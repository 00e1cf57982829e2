namespace Kube.Generators.Schema.Cel.Syntax;

/// <summary>Names of the functions behind operators and macros; none can be written as a call.</summary>
internal static class CelOperators
{
    public const string And = "_&&_";
    public const string Or = "_||_";
    public const string Not = "!_";
    public const string Negate = "-_";
    public const string Conditional = "_?_:_";
    public const string In = "@in";
    public const string Index = "_[_]";
    public const string OptionalIndex = "_[?_]";
    public const string NotStrictlyFalse = "@not_strictly_false";
    public const string MapInsert = "cel.@mapInsert";
    public const string SortByKeys = "@sortByAssociatedKeys";

    /// <summary>The function of an operator between two operands.</summary>
    public static string Binary(string symbol) => symbol == "in" ? In : $"_{symbol}_";

    /// <summary>How people write it.</summary>
    public static string Display(string function) => function switch
    {
        In => "in",
        Not => "!",
        Negate => "-",
        Conditional => "? :",
        Index or OptionalIndex => "[ ]",
        _ => function.Length > 2 && function[0] == '_' ? function.Trim('_') : function,
    };
}
