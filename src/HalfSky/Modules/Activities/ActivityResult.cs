using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Activities;

/// <summary>What an activity achieved 成果, in the unit of its kind.</summary>
public sealed class ActivityResult : Entry
{
    /// <summary>The activity.</summary>
    public Guid Activity { get; set; }

    /// <summary>What is counted; the unit stands in the kind's label.</summary>
    public string? Result { get; set; }

    /// <summary>How many, in whole ones (株, 场, 份, 对, 车, 人).</summary>
    public long? Number { get; set; }

    /// <summary>How much land, in tenths of a mu 亩.</summary>
    public long? Area { get; set; }

    /// <summary>How much money, in fen.</summary>
    public long? Sales { get; set; }

    /// <summary>The activity's kind.</summary>
    public string? Kind { get; set; }

    /// <summary>The activity's topics.</summary>
    public string? Topics { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check(DateOnly today)
    {
        // One entry, one unit: what stands in another column would never be counted.
        var (wanted, label) = Result switch { "area" => ("area", "面积"), "sales" => ("sales", "金额"), _ => ("number", "数量") };
        (string Key, long? Value)[] columns = [("number", Number), ("area", Area), ("sales", Sales)];
        foreach (var (key, value) in columns)
        {
            if (key == wanted && value is null or 0) yield return new("activity-result.quantity", $"这种成果请填{label}。", key);
            if (key != wanted && value is not null) yield return new("activity-result.unit", $"这种成果只填{label}，这一格请空着；别的成果另记一条。", key);
        }
    }
}
