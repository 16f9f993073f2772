namespace EmoHRNet.Audio.Formats.Matroska;

/// <summary>Enumerates the elements inside another one; ends at one that does not fit.</summary>
internal ref struct EbmlChildren(ReadOnlySpan<byte> content)
{
    private ReadOnlySpan<byte> _rest = content;

    public EbmlChild Current { get; private set; } = default;

    public readonly EbmlChildren GetEnumerator() => this;

    public bool MoveNext()
    {
        if (EbmlElement.TryRead(_rest) is not { Size: { } size } element || size > _rest.Length - element.HeaderLength)
        {
            return false;
        }

        Current = new EbmlChild(element.Id, _rest.Slice(element.HeaderLength, (int)size));
        _rest = _rest[(element.HeaderLength + (int)size)..];
        return true;
    }
}
