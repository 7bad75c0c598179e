using System.Text;
using System.Text.RegularExpressions;

namespace HalfSky.Platform.Sheets.Reading;

/// <summary>The pages in a web archive (“single file web page”), which some systems name .xls.</summary>
internal static partial class MimeParts
{
    public static IEnumerable<string> Html(byte[] content)
    {
        var text = Encoding.Latin1.GetString(content);
        var boundary = Boundary().Match(text);
        if (!boundary.Success) yield break;
        foreach (var part in text.Split("--" + boundary.Groups[1].Value).Skip(1))
        {
            var (head, body) = Blank().Match(part.TrimStart()) is { Success: true } blank
                ? (part.TrimStart()[..blank.Index], part.TrimStart()[(blank.Index + blank.Length)..]) : ("", "");
            if (!head.Contains("text/html", StringComparison.OrdinalIgnoreCase)) continue;
            yield return TextSource.Decode(head.Contains("quoted-printable", StringComparison.OrdinalIgnoreCase) ? Unquoted(body)
                : head.Contains("base64", StringComparison.OrdinalIgnoreCase) ? Convert.FromBase64String(body.Trim())
                : Encoding.Latin1.GetBytes(body));
        }
    }

    private static byte[] Unquoted(string body)
    {
        using var bytes = new MemoryStream(body.Length);
        for (var i = 0; i < body.Length; i++)
            if (body[i] != '=') bytes.WriteByte((byte)body[i]);
            else if (i + 2 < body.Length && char.IsAsciiHexDigit(body[i + 1]) && char.IsAsciiHexDigit(body[i + 2]))
            {
                bytes.WriteByte(Convert.ToByte(body.Substring(i + 1, 2), 16));
                i += 2;
            }
            // An equals sign at the end of a line joins it to the next.
            else i = body.IndexOf('\n', i) is var end and >= 0 ? end : body.Length;
        return bytes.ToArray();
    }

    [GeneratedRegex("boundary=\"?([^\"\r\n;]+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Boundary();

    [GeneratedRegex("\r?\n\r?\n", RegexOptions.CultureInvariant)]
    private static partial Regex Blank();
}
