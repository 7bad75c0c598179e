using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;

namespace HalfSky.Platform.Sheets;

/// <summary>Who takes something out, and how far she may reach.</summary>
/// <param name="Name">As the file says.</param>
/// <param name="Account">Account; empty for the command line.</param>
/// <param name="Home">Organisation she works in.</param>
/// <param name="Of">What she may do where.</param>
public sealed record ExportReach(string Name, Guid Account, Branch Home, Func<string, Scope> Of)
{
    /// <summary>Of who is signed in.</summary>
    public static ExportReach Whom(CurrentUser user) => new(user.Name, user.Account, user.Home ?? Branch.Root, user.Scope);

    /// <summary>Of a command, within a scope it has a reason for.</summary>
    public static ExportReach Command(Scope scope) => new("命令行", Guid.Empty, Branch.Root, _ => scope);

    /// <summary>May she take anything of the register out?</summary>
    public bool May(Register register) => !Of(register.Permission("read")).IsEmpty && !Of(register.Permission("export")).IsEmpty;

    /// <summary>What she sees of a register.</summary>
    public Scope Sees(Register register) => Of(register.Permission("read"));

    /// <summary>Whose names and sealed fields she gets in full, where she asks for it.</summary>
    public Scope Opens(Register register, bool unmasked) => unmasked ? Of(register.Permission("unseal")) : Scope.None;
}
