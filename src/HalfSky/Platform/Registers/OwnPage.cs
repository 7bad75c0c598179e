namespace HalfSky.Platform.Registers;

/// <summary>A page of its own that a register, or each of its entries, has beside the standard ones; every link to it follows from the declaration.</summary>
/// <param name="Address">Its address; “{0}” stands for the entry.</param>
/// <param name="Label">What the button says.</param>
/// <param name="Icon">Icon of the button.</param>
/// <param name="Act">Who may open it: those who may do this with the entry.</param>
public sealed record OwnPage(string Address, string Label, string Icon, string Act = "read")
{
    /// <summary>The address for an entry.</summary>
    public string Of(Guid entry) => Address.Replace("{0}", entry.ToString(), StringComparison.Ordinal);
}
