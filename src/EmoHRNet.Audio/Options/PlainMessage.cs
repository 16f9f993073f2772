namespace EmoHRNet.Audio.Options;

/// <summary>Exception messages for end users, without what .NET adds for programmers, such as <c>(Parameter 'mono')</c>.</summary>
public static class PlainMessage
{
    /// <summary>The message without the name of a parameter.</summary>
    /// <param name="exception">The exception.</param>
    public static string Of(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return exception is ArgumentException { ParamName: { Length: > 0 } name }
            ? exception.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal)
                .Replace(Environment.NewLine + "Actual value", " Actual value", StringComparison.Ordinal)
            : exception.Message;
    }
}
