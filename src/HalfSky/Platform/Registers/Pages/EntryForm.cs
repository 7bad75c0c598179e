using HalfSky.Kernel;
using HalfSky.Platform.Access;
using HalfSky.Platform.Data;
using HalfSky.Platform.Search;
using HalfSky.Platform.Shell;
using Microsoft.AspNetCore.Http;

namespace HalfSky.Platform.Registers.Pages;

/// <summary>One entry's form as shown: typed texts, what is wrong with them, and the names of what look-ups point at.</summary>
public sealed class EntryForm(Register register, Reference reference)
{
    /// <summary>The register.</summary>
    public Register Register => register;

    /// <summary>Reference facts.</summary>
    public Reference Reference => reference;

    /// <summary>Identifier of the entry, made with the form, so that a repeated save is one save (D3).</summary>
    public Guid Id { get; init; }

    /// <summary>Version read; 0 for a new entry.</summary>
    public int Version { get; init; }

    /// <summary>Where to go after saving; a local path.</summary>
    public string? Next { get; init; }

    /// <summary>Typed text by field key.</summary>
    public Dictionary<string, string?> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>What look-up inputs show.</summary>
    public Dictionary<string, string> Titles { get; } = new(StringComparer.Ordinal);

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<Problem> Problems { get; set; } = [];

    /// <summary>A likely double was told; the form offers to confirm.</summary>
    public bool AsksToConfirm => Problems.Any(p => p.Field == "confirm");

    /// <summary>The entry as somebody else saved it meanwhile.</summary>
    public Entry? Theirs { get; set; }

    /// <summary>Names for showing their look-ups.</summary>
    public IReadOnlyDictionary<Guid, string> TheirNames { get; set; } = new Dictionary<Guid, string>();

    /// <summary>A new entry, still with its presets.</summary>
    public bool IsNew => Version == 0;

    /// <summary>Sections in order; common fields no section names come last, folded.</summary>
    public IEnumerable<(string Title, bool Folded, IReadOnlyList<Field> Fields)> Sections
    {
        get
        {
            var asked = register.Fields.Where(f => !f.Derived).ToList();
            foreach (var title in register.Sections)
                yield return (title, false, [.. asked.Where(f => f.Section == title).OrderBy(f => f.Common && f.Key == "date" ? -1 : f.Position)]);
            var rest = asked.Where(f => f.Section.Length == 0 && (f.Key != "programmes" || reference.KindsOf(f).Items.Count > 0)).ToList();
            if (rest.Count > 0) yield return ("其他", rest.All(f => f.Common), rest);
        }
    }

    /// <summary>Places or organisations a field offers: those at and below where she works, at most 600.</summary>
    public IEnumerable<Node> Offered(Field field)
    {
        var tree = field.Type is FieldType.Place ? reference.Places : reference.Organizations;
        var chosen = long.TryParse(TextOf(field), out var number) ? tree.Find(number) : null;
        var nodes = tree.All.Where(n => !n.Ended && (Offers.Count == 0 || Offers.Any(b => b.Contains(n.Number)))).Take(600).ToList();
        return chosen is null || nodes.Contains(chosen) ? nodes : nodes.Prepend(chosen);
    }

    /// <summary>Where she may record; narrows what place and organisation inputs offer.</summary>
    public IReadOnlyList<Branch> Offers { get; init; } = [];

    /// <summary>The sentence beside a field.</summary>
    public string? ErrorOf(Field field) => Problems.FirstOrDefault(p => p.Field == field.Key)?.Text;

    /// <summary>Typed text of a field.</summary>
    public string TextOf(Field field) => Values.GetValueOrDefault(field.Key) ?? "";

    /// <summary>Presets of a new entry, with what the address already says (“?person=…”).</summary>
    public void Preset(DateOnly today, IQueryCollection query, long org)
    {
        foreach (var field in register.Fields.Where(f => !f.Derived))
        {
            if (field.Sealed is null && query.TryGetValue(field.Key, out var given)) Values[field.Key] = given.ToString();
            else if (field.Default is { } preset) Values[field.Key] = preset == "today" ? today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : preset;
            else if (field.Key == "org" && org != 0) Values[field.Key] = org.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Shows an entry for change.</summary>
    public void Show(Entry entry)
    {
        foreach (var field in register.Fields.Where(f => !f.Derived)) Values[field.Key] = FieldValue.ToText(field, field.Read(entry));
    }

    /// <summary>
    /// Takes what was posted. A look-up without a script arrives as a typed name: a single match is taken, more are asked about.
    /// </summary>
    public async Task<IReadOnlyList<Problem>> Read(IFormCollection form, Desk desk, CancellationToken ct)
    {
        var problems = new List<Problem>();
        foreach (var field in register.Fields.Where(f => !f.Derived))
        {
            if (!form.ContainsKey(field.Key) && !form.ContainsKey(field.Key + ".asked") && !form.ContainsKey(field.Key + ".text")) continue;
            var value = string.Join(',', form[field.Key].Where(v => !string.IsNullOrEmpty(v)));
            if (field.Type is FieldType.LookUp && value.Length == 0 && form[field.Key + ".text"].ToString().Trim() is { Length: > 0 } name)
            {
                Titles[field.Key] = name;
                var found = await Suggestions.Find(reference.Register(field.Target!)!, name, desk, 3, ct);
                if (found.Count == 1) (value, Titles[field.Key]) = (found[0].Id.ToString(), found[0].Title);
                else problems.Add(new("field.lookup", found.Count == 0 ? $"没有找到“{name}”，请查一下名字，或先把人登记上。" : $"叫“{name}”的不止一个，请从列表里点选。", field.Key));
            }
            Values[field.Key] = value;
        }
        return problems;
    }

    /// <summary>What is handed in: the typed texts of the fields that were asked for.</summary>
    public Input ToInput(bool draft, bool confirmed) => new(Values, draft, confirmed);

    /// <summary>Looks up the names the look-up inputs show.</summary>
    public async Task Name(Names names, CurrentUser user, CancellationToken ct)
    {
        foreach (var field in register.Fields.Where(f => f is { Type: FieldType.LookUp, Derived: false }))
        {
            if (!Guid.TryParse(Values.GetValueOrDefault(field.Key), out var id) || reference.Register(field.Target!) is not { } target) continue;
            if ((await names.Of(target, [id], user.Scope(target.Permission("read")), ct)).TryGetValue(id, out var title)) Titles[field.Key] = title;
        }
        if (Theirs is { } theirs)
            TheirNames = await names.Of(reference, register.Fields.Select(f => (f, f.Read(theirs))), user.Scope(register.Permission("read")), ct);
    }
}
