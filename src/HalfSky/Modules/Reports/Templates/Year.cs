namespace HalfSky.Modules.Reports.Templates;

public static partial class ShippedTemplates
{
    /// <summary>
    /// The year of a township or county. A clause stands by itself between 。 and ；: it is left out where nothing is recorded, so the
    /// template may hold more than any one office does.
    /// </summary>
    private const string Year = """
        {period}，{federation}围绕中心、服务大局，带着{villages}个村（社区）妇联强组织、办实事、树新风，做了以下工作。
        # 工作开展情况
        ## 强化思想引领
        组建巾帼宣讲队{team.count?kind=talk}支；开展各类宣讲{activity.sessions?kind=talk}场，参加{activity.participants?kind=talk}人次。
        其中主题宣讲{activity.sessions?kind=talk&topics=theme}场；党的二十大精神宣讲{activity.sessions?kind=talk&topics=congress-20}场；中国妇女十三大精神宣讲{activity.sessions?kind=talk&topics=women-congress-13}场；巾帼大宣讲{activity.sessions?kind=talk&topics=grand-talk}场；典型事迹宣讲{activity.sessions?kind=talk&topics=model-deeds}场；烈士事迹宣讲{activity.sessions?kind=talk&topics=martyrs}场；理论学习宣讲{activity.sessions?kind=talk&topics=study}场，参加{activity.participants?kind=talk&topics=study}人次。
        红色教育基地{venue.count?kind=red-education}处，用来开展活动。
        ## 夯实组织基础
        召开第{congress.ordinal?orgLevel=township|numeral}次妇女代表大会。
        镇级妇联有主席{post.chairs?orgLevel=township&orgKind=federation}名、副主席{post.vice-chairs?orgLevel=township&orgKind=federation}名、执委{post.execs?orgLevel=township&orgKind=federation}名；村级妇联主席{post.chairs?orgLevel=village}名；各级执委共{post.execs}名。
        两新妇联组织{organization.count?kind=new-domain&domain=two-new}个；四新妇女组织{organization.count?kind=new-domain&domain=four-new}个；新领域妇联有主席{post.chairs?orgKind=new-domain}名、副主席{post.vice-chairs?orgKind=new-domain}名、执委{post.execs?orgKind=new-domain}名；企业妇女工作委员会{organization.count?level=enterprise&kind=committee}个；网格妇女小组{organization.count?kind=group&level=grid}个。
        执委分片联系妇女{contact-area.women}名；执委工作制度立了{work-rule.count?kind=exec}项。
        ## 建好用好阵地
        妇女之家{venue.count?kind=women-home}处；示范妇女之家{venue-level.venues?venueKind=women-home}处；妇女微家{venue.count?kind=micro-home}处；微家里分设{venue.parts?kind=micro-home}个功能组；家长学校{venue.count?kind=parents-school}所；其中镇级{venue.count?kind=parents-school&level=township}所；村和社区{venue.count?kind=parents-school&level=village}所；家长学校服务到{venue.serves-up-to?kind=parents-school}周岁。
        新建调解室、协同育人点、阅读基地{venue.opened?kind=mediation-room,co-education,reading-base}处；妇女儿童综合活动场所{venue.count?kind=multi-purpose}处，投入{venue.invested?kind=multi-purpose}元。
        写生基地{venue.count?kind=sketching-base}家；乡村书房{venue.count?kind=study-room}家；在阵地上开展活动{activity.at-venues}场。
        ## 提升队伍素质
        举办妇女干部能力培训{course.courses?skill=exec-ability&audience=cadres}期；执委素质提升培训{course.courses?skill=exec-ability&audience=execs}期；“领头雁”培训执委{enrolment.people?skill=leading-goose&audience=execs}人；干部能力培训{course-day.sessions?purpose=leadership}场；线上直播学习{course-day.sessions?mode=live}场；观摩交流{activity.sessions?kind=exchange}次；参加观摩培训的村{enrolment.villages?mode=observation}个。
        ## 关爱妇女儿童
        {place}{villages}个村的{post.execs}名妇联执委分片联系{person.women-children}名妇女儿童和{care.people}个特殊家庭对象，每月联系、每季走访。
        {period}共走访联系{visit.times}次，走访到{visit.people}人、{visit.households}户，其中入户{visit.times?mode=home}次、季走访{visit.times?kind=quarterly}次；在册对象走访覆盖率{care.coverage}；走访困境儿童{visit.times?careCategory=difficult-child}次；结对帮扶{pairing.people}人。
        儿童研学{activity.sessions?kind=study-trip&audience=children}次；旅游研学{activity.sessions?kind=study-trip&topics=travel}次；困境儿童研学{activity.sessions?kind=study-trip&audience=difficult-children}次；儿童观察团活动{activity.sessions?topics=child-observers}次；儿童歌咏比赛{activity.sessions?topics=singing&audience=children}次。
        ## 维护合法权益
        普法宣讲{activity.sessions?kind=legal-education&topics=law}场；各类普法活动参加{activity.participants?kind=legal-education}人次；集中普法学习{activity.sessions?topics=law-drive}场；家庭法律宣讲{activity.sessions?topics=family-law}场；入户普法{visit.times?kind=publicity&topics=law}次；普法送到{delivered-household.households?policy=law}户；发放普法资料{handout.copies?topics=law}份；摆台宣传{activity.sessions?kind=publicity&mode=stall}次。
        ## 弘扬家庭新风
        家风家教活动{activity.sessions?topics=family-tradition}场，参加{activity.participants?topics=family-tradition}人次；征集家规家训{collected-work.collected?kind=family-rule}条；征文{collected-work.collected?kind=essay}篇；亲子阅读{activity.sessions?kind=shared-reading}场；亲子活动{activity.sessions?kind=parent-child}场；观影{activity.sessions?kind=film}场；收看家庭教育直播{activity.sessions?kind=family-education&mode=screening}场；家庭教育宣传{activity.sessions?kind=publicity&topics=family-education}场。
        文体活动{activity.sessions?kind=arts-sports}场；美妆课{activity.sessions?topics=beauty}场。
        ## 助力乡村振兴
        巾帼志愿服务{activity.sessions?kind=volunteering}场，参加{activity.participants?kind=volunteering}人次；其中环境整治{activity.sessions?kind=volunteering&topics=environment}场；参与庭院管护{activity.participants?kind=volunteering&topics=courtyard}人次；发放庭院宣传资料{handout.copies?topics=courtyard}份。
        巾帼林长{talent.people?kinds=forest-chief}名；护林队{team.count?kind=forest}支；防火巡查{patrol.times?kind=fire}次；参加巡查{patrol-person.people?kind=fire}人。
        ## 促进创业就业
        技能培训{course.courses?purpose=trade}期；培训{course-day.attendances?purpose=trade}人次；外请培训报来{course.told-people?purpose=trade}人；电商培训{course-day.sessions?skill=e-commerce}场，{course-day.attendances?skill=e-commerce}人次；直播带货培训{course.courses?skill=live-selling}期；文艺培训{course.skills?skill=culture}种；残疾妇女手工培训{course.courses?skill=handicraft&audience=disabled-women}期；新就业{employment.people}人。
        女企业家库{talent.people?kinds=entrepreneur}人；好物代言人{talent.people?kinds=spokeswoman}人；巾帼好货{product.categories}种；共富工坊{base.count?kind=prosperity-workshop}处；大姐工坊{base.count?kind=sister-workshop}处；民宿{base.count?kind=homestay}家；巾帼共富活动{activity.sessions?topics=prosperity}场。
        ## 对照计划，逐项落实
        {period}到期的计划任务{plan-task.due}项，办完{plan-task.met}项，完成率{plan-task.completion}；发出督办{supervision.issued}件，按期答复率{supervision.in-time-share}。
        # 存在的问题
        {period}发现问题{problem.found}个，改好{problem.closed}个，还有{problem.open}个没改好。
        [problems]
        # 下一步打算
        [tasks]
        """;

    /// <summary>The year of a village: short, what one reads out at the meeting.</summary>
    private const string VillageYear = """
        {period}，{federation}在村党支部和镇妇联的带领下，做了以下工作。
        # 做了什么
        {post.execs}名执委联系{person.women-children}名妇女儿童和{care.people}个特殊家庭对象；走访联系{visit.times}次，走到{visit.people}人、{visit.households}户。
        宣讲{activity.sessions?kind=talk}场，参加{activity.participants?kind=talk}人次；普法{activity.sessions?kind=legal-education}场；志愿服务{activity.sessions?kind=volunteering}场；文体活动{activity.sessions?kind=arts-sports}场；家庭教育{activity.sessions?kind=family-education}场。
        防火巡查{patrol.times?kind=fire}次；结对帮扶{pairing.people}人；技能培训{course.courses?purpose=trade}期。
        # 还有什么没做好
        [problems]
        # 明年打算
        [tasks]
        """;

    /// <summary>A month or a quarter: what was done, next to the month before.</summary>
    private const string Month = """
        {period}，{federation}工作情况如下。
        # 主要工作
        走访联系{visit.times}次，走到{visit.people}人、{visit.households}户；上年同期{visit.times@last}次。
        开展活动{activity.sessions}场，参加{activity.participants}人次；其中宣讲{activity.sessions?kind=talk}场；普法{activity.sessions?kind=legal-education}场；志愿服务{activity.sessions?kind=volunteering}场。
        办培训{course.courses}期；防火巡查{patrol.times?kind=fire}次。
        {period}到期的计划任务{plan-task.due}项，办完{plan-task.met}项。
        # 各村走访和活动
        [table]
        各村走访和活动
        按 村
        走访次数 {visit.times}
        走访户数 {visit.households}
        活动场次 {activity.sessions}
        活动人次 {activity.participants}

        # 存在的问题
        [problems]
        """;

    /// <summary>A plan: where it stands today, then what is to be done.</summary>
    private const string Plan = """
        为做好{period}妇女儿童工作，结合{place}实际，制定本计划。
        # 工作基础
        现有{villages}个村（社区）妇联，执委{post.execs}名；联系妇女儿童{person.women-children}名；特殊家庭对象{care.people}个。
        上年走访联系{visit.times@last}次；开展活动{activity.sessions@last}场；办培训{course.courses@last}期。
        # 重点工作
        {period}安排计划任务{plan-task.due}项。
        # 要解决的问题
        [problems]
        # 保障措施
        每月对照计划看一次进度，落后的及时提醒；每季度到村里看一次。
        """;

    /// <summary>A return by village: figures counted, remarks typed.</summary>
    private const string Return = """
        [table]
        各村工作情况报表
        按 村
        执委人数 {post.execs}
        特殊家庭对象 {care.people}
        走访次数 {visit.times}
        走访户数 {visit.households}
        活动场次 {activity.sessions}
        活动人次 {activity.participants}
        培训期数 {course.courses}
        说明

        [chart]
        各月走访次数
        按 月
        走访次数 {visit.times}
        """;
}
