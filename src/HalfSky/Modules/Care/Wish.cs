using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Care;

/// <summary>A small wish 微心愿 of somebody, and who made it come true.</summary>
public sealed class Wish : Entry
{
    /// <summary>Whose wish.</summary>
    public Guid? Person { get; set; }

    /// <summary>Her household on that day.</summary>
    public Guid? Household { get; set; }

    /// <summary>The person: what the dated care category is found by.</summary>
    public Guid? Subject { get; set; }

    /// <summary>What is wished for.</summary>
    public string Wanted { get; set; } = "";

    /// <summary>What it is worth, in fen.</summary>
    public long? Value { get; set; }

    /// <summary>Who took it up, in words.</summary>
    public string? Donor { get; set; }

    /// <summary>The body that took it up.</summary>
    public Guid? DonorBody { get; set; }

    /// <summary>Fulfilled on.</summary>
    public DateOnly? FulfilledOn { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check(DateOnly today)
    {
        if (FulfilledOn is { } on && on < Date) yield return new("wish.fulfilled", "实现日期不能早于征集日期。", "fulfilledOn");
    }
}
