using Kube.Generators.Model;

namespace Kube.Generators.Schema.Conversion;

/// <summary>The forms that a value can have in JSON.</summary>
[Flags]
internal enum JsonForms
{
    Text = 1,
    Number = 2,
    Boolean = 4,
    Object = 8,
    Map = 16,
    List = 32,
    Any = Text | Number | Boolean | Object | Map | List,
}

/// <summary>Forms of types.</summary>
internal static class JsonFormsOfTypes
{
    public static JsonForms Forms(this TypeModel type) => type switch
    {
        ScalarModel scalar => Forms(scalar.Kind),
        EnumModel => JsonForms.Text,
        ListModel => JsonForms.List,
        MapModel => JsonForms.Map,
        ObjectReference => JsonForms.Object,
        _ => JsonForms.Any,
    };

    /// <summary>The forms in words, for messages.</summary>
    public static string InWords(this JsonForms forms) => forms switch
    {
        JsonForms.Text => "a text",
        JsonForms.Number => "a number",
        JsonForms.Text | JsonForms.Number => "a number or a text",
        JsonForms.Boolean => "true or false",
        JsonForms.Map => "a map",
        JsonForms.List => "a list",
        JsonForms.Any => "anything",
        _ => "an object",
    };

    private static JsonForms Forms(ScalarKind kind) => kind switch
    {
        ScalarKind.Any => JsonForms.Any,
        ScalarKind.AnyObject => JsonForms.Object | JsonForms.Map,
        ScalarKind.AnyList => JsonForms.List,
        ScalarKind.Boolean => JsonForms.Boolean,
        ScalarKind.Quantity or ScalarKind.IntOrString => JsonForms.Text | JsonForms.Number,
        >= ScalarKind.SByte and <= ScalarKind.Number => JsonForms.Number,
        _ => JsonForms.Text,
    };
}
