using Kube.Generators.Schema.Cel.Checking;
using Kube.Generators.Schema.Cel.Syntax;
using Kube.Generators.Schema.Cel.Types;

namespace Kube.Generators.Schema.Cel.Evaluation;

/// <summary>
/// Evaluates a checked rule as far as it can be evaluated: what depends on values that are not known, and functions that only the server has,
/// are unknown. Errors behave as in the language: <c>true || 1 / 0 == 0</c> is true.
/// </summary>
internal sealed class CelEvaluator
{
    /// <summary>A rule that takes longer is left to the server.</summary>
    private const int MaxSteps = 20_000;

    private readonly CelChecked _rule;
    private readonly CelOutcome _self;
    private readonly CelOutcome _oldSelf;
    private readonly Stack<(string Name, CelOutcome Value)> _locals = new();
    private int _steps;

    private CelEvaluator(CelChecked rule, CelOutcome self, CelOutcome oldSelf) => (_rule, _self, _oldSelf) = (rule, self, oldSelf);

    /// <summary>The outcome of a sound rule for a value.</summary>
    public static CelOutcome Evaluate(CelChecked rule, CelOutcome self, CelOutcome oldSelf) =>
        rule.Tree is null ? CelOutcome.Unknown : new CelEvaluator(rule, self, oldSelf).Of(rule.Tree);

    /// <summary>The outcome of a part of a sound rule, whatever the value is.</summary>
    public static CelOutcome Evaluate(CelChecked rule, CelNode part) => new CelEvaluator(rule, CelOutcome.Unknown, CelOutcome.Unknown).Of(part);

    private CelOutcome Of(CelNode node) => _steps++ > MaxSteps ? CelOutcome.Unknown : node switch
    {
        CelLiteral literal => CelOutcome.OrUnknown(CelLiterals.Value(literal)),
        CelIdentifier identifier => OfIdentifier(identifier),
        CelSelect select => OfSelect(select),
        CelCall call => OfCall(call),
        CelListLiteral list => OfList(list),
        CelMapLiteral { TypeName: null } map => OfMap(map),
        CelFold fold => OfFold(fold),
        _ => CelOutcome.Unknown,
    };

    private CelOutcome OfIdentifier(CelIdentifier identifier)
    {
        foreach (var (name, value) in _locals)
        {
            if (name == identifier.Name)
            {
                return value;
            }
        }

        return identifier.Name switch
        {
            CelChecker.Self => _self,
            CelChecker.OldSelf => _oldSelf,
            _ => CelOutcome.Unknown,
        };
    }

    private CelOutcome OfSelect(CelSelect select)
    {
        if (!_rule.HasType(select.Operand))
        {
            return CelOutcome.Unknown;
        }

        var operand = Of(select.Operand);
        if (operand.Value is not CelMapValue map || select.IsOptional)
        {
            return operand.Failure is not null ? operand
                : select.IsTest && operand.Value is null && IsAlwaysThere(select) && IsPresent(select.Operand) ? CelOutcome.True
                : CelOutcome.Unknown;
        }

        var field = map.Find(new CelTextValue(select.Field)) ?? map.Find(new CelTextValue(CelNames.Escape(select.Field) ?? ""));
        return select.IsTest ? CelOutcome.Of(field is not null)
            : field is not null ? CelOutcome.Of(field)
            : CelOutcome.Fail($"there is no '{select.Field}' in it", select);
    }

    /// <summary>
    /// Whether a field is in every valid value: it is required, or filled in. A former value may be older than that, so that nothing is
    /// known where one is.
    /// </summary>
    private bool IsAlwaysThere(CelSelect select)
    {
        if (_rule.UsesOldSelf || _rule.TypeOf(select.Operand).Declaration is not { } owner || owner.FieldOf(select.Field) is not { } field)
        {
            return false;
        }

        var isFilled = field.Schema[Keywords.Default] is not null && !field.Schema.Is(Keywords.Nullable);
        return isFilled || owner.Schema.Texts(Keywords.Required).Any(n => CelNames.Escape(n) == select.Field || n == select.Field);
    }

    /// <summary>Whether reading a value never fails: a variable, or fields that are always there.</summary>
    private bool IsPresent(CelNode node) =>
        node is CelIdentifier || (node is CelSelect { IsTest: false, IsOptional: false } select && IsAlwaysThere(select) && IsPresent(select.Operand));

    private CelOutcome OfCall(CelCall call)
    {
        switch (call.Function)
        {
            case CelOperators.And:
                return Logic(call, decisive: false);
            case CelOperators.Or:
                return Logic(call, decisive: true);
            case CelOperators.Conditional:
                var condition = Of(call.Arguments[0]);
                return condition.IsTrue ? Of(call.Arguments[1]) : condition.IsFalse ? Of(call.Arguments[2]) : condition;
            case CelOperators.NotStrictlyFalse:
                return CelOutcome.Of(!Of(call.Arguments[0]).IsFalse);
        }

        return _rule.SignaturesOf(call) is [var signature, ..] ? OfFunction(call, signature) : CelOutcome.Unknown;
    }

    private CelOutcome OfFunction(CelCall call, CelSignature signature)
    {
        var operands = (signature.IsMember ? call.Arguments.Prepend(call.Target!) : call.Arguments).Select(Of).ToList();
        return operands.Find(o => o.Failure is not null) is { } failed ? failed
            : operands.Exists(o => o.Value is null) ? CelOutcome.Unknown
            : CelFunctionValues.Call(signature.Function, [.. operands.Select(o => o.Value!)], call);
    }

    /// <summary>One side that decides is enough, in either order; an error counts only when nothing decides.</summary>
    private CelOutcome Logic(CelCall call, bool decisive)
    {
        var left = Of(call.Arguments[0]);
        if (left.Value is CelBoolValue first && first.Value == decisive)
        {
            return left;
        }

        var right = Of(call.Arguments[1]);
        return right.Value is CelBoolValue second && second.Value == decisive ? right
            : left.Value is null && left.Failure is null ? left
            : right.Value is null && right.Failure is null ? right
            : left.Failure is not null ? left
            : right;
    }

    private CelOutcome OfList(CelListLiteral list)
    {
        var items = new List<CelValue>();
        for (var i = 0; i < list.Items.Count; i++)
        {
            var item = Of(list.Items[i]);
            if (item.Value is not { } value)
            {
                return item;
            }

            if (!list.Optional[i])
            {
                items.Add(value);
            }
            else if (value is CelOptionalValue { Value: { } present })
            {
                items.Add(present);
            }
        }

        return CelOutcome.Of(new CelListValue(items));
    }

    private CelOutcome OfMap(CelMapLiteral map)
    {
        var entries = new List<KeyValuePair<CelValue, CelValue>>();
        foreach (var entry in map.Entries)
        {
            var (key, value) = (Of(entry.Key), Of(entry.Value));
            if (key.Value is null || value.Value is null || entry.IsOptional)
            {
                return key.Failure is not null ? key : value.Failure is not null ? value : CelOutcome.Unknown;
            }

            entries.RemoveAll(e => CelEquality.Same(e.Key, key.Value) == true);
            entries.Add(new(key.Value, value.Value));
        }

        return CelOutcome.Of(new CelMapValue(entries));
    }

    private CelOutcome OfFold(CelFold fold)
    {
        var range = Of(fold.Range);
        if (range.Failure is not null)
        {
            return range;
        }

        var accumulator = Of(fold.Initial);
        if (Items(range.Value, fold) is not { } items)
        {
            // Whatever is in the range, if it can be read at all, a step that changes nothing changes nothing.
            var after = Step(fold, accumulator, CelOutcome.Unknown, CelOutcome.Unknown);
            var isSteady = accumulator.Value is { } before && after.Value is { } same && CelEquality.Same(before, same) == true;
            return isSteady && IsPresent(fold.Range) ? With(fold.Accumulator, accumulator, () => Of(fold.Result)) : CelOutcome.Unknown;
        }

        foreach (var (first, second) in items)
        {
            if (With(fold.Accumulator, accumulator, () => Of(fold.Condition)).IsFalse)
            {
                break;
            }

            accumulator = Step(fold, accumulator, CelOutcome.Of(first), CelOutcome.OrUnknown(second));
        }

        return With(fold.Accumulator, accumulator, () => Of(fold.Result));
    }

    private CelOutcome Step(CelFold fold, CelOutcome accumulator, CelOutcome first, CelOutcome second) => With(
        fold.Accumulator, accumulator, () => With(fold.Variable, first, () => With(fold.Variable2 ?? "#", second, () => Of(fold.Step))));

    /// <summary>What the variables of a fold go over; null when it is not known.</summary>
    private static IEnumerable<(CelValue First, CelValue? Second)>? Items(CelValue? range, CelFold fold) => range switch
    {
        CelListValue list when fold.Variable2 is null => list.Items.Select(i => (i, (CelValue?)null)),
        CelListValue list => list.Items.Select((item, i) => ((CelValue)new CelIntValue(i), (CelValue?)item)),
        CelMapValue map => map.Entries.Select(e => (e.Key, (CelValue?)e.Value)),
        _ => null,
    };

    private CelOutcome With(string name, CelOutcome value, Func<CelOutcome> body)
    {
        _locals.Push((name, value));
        var result = body();
        _locals.Pop();
        return result;
    }
}
