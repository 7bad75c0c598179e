namespace HalfSky.Modules.Reports;

/// <summary>A sentence of the summary with its bound figures in braces; left out while its first figure has nothing behind it.</summary>
/// <param name="Section">Heading it stands under.</param>
/// <param name="Text">Words and “{measure.key}” or “{measure.key:dimension=value}”.</param>
public sealed record SummarySentence(string Section, string Text);

/// <summary>
/// The bound sentences of a township's summary, after seed 003 篇7: execs each with a grid of women and children and a few special
/// families, contacted monthly and visited quarterly. Nobody types a figure.
/// </summary>
public static class SummarySentences
{
    /// <summary>The sentences, in order.</summary>
    public static IReadOnlyList<SummarySentence> All { get; } =
    [
        new("健全长效机制，执委分片联系到户",
            "{place}{villages}个村的{post.execs}名妇联执委分片联系{person.women-children}名妇女儿童和{care.people}个特殊家庭对象，每月联系、每季走访。"),
        new("关心常在身边，走访见人见事",
            "{period}共走访联系{visit.times}次，走访到{visit.people}人、{visit.households}户，其中入户{visit.times:mode=home}次、季走访{visit.times:kind=quarterly}次；在册对象走访覆盖率{care.coverage}。"),
        new("对照计划，逐项落实",
            "{period}到期的计划任务{plan-task.due}项，办完{plan-task.met}项，完成率{plan-task.completion}。"),
        new("对照计划，逐项落实",
            "{period}发出督办{supervision.issued}件，按期答复率{supervision.in-time-share}。"),
        new("存在的问题",
            "{period}发现问题{problem.found}个，改好{problem.closed}个，还有{problem.open}个没改好。"),
    ];
}
