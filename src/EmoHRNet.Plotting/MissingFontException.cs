namespace EmoHRNet.Plotting;

/// <summary>No font was found for the axes. In containers without fonts, install one, or name a font file in the options.</summary>
public sealed class MissingFontException : EmoHRNetException
{
    /// <summary>Creates the exception with a message.</summary>
    public MissingFontException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with a message and its cause.</summary>
    public MissingFontException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Creates the exception for a machine without fonts.</summary>
    public MissingFontException()
        : this(
            "This machine has no fonts, so a picture would have axes without numbers. Install one (on Debian and Ubuntu: " +
            "apt-get install fonts-dejavu-core) or name a .ttf file in SpectrogramPlotOptions.FontFile.")
    {
    }
}
