using System.Globalization;
using System.Text.Json.Nodes;
using HalfSky.Kernel;
using HalfSky.Platform.Sealing;

namespace HalfSky.Platform.Registers;

/// <summary>How values of each field type are read from typed text, shown, and written on the wire. One place for form, API, export and import.</summary>
public static class FieldValue
{
    /// <summary>Text longer than this is refused before it is looked at.</summary>
    public const int LongestText = 20_000;

    /// <summary>Reads typed text. Empty text is an empty value. What is wrong comes back as a sentence, nothing is thrown.</summary>
    public static bool TryParse(Field field, string? typed, Reference reference, DateOnly today, out object? value, out string problem)
    {
        value = null;
        problem = "";
        var text = typed?.Trim() ?? "";
        if (text.Length == 0) return true;
        var most = field.Type is FieldType.Text or FieldType.LongText ? field.MaxLength : LongestText;
        if (text.Length > most)
        {
            problem = $"{field.Label}最多 {most} 个字，现在有 {text.Length} 个，请删短一些。";
            return false;
        }
        if (text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')))
        {
            problem = $"{field.Label}里有看不见的控制字符，请删掉后重新输入。";
            return false;
        }
        switch (field.Type)
        {
            case FieldType.Text:
            case FieldType.LongText:
                value = text.Replace("\r\n", "\n", StringComparison.Ordinal);
                return true;
            case FieldType.Kind:
                value = OfKind(reference.KindsOf(field), text);
                if (value is null) problem = $"{field.Label}没有“{Short(text)}”这一项，请从列表里选。";
                return value is not null;
            case FieldType.Kinds:
                var list = reference.KindsOf(field);
                var codes = text.Split([',', '，', '、', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(t => (Typed: t, Code: OfKind(list, t))).ToList();
                if (codes.Find(c => c.Code is null) is { Typed: { } wrong })
                {
                    problem = $"{field.Label}没有“{Short(wrong)}”这一项，请从列表里选。";
                    return false;
                }
                value = Codes.Join(codes.Select(c => c.Code!));
                return true;
            case FieldType.Date:
                if (!ChineseDates.TryParse(text, today, out var day, out problem)) return false;
                if (day > today && !field.FutureAllowed)
                {
                    problem = $"{field.Label}晚于今天（{today:yyyy-MM-dd}），请改成实际发生的那天。";
                    return false;
                }
                if (day.Year < 1900)
                {
                    problem = $"{field.Label}早于 1900 年，请看一下年份。";
                    return false;
                }
                value = day;
                return true;
            case FieldType.Number:
                var scale = Scale(field);
                if (!decimal.TryParse(text.Replace(",", "", StringComparison.Ordinal).Normalize(System.Text.NormalizationForm.FormKC), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                    || Math.Abs(number) > Most || number * scale != decimal.Truncate(number * scale))
                {
                    problem = field.Digits == 0 ? $"{field.Label}要填整数，例如 12。" : $"{field.Label}要填数字，最多 {field.Digits} 位小数，例如 2.5。";
                    return false;
                }
                if (number < field.Least || number > field.Greatest)
                {
                    problem = $"{field.Label}要在 {field.Least} 到 {field.Greatest} 之间。";
                    return false;
                }
                value = (long)(number * scale);
                return true;
            case FieldType.Money:
                if (!Money.TryParse(text, out var money, out problem)) return false;
                value = money.Fen;
                return true;
            case FieldType.Flag:
                value = text is "true" or "是" or "1" or "on" or "√" or "有" ? true : text is "false" or "否" or "0" or "无" ? false : null;
                if (value is null) problem = $"{field.Label}请填“是”或“否”。";
                return value is not null;
            case FieldType.LookUp:
                if (Guid.TryParse(text, out var id))
                {
                    value = id;
                    return true;
                }
                problem = $"没有找到“{Short(text)}”，请输姓名或首字母，再从列表里点选。";
                return false;
            case FieldType.Place:
                value = reference.Place(text)?.Number.Value ?? reference.Places.All.FirstOrDefault(n => n.Name == text)?.Number.Value;
                if (value is null) problem = $"没有“{Short(text)}”这个地点，请从列表里选。";
                return value is not null;
            case FieldType.Organization:
                value = long.TryParse(text, CultureInfo.InvariantCulture, out var org) && reference.Organizations.Find(org) is not null ? org
                    : reference.Organizations.All.FirstOrDefault(n => n.Name == text)?.Number.Value;
                if (value is null) problem = $"没有“{Short(text)}”这个组织，请从列表里选。";
                return value is not null;
            case FieldType.IdCard:
                if (!IdCardNumber.TryParse(text, today, out var card, out problem)) return false;
                value = card.Full;
                return true;
            case FieldType.Phone:
                var phones = text.Split([',', '，', '、', ';', '/'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
                var parsed = new List<string>();
                foreach (var p in phones)
                {
                    if (!Phone.TryParse(p, out var phone, out problem)) return false;
                    parsed.Add(phone.Digits);
                }
                value = string.Join(',', parsed);
                return true;
            default:
                throw new InvalidOperationException(field.Type.ToString());
        }
    }

    /// <summary>The value as typed text, so that a form shows what would be read again.</summary>
    public static string ToText(Field field, object? value) => value switch
    {
        null => "",
        SealedText => "",
        DateOnly d => d == default ? "" : d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool b => b ? "true" : "false",
        long n when field.Type is FieldType.Money => new Money(n).Plain,
        long n when field.Digits > 0 => (n / Scale(field)).ToString(CultureInfo.InvariantCulture),
        long n => n == 0 && field.Type is FieldType.Place or FieldType.Organization ? "" : n.ToString(CultureInfo.InvariantCulture),
        Guid g => g == Guid.Empty ? "" : g.ToString(),
        string s when field.Type is FieldType.Kinds => string.Join(',', Codes.Split(s)),
        _ => value.ToString() ?? "",
    };

    /// <summary>The value for people; look-ups by the names given.</summary>
    public static string Show(Field field, object? value, Reference reference, IReadOnlyDictionary<Guid, string>? names = null) => value switch
    {
        null => "",
        SealedText => "＊＊＊＊",
        DateOnly d => d == default ? "" : d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool b => b ? "是" : "否",
        long n when field.Type is FieldType.Money => new Money(n).Label,
        long n when field.Type is FieldType.Place => reference.Places.NameOf(n),
        long n when field.Type is FieldType.Organization => reference.Organizations.NameOf(n),
        long n => (n / Scale(field)).ToString("#,##0.##", CultureInfo.InvariantCulture),
        Guid g => names?.GetValueOrDefault(g) ?? "",
        string s when field.Type is FieldType.Kind => reference.KindsOf(field).LabelOf(s),
        string s when field.Type is FieldType.Kinds => string.Join("、", Codes.Split(s).Select(c => reference.KindsOf(field).LabelOf(c))),
        _ => value.ToString() ?? "",
    };

    /// <summary>The value on the wire: ISO dates, money in fen, kinds as codes, several kinds as a list, sealed values as three stars.</summary>
    public static JsonNode? ToJson(Field field, object? value) => value switch
    {
        null => null,
        SealedText => "***",
        DateOnly d => d.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool b => b,
        long n when field.Digits > 0 => n / Scale(field),
        long n => n,
        Guid g => g.ToString(),
        string s when field.Type is FieldType.Kinds => new JsonArray([.. Codes.Split(s).Select(c => (JsonNode)c)]),
        _ => value.ToString(),
    };

    /// <summary>The value in the event log: as on the wire, but sealed bytes stay, sealed.</summary>
    public static JsonNode? ToEvent(Field field, object? value) =>
        value is SealedText s ? new JsonObject { ["sealed"] = Convert.ToBase64String(s.Bytes) } : ToJson(field, value);

    /// <summary>Typed text of a value on the wire.</summary>
    public static string? FromJson(Field field, JsonNode? node) => node switch
    {
        null => null,
        JsonArray list => string.Join(',', list.Select(i => i?.ToString())),
        JsonValue v when field.Type is FieldType.Money && v.TryGetValue<long>(out var fen) => new Money(fen).Plain,
        _ => node.ToString(),
    };

    /// <summary>What a kept number is divided by to be the number people mean.</summary>
    public static decimal Scale(Field field) => field.Digits switch { 0 => 1m, 1 => 10m, _ => 100m };

    // Past this a scaled number would not fit.
    private const decimal Most = 9_000_000_000_000_000m;

    private static string? OfKind(KindList list, string text) => list.CodeOf(text);

    private static string Short(string text) => text.Length > 20 ? text[..20] + "…" : text;
}
