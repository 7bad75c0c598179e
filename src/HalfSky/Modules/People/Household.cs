using HalfSky.Platform.Registers;
using HalfSky.Platform.Sealing;

namespace HalfSky.Modules.People;

/// <summary>A household 家庭. 户 counts residence households unless a measure says otherwise.</summary>
public sealed class Household : Entry
{
    /// <summary>Head of the household.</summary>
    public Guid Head { get; set; }

    /// <summary>“李长安家”, kept so that lists need not look it up.</summary>
    public string? Name { get; set; }

    /// <summary>Residence or registration household.</summary>
    public string? Kind { get; set; }

    /// <summary>Number of the household as the village writes it.</summary>
    public string? Number { get; set; }

    /// <summary>Address, sealed.</summary>
    public SealedText? Address { get; set; }

    /// <summary>Housing.</summary>
    public string? Housing { get; set; }

    /// <summary>Marks.</summary>
    public string? Marks { get; set; }

    /// <summary>Since when the marks hold.</summary>
    public DateOnly? MarksSince { get; set; }

    /// <summary>Here since.</summary>
    public DateOnly From { get; set; }

    /// <summary>Gone since.</summary>
    public DateOnly? To { get; set; }
}
