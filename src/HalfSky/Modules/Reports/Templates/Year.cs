namespace HalfSky.Modules.Reports.Templates;

public static partial class ShippedTemplates
{
    private const string Year = """
        {period}，{federation}做了以下工作。
        # 工作开展情况
        ## 健全长效机制，执委分片联系到户
        {place}{villages}个村的{post.execs}名妇联执委分片联系{person.women-children}名妇女儿童和{care.people}个特殊家庭对象，每月联系、每季走访。
        ## 关心常在身边，走访见人见事
        {period}共走访联系{visit.times}次，走访到{visit.people}人、{visit.households}户，其中入户{visit.times?mode=home}次、季走访{visit.times?kind=quarterly}次。在册对象走访覆盖率{care.coverage}。
        ## 对照计划，逐项落实
        {period}到期的计划任务{plan-task.due}项，办完{plan-task.met}项，完成率{plan-task.completion}。
        {period}发出督办{supervision.issued}件，按期答复率{supervision.in-time-share}。
        # 存在的问题
        {period}发现问题{problem.found}个，改好{problem.closed}个，还有{problem.open}个没改好。
        [problems]
        # 下一步打算
        [tasks]
        """;
}
