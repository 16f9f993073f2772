namespace EmoHRNet.Audio.Augmentation;

/// <summary>Shifts a run of values in place: the frames of a band or the samples of a waveform.</summary>
internal static class TimeShifting
{
    /// <param name="values">The values.</param>
    /// <param name="shift">The shift, -length to length; positive is later.</param>
    /// <param name="fill">What fills the empty places.</param>
    /// <param name="fillValue">The value of <see cref="TimeShiftFill.Constant"/>.</param>
    public static void Shift(Span<float> values, int shift, TimeShiftFill fill, float fillValue)
    {
        if (fill == TimeShiftFill.Wrap)
        {
            Rotate(values, shift);
            return;
        }

        int kept = values.Length - Math.Abs(shift);
        float edge = shift > 0 ? values[0] : values[^1];
        float value = fill == TimeShiftFill.Edge ? edge : fillValue;
        if (shift > 0)
        {
            values[..kept].CopyTo(values[shift..]);
            values[..shift].Fill(value);
        }
        else
        {
            values[^kept..].CopyTo(values);
            values[kept..].Fill(value);
        }
    }

    /// <summary>Rotates without a buffer, by three reversals.</summary>
    private static void Rotate(Span<float> values, int shift)
    {
        int first = shift >= 0 ? shift : values.Length + shift;
        values.Reverse();
        values[..first].Reverse();
        values[first..].Reverse();
    }
}
