using System.Text.Json;

namespace Kube.Runtime.Client.Decoding;

/// <summary>Finds the controlling owner of an object without its type.</summary>
internal static class ControllerReader
{
    /// <summary>Reads the value of <c>ownerReferences</c>, which is next; null when no owner controls the object.</summary>
    public static OwnerIdentity? Read(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return null;
        }

        OwnerIdentity? found = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType != JsonTokenType.StartObject)
            {
                reader.Skip();
                continue;
            }

            var (owner, controls) = ReadOwner(ref reader);
            found ??= controls ? owner : null;
        }

        return found;
    }

    private static (OwnerIdentity Owner, bool Controls) ReadOwner(ref Utf8JsonReader reader)
    {
        var owner = new OwnerIdentity("", "", "", "");
        var controls = false;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("apiVersion"u8))
            {
                owner = owner with { ApiVersion = UntypedReader.Text(ref reader) };
            }
            else if (reader.ValueTextEquals("kind"u8))
            {
                owner = owner with { Kind = UntypedReader.Text(ref reader) };
            }
            else if (reader.ValueTextEquals("name"u8))
            {
                owner = owner with { Name = UntypedReader.Text(ref reader) };
            }
            else if (reader.ValueTextEquals("uid"u8))
            {
                owner = owner with { Uid = UntypedReader.Text(ref reader) };
            }
            else
            {
                var isController = reader.ValueTextEquals("controller"u8);
                reader.Read();
                controls |= isController && reader.TokenType == JsonTokenType.True;
                reader.Skip();
            }
        }

        return (owner, controls);
    }
}
