using System.Text;
using Kube.Generators.Json;
using Kube.Generators.Model;
using Kube.Generators.Parsing.Members;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Kube.Generators.Parsing.Initialisers;

/// <summary>
/// Reads what a property begins with: its initialiser, the default of its positional parameter, or that of the constructor parameter by which
/// System.Text.Json sets it. Other assemblies do not tell, also those of other projects: compilers hand over their metadata only.
/// </summary>
internal static class InitialiserParser
{
    private const int LongestText = 60;

    /// <summary>The initialiser; null when there is none, or one that says nothing such as <c>null!</c>.</summary>
    public static InitialiserModel? Parse(TypeMember member, string target, ParseContext context)
    {
        var expression = Find(member, context);
        if (expression is null || !context.Compilation.ContainsSyntaxTree(expression.SyntaxTree))
        {
            return null;
        }

        var value = new ConstantReader(context).Read(expression, member);
        if (value is JsonNull)
        {
            return null;
        }

        var model = new InitialiserModel(TextOf(expression), value is null ? null : JsonPrinter.Print(value))
        {
            IsNewObject = value is JsonObject { Members.Count: 0 } && Collections.EntriesOf(member.Type) is null && IsPlainNew(expression),
        };
        context.Locate(target + "#initialiser", expression.GetLocation());
        return model;
    }

    private static ExpressionSyntax? Find(TypeMember member, ParseContext context)
    {
        var declared = member.Symbol.DeclaringSyntaxReferences.Select(r => r.GetSyntax(context.CancellationToken)).Select(s => s switch
        {
            PropertyDeclarationSyntax declaration => declaration.Initializer?.Value,
            VariableDeclaratorSyntax field => field.Initializer?.Value,
            ParameterSyntax parameter => parameter.Default?.Value,
            _ => null,
        }).FirstOrDefault(e => e is not null);
        return declared ?? member.Parameter?.DeclaringSyntaxReferences
            .Select(r => (r.GetSyntax(context.CancellationToken) as ParameterSyntax)?.Default?.Value).FirstOrDefault(e => e is not null);
    }

    private static bool IsPlainNew(ExpressionSyntax expression) =>
        expression is BaseObjectCreationExpressionSyntax { Initializer: null, ArgumentList: null or { Arguments.Count: 0 } };

    /// <summary>The expression on one line.</summary>
    private static string TextOf(ExpressionSyntax expression)
    {
        var text = new StringBuilder();
        foreach (var word in expression.ToString().Split([' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            text.Append(text.Length == 0 ? "" : " ").Append(word);
        }

        return text.Length <= LongestText ? text.ToString() : text.ToString(0, LongestText - 1) + "…";
    }
}
