using HalfSky.Kernel;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Growth.Jobs;

/// <summary>
/// An employment 就业: one person who began to work, or so many of one employer as told without a list. A row is one or the other, never
/// both, so that the figure of different people stays one of people we can name.
/// </summary>
public sealed class Employment : Entry
{
    /// <summary>The person.</summary>
    public Guid? Person { get; set; }

    /// <summary>How many, as told.</summary>
    public long? Number { get; set; }

    /// <summary>Where.</summary>
    public string? Employer { get; set; }

    /// <summary>Full or flexible.</summary>
    public string? Form { get; set; }

    /// <summary>What led to it.</summary>
    public string? Source { get; set; }

    /// <summary>The course that led to it.</summary>
    public Guid? Course { get; set; }

    /// <summary>The job fair that led to it.</summary>
    public Guid? Fair { get; set; }

    /// <summary>The workshop or base that took her.</summary>
    public Guid? Workshop { get; set; }

    /// <summary>Checked again on, three months later (registers.md §10).</summary>
    public DateOnly? CheckedOn { get; set; }

    /// <summary>Still at work when checked.</summary>
    public string? Found { get; set; }

    /// <inheritdoc/>
    public override IEnumerable<Problem> Check(DateOnly today)
    {
        if (Person is null && Number is null) yield return new("employment.person", "请点选就业的是谁；没有名单的，填人数。", "person");
        if (Person is not null && Number is not null) yield return new("employment.number", "点选了人就是一个人，请把人数清空；别的人另记一条。", "number");
        if (CheckedOn is { } on && on < Date.AddMonths(3)) yield return new("employment.early", "回访要在上岗满三个月以后。", "checkedOn");
        if (CheckedOn is not null && string.IsNullOrEmpty(Found)) yield return new("employment.found", "填了回访日期，请选一下还在不在岗。", "found");
        if (CheckedOn is null && !string.IsNullOrEmpty(Found)) yield return new("employment.checked", "选了在不在岗，请填回访日期。", "checkedOn");
    }
}
