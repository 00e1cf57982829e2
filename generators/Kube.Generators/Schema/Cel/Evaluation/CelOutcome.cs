using Kube.Generators.Schema.Cel.Syntax;

namespace Kube.Generators.Schema.Cel.Evaluation;

/// <summary>What comes of evaluating a part of a rule.</summary>
internal abstract class CelOutcome
{
    /// <summary>Depends on values that are not known, or on a function that is not evaluated here.</summary>
    public static CelOutcome Unknown { get; } = new UnknownOutcome();

    public static CelOutcome True { get; } = Of(new CelBoolValue(true));

    public static CelOutcome False { get; } = Of(new CelBoolValue(false));

    /// <summary>The value; null when there is none.</summary>
    public CelValue? Value => (this as KnownOutcome)?.Result;

    /// <summary>Why there is no value and never will be one; null when that is not so.</summary>
    public string? Failure => (this as FailedOutcome)?.Reason;

    /// <summary>The part that fails; null when none does.</summary>
    public CelNode? FailedPart => (this as FailedOutcome)?.Part;

    public bool IsTrue => Value is CelBoolValue { Value: true };

    public bool IsFalse => Value is CelBoolValue { Value: false };

    public static CelOutcome Of(CelValue value) => new KnownOutcome(value);

    public static CelOutcome Of(bool value) => value ? True : False;

    /// <summary>The value, or unknown when there is none.</summary>
    public static CelOutcome OrUnknown(CelValue? value) => value is null ? Unknown : Of(value);

    /// <summary>The truth, or unknown when there is none.</summary>
    public static CelOutcome OrUnknown(bool? value) => value is { } known ? Of(known) : Unknown;

    public static CelOutcome Fail(string reason, CelNode part) => new FailedOutcome(reason, part);

    private sealed class UnknownOutcome : CelOutcome;

    private sealed class KnownOutcome(CelValue result) : CelOutcome
    {
        public CelValue Result { get; } = result;
    }

    private sealed class FailedOutcome(string reason, CelNode part) : CelOutcome
    {
        public string Reason { get; } = reason;

        public CelNode Part { get; } = part;
    }
}
