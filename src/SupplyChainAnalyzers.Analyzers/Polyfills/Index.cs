// What list patterns need and netstandard2.0 does not have.
#pragma warning disable IDE0130 // the compiler fixes this namespace
namespace System;

internal readonly struct Index(int value, bool fromEnd = false)
{
    public int GetOffset(int length) => fromEnd ? length - value : value;
}
