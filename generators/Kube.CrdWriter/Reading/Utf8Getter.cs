using System.Buffers.Binary;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Kube.CrdWriter.Reading;

/// <summary>
/// Reads the bytes that a getter <c>=> "..."u8</c> returns. The compiler makes four instructions of it: load the address of a field in the
/// file's data, load the length, make a span, return. A debug build wraps them in <c>nop</c> and a local; other instructions are skipped.
/// </summary>
internal static class Utf8Getter
{
    private const byte LoadStaticFieldAddress = 0x7F;
    private const byte LoadInt32 = 0x20;
    private const byte LoadInt8 = 0x1F;
    private const byte Call = 0x28;

    /// <summary>The getter of a type by its name.</summary>
    /// <exception cref="BadImageFormatException">There is none.</exception>
    public static MethodDefinition Find(MetadataReader metadata, TypeDefinition type, string name)
    {
        foreach (var method in type.GetMethods().Select(metadata.GetMethodDefinition))
        {
            if (metadata.StringComparer.Equals(method.Name, name))
            {
                return method;
            }
        }

        throw new BadImageFormatException($"{metadata.GetString(type.Name)} has no {name}: was it compiled with Kube.Generators?");
    }

    /// <summary>The bytes; null when the getter only calls another one.</summary>
    /// <exception cref="BadImageFormatException">The getter has another form.</exception>
    public static byte[]? Read(PEReader file, MetadataReader metadata, MethodDefinition getter)
    {
        var code = file.GetMethodBody(getter.RelativeVirtualAddress).GetILBytes() ?? [];
        var start = Array.FindIndex(code, b => b is LoadStaticFieldAddress or Call);
        if (start >= 0 && code[start] == Call)
        {
            return null;
        }

        if (start < 0 || start + 6 >= code.Length)
        {
            throw new BadImageFormatException("CustomResourceDefinition does not return a UTF-8 literal.");
        }

        var field = MetadataTokens.FieldDefinitionHandle(BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(start + 1)) & 0x00FF_FFFF);
        var length = code[start + 5] switch
        {
            LoadInt32 => BinaryPrimitives.ReadInt32LittleEndian(code.AsSpan(start + 6)),
            LoadInt8 => code[start + 6],
            _ => throw new BadImageFormatException("CustomResourceDefinition does not return a UTF-8 literal."),
        };
        var address = metadata.GetFieldDefinition(field).GetRelativeVirtualAddress();
        return [.. file.GetSectionData(address).GetContent(0, length)];
    }
}
