using System.Text;

namespace EmoHRNet.Corpora;

/// <summary>Reads comma-separated text as defined in RFC 4180: quoted fields, doubled quotes, line ends inside quotes.</summary>
internal static class CsvText
{
    /// <summary>The records, each with the number of its first line; blank lines are skipped.</summary>
    /// <exception cref="FormatException">A quoted field does not end, or text follows a closing quote.</exception>
    public static IEnumerable<(int Line, IReadOnlyList<string> Fields)> Read(string text, char separator)
    {
        int position = 0;
        int line = 1;
        while (position < text.Length)
        {
            int start = line;
            List<string> fields = [];
            do
            {
                fields.Add(Field(text, separator, ref position, ref line));
            }
            while (Skip(text, separator, ref position));
            SkipLineEnd(text, ref position, ref line);
            if (fields is not [""])
            {
                yield return (start, fields);
            }
        }
    }

    private static string Field(string text, char separator, ref int position, ref int line)
    {
        if (position < text.Length && text[position] == '"')
        {
            return Quoted(text, separator, ref position, ref line);
        }

        int start = position;
        while (position < text.Length && text[position] != separator && text[position] is not ('\r' or '\n'))
        {
            position++;
        }

        return text[start..position];
    }

    private static string Quoted(string text, char separator, ref int position, ref int line)
    {
        int start = line;
        StringBuilder field = new();
        for (position++; position < text.Length; position++)
        {
            char current = text[position];
            line += current == '\n' ? 1 : 0;
            if (current != '"')
            {
                field.Append(current);
            }
            else if (position + 1 < text.Length && text[position + 1] == '"')
            {
                field.Append('"');
                position++;
            }
            else
            {
                position++;
                return position == text.Length || text[position] == separator || text[position] is '\r' or '\n'
                    ? field.ToString()
                    : throw new FormatException($"line {line}: text after the closing quote of a field");
            }
        }

        throw new FormatException($"line {start}: a quoted field that does not end");
    }

    private static bool Skip(string text, char expected, ref int position)
    {
        bool there = position < text.Length && text[position] == expected;
        position += there ? 1 : 0;
        return there;
    }

    private static void SkipLineEnd(string text, ref int position, ref int line)
    {
        bool ended = Skip(text, '\r', ref position);
        ended |= Skip(text, '\n', ref position);
        line += ended ? 1 : 0;
    }
}
