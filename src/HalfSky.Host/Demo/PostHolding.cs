using HalfSky.Kernel;
using HalfSky.Modules.Organizations;

namespace HalfSky.Host.Demo;

/// <summary>A person somebody signs in as.</summary>
internal sealed record Known(string User, string Name, string Role, Branch Org, Villager? Villager, string What);

/// <summary>Chooses who holds which post: one exec a grid, the first of a village its chair, the second its vice chair; officers and county staff.</summary>
internal sealed class PostHolding(Chance chance, Territory territory, DateOnly today)
{
    private readonly HashSet<Villager> taken = [];

    /// <summary>Those who get an account, the administrator first.</summary>
    public List<Known> Known { get; } = [];

    /// <summary>Posts with who holds them.</summary>
    public List<(Post Post, Villager Holder)> Posts { get; } = [];

    /// <summary>Fills every post.</summary>
    public void Fill()
    {
        Known.Add(new("admin", "管理员", "", Branch.Root, null, "系统管理员"));
        foreach (var grid in territory.Grids)
        {
            grid.Exec = Find(grid, 26, 62);
            var role = grid.Number.Ordinal switch { 1 => "chair", 2 => "vice", _ => "exec" };
            grid.Post = Give(grid.Exec, grid.Village.Number, role);
        }
        var home = territory.Home;
        Sign(home.Grids[2].Exec, "zhouyumei", "周玉梅", "exec", home.Number, home.Name + "执委，名下有李长安家");
        Sign(home.Grids[3].Exec, "zhengqiaoyun", "郑巧云", "exec", home.Number, home.Name + "执委");
        Sign(home.Grids[0].Exec, "taojinfeng", "陶金凤", "chair", home.Number, home.Name + "妇联主席");
        string[][] officers = [["linxiaohe", "林晓禾"], ["fangwenjing", "方文静"], ["luoxiaoyan", "罗小燕"]];
        foreach (var (i, township) in territory.Townships.Index())
        {
            township.Officer = Sign(Find(township.Villages[^1].Grids[0], 26, 48), officers[i][0], officers[i][1], "officer", township.Number, township.Name + "妇联专干");
            Give(township.Officer, township.Number, "officer");
        }
        var seat = territory.Townships[0];
        Give(Sign(Find(seat.Villages[^1].Grids[1], 26, 48), "hesuying", "何素英", "officer", seat.Number, seat.Name + "妇联干事，替村里录入"), seat.Number, "officer");
        Give(Sign(Find(seat.Villages[^1].Grids[2], 28, 52), "sumin", "苏敏", "county", Branch.Root, "县妇联干部"), Branch.Root, "county");
        Give(Find(seat.Villages[^1].Grids[3], 28, 52), Branch.Root, "county");
        Give(Sign(Find(seat.Villages[^1].Grids[4], 28, 52), "hanxue", "韩雪", "auditor", Branch.Root, "审计员，只看不改"), Branch.Root, "auditor");
    }

    private Villager Find(Grid grid, int youngest, int oldest)
    {
        var women = grid.Homes.SelectMany(h => h.Villagers).Where(v => v.IsFemale && !taken.Contains(v)).ToList();
        var fitting = women.FindAll(v => v.AgeOn(today) >= youngest && v.AgeOn(today) <= oldest);
        var one = chance.Of(fitting.Count > 0 ? fitting : women.FindAll(v => v.AgeOn(today) >= 18));
        taken.Add(one);
        return one;
    }

    private Villager Sign(Villager villager, string user, string name, string role, Branch org, string what)
    {
        Known.Add(new(user, name, role, org, Population.Call(villager, name), what));
        return villager;
    }

    private Post Give(Villager villager, Branch org, string role)
    {
        var from = chance.Day(today.AddDays(-1200), today.AddDays(-800));
        var at = chance.Hour(from.AddDays(3), 9, 17);
        var post = new Post
        {
            Id = chance.Id(at), Org = org.Value, Place = org.Value, Date = from, RecordedAt = at, Person = villager.Person.Id, Role = role,
            Means = role is "officer" or "county" or "auditor" ? "appointed" : "elected", From = from,
            OrgKind = "federation", OrgLevel = org.Depth switch { 1 => "county", 2 => "township", _ => "village" },
        };
        post.Seat = post.Id;
        Posts.Add((post, villager));
        return post;
    }
}
