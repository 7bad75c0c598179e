namespace HalfSky.Platform.Access.Web;

/// <summary>What an installation may set about access.</summary>
public sealed class AccessOptions
{
    /// <summary>Tries per minute and network address at sign-in, PIN, invitation and first run.</summary>
    public int KnocksAMinute { get; set; } = 60;

    /// <summary>Sign-ins by code per minute and network address: a hall of people behind one router.</summary>
    public int SignInsAMinute { get; set; } = 180;

    /// <summary>The address phones reach the installation at, printed on invitations; by default that of the request.</summary>
    public string? PublicAddress { get; set; }
}
