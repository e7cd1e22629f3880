namespace SupplyChainAnalyzers.Scanner.Formats.Pickle;

/// <summary>Is told what a pickle would do, in its order.</summary>
internal interface IPickleObserver
{
    /// <summary>A name is imported.</summary>
    void Import(int name, long offset);

    /// <summary>A name is put together while loading: nobody can read off which.</summary>
    void ImportComputed(PickleValue module, PickleValue attribute, long offset);

    /// <summary>An import by a number that the loading program would have to have registered.</summary>
    void Extension(long code, long offset);

    void Call(in PickleCall call);

    /// <summary><c>getattr</c>, named so, reads a constant attribute of an imported name.</summary>
    void ReadAttribute(int name, long offset);

    /// <summary>BUILD: <c>__setstate__</c>, or attributes are written.</summary>
    void Build(PickleValue target, PickleValue state, long offset);

    /// <summary>Items go into something that is no built-in container: its <c>append</c>, <c>__setitem__</c> or <c>add</c> is called.</summary>
    void Fill(byte opcode, PickleValue target, PickleTraits items, long offset);

    /// <summary>A guarded name goes into a tuple or container instead of being called.</summary>
    void Pass(long offset);

    /// <summary>A constant begins as a pickle does: raw, in base64 or in hexadecimal.</summary>
    void Resemblance(PickleValue constant);

    /// <summary>The loader's <c>persistent_load</c> is asked.</summary>
    void Persistent(PickleValue id, long offset);
}
