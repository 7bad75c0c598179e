namespace HalfSky.Platform.Access;

/// <summary>What access itself asks for.</summary>
public static class AccessPermissions
{
    /// <summary>See and look after accounts.</summary>
    public const string Accounts = "admin.accounts";

    /// <summary>Print invitations and take phones back, within one's organisations.</summary>
    public const string Invite = "admin.invite";

    /// <summary>Make a new recovery code and print its sheet.</summary>
    public const string Recovery = "admin.recovery";
}
