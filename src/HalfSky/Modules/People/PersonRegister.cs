using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Registers;
using HalfSky.Platform.Sealing;
using HalfSky.Platform.Search;

namespace HalfSky.Modules.People;

/// <summary>人员台账, registers.md §0; codes of rules.md 12.2.</summary>
public sealed class PersonRegister : Register<Person>
{
    /// <summary>The county's form.</summary>
    public PersonRegister() : base("person", "人员", dateLabel: "登记日期")
    {
        Icon = "user";
        Room = Room.Organization;
        About = "一人一档：这里记一次，别处不再问";

        Section("是谁");
        Text(p => p.Name, "姓名").Required().Listed().Searched().Max(50);
        Kind(p => p.Sex, "性别", ("female", "女"), ("male", "男"), ("unknown", "未说明")).Required().Listed().Filtered().Fixed().Called("男女", "男/女");
        Day(p => p.Birth, "出生日期").Listed().Hint("填了身份证号可以不填").Called("出生");
        Flag(p => p.BirthYearOnly, "只知道年份");
        Number(p => p.AgeTold, "自报年龄").Between(0, 130).Hint("不知道生日时填").Called("年龄");
        Day(p => p.AgeToldOn, "自报那天");
        Sealed(p => p.IdNumber, "身份证号", SealPurpose.IdentityNumber, FieldType.IdCard).Hint("加密保存，平时不显示");
        Sealed(p => p.Phones, "电话", SealPurpose.Phone, FieldType.Phone).Hint("几个号用逗号隔开");
        Sealed(p => p.SafeContact, "安全联系方式", SealPurpose.Phone).Hint("怎么联系她才安全");

        Section("住哪里");
        Here(p => p.Place).Required();
        PlaceOf(p => p.Registered, "户籍地");
        Day(p => p.From, "来这里住的日期").Required().Default("today").Called("迁入日期", "入住日期");
        Day(p => p.To, "迁出日期");

        Section("基本情况");
        Kind(p => p.Nationality, "民族", [("01", "汉族"), ("02", "蒙古族"), ("03", "回族"), ("04", "藏族"), ("05", "维吾尔族"), ("06", "苗族"), ("07", "彝族"),
            ("08", "壮族"), ("09", "布依族"), ("10", "朝鲜族"), ("11", "满族"), ("12", "侗族"), ("13", "瑶族"), ("14", "白族"), ("15", "土家族"), ("16", "哈尼族"),
            ("17", "哈萨克族"), ("18", "傣族"), ("19", "黎族"), ("20", "傈僳族"), ("21", "佤族"), ("22", "畲族"), ("23", "高山族"), ("24", "拉祜族"), ("25", "水族"),
            ("26", "东乡族"), ("27", "纳西族"), ("28", "景颇族"), ("29", "柯尔克孜族"), ("30", "土族"), ("31", "达斡尔族"), ("32", "仫佬族"), ("33", "羌族"),
            ("34", "布朗族"), ("35", "撒拉族"), ("36", "毛南族"), ("37", "仡佬族"), ("38", "锡伯族"), ("39", "阿昌族"), ("40", "普米族"), ("41", "塔吉克族"),
            ("42", "怒族"), ("43", "乌孜别克族"), ("44", "俄罗斯族"), ("45", "鄂温克族"), ("46", "德昂族"), ("47", "保安族"), ("48", "裕固族"), ("49", "京族"),
            ("50", "塔塔尔族"), ("51", "独龙族"), ("52", "鄂伦春族"), ("53", "赫哲族"), ("54", "门巴族"), ("55", "珞巴族"), ("56", "基诺族")]);
        Kind(p => p.Education, "学历", ("10", "研究生"), ("20", "本科"), ("30", "专科"), ("40", "中职"), ("60", "高中"), ("70", "初中"), ("80", "小学"), ("90", "未上过学")).Called("文化", "教育程度");
        Kind(p => p.Politics, "政治面貌", ("01", "中共党员"), ("02", "预备党员"), ("03", "共青团员"), ("12", "无党派人士"), ("13", "群众"), ("04", "民主党派")).Called("党员/群众");
        Kind(p => p.Marriage, "婚姻", ("10", "未婚"), ("20", "已婚"), ("30", "丧偶"), ("40", "离婚"), ("90", "未说明"));
        Text(p => p.Occupation, "职业").Max(60).Called("工作", "从事职业");
        Kind(p => p.Employment, "就业", ("employed", "在业"), ("flexible", "灵活就业"), ("unemployed", "待业"), ("farming", "务农"), ("student", "在学"), ("retired", "退休"), ("home", "料理家务"));

        Section("孩子和需要照料的人");
        LookUp(p => p.Guardian, "监护人", "person").Called("监护人姓名", "家长姓名");
        LookUp(p => p.Guardian2, "另一监护人", "person");
        LookUp(p => p.Carer, "实际照料人", "person").Called("照料人");
        Text(p => p.School, "学校").Max(60).Called("就读学校", "所在学校");
        Text(p => p.Grade, "年级").Max(20).Called("就读年级");
        Kinds(p => p.Disability, "残疾类别", ("sight", "视力"), ("hearing", "听力"), ("speech", "言语"), ("limb", "肢体"), ("intellect", "智力"), ("mental", "精神"), ("multiple", "多重")).Called("残疾类型");
        Kind(p => p.DisabilityGrade, "残疾等级", ("1", "一级"), ("2", "二级"), ("3", "三级"), ("4", "四级"));
        Sealed(p => p.Health, "健康情况", SealPurpose.Medical).Hint("加密保存").Called("健康状况", "身体状况", "身体情况");

        Section("其他");
        Day(p => p.Deceased, "去世日期");
        Text(p => p.Source, "信息来源").Max(60);
        Here(p => p.Org);
        Here(p => p.Note);
        Text(p => p.MatchName, "比对名").Derived().Max(120);

        TitledBy(p => p.Name);
        FiledAt("/people/{0}", "一人一档");
        ListedAt("/unseen", "好久没见的人", "history");
        MatchedBy(p => p.MatchName, p => p.Birth);
        HeldBetween(p => p.From, p => p.To);
        Residents("person.women-children", "妇女儿童", new Filter.Any([new Filter.Is("sex", "female"), new Filter.Younger("birth", 18)]), "女性和不满 18 周岁的孩子");
        Residents("person.count", "在册人口");
        Residents("person.women", "妇女", new Filter.All([new Filter.Is("sex", "female"), Aged(18, null)]), "年满 18 周岁的女性");
        // 未成年人保护法 2: a child is who is not yet eighteen.
        Residents("person.children", "儿童", Aged(0, 18), "不满 18 周岁");
        // Both cancers are screened for from 35 to 64.
        Residents("person.women-35-64", "35—64 岁妇女", new Filter.All([new Filter.Is("sex", "female"), Aged(35, 65)]), "年满 35 周岁、不满 65 周岁的女性");
        // 老年人权益保障法 2.
        Residents("person.elderly", "老年人", Aged(60, null), "年满 60 周岁");
    }

    // Who has no birth day is in no band: the comparison with nothing is neither true nor false. A band stands in a bracket of its
    // own, so that a birth day is never taken for the day a list walks along.
    private static Filter Aged(int from, int? below)
    {
        var bounds = new List<Filter>();
        if (from > 0) bounds.Add(new Filter.Not(new Filter.Younger("birth", from)));
        if (below is { } years) bounds.Add(new Filter.Younger("birth", years));
        return new Filter.Any([new Filter.All(bounds)]);
    }

    private void Residents(string key, string label, Filter? filter = null, string words = "")
    {
        var stock = Stock(key, label, Unit.People)
            .By(FieldOf(p => p.Sex), FieldOf(p => p.Nationality), FieldOf(p => p.Disability), FieldOf(p => p.DisabilityGrade), FieldOf(p => p.Politics), FieldOf(p => p.Education), FieldOf(p => p.Employment))
            .ByDated("income", "收入类型", register: "person-income", other: "person", field: "kind")
            .ByDated("residence", "外出留守", register: "residence-change", other: "person", field: "kind");
        if (filter is not null) stock.Where(filter, words);
    }

    /// <summary>What an identity number or a told age already says is never asked again (D19).</summary>
    protected override Task Complete(Person p, Recording recording, CancellationToken ct)
    {
        if (p.IdNumber is { } number && IdCardNumber.TryParse(recording.Vault.Reveal(SealPurpose.IdentityNumber, "person.idNumber", number), out var card, out string _))
        {
            p.Birth = card.BirthDate;
            p.BirthYearOnly = false;
            p.Sex = card.Sex;
        }
        else if (p.Birth is null && p.AgeTold is { } age)
        {
            p.AgeToldOn ??= recording.Clock.Today;
            p.Birth = new DateOnly(p.AgeToldOn.Value.Year - (int)age, 1, 1);
            p.BirthYearOnly = true;
        }
        if (p.Deceased is { } died) p.To ??= died;
        p.Name = p.Name.Trim();
        p.MatchName = Pinyin.Of(Grams.Fold(p.Name));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<Problem>> Judge(Person p, Person? before, Recording recording, CancellationToken ct)
    {
        if (p.IdNumber is not { } number || (before?.IdNumber is { } old && old.Equals(number))) return [];
        var same = new Query(recording.Session, Shape, Scope.Whole("an identity number stands once in the whole root; the answer tells nothing of where"))
            .Where(new Filter.Is("idNumber", number.Hash.ToArray())).Where(new Filter.Not(new Filter.Is("state", nameof(EntryState.Withdrawn))));
        await foreach (var row in same.Stream(["id"], [], ct))
            if ((Guid)row[0]! != p.Id) return [new("person.id-taken", "这个身份证号已经登记过。请先按姓名查一查；查不到的，请镇里帮忙核对。", "idNumber")];
        return [];
    }
}
