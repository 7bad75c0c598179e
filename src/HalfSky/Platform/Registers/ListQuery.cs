using System.Globalization;
using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Search;
using HalfSky.Platform.Sealing;
using Microsoft.Extensions.Primitives;

namespace HalfSky.Platform.Registers;

/// <summary>
/// What a list is asked for, read from a query string: one reading for the page, the API and the exports, so that an export holds what
/// the list shows. Parameters: place, from, to (inclusive), month or period instead of them, q, state, every declared field, page, size, sort.
/// A field whose key is one of these words is filtered as “field.from”.
/// </summary>
public sealed record ListQuery
{
    /// <summary>Largest page.</summary>
    public const int LargestPage = 200;

    private const int LongestWords = 100;
    private const string ByField = "field.", All = "all";

    private static readonly HashSet<string> Words = ["place", "from", "to", "month", "period", "q", "state", "page", "size", "sort"];

    /// <summary>The condition, without the scope.</summary>
    public Filter Filter { get; private init; } = Filter.None;

    /// <summary>Order, always ending in the identifier so that pages do not overlap.</summary>
    public IReadOnlyList<Order> Order { get; private init; } = Newest;

    /// <summary>Page, from 1.</summary>
    public int Page { get; private init; } = 1;

    /// <summary>Rows of a page.</summary>
    public int Size { get; private init; } = 50;

    /// <summary>Words looked for.</summary>
    public string? Q { get; private init; }

    /// <summary>Days asked for; absent when one end is open.</summary>
    public Period? Period { get; private init; }

    /// <summary>First day.</summary>
    public DateOnly? From { get; private init; }

    /// <summary>Last day, inclusive.</summary>
    public DateOnly? To { get; private init; }

    /// <summary>Place asked for, with all below it.</summary>
    public Node? Place { get; private init; }

    /// <summary>States shown; all but withdrawn unless asked otherwise.</summary>
    public IReadOnlyList<EntryState> States { get; private init; } = Kept;

    /// <summary>What could not be read; a list with problems is narrower or wider than was meant, so the API refuses it.</summary>
    public IReadOnlyList<Problem> Problems { get; private init; } = [];

    /// <summary>Values understood, by parameter name, as written on the wire (codes, ISO days). Page is not among them.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Applied { get; private init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Rows before the page.</summary>
    public int Skip => (Page - 1) * Size;

    /// <summary>Newest first.</summary>
    public static IReadOnlyList<Order> Newest { get; } = [new("date", true), new("id", true)];

    private static IReadOnlyList<EntryState> Kept { get; } = [EntryState.Draft, EntryState.Submitted, EntryState.Verified, EntryState.Returned];

    /// <summary>Values applied to a field; empty when it does not filter.</summary>
    public IReadOnlyList<string> Of(Field field) => Applied.GetValueOrDefault(NameOf(field), []);

    /// <summary>Name of the parameter that filters a field.</summary>
    public static string NameOf(Field field) => Words.Contains(field.Key) && field.Key != "place" ? ByField + field.Key : field.Key;

    /// <summary>The query string that asks the same with changes: a null takes a parameter away; the page is the first unless set.</summary>
    public string Address(params IReadOnlyList<(string Name, string? Value)> changes)
    {
        var pairs = Applied.Where(a => changes.All(c => c.Name != a.Key)).SelectMany(a => a.Value.Select(v => (a.Key, Value: v)))
            .Concat(changes.Where(c => !string.IsNullOrEmpty(c.Value)).Select(c => (Key: c.Name, Value: c.Value!)));
        var text = string.Join('&', pairs.Select(p => Uri.EscapeDataString(p.Key) + "=" + Uri.EscapeDataString(p.Value)));
        return text.Length == 0 ? "" : "?" + text;
    }

    /// <summary>Reads a query string.</summary>
    /// <param name="register">Register listed.</param>
    /// <param name="query">Names and values, a name may come several times; empty values ask nothing.</param>
    /// <param name="reference">Places, kinds.</param>
    /// <param name="user">Who asks: words are looked for in what she reads.</param>
    /// <param name="vault">Hashes what sealed fields are compared with.</param>
    /// <param name="today">Gives 今天 its meaning.</param>
    /// <param name="others">Parameters that belong to the caller; any other unknown one is a problem.</param>
    public static ListQuery Parse(Register register, IEnumerable<KeyValuePair<string, string?>> query, Reference reference, CurrentUser user, Vault vault, DateOnly today,
        params IReadOnlyList<string> others)
    {
        var reader = new Reader(register, reference, user, today, new FieldFilter(reference, user, vault, today));
        foreach (var group in query.Where(p => !string.IsNullOrWhiteSpace(p.Value)).GroupBy(p => p.Key, p => p.Value!, StringComparer.Ordinal))
            if (!others.Contains(group.Key)) reader.Take(group.Key, [.. group]);
        return reader.Finish();
    }

    /// <summary>Reads the query string of a request.</summary>
    public static ListQuery Parse(Register register, IEnumerable<KeyValuePair<string, StringValues>> query, Reference reference, CurrentUser user, Vault vault, DateOnly today,
        params IReadOnlyList<string> others) =>
        Parse(register, query.SelectMany(q => q.Value.Select(v => new KeyValuePair<string, string?>(q.Key, v))), reference, user, vault, today, others);

    private sealed class Reader(Register register, Reference reference, CurrentUser user, DateOnly today, FieldFilter fields)
    {
        private readonly List<Problem> problems = [];
        private readonly Dictionary<string, IReadOnlyList<string>> applied = new(StringComparer.Ordinal);
        private readonly List<(string Name, Period Days)> named = [];
        private DateOnly? from, to;
        private ListQuery result = new();
        private Filter filter = Filter.None;

        public void Take(string name, IReadOnlyList<string> values)
        {
            switch (name)
            {
                case "place": Place(values); break;
                case "from": from = Day(name, values); break;
                case "to": to = Day(name, values); break;
                case "month" or "period": Named(name, values); break;
                case "q": Search(values); break;
                case "state": States(values); break;
                case "page": result = result with { Page = Number(name, values, 1, 100_000) }; break;
                case "size":
                    result = result with { Size = Number(name, values, 1, LargestPage) };
                    applied[name] = [result.Size.ToString(CultureInfo.InvariantCulture)];
                    break;
                case "sort": Sort(values); break;
                default: Field(name, values); break;
            }
        }

        public ListQuery Finish()
        {
            Days();
            // A list of values, not a negation: both databases then read the state from the index of the day.
            filter &= new Filter.In("state", [.. result.States.Select(s => s.ToString())]);
            return result with { Filter = filter, Problems = problems, Applied = applied };
        }

        private void Place(IReadOnlyList<string> values)
        {
            if (reference.Place(values[0]) is not { } node || values.Count > 1)
            {
                problems.Add(new("list.place", values.Count > 1 ? "一次只能选一个地点。" : "没有这个地点，请从列表里选，或者写它的编号。", "place"));
                return;
            }
            filter &= new Filter.Within("place", reference.Covered(node.Number));
            result = result with { Place = node };
            applied["place"] = [node.Code.Length > 0 ? node.Code : node.Number.ToString()];
        }

        private DateOnly? Day(string name, IReadOnlyList<string> values)
        {
            var sentence = "只能填一天。";
            if (values.Count == 1 && ChineseDates.TryParse(values[0], today, out var day, out sentence))
            {
                applied[name] = [day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)];
                return day;
            }
            problems.Add(new("list.day", sentence, name));
            return null;
        }

        private void Named(string name, IReadOnlyList<string> values)
        {
            if (values.Count != 1 || !Kernel.Period.TryParse(values[0], null, out var days) || (name == "month" && days.Kind != "month"))
            {
                problems.Add(new("list.period", name == "month" ? "月份请写成 2026-03。" : "时段请写成 2026、2026H1、2026Q1、2026-03 或 2026-01-01..2026-11-22。", name));
                return;
            }
            named.Add((name, days));
            applied[name] = [days.Key];
        }

        private void Days()
        {
            if (named.Count + (from is null && to is null ? 0 : 1) > 1)
                problems.Add(new("list.days", "月份、时段、起止日期只能用一种。", named[0].Name));
            else if (from > to)
                problems.Add(new("list.days", "结束日期早于开始日期，请对调一下。", "to"));
            else if (named.Count == 1)
                (from, to) = (named[0].Days.From, named[0].Days.Last);
            if (problems.Any(p => p.Code == "list.days") || (from is null && to is null)) return;
            filter &= new Filter.Range("date", from, to?.AddDays(1));
            result = result with { From = from, To = to, Period = from is { } first && to is { } last ? Kernel.Period.Between(first, last) : null };
        }

        private void Search(IReadOnlyList<string> values)
        {
            var words = string.Join(' ', values).Trim();
            result = result with { Q = words };
            applied["q"] = [words];
            if (words.Length > LongestWords) problems.Add(new("list.words", $"要查的词最多 {LongestWords} 个字。", "q"));
            else if (SearchIndex.Query(words, user.Scope(register.Permission("read")), register.Key) is { } search) filter &= new Filter.Matches(search);
            else problems.Add(new("list.words", "要查的词里没有字，请输汉字、字母或数字。", "q"));
        }

        private void States(IReadOnlyList<string> values)
        {
            var wanted = values.SelectMany(v => v.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).ToList();
            var states = new List<EntryState>();
            foreach (var text in wanted)
            {
                if (text == All) states.AddRange(Enum.GetValues<EntryState>());
                else if (!text.All(char.IsAsciiDigit) && Enum.TryParse<EntryState>(text, ignoreCase: true, out var state)) states.Add(state);
                else problems.Add(new("list.state", "状态请写 draft、submitted、verified、returned、withdrawn 或 all。", "state"));
            }
            if (states.Count == 0) return;
            result = result with { States = [.. states.Distinct()] };
            applied["state"] = [.. wanted];
        }

        private int Number(string name, IReadOnlyList<string> values, int least, int greatest)
        {
            if (values.Count == 1 && int.TryParse(values[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= greatest) return number;
            problems.Add(new("list." + name, name == "page" ? "页码要填 1 以上的整数。" : $"每页条数要在 {least} 到 {greatest} 之间。", name));
            return name == "page" ? result.Page : result.Size;
        }

        private void Sort(IReadOnlyList<string> values)
        {
            var order = new List<Order>();
            foreach (var text in values.SelectMany(v => v.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)))
            {
                var (key, descending) = text[0] == '-' ? (text[1..], true) : (text, false);
                if (order.Count < 3 && Sortable(key)) order.Add(new(key, descending));
                else problems.Add(new("list.sort", "不能按这一项排序。可以按日期、数字、短文字、类别、地点，最多三项；前面加 - 为从大到小。", "sort"));
            }
            if (order.Count == 0) return;
            applied["sort"] = [string.Join(',', order.Select(o => (o.Descending ? "-" : "") + o.Key))];
            result = result with { Order = [.. order, new("id", true)] };
        }

        private bool Sortable(string key) => key is "state" or "recordedAt"
            || register.Find(key) is { Sealed: null, Type: not (FieldType.LongText or FieldType.Kinds or FieldType.LookUp) };

        private void Field(string name, IReadOnlyList<string> values)
        {
            var key = name.StartsWith(ByField, StringComparison.Ordinal) ? name[ByField.Length..] : name;
            if (register.Find(key) is not { } field)
            {
                problems.Add(new("list.unknown", $"这本台账没有“{(name.Length > 20 ? name[..20] + "…" : name)}”这一项，不能按它来筛。", name.Length > 60 ? name[..60] : name));
                return;
            }
            if (fields.Read(register, field, values, out var read, out var problem) is not { } condition)
            {
                problems.Add(problem!);
                return;
            }
            filter &= condition;
            applied[NameOf(field)] = read;
        }
    }
}
