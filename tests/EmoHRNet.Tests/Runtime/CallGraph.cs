using System.Collections.Immutable;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace EmoHRNet.Tests.Runtime;

/// <summary>The call graph of an assembly, read from its IL. Methods are named <c>Type::Method(parameter types)</c>.</summary>
internal sealed class CallGraph
{
    private static readonly Dictionary<int, OperandType> Operands = typeof(OpCodes).GetFields()
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => (int)(ushort)code.Value, code => code.OperandType);

    private readonly MetadataReader _metadata;
    private readonly Dictionary<string, List<string>> _calls = new(StringComparer.Ordinal);

    private CallGraph(PEReader file)
    {
        _metadata = file.GetMetadataReader();
        foreach (MethodDefinitionHandle handle in _metadata.MethodDefinitions)
        {
            if (_metadata.GetMethodDefinition(handle).RelativeVirtualAddress is > 0 and int address)
            {
                string name = Name(handle);
                _calls.TryAdd(name, []);
                _calls[name].AddRange(Calls(file.GetMethodBody(address).GetILReader()));
            }
        }
    }

    /// <summary>The calls of every method, in order.</summary>
    public IReadOnlyDictionary<string, List<string>> Calls() => _calls;

    public static CallGraph Of(Type inAssembly)
    {
        using PEReader file = new(File.OpenRead(inAssembly.Assembly.Location));
        return new CallGraph(file);
    }

    /// <summary>All methods that directly or indirectly call a method that satisfies the condition.</summary>
    public HashSet<string> Reaching(Func<string, bool> condition)
    {
        HashSet<string> reaching = [.. _calls.Where(entry => entry.Value.Any(condition)).Select(entry => entry.Key)];
        int before;
        do
        {
            before = reaching.Count;
            reaching.UnionWith(_calls.Where(entry => entry.Value.Any(reaching.Contains)).Select(entry => entry.Key));
        }
        while (reaching.Count > before);
        return reaching;
    }

    private List<string> Calls(BlobReader code)
    {
        List<string> calls = [];
        while (code.RemainingBytes > 0)
        {
            int operation = code.ReadByte();
            operation = operation == 0xFE ? 0xFE00 | code.ReadByte() : operation;
            if (Operands[operation] is OperandType.InlineMethod or OperandType.InlineTok)
            {
                calls.Add(Name(MetadataTokens.EntityHandle(code.ReadInt32())));
            }
            else
            {
                int size = OperandSize(Operands[operation], code);
                code.ReadBytes(size);
            }
        }

        return calls;
    }

    private static int OperandSize(OperandType type, BlobReader code) => type switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => sizeof(int) * (1 + code.ReadInt32()),
        _ => 4,
    };

    private string Name(EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.MethodDefinition:
                MethodDefinition method = _metadata.GetMethodDefinition((MethodDefinitionHandle)handle);
                return Name(method.GetDeclaringType(), method.Name, method.DecodeSignature(TypeNames.Instance, null).ParameterTypes);
            case HandleKind.MemberReference when _metadata.GetMemberReference((MemberReferenceHandle)handle) is var member && member.GetKind() == MemberReferenceKind.Method:
                return Name(member.Parent, member.Name, member.DecodeMethodSignature(TypeNames.Instance, null).ParameterTypes);
            case HandleKind.MethodSpecification:
                return Name(_metadata.GetMethodSpecification((MethodSpecificationHandle)handle).Method);
            default:
                return handle.Kind.ToString();
        }
    }

    private string Name(EntityHandle type, StringHandle method, ImmutableArray<string> parameters) =>
        $"{TypeNames.Instance.Of(_metadata, type)}::{_metadata.GetString(method)}({string.Join(",", parameters)})";
}
