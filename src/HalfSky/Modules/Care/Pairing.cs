using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Care;

/// <summary>A pairing 结对: somebody who stands by somebody else, between two days.</summary>
public sealed class Pairing : Entry
{
    /// <summary>Kind.</summary>
    public string? Kind { get; set; }

    /// <summary>The person who helps.</summary>
    public Guid? Helper { get; set; }

    /// <summary>The helper's name, where she is not in the register of people.</summary>
    public string? HelperName { get; set; }

    /// <summary>The unit that helps.</summary>
    public Guid? HelperBody { get; set; }

    /// <summary>Number of the organisation that helps.</summary>
    public long? HelperOrganization { get; set; }

    /// <summary>The person helped.</summary>
    public Guid? Person { get; set; }

    /// <summary>The household helped: the person's residence when a person is named.</summary>
    public Guid? Household { get; set; }

    /// <summary>Number of the organisation helped.</summary>
    public long? Organization { get; set; }

    /// <summary>The unit helped, a post of merit among them.</summary>
    public Guid? Body { get; set; }

    /// <summary>The person, or the household where no person is named.</summary>
    public Guid? Subject { get; set; }

    /// <summary>The helper has no record of violence or abuse, by an enquiry.</summary>
    public bool Vetted { get; set; }

    /// <summary>Paired since.</summary>
    public DateOnly From { get; set; }

    /// <summary>Until (exclusive).</summary>
    public DateOnly? To { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check(DateOnly today)
    {
        if (Helper is null && HelperBody is null && HelperOrganization is null && string.IsNullOrWhiteSpace(HelperName))
            yield return new("pairing.helper", "请填谁来帮：点选人、单位或组织，没登记的写姓名。", "helper");
        if (Person is null && Household is null && Organization is null && Body is null) yield return new("pairing.helped", "请填帮的是谁：人、户、组织或单位。", "person");
        if (Helper is { } one && one == Person) yield return new("pairing.self", "自己和自己不能结对。", "helper");
        // 未成年人保护法 62: who is in close contact with minors is asked about at the police first.
        if (!Vetted && Kind is "social-mother" or "proxy-parent" or "teacher-pupil") yield return Unvetted;
    }

    /// <summary>A helper of a child has not been asked about.</summary>
    internal static Problem Unvetted { get; } = new("pairing.vetting", "结对的是孩子。请先查过帮扶人没有性侵害、虐待、拐卖、暴力伤害等违法犯罪记录，再勾“已查询”（未成年人保护法第六十二条）。", "vetted");
}
