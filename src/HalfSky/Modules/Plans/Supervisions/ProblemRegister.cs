using HalfSky.Kernel;
using HalfSky.Platform.Duties;
using HalfSky.Platform.Registers;

namespace HalfSky.Modules.Plans.Supervisions;

/// <summary>问题清单, registers.md §2: found, answered for, solved.</summary>
public sealed class ProblemRegister : Register<FoundProblem>
{
    /// <summary>The county's form.</summary>
    public ProblemRegister() : base("problem", "问题", dateLabel: "发现日期")
    {
        Title = "问题清单";
        Icon = "alert-circle";
        Room = Room.Results;
        About = "发现的问题、谁来改、哪天前改好；改好了填日期，总结里的“存在的问题”就从这里来";

        Section("什么问题");
        LongText(p => p.Text, "问题").Required().Listed().Searched().Called("问题内容", "存在问题", "问题描述", "具体问题");
        Kind(p => p.Found, "怎么发现的", ("inspection", "督查检查"), ("assessment", "考核"), ("self", "自查"), ("visit", "走访调研"), ("people", "群众反映"), ("other", "其他"))
            .Also(("inspection", "督导检查 督导 检查"), ("visit", "走访发现 调研"), ("people", "群众来访 信访")).Required().Listed().Filtered().Called("问题来源", "发现渠道", "发现途径");
        Here(p => p.Date);
        Section("怎么改");
        LongText(p => p.Remedy, "措施").Searched().Called("整改措施", "整改情况");
        OrganizationOf(p => p.Owner, "责任组织").Required().Listed().Called("责任单位");
        Day(p => p.Deadline, "哪天前改好").Required().Listed().MayBeFuture().Called("整改期限", "整改时限", "完成时限", "完成期限");
        Day(p => p.Closed, "改好日期").Listed().Called("整改完成日期", "销号日期", "完成日期", "办结日期");
        Here(p => p.Org).Hint("跟着责任组织");
        Here(p => p.Place);
        Here(p => p.Note);
        Day(p => p.To, "从哪天起不再算").Derived();

        TitledBy(p => p.Text);
        HeldBetween(p => p.Date, p => p.To);
        Duty(new("problem.deadline", "问题整改", DutyCycle.Once) { On = "deadline", Until = "closed", Days = 30 });
        Field[] by = [FieldOf(p => p.Found), FieldOf(p => p.Owner)];
        Stock("problem.open", "没改好的问题", Unit.Things).By(by);
        Flow("problem.found", "发现的问题", Unit.Things).By(by);
        FlowOn(p => p.Closed, "problem.closed", "改好的问题", Unit.Things).By(by);
    }

    /// <summary>A problem solved on a day is open no longer from that day; found and solved on one day it was open that day. It belongs to who answers for it, so that they see it.</summary>
    protected override Task Complete(FoundProblem entry, Recording recording, CancellationToken ct)
    {
        if (entry.Owner is { } owner && recording.User.Scope(Permission("record")).Contains(owner)) entry.Org = owner;
        entry.To = entry.Closed is { } closed && closed <= entry.Date ? entry.Date.AddDays(1) : entry.Closed;
        return Task.CompletedTask;
    }
}
