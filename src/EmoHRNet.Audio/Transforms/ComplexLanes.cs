using System.Numerics;
using System.Runtime.CompilerServices;

namespace EmoHRNet.Audio.Transforms;

/// <summary>A complex number in every SIMD lane.</summary>
internal readonly struct ComplexLanes(Vector<float> re, Vector<float> im)
{
    public readonly Vector<float> Re = re;
    public readonly Vector<float> Im = im;

    public Vector<float> SquaredMagnitude => (Re * Re) + (Im * Im);

    public ComplexLanes Conjugate => new(Re, -Im);

    /// <summary>Multiplies by −i.</summary>
    public ComplexLanes TimesMinusI => new(Im, -Re);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexLanes operator +(ComplexLanes a, ComplexLanes b) => new(a.Re + b.Re, a.Im + b.Im);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexLanes operator -(ComplexLanes a, ComplexLanes b) => new(a.Re - b.Re, a.Im - b.Im);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ComplexLanes operator *(ComplexLanes a, ComplexLanes b) =>
        new((a.Re * b.Re) - (a.Im * b.Im), (a.Re * b.Im) + (a.Im * b.Re));
}
