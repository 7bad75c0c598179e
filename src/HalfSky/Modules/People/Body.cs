using HalfSky.Kernel;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sealing;

namespace HalfSky.Modules.People;

/// <summary>A body 单位: an office, school, firm or society outside the tree of women's organisations. Partners, donors and employers point here.</summary>
public sealed class Body : Entry
{
    /// <summary>Name.</summary>
    public string Name { get; set; } = "";

    /// <summary>Kind code.</summary>
    public string? Kind { get; set; }

    /// <summary>New domain 两新四新, of <see cref="NewDomains"/>; empty for everything older.</summary>
    public string? Domain { get; set; }

    /// <summary>Led by a woman.</summary>
    public bool WomenLed { get; set; }

    /// <summary>Has a trade union: then it should have a committee of women workers too.</summary>
    public bool HasUnion { get; set; }

    /// <summary>All staff, in people.</summary>
    public long? Staff { get; set; }

    /// <summary>Women among the staff, in people.</summary>
    public long? Women { get; set; }

    /// <summary>Whom to ask for.</summary>
    public string? Contact { get; set; }

    /// <summary>Phone, sealed.</summary>
    public SealedText? Phone { get; set; }

    /// <summary>Here since.</summary>
    public DateOnly From { get; set; }

    /// <summary>Closed or gone on (exclusive).</summary>
    public DateOnly? To { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check(DateOnly today)
    {
        if (Women > Staff) yield return new("body.women", "女职工人数不能多于职工总数，请看一下。", "women");
    }
}
