using HalfSky.Kernel;

namespace HalfSky.Modules.Reports;

/// <summary>What is said when something cannot be done with a report.</summary>
internal static class ReportProblems
{
    public static readonly Problem OwnSignature = new("publication.own", "复核要由第二个人来，报出的人不能给自己复核。请另一位同志登录后复核。");
    public static readonly Problem Changed = new("report.changed", "这一段刚被别人改过。下面左边是现在的，右边是您写的，请对照着再存一次。");
    public static readonly Problem Gone = new("report.gone", "这一段已经被删掉了。您写的还在下面，可以复制到别处。");
    public static readonly Problem Empty = new("report.empty", "这份总结里还没有内容，先写上再报出。");
    public static readonly Problem NoFigures = new("report.no-figures", "这份总结里没有已核的数，报出不了。先把待核的条目核一下，或者绑上几个数。");
    public static readonly Problem NoWord = new("report.word", "请写上意见，再交。", "text");
    public static readonly Problem LongWord = new("report.word-long", "意见最多 1000 字，请删短一些。", "text");
    public static readonly Problem NoFile = new("report.file", "请选一份去年的总结（.docx 或 .txt）。", "file");
    public static readonly Problem NoTemplate = new("report.template", "没有这个模板，请从列表里选。", "template");
    public static readonly Problem BadPeriod = new("report.period", "时段看不懂。一年写 2026，半年写 2026H1，一季写 2026Q1，一月写 2026-03。", "period");
    public static readonly Problem BadPlace = new("report.place", "没有这个地点，或者不归您写。请从列表里选。", "place");
    public static readonly Problem LongBlock = new("report.long", "一段最多 4000 字，请分成几段。", "text");
    public static readonly Problem NoName = new("report.name", "请给模板起个名字。", "name");

    public static Problem Signed(string? name) => new("publication.signed", $"{name}已经复核过了。");
}
