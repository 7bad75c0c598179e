using System.Text;

namespace HalfSky.Platform.Access;

/// <summary>Masking for strangers (D11).</summary>
public static class Masked
{
    /// <summary>First character and two stars, whatever the length, so that it does not tell how long the name is.</summary>
    public static string Name(string name) => name.Length == 0 ? "**" : Rune.GetRuneAt(name, 0) + "**";
}
