using System.Globalization;
using System.Text.Json.Nodes;
using HalfSky.Platform.Registers;

namespace HalfSky.Tests.Imports.Generated;

/// <summary>Makes up what the rows of a workbook mean: values within the bounds of their fields that point at what the world holds.</summary>
internal sealed class TruthMaker(ImportWorld world, Register register, Random random)
{
    private const string Surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
    private const string Given = "秀英桂兰玉珍春梅红霞丽华燕芳美玲静雨佳怡";
    private readonly HashSet<string> used = new(StringComparer.Ordinal);

    /// <summary>The year most days of the workbook lie in.</summary>
    public int Year { get; } = random.Next(4) == 0 ? world.Today.Year - 1 : world.Today.Year;

    /// <summary>Can a column hold it, in this world?</summary>
    public bool MakesSense(Field field) => !field.Derived && field.Key != "programmes" && field.Type switch
    {
        FieldType.Kind or FieldType.Kinds => world.Reference.KindsOf(field).Items.Any(k => !k.Hidden),
        FieldType.LookUp => world.Names(field.Target!).Count > 0,
        // Measures, periods and rules of days are words of the program; no county writes them in a list.
        _ => field.Key is not ("measure" or "conditions" or "period" or "rule"),
    };

    /// <summary>The look-up whose phone and identity number may stand beside her name.</summary>
    public Field? Person { get; } = register.Fields.FirstOrDefault(f => f is { Type: FieldType.LookUp, Target: "person", Derived: false });

    /// <summary>A row with a value for each field; those not required are sometimes empty.</summary>
    public TruthRow Row(IReadOnlyList<Field> fields, IReadOnlyCollection<string> besides)
    {
        for (; ; )
            if (Drawn(fields, besides) is var row && row.Values.Values.Count(v => v is not null) >= Math.Min(2, fields.Count)) return row;
    }

    private TruthRow Drawn(IReadOnlyList<Field> fields, IReadOnlyCollection<string> besides)
    {
        var row = new TruthRow();
        var known = world.People[random.Next(world.People.Count)];
        var birth = new DateOnly(random.Next(1948, 2012), random.Next(1, 13), random.Next(1, 29));
        var sex = random.Next(3) > 0 ? "female" : "male";
        foreach (var field in fields)
            row.Values[field.Key] = !field.Required && random.Next(10) == 0 ? null : field switch
            {
                _ when field == Person && besides.Count > 0 => known.Name,
                { Key: "birth" } => Day(birth),
                { Key: "ageTold" } => world.Today.Year - birth.Year,
                { Key: "sex" } => sex,
                { Type: FieldType.IdCard } => Known.Number("990101", birth, random.Next(100, 450) * 2 + (sex is "male" ? 1 : 0)),
                _ => Value(field),
            };
        if (Person is { } person)
            foreach (var key in besides)
                row.Values[key] = row.Values[person.Key] is null ? null : key.EndsWith("idNumber", StringComparison.Ordinal) ? known.IdNumber : known.Phone;
        return row;
    }

    private static JsonNode Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private JsonNode? Value(Field field)
    {
        switch (field.Type)
        {
            case FieldType.Date:
                var first = new DateOnly(Year, 1, 1);
                var last = Year == world.Today.Year ? world.Today.AddDays(-3) : new DateOnly(Year, 12, 31);
                return Day(first.AddDays(random.Next(last.DayNumber - first.DayNumber)));
            case FieldType.Number:
                if (field.Key is "year") return Year;
                var most = Math.Min(field.Greatest, random.Next(4) == 0 ? 5000 : 60);
                var whole = random.NextInt64(field.Least, Math.Max(field.Least, most) + 1);
                return field.Digits > 0 && whole < most ? (JsonNode)(whole + random.Next(2) * 0.5m) : whole;
            case FieldType.Money:
                return (long)(random.Next(6) == 0 ? random.Next(1, 900_000) * 100L : random.Next(1, 300) * 10_000L);
            case FieldType.Flag:
                return random.Next(2) == 0;
            case FieldType.Kind:
                return Pick(Codes(field));
            case FieldType.Kinds:
                var codes = Codes(field);
                var count = Math.Min(codes.Count, random.Next(3) == 0 ? 1 : random.Next(1, 4));
                return new JsonArray([.. codes.OrderBy(_ => random.Next()).Take(count).Order(StringComparer.Ordinal).Select(c => (JsonNode)c)]);
            case FieldType.LookUp:
                return Pick(world.Names(field.Target!));
            case FieldType.Place:
                return Pick(random.Next(12) == 0 ? world.Townships : world.Villages);
            case FieldType.Organization:
                return Pick(world.Organizations);
            case FieldType.Phone:
                return random.Next(8) == 0 ? $"{Mobile()},{Mobile()}" : Mobile();
            case FieldType.IdCard:
                return Known.Number("990102", new(1980, 1, 1), random.Next(100, 999));
            default:
                return Text(field);
        }
    }

    // A label with a separator in it cannot stand in a cell with others; such a cell would be ours to blame.
    private List<string> Codes(Field field) =>
        [.. world.Reference.KindsOf(field).Items.Where(k => !k.Hidden && (field.Type is FieldType.Kind || k.Label.IndexOfAny(['、', '，', ',', '/', '；', ' ']) < 0)).Select(k => k.Code)];

    private string Text(Field field)
    {
        var (key, label) = (field.Key, field.Label);
        var text = key switch
        {
            "name" when register.Key is "person" || label is "姓名" => Name(),
            "helperName" or "author" or "guest" or "contact" or "signer" or "donor" or "trainer" => Name(),
            "safeContact" => "下午打大女儿电话再转",
            "health" => Pick(["高血压，按时服药", "良好", "腰椎术后"]),
            "address" => $"{Pick(world.Villages)}{random.Next(1, 9)}组{random.Next(1, 99)}号",
            "occupation" => Pick(["务农", "教师", "个体户", "缝纫"]),
            "school" => Pick(["槐荫村小学", "青禾县第二中学"]),
            "grade" => Pick(["三年级", "初二", "高一"]),
            "village" => Pick(world.Villages),
            "number" => $"{random.Next(0, 30):000}{random.Next(100, 999)}",
            "certificateNumber" => $"QH{Year}{random.Next(1000, 9999)}",
            "hours" => "周一至周五 9:00-17:00",
            "starts" or "arrived" or "happened" => $"{random.Next(8, 12):00}:{random.Next(0, 6)}0",
            "ends" or "left" or "reportedAt" => $"{random.Next(14, 18):00}:{random.Next(0, 6)}0",
            "wanted" => Pick(["书包一个", "儿童自行车", "电热毯", "故事书一套"]),
            "outlet" or "employer" or "heldBy" or "passedTo" or "handedTo" or "reportedTo" or "recipient" or "copies" => Pick(["青禾县妇联", "青禾县融媒体中心", "白鹭乡司法所", "青禾服装有限公司"]),
            "link" => "县融媒体中心公众号",
            _ when register.TitleField == field || key is "title" or "text" => Title(),
            _ when field.Type is FieldType.LongText => Pick(["老人身体尚好，女儿在外务工，按月通电话", "帮忙联系了医院复查", "已反映给村委，等回复", "家里刚收完稻子，收入比去年好",
                "孩子成绩有进步；老师很关心", "宣讲反家暴法，发放资料", "一切正常"]),
            _ => Pick(["妇女儿童", "按季度推进", "村里自办", "已办", "普通话讲解"]),
        };
        return text.Length > field.MaxLength ? text[..field.MaxLength] : text;
    }

    private string Title()
    {
        for (; ; )
        {
            var title = register.Key is "organization" ? Pick(world.Villages) + Pick(["妇女微家小组", "姐妹互助组", "女企业家联谊会"]) + random.Next(1, 99)
                : Pick(world.Villages) + Pick(["巾帼", "姐妹", "亲子", "和美家庭"]) + Pick(["宣讲", "读书", "手工", "义诊", "庭院整治"]) + Pick(["活动", "项目", "小组"]) + (random.Next(2) == 0 ? "" : $"第{random.Next(1, 30)}期");
            if (used.Add(title)) return title;
        }
    }

    private string Name() => $"{Surnames[random.Next(Surnames.Length)]}{Given[random.Next(Given.Length)]}{(random.Next(4) == 0 ? "" : Given[random.Next(Given.Length)])}";

    private string Mobile() => $"1{Pick(["38", "39", "50", "59", "86"])}{random.Next(10_000_000, 99_999_999)}";

    private T Pick<T>(IReadOnlyList<T> of) => of[random.Next(of.Count)];
}
