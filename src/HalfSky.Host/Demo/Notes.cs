namespace HalfSky.Host.Demo;

/// <summary>What was seen, in a sentence or two: put together from clauses, so that some words are common (作业) and some rare (书包, 复查).</summary>
internal sealed class Notes(Chance chance)
{
    private static readonly string[] HomeOpenings =
        ["上午去的，{0}在家", "下午到家里坐了半小时", "傍晚去的，一家人都在", "和网格员一起上门", "趁赶集回来顺路去看", "约好时间去的，{0}等在门口", "雨天去看房子漏不漏", "带了村里的宣传单上门", "去时{0}正在做饭", "周末去的，院子收拾得干净"];

    private static readonly string[] PhoneOpenings =
        ["打电话问了近况", "{0}接的电话", "晚上通了电话", "微信视频看了看", "电话里聊了十来分钟", "先打电话约下次上门", "{0}说话有精神", "没打通，隔一天再打通了"];

    private static readonly string[] ChildSights =
        ["作业按时写完", "作业有人看着写，字写得比上月工整", "数学落下了一些，作业要人辅导", "语文作业进步了", "老师说上课爱发言", "这次测验比上回高", "胃口好，长高了", "跟爸妈每周视频两次", "话比上次多", "晚上怕黑，睡得晚", "爱玩手机，约好每天半小时",
         "放学先到村里儿童之家写作业", "同学来家里一起写作业", "冬衣够穿", "鞋子小了一号", "体育课跑得快", "爱看故事书", "想学画画"];

    private static readonly string[] ChildRare = ["书包破了，已转镇里", "近视加深，要去配眼镜", "打了流感疫苗", "转学手续办好了", "台灯坏了，已认领微心愿", "牙疼，约了镇卫生院"];

    private static readonly string[] WomanSights =
        ["在家附近的厂里上班，月底发工资", "种了两亩花生，收成还好", "想找离家近的活", "手工活一天能做三十件", "孩子在身边，心里踏实", "婆婆身体还硬朗", "家里开支紧，电费刚交", "参加了村里的广场舞", "学了面点，想摆个小摊", "药按时吃", "腰疼的老毛病又犯",
         "邻居常来帮忙", "心情比上次好", "低保金每月按时到", "院里养了二十只鸡", "说起丈夫在外打工的事"];

    private static readonly string[] WomanRare = ["下月要去县医院复查", "复查正常，医生说半年后再来", "残疾证到期要换证", "想参加家政培训", "两癌救助的材料已交", "申请了创业贷款，还在等"];

    private static readonly string[] ElderSights =
        ["腿脚不好，慢慢能走", "血压药还有半个月的量", "一个人吃饭，炒两个菜", "孩子在外地，每周来电话", "屋里暖和，煤够烧", "耳朵背，要大声说", "爱坐门口晒太阳", "床单被褥都干净", "水管冻过，已包好", "养老金领到了", "门口的路灯亮了", "夜里起来一两回", "牙口不好，吃面条多"];

    private static readonly string[] ElderRare = ["白内障要去复查", "助听器该换电池", "想装一个扶手", "体检查出血糖高", "轮椅坏了，已报残联"];

    private static readonly string[] Ends =
        ["约好下月再来", "没有别的困难", "有事打我电话", "已记在联系本上", "跟村里说一声，大家多照看", "提醒注意用电用气", "提醒别信陌生电话", "下次带孩子去儿童之家", "回头问问镇里", "让她放心", "给她讲了医保缴费的日子", "一切都好"];

    private static readonly string[] Helps = ["想请人晚上辅导功课", "药费有缺口", "想找活干", "家里缺一张书桌", "照看的人顾不过来", "要人陪着去医院", "冬天取暖费紧"];

    /// <summary>A note of 20 to 60 characters.</summary>
    public string Of(string category, string mode, string situation)
    {
        var (sights, rare, who) = category switch
        {
            "difficult-child" or "left-behind-child" or "migrant-child" or "orphan" => (ChildSights, ChildRare, chance.Of<string>(("奶奶", 6), ("爷爷", 4), ("妈妈", 3), ("孩子", 4))),
            "elderly" or "lost-only-child" or "old-chair" => (ElderSights, ElderRare, chance.Of<string>(("老人", 6), ("老伴", 3))),
            _ => (WomanSights, WomanRare, chance.Of<string>(("她", 7), ("婆婆", 2), ("孩子", 2))),
        };
        var parts = new List<string> { string.Format(null, chance.Of<string>(mode == "home" ? HomeOpenings : PhoneOpenings), who) };
        var first = chance.Of<string>(sights);
        parts.Add(first);
        if (chance.Happens(0.035)) parts.Add(chance.Of<string>(rare));
        else if (chance.Of<string>(sights) is var second && second != first && chance.Happens(0.7)) parts.Add(second);
        if (situation == "help") parts.Add(chance.Of<string>(Helps));
        parts.Add(chance.Of<string>(Ends));
        var text = string.Join('，', parts) + "。";
        return text.Length < 20 ? text[..^1] + "，下次再细看看。" : text.Length > 60 ? string.Join('，', parts.Take(3)) + "。" : text;
    }
}
