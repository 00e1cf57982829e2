using System.Text;
using Kube.Generators.Schema.Cel.Checking;
using Kube.Generators.Schema.Cel.Syntax;
using Kube.Generators.Schema.Cel.Types;
using Kube.Generators.Schema.Paths;

namespace Kube.Generators.Schema.Cel.Cost;

/// <summary>
/// Estimates what one evaluation of a rule costs at most, as the API server does when a definition is applied (cel-go's
/// <c>checker.Cost</c> with the estimator of <c>k8s.io/apiserver/pkg/cel/library</c>).
/// </summary>
internal sealed class CelCoster
{
    private const ulong NewList = 10;
    private const ulong NewMap = 30;
    private const ulong NewMessage = 40;
    private static readonly CelRange s_one = CelRange.Of(1);

    private readonly CelChecked _rule;
    private readonly CelPlace _self;
    private readonly Dictionary<CelNode, CelPlace> _places = [];
    private readonly Dictionary<CelNode, CelRange> _sizes = [];
    private readonly Dictionary<CelNode, CelEntrySize> _entrySizes = [];
    private readonly Stack<CelLocal> _locals = new();

    private CelCoster(CelChecked rule, CelDeclaration self) => (_rule, _self) = (rule, new(self, SchemaPath.Root));

    /// <summary>Places that the rule reads more than a constant of, with the size that each can have; the largest first.</summary>
    public IEnumerable<CelPlace> Places => _places.Values.Distinct().OrderByDescending(p => p.Size?.Max);

    /// <summary>The estimate of a sound rule.</summary>
    public static (CelRange Cost, CelCoster Coster) Estimate(CelChecked rule, CelDeclaration self)
    {
        var coster = new CelCoster(rule, self);
        return (rule.Tree is null ? default : coster.Cost(rule.Tree), coster);
    }

    private CelRange Cost(CelNode node) => node switch
    {
        CelIdentifier identifier => OfIdentifier(identifier),
        CelSelect select => OfSelect(select),
        CelCall call => OfCall(call),
        CelListLiteral list => OfList(list),
        CelMapLiteral map => OfMap(map),
        CelFold { Range: CelListLiteral { Items.Count: 0 }, Condition: CelLiteral { Text: "false" } } bind => OfBind(bind),
        CelFold fold => OfFold(fold),
        _ => default,
    };

    private CelRange OfIdentifier(CelIdentifier identifier)
    {
        if (PlaceOf(identifier) is { } place)
        {
            _places[identifier] = place;
        }

        return s_one;
    }

    private CelRange OfSelect(CelSelect select)
    {
        if (!_rule.HasType(select.Operand))
        {
            // The qualified name of a type.
            _places[select] = _self;
            return s_one;
        }

        var operand = Cost(select.Operand);
        if (select.IsTest)
        {
            return operand;
        }

        if (select.IsOptional)
        {
            return operand + s_one;
        }

        var kind = _rule.TypeOf(select.Operand).Kind;
        _places[select] = Part(select.Operand, p => p.Field(select.Field));
        return kind is CelKind.Map or CelKind.Object ? operand + s_one : operand;
    }

    private CelRange OfCall(CelCall call)
    {
        var costs = call.Arguments.Select(Cost).ToList();
        var sum = costs.Aggregate(default(CelRange), (a, b) => a + b);
        if (call.Function == "dyn")
        {
            CopySizes(call, call.Arguments[0]);
            return sum + s_one;
        }

        if (_rule.SignaturesOf(call).Count == 0)
        {
            return default;
        }

        var isMember = _rule.SignaturesOf(call)[0].IsMember;
        var target = isMember ? Cost(call.Target!) : default;
        return target + (call.Function switch
        {
            CelOperators.And or CelOperators.Or => new CelRange(costs[0].Min, sum.Max),
            CelOperators.Conditional => OfConditional(call, costs),
            CelOperators.Index => sum + OfIndex(call),
            _ => sum + OfFunction(call, isMember),
        });
    }

    private CelRange OfFunction(CelCall call, bool isMember)
    {
        CelRange? cost = null;
        CelRange? size = null;
        foreach (var signature in _rule.SignaturesOf(call))
        {
            var target = isMember ? Operand(call.Target!, signature.Parameters[0]) : null;
            var arguments = call.Arguments.Select((a, i) => Operand(a, signature.Parameters[isMember ? i + 1 : i])).ToList();
            var (ownCost, ownSize) = CelCallCosts.Of(signature.Function, target, arguments);
            cost = cost?.Union(ownCost) ?? ownCost;
            size = ownSize is { } known ? size?.Union(known) ?? known : size;
        }

        if (call.Function == "_+_" && EntrySizeOf(call.Arguments[0]) is { } left && EntrySizeOf(call.Arguments[1]) is { } right)
        {
            _entrySizes[call] = left.Union(right);
        }

        SetSize(call, size ?? SizeOf(call));
        return cost ?? default;
    }

    private CelRange OfConditional(CelCall call, List<CelRange> costs)
    {
        var (whenTrue, whenFalse) = (call.Arguments[1], call.Arguments[2]);
        SetSize(call, SizeOrUnknown(whenTrue).Union(SizeOrUnknown(whenFalse)));
        if (EntrySizeOf(whenTrue) is { } left && EntrySizeOf(whenFalse) is { } right)
        {
            _entrySizes[call] = left.Union(right);
        }

        return costs[0] + costs[1].Union(costs[2]);
    }

    private CelRange OfIndex(CelCall call)
    {
        var range = call.Arguments[0];
        _places[call] = Part(range, p => p.Elements);
        SetSize(call, EntrySizeOf(range)?.Value ?? SizeOf(call));
        return s_one;
    }

    private CelRange OfList(CelListLiteral list)
    {
        var cost = list.Items.Select(Cost).Aggregate(CelRange.Of(NewList), (a, b) => a + b);
        _entrySizes[list] = new(CelKind.List, s_one, Union(list.Items));
        return cost;
    }

    private CelRange OfMap(CelMapLiteral map)
    {
        var values = map.Entries.Select(e => e.Value).ToList();
        var nodes = map.TypeName is null ? map.Entries.SelectMany(e => new[] { e.Key, e.Value }) : values;
        var cost = nodes.Select(Cost).Aggregate(CelRange.Of(map.TypeName is null ? NewMap : NewMessage), (a, b) => a + b);
        _entrySizes[map] = new(CelKind.Map, Union([.. map.Entries.Select(e => e.Key)]), Union(values));
        return cost;
    }

    private CelRange Union(IReadOnlyList<CelNode> nodes) => nodes.Count == 0
        ? default
        : nodes.Select(SizeOrUnknown).Aggregate(new CelRange(ulong.MaxValue, 0), (a, b) => a.Union(b));

    private CelRange OfFold(CelFold fold)
    {
        var cost = Cost(fold.Range) + Cost(fold.Initial);
        Enter(fold.Accumulator, PlaceOf(fold.Initial), SizeOf(fold.Initial), EntrySizeOf(fold.Initial));
        var variables = EnterVariables(fold);
        var condition = Cost(fold.Condition);
        var step = Cost(fold.Step);
        Leave(variables);
        cost += Cost(fold.Result);
        Leave(1);
        var count = SizeOrUnknown(fold.Range);
        if (fold.Initial is CelLiteral)
        {
            SetSize(fold, SizeOf(fold.Initial));
        }
        else
        {
            SetSize(fold, count);
            if (EntrySizeOf(fold.Step) is { } entry)
            {
                _entrySizes[fold] = entry;
            }
        }

        return cost + (count * (step + condition));
    }

    private int EnterVariables(CelFold fold)
    {
        var entry = EntrySizeOf(fold.Range);
        var isList = (entry?.Kind ?? _rule.TypeOf(fold.Range).Kind) == CelKind.List;
        var elements = Part(fold.Range, p => p.Elements);
        var keys = Part(fold.Range, p => p.Keys);
        if (fold.Variable2 is null)
        {
            Enter(fold.Variable, isList ? elements : keys, isList ? entry?.Value : entry?.Key, null);
            return 1;
        }

        Enter(fold.Variable, keys, entry?.Key, null);
        Enter(fold.Variable2, elements, entry?.Value, null);
        return 2;
    }

    private CelRange OfBind(CelFold bind)
    {
        var cost = Cost(bind.Range) + Cost(bind.Initial);
        Enter(bind.Accumulator, PlaceOf(bind.Initial), SizeOf(bind.Initial), EntrySizeOf(bind.Initial));
        cost += Cost(bind.Result);
        Leave(1);
        CopySizes(bind, bind.Result);
        return cost;
    }

    /// <summary>An operand of any type counts as what the function takes.</summary>
    private CelOperand Operand(CelNode node, CelType parameter)
    {
        var type = _rule.TypeOf(node);
        var taken = type.IsLoose && parameter.Kind != CelKind.Parameter ? parameter : type;
        return new(node, type, taken, PlaceOf(node), SizeOrUnknown(node));
    }

    private CelPlace? PlaceOf(CelNode node) => node is CelIdentifier identifier
        ? Local(identifier) is { } local ? local.Place : _self
        : _places.TryGetValue(node, out var place) ? place : null;

    /// <summary>
    /// A part of what an expression reads. The server drops the first step of every path, taking it for <c>self</c>; so for it a part of
    /// something that is read from nowhere is the value itself, and its estimates are what counts.
    /// </summary>
    private CelPlace Part(CelNode node, Func<CelPlace, CelPlace> part) => PlaceOf(node) is { } place ? part(place) : _self;

    private CelRange SizeOrUnknown(CelNode node) => SizeOf(node) ?? CelRange.Unknown;

    private CelRange? SizeOf(CelNode node) =>
        _sizes.TryGetValue(node, out var known) ? known
        : node switch
        {
            CelLiteral { Type.Kind: CelKind.String } text => CelRange.Of((ulong)Characters(text.Text)),
            CelLiteral { Type.Kind: CelKind.Bytes } bytes => CelRange.Of((ulong)Encoding.UTF8.GetByteCount(bytes.Text)),
            CelLiteral => s_one,
            CelListLiteral list => CelRange.Of((ulong)list.Items.Count),
            CelMapLiteral { TypeName: null } map => CelRange.Of((ulong)map.Entries.Count),
            _ => PlaceOf(node)?.Size ?? (IsScalar(_rule.TypeOf(node)) ? s_one : (node as CelIdentifier) is { } name ? Local(name)?.Size : null),
        };

    private CelEntrySize? EntrySizeOf(CelNode node) =>
        _entrySizes.TryGetValue(node, out var known) ? known : node is CelIdentifier identifier ? Local(identifier)?.EntrySize : null;

    private void SetSize(CelNode node, CelRange? size)
    {
        if (size is { } known)
        {
            _sizes[node] = known;
        }
    }

    private void CopySizes(CelNode to, CelNode from)
    {
        SetSize(to, SizeOf(from));
        if (EntrySizeOf(from) is { } entry)
        {
            _entrySizes[to] = entry;
        }
    }

    private void Enter(string name, CelPlace? place, CelRange? size, CelEntrySize? entrySize) =>
        _locals.Push(new(name, place, size, entrySize));

    private void Leave(int count)
    {
        for (; count > 0; count--)
        {
            _locals.Pop();
        }
    }

    private CelLocal? Local(CelIdentifier identifier) => _locals.FirstOrDefault(l => l.Name == identifier.Name);

    private static bool IsScalar(CelType type) =>
        type.Kind is CelKind.Bool or CelKind.Double or CelKind.Duration or CelKind.Int or CelKind.Timestamp or CelKind.Uint
        || (type.IsOptional && IsScalar(type.Parameters[0]));

    private static int Characters(string text) => text.Length - text.Count(char.IsLowSurrogate);
}
