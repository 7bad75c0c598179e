using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Activities.Voices;

/// <summary>What women say 妇情民意, or what their council discussed 议家事. Neither confidential nor a case.</summary>
public sealed class Opinion : Entry
{
    /// <summary>What is asked for, in a line.</summary>
    public string Title { get; set; } = "";

    /// <summary>Where it was heard.</summary>
    public string? Source { get; set; }

    /// <summary>What it is about.</summary>
    public string? Topics { get; set; }

    /// <summary>Who raised it, if one person did and has a file.</summary>
    public Guid? Person { get; set; }

    /// <summary>How many sat in the council 人次.</summary>
    public long? People { get; set; }

    /// <summary>To whom it was passed.</summary>
    public string PassedTo { get; set; } = "";

    /// <summary>What became of it: the answer, or the council's decision.</summary>
    public string? Answer { get; set; }

    /// <summary>The day it was answered or carried out.</summary>
    public DateOnly? AnsweredOn { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check(DateOnly today)
    {
        if (Source == "council" && People is null) yield return new("opinion.people", "议事会议的事，请填来了多少人。", "people");
        if (AnsweredOn is { } day && day < Date) yield return new("opinion.answered-on", "答复日期不能早于提出日期。", "answeredOn");
        if (AnsweredOn is not null && string.IsNullOrWhiteSpace(Answer)) yield return new("opinion.answer", "填了答复日期，请写一句怎么答复的。", "answer");
    }
}
