using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Reports;

/// <summary>How an organisation signs 落款.</summary>
internal static class Signers
{
    /// <summary>Its own name; where that is not yet a federation's, with 妇联 behind it.</summary>
    public static string Of(Reference reference, long org)
    {
        var name = reference.Organizations.NameOf(org);
        return name.Contains('妇') ? name : name + "妇联";
    }
}
