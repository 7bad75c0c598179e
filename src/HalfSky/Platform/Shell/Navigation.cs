using HalfSky.Platform.Access;
using HalfSky.Platform.Registers;

namespace HalfSky.Platform.Shell;

/// <summary>One line of the navigation.</summary>
public sealed record NavigationItem(string Path, string Label, string Icon);

/// <summary>The six groups; registers come from their declarations, so that a new one needs no line here.</summary>
public static class Navigation
{
    /// <summary>So many of a group stand open; the rest are folded, unless one of them is the page.</summary>
    public const int Open = 5;

    /// <summary>Groups with what the user may open.</summary>
    public static IEnumerable<(string Heading, IReadOnlyList<NavigationItem> Items)> Of(Reference reference, CurrentUser user)
    {
        yield return ("", [new("/", "工作台", "layout-dashboard"), new("/todo", "待办", "checklist")]);
        foreach (var (room, heading) in new[] { (Room.Work, "办实事"), (Room.Families, "树新风"), (Room.Organization, "强组织") })
        {
            var items = Books(reference, user, room).ToList();
            if (items.Count > 0) yield return (heading, items);
        }
        var results = new List<NavigationItem>();
        if (user.May("any.measure")) results.Add(new("/measures", "数字", "chart-line"));
        if (user.May("any.summary")) results.Add(new("/summary", "总结", "file-text"));
        results.AddRange(Books(reference, user, Room.Results));
        if (results.Count > 0) yield return ("看成效", results);
        var admin = new List<NavigationItem>();
        if (user.May("admin.accounts") || user.May("admin.invite")) admin.Add(new("/admin/accounts", "账号与邀请", "key"));
        if (user.May("admin.kinds")) admin.Add(new("/admin/kinds", "类别", "list"));
        if (user.May("admin.registers")) admin.Add(new("/admin/registers", "自设台账", "notebook"));
        if (user.May("admin.measures")) admin.Add(new("/admin/measures", "自设口径", "chart-line"));
        if (user.May("admin.settings")) admin.Add(new("/admin/duties", "待办规则", "checklist"));
        if (user.May("admin.places")) admin.Add(new("/admin/places", "地点", "map-pin"));
        if (user.May("admin.settings")) admin.Add(new("/admin/settings", "设置", "settings"));
        if (user.May("admin.log")) admin.Add(new("/admin/log", "日志", "history"));
        if (admin.Count > 0) yield return ("管理", admin);
    }

    private static IEnumerable<NavigationItem> Books(Reference reference, CurrentUser user, Room room) =>
        reference.Registers.Where(r => r.Room == room && r.InNavigation && user.May(r.Permission("read"))).Select(r => new NavigationItem("/r/" + r.Key, r.Label, r.Icon));
}
