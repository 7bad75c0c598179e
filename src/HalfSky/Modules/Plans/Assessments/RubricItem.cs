using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Plans.Assessments;

/// <summary>An item of an assessment 考核项: computed from a measure, or given by hand with evidence.</summary>
public sealed class RubricItem : Entry
{
    /// <summary>Computed from a measure.</summary>
    public const string ByMeasure = "measure";

    /// <summary>Given by hand.</summary>
    public const string ByHand = "manual";

    /// <summary>The scheme.</summary>
    public Guid Rubric { get; set; }

    /// <summary>What is scored.</summary>
    public string Text { get; set; } = "";

    /// <summary>Order.</summary>
    public long? Position { get; set; }

    /// <summary>How it is scored.</summary>
    public string? Kind { get; set; }

    /// <summary>Most points, in tenths.</summary>
    public long? Points { get; set; }

    /// <summary>Key of the measure.</summary>
    public string? Measure { get; set; }

    /// <summary>Conditions on its dimensions as in an address.</summary>
    public string? Conditions { get; set; }

    /// <summary>Value that earns all points, in hundredths of the measure's unit.</summary>
    public long? Full { get; set; }

    /// <summary>Points earned by a value, in tenths: in proportion up to the full value.</summary>
    /// <param name="hundredths">The figure in hundredths of its unit; null where nothing is known.</param>
    public long? Earned(long? hundredths) => hundredths is not { } value || Full is not > 0 || Points is not { } most ? null : (long)Math.Round(Math.Clamp(value / (decimal)Full.Value, 0, 1) * most, MidpointRounding.AwayFromZero);

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check(DateOnly today)
    {
        if (Kind == ByMeasure && string.IsNullOrWhiteSpace(Measure)) yield return new("rubric-item.measure", "按口径算的，请填口径的名称或编号。", "measure");
        if (Kind == ByMeasure && Full is null or 0) yield return new("rubric-item.full", "按口径算的，请填到多少得满分。", "full");
        if (Kind == ByHand && Measure is not null) yield return new("rubric-item.manual", "人评的项目不填口径，请清空这一格。", "measure");
    }
}
