using System.Text;

namespace HalfSky.Kernel;

/// <summary>Names for strangers: exports, notices, other villages. Whoever has the duty sees the full name.</summary>
public static class NameMask
{
    /// <summary>The first character and two asterisks, whatever the length and nationality: 阿依古丽·买买提江 gives 阿**.</summary>
    /// <param name="name">A name; absent or blank gives an empty text.</param>
    public static string Of(string? name)
    {
        foreach (var rune in (name ?? "").Trim().EnumerateRunes())
            return $"{rune}**";
        return "";
    }
}
