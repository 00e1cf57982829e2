using Kube.Generators.Schema.Cel.Types;

namespace Kube.Generators.Schema.Cel.Syntax;

/// <summary>Writes macros out, as the language defines them.</summary>
internal static class CelMacros
{
    private const string Accumulator = "@result";

    /// <summary>The expression that a call stands for; null when it is an ordinary call.</summary>
    /// <exception cref="CelSyntaxException">The call is a macro, but its arguments are none of one.</exception>
    public static CelNode? Expand(CelToken name, CelNode? target, IReadOnlyList<CelNode> arguments, int end)
    {
        var count = arguments.Count;
        if (target is null)
        {
            return name.Text == "has" && count == 1 ? Has(name, arguments[0], end) : null;
        }

        var macro = new Expansion(target, arguments, end);
        return (name.Text, count) switch
        {
            ("all", 2 or 3) => macro.All(),
            ("exists", 2 or 3) => macro.Exists(),
            ("exists_one", 2 or 3) or ("existsOne", 2 or 3) => macro.ExistsOne(),
            ("map", 2) => macro.Transform(1, null),
            ("map", 3) => macro.Transform(1, arguments[1]),
            ("filter", 2) => macro.Filter(),
            ("transformList", 3) => macro.Transform(2, null),
            ("transformList", 4) => macro.Transform(2, arguments[2]),
            ("transformMap", 3) => macro.TransformMap(null, hasKey: true),
            ("transformMap", 4) => macro.TransformMap(arguments[2], hasKey: true),
            ("transformMapEntry", 3) => macro.TransformMap(null, hasKey: false),
            ("transformMapEntry", 4) => macro.TransformMap(arguments[2], hasKey: false),
            ("optMap", 2) => macro.OptionalMap(isFlat: false),
            ("optFlatMap", 2) => macro.OptionalMap(isFlat: true),
            ("sortBy", 2) => macro.SortBy(),
            _ => null,
        };
    }

    private static CelSelect Has(CelToken name, CelNode argument, int end) => argument is CelSelect { IsTest: false } select
        ? new(select.Operand, select.Field, select.FieldStart, name.Start, end) { IsTest = true }
        : throw new CelSyntaxException("has() takes a field, such as has(self.name)", argument.Start, argument.End);

    private sealed class Expansion(CelNode target, IReadOnlyList<CelNode> arguments, int end)
    {
        private CelNode Body => arguments[arguments.Count - 1];

        private int Start => target.Start;

        public CelFold All() => Fold(
            arguments.Count - 1, Constant(CelType.Bool, "true"), NotFalse(Result()), Call(CelOperators.And, Result(), Body), Result());

        public CelFold Exists() => Fold(
            arguments.Count - 1,
            Constant(CelType.Bool, "false"),
            NotFalse(Call(CelOperators.Not, Result())),
            Call(CelOperators.Or, Result(), Body),
            Result());

        public CelFold ExistsOne() => Fold(
            arguments.Count - 1,
            Constant(CelType.Int, "0"),
            Constant(CelType.Bool, "true"),
            Call(CelOperators.Conditional, Body, Call("_+_", Result(), Constant(CelType.Int, "1")), Result()),
            Call("_==_", Result(), Constant(CelType.Int, "1")));

        public CelFold Filter() => Accumulate(1, List(), Body, Call("_+_", Result(), List(Variable(0))));

        public CelFold Transform(int variables, CelNode? filter) =>
            Accumulate(variables, List(), filter, Call("_+_", Result(), List(Body)));

        public CelFold TransformMap(CelNode? filter, bool hasKey) => Accumulate(
            2,
            new CelMapLiteral(null, [], Start, end),
            filter,
            hasKey ? Call(CelOperators.MapInsert, Result(), Variable(0), Body) : Call(CelOperators.MapInsert, Result(), Body));

        public CelCall OptionalMap(bool isFlat)
        {
            var value = Bind(VariableName(0), Member("value", target), Body);
            return Call(
                CelOperators.Conditional,
                Member("hasValue", target),
                isFlat ? value : Call("optional.of", value),
                Call("optional.none"));
        }

        public CelFold SortBy()
        {
            const string Input = "@input";
            var keys = new Expansion(new CelIdentifier(Input, Start, end), arguments, end).Transform(1, null);
            var sorted = new CelCall(CelOperators.SortByKeys, new CelIdentifier(Input, Start, end), [keys], Start, end);
            return Bind(Input, target, sorted);
        }

        private CelFold Accumulate(int variables, CelNode initial, CelNode? filter, CelNode step) => Fold(
            variables,
            initial,
            Constant(CelType.Bool, "true"),
            filter is null ? step : Call(CelOperators.Conditional, filter, step, Result()),
            Result());

        private CelFold Fold(int variables, CelNode initial, CelNode condition, CelNode step, CelNode result) =>
            new(target, VariableName(0), variables == 2 ? VariableName(1) : null, Start, end)
            {
                Accumulator = Accumulator,
                Initial = initial,
                Condition = condition,
                Step = step,
                Result = result,
            };

        /// <summary>A fold over nothing whose accumulator is a local variable.</summary>
        private CelFold Bind(string variable, CelNode value, CelNode result) => new(List(), "#unused", null, Start, end)
        {
            Accumulator = variable,
            Initial = value,
            Condition = Constant(CelType.Bool, "false"),
            Step = new CelIdentifier(variable, Start, end),
            Result = result,
        };

        private string VariableName(int index) => arguments[index] is CelIdentifier { Name: var name } && name[0] != '.'
            ? name
            : throw new CelSyntaxException("a variable is a simple name", arguments[index].Start, arguments[index].End);

        private CelIdentifier Variable(int index) => new(VariableName(index), arguments[index].Start, arguments[index].End);

        private CelCall NotFalse(CelNode node) => Call(CelOperators.NotStrictlyFalse, node);

        private CelIdentifier Result() => new(Accumulator, Start, end);

        private CelLiteral Constant(CelType type, string text) => new(type, text, Start, end);

        private CelListLiteral List(params CelNode[] items) => new(items, [.. items.Select(_ => false)], Start, end);

        private CelCall Call(string function, params CelNode[] operands) => new(function, null, operands, Start, end);

        private CelCall Member(string function, CelNode of) => new(function, of, [], Start, end);
    }
}
