using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace SupplyChainAnalyzers.Architecture.Tests.Compiled;

/// <summary>What the instructions of an assembly use. Read from its bytes: nothing of it is loaded, and no trick of the source hides.</summary>
internal sealed class CompiledAssembly : IDisposable
{
    private readonly PEReader _file;
    private readonly MetadataReader _metadata;

    public CompiledAssembly(string path)
    {
        _file = new PEReader(File.OpenRead(path));
        _metadata = _file.GetMetadataReader();
        Calls = [.. _metadata.MethodDefinitions.Select(_metadata.GetMethodDefinition).SelectMany(CallsIn)];
        Imports = [.. _metadata.MethodDefinitions.Select(_metadata.GetMethodDefinition).Where(static method => !method.GetImport().Module.IsNil)
            .Select(method => _metadata.GetString(_metadata.GetModuleReference(method.GetImport().Module).Name) + "::" + _metadata.GetString(method.GetImport().Name))];
    }

    /// <summary>Every use of a method by an instruction.</summary>
    public IReadOnlyList<CompiledCall> Calls { get; }

    /// <summary>Functions of native libraries that are declared: <c>libc::open</c>.</summary>
    public IReadOnlyList<string> Imports { get; }

    /// <summary>Texts that the code of a type holds.</summary>
    public IEnumerable<string> TextsOf(string type) =>
        from method in _metadata.MethodDefinitions.Select(_metadata.GetMethodDefinition)
        where Outermost(method.GetDeclaringType()) == type
        from instruction in Instructions(method)
        where instruction.Code == System.Reflection.Emit.OpCodes.Ldstr
        select _metadata.GetUserString((UserStringHandle)MetadataTokens.Handle(instruction.Operand));

    /// <summary>Whether any instruction calls through a bare address: such a call has no name to judge.</summary>
    public bool CallsAddresses => _metadata.MethodDefinitions.Select(_metadata.GetMethodDefinition).SelectMany(Instructions).Any(static instruction => instruction.Code == System.Reflection.Emit.OpCodes.Calli);

    public void Dispose() => _file.Dispose();

    private IEnumerable<CompiledCall> CallsIn(MethodDefinition method) =>
        from instruction in Instructions(method)
        where instruction.Code.OperandType == System.Reflection.Emit.OperandType.InlineMethod
        let target = Target(MetadataTokens.EntityHandle(instruction.Operand))
        select new CompiledCall(Outermost(method.GetDeclaringType()), target.Type, target.Member);

    private IEnumerable<Instruction> Instructions(MethodDefinition method) =>
        method.RelativeVirtualAddress == 0 ? [] : Instruction.In(_file.GetMethodBody(method.RelativeVirtualAddress).GetILBytes()!);

    private (string Type, string Member) Target(EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.MethodSpecification:
                return Target(_metadata.GetMethodSpecification((MethodSpecificationHandle)handle).Method);
            case HandleKind.MemberReference:
                var reference = _metadata.GetMemberReference((MemberReferenceHandle)handle);
                return (NameOf(reference.Parent), _metadata.GetString(reference.Name));
            default:
                var definition = _metadata.GetMethodDefinition((MethodDefinitionHandle)handle);
                return (Outermost(definition.GetDeclaringType()), _metadata.GetString(definition.Name));
        }
    }

    private string NameOf(EntityHandle type) => type.Kind switch
    {
        HandleKind.TypeReference => NameOf((TypeReferenceHandle)type),
        HandleKind.TypeDefinition => Outermost((TypeDefinitionHandle)type),
        HandleKind.TypeSpecification => Generic(_metadata.GetTypeSpecification((TypeSpecificationHandle)type)),
        _ => "",
    };

    private string NameOf(TypeReferenceHandle handle)
    {
        var type = _metadata.GetTypeReference(handle);
        var name = _metadata.GetString(type.Name);
        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? NameOf((TypeReferenceHandle)type.ResolutionScope) + "+" + name
            : Join(_metadata.GetString(type.Namespace), name);
    }

    private string Outermost(TypeDefinitionHandle handle)
    {
        var type = _metadata.GetTypeDefinition(handle);
        return type.GetDeclaringType() is { IsNil: false } outer ? Outermost(outer) : Join(_metadata.GetString(type.Namespace), _metadata.GetString(type.Name));
    }

    // A generic type with its arguments, or an array: only the type itself is of interest.
    private string Generic(TypeSpecification specification)
    {
        var blob = _metadata.GetBlobReader(specification.Signature);
        if (blob.ReadSignatureTypeCode() != SignatureTypeCode.GenericTypeInstance)
            return "";

        blob.ReadByte(); // class or value type
        return NameOf(blob.ReadTypeHandle());
    }

    private static string Join(string space, string name) => space.Length == 0 ? name : space + "." + name;
}
