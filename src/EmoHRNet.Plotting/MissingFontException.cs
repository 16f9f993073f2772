namespace EmoHRNet.Plotting;

/// <summary>No font was found to write axes with. Containers without fonts need one installed, or a font file named in the options.</summary>
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
